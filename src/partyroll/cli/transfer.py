"""`partyroll transfer list|limbo|add|issue|confirm|refuse|months|end`."""

from functools import partial
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from partyroll.cli.options import (
    MemberArgument,
    MemberUnitOption,
)
from partyroll.cli.pages import Command, noun
from partyroll.cli.registers import register_list
from partyroll.cli.verbs import Given, verb

if TYPE_CHECKING:
    from partyroll.tasks.registers.writing import Saved
    from partyroll.tasks.transferring.finding import Told

transfer = noun(
    "transfer",
    """Chuyển sinh hoạt đảng: giấy giới thiệu, phiếu gửi sang sổ khác, phiếu báo, thời hạn.

    Mỗi bên chỉ ghi phần của mình; hai sổ báo cho nhau bằng tệp phiếu.
    """,
)

_TRIAL = "Sẽ ghi như trên; sổ chưa bị thay đổi, chưa viết phiếu."
_PRINTED_AGAIN = "In lại phiếu; sổ không thay đổi."

NumberArgument = Annotated[
    int, typer.Argument(metavar="SỐ", min=1, help="Số trong partyroll transfer list.")
]
OnOption = Annotated[
    str, typer.Option("--on", metavar="NGÀY", help="Ngày của việc đó; mặc định hôm nay.")
]
CausedOption = Annotated[
    str,
    typer.Option(
        "--caused-on",
        metavar="NGÀY",
        help="Ngày quyết định chuyển công tác, nghỉ hưu có hiệu lực, hoặc ngày chuyển đi.",
    ),
]
ToOption = Annotated[
    str, typer.Option("--to", metavar="NƠI ĐẾN", help="Tổ chức đảng nơi đến, ngoài sổ này.")
]
ReasonOption = Annotated[
    str, typer.Option("--reason", metavar="CHỮ", help="Lý do, như đã viết.")
]

transfer.command("list", cls=Command)(
    register_list(
        "transfer",
        "Giấy giới thiệu đang chờ: chưa làm, sắp hết hạn, chưa có phiếu báo, chưa trả lời.",
        module="transfers",
        parts="all (cả những giấy đã có trả lời)",
    )
)
transfer.command("limbo", cls=Command)(
    register_list(
        "transfer",
        "Người không bên nào tính, người cả hai bên cùng tính, theo sổ này và phiếu đã nhập.",
        verb="limbo",
        module="transfers:LIMBO",
        todo=True,
    )
)


@verb(transfer, "add")
def add(
    given: Given,
    member: MemberArgument,
    caused_on: CausedOption = "",
    reason: ReasonOption = "",
    to: ToOption = "",
    unit: MemberUnitOption = "",
) -> int:
    """Ghi rằng một đảng viên phải chuyển sinh hoạt mà chưa có giấy: bắt đầu tính thời hạn.

    Mã kết thúc: 0 xong, 1 không còn là đảng viên hoặc đã có giấy khác, 2 thiếu hoặc sai điều
    cần ghi, 10 chưa có sổ.
    """
    from partyroll.tasks.transferring.issuing import add_cause
    from partyroll.tasks.transferring.request import Typed

    typed = Typed(member, to=to, caused_on=caused_on, reason=reason, unit=unit)
    done = add_cause(given.command, typed)
    return _tell(done, given)


@verb(transfer, "issue", files=True)
def issue(
    given: Given,
    member: MemberArgument = "",
    to: ToOption = "",
    kind: Annotated[
        Literal["official", "temporary"],
        typer.Option("--kind", help="Chính thức, hay tạm thời (vẫn tính ở nơi đi)."),
    ] = "official",
    since: Annotated[
        str, typer.Option("--from", metavar="NGÀY", help="Tạm thời: từ ngày; mặc định --on.")
    ] = "",
    until: Annotated[
        str, typer.Option("--until", metavar="NGÀY", help="Tạm thời: đến hết ngày.")
    ] = "",
    letter_no: Annotated[
        str, typer.Option("--letter-no", metavar="SỐ", help="Số giấy giới thiệu.")
    ] = "",
    on: OnOption = "",
    caused_on: CausedOption = "",
    reason: ReasonOption = "",
    again: Annotated[
        int | None,
        typer.Option("--again", metavar="SỐ", min=1, help="In lại phiếu của giấy số này."),
    ] = None,
    unit: MemberUnitOption = "",
) -> int:
    """Làm giấy giới thiệu: ghi phần của nơi đi, viết tệp phiếu (Excel) và giấy (Word).

    Gửi tệp phiếu cho nơi đến; nơi đến nhập vào sổ của mình rồi gửi lại phiếu báo. Mất phiếu:
    --again SỐ in lại đúng phiếu đó, ở cả hai bên. Mã kết thúc: 0 xong, 1 không còn là đảng
    viên hoặc đã có giấy khác, 2 thiếu hoặc sai điều cần ghi, 10 chưa có sổ.
    """
    from partyroll.tasks.transferring.issuing import issue as issue_one
    from partyroll.tasks.transferring.refusals import NeedsMember
    from partyroll.tasks.transferring.request import Typed

    if again is not None:
        return _again(given, again)
    if not member.strip():
        raise NeedsMember
    typed = Typed(
        member=member,
        to=to,
        temporary=kind == "temporary",
        since=since,
        until=until,
        letter_no=letter_no,
        on=on,
        caused_on=caused_on,
        reason=reason,
        unit=unit,
    )
    done = issue_one(given.command, typed)
    return _tell(done, given)


@verb(transfer, "confirm", files=True)
def confirm(
    given: Given,
    number: NumberArgument,
    unit: Annotated[
        str, typer.Option("--unit", metavar="TÊN|MÃ", help="Chi bộ tiếp nhận.")
    ] = "",
    on: OnOption = "",
) -> int:
    """Nơi đến: tiếp nhận người đã có phiếu trong sổ, và viết phiếu báo gửi nơi đi.

    Mã kết thúc: 0 xong, 1 đã trả lời khác, 2 thiếu hoặc sai điều cần ghi, 10 chưa có sổ.
    """
    from partyroll.tasks.transferring.answering import confirm as confirm_one

    done = confirm_one(given.command, number, unit=unit, on=on)
    return _tell(done, given)


@verb(transfer, "refuse", files=True)
def refuse(
    given: Given,
    number: NumberArgument,
    reason: ReasonOption = "",
    on: OnOption = "",
) -> int:
    """Nơi đến: ghi rằng không tiếp nhận và vì sao, và viết phiếu báo gửi nơi đi.

    Mã kết thúc: 0 xong, 1 đã trả lời khác, 2 thiếu hoặc sai điều cần ghi, 10 chưa có sổ.
    """
    from partyroll.tasks.transferring.answering import refuse as refuse_one

    done = refuse_one(given.command, number, reason=reason, on=on)
    return _tell(done, given)


@verb(transfer, "months", files=True)
def months(
    given: Given,
    number: NumberArgument,
    year: Annotated[
        int, typer.Option("--year", metavar="NĂM", min=1930, max=2100, help="Năm.")
    ],
    remark: Annotated[
        str,
        typer.Option("--remark", metavar="CHỮ", help="Nhận xét của nơi sinh hoạt tạm thời."),
    ] = "",
    on: OnOption = "",
) -> int:
    """Nơi sinh hoạt tạm thời: gửi về nơi đi đảng phí, sinh hoạt, nhận xét của một năm.

    Chỉ những gì sổ ghi rõ; ô trống không gửi. Mã kết thúc: 0 xong, 1 sổ chưa ghi gì, 2 không
    có số đó, 10 chưa có sổ.
    """
    from partyroll.tasks.transferring.answering import months_home

    done = months_home(given.command, number, year, remark=remark, on=on)
    return _tell(done, given)


@verb(transfer, "end")
def end(
    given: Given,
    number: NumberArgument,
    on: OnOption = "",
) -> int:
    """Ghi ngày cuối của một lần sinh hoạt tạm thời: người đó đã về nơi đi.

    Mỗi bên ghi vào sổ của mình; từ hôm sau, đảng phí, sinh hoạt lại tính ở nơi đi. Mã kết
    thúc: 0 xong, 1 nơi đến đã không tiếp nhận, 2 không phải tạm thời hoặc ngày không hợp, 10
    chưa có sổ.
    """
    from partyroll.tasks.transferring.returning import end as end_one

    done = end_one(given.command, number, on)
    return _tell(done, given)


# --- What is told -------------------------------------------------------------------------
def _again(given: Given, number: int) -> int:
    from partyroll.tasks.registers.writing import Saved
    from partyroll.tasks.transferring.reprinting import printed_again

    told = printed_again(given.command, number)
    return _tell(Saved(told, new=False, dry_run=given.dry_run), given, ending=_PRINTED_AGAIN)


def _tell(done: "Saved[Told]", given: Given, *, ending: str = "") -> int:
    from partyroll.cli.contracts.transfer import transfer_contract
    from partyroll.cli.slip_files import write_slip
    from partyroll.cli.transfer_screen import show_transfer, tell_files

    slip = None if given.dry_run else done.told.slip
    paths = write_slip(given.at, given.files, slip) if slip else []
    ended = given.tell(
        done,
        contract=partial(transfer_contract, paths=paths),
        show=show_transfer,
        ending=ending or (_TRIAL if done.dry_run and done.new else ""),
    )
    if slip and not given.json:
        tell_files(paths, slip, given.at.screen)
    return ended
