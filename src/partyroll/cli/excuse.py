"""`partyroll excuse add|list|accept|reject|end`."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from partyroll.cli.excuse_screen import show_excuses
from partyroll.cli.options import (
    AsOfOption,
    JsonOption,
    KnownAtOption,
    LedgerOption,
    MemberArgument,
    QuietOption,
    UnitOption,
    common,
    day_or,
    knowledge,
)
from partyroll.cli.pages import Command, noun
from partyroll.cli.verbs import Given, verb
from partyroll.messages import EXCUSE, PERMISSION, TEMPORARY_STAY

if TYPE_CHECKING:
    from partyroll.tasks.excusing.writing import Recorded


excuse = noun(
    "excuse", "Lý do, giấy miễn, giảm, hoãn, sinh hoạt tạm thời: ghi, xem, chấp nhận, kết thúc."
)

ByOption = Annotated[str, typer.Option("--by", metavar="AI", help="Ai chấp nhận, quyết định.")]
OnOption = Annotated[str, typer.Option("--on", metavar="NGÀY", help="Ngày chấp nhận, ngày ký.")]
PaperOption = Annotated[
    str, typer.Option("--paper", metavar="SỐ", help="Số văn bản, biên bản.")
]
NumbersArgument = Annotated[
    list[str],
    typer.Argument(metavar="SỐ…", help="Số trong partyroll excuse list (n3, g1: --noted)."),
]


_KINDS = (
    f"Lý do: {'; '.join(EXCUSE.values())}. Giấy tờ: {'; '.join(PERMISSION.values())}."
    f" Ở nơi khác: {'; '.join(TEMPORARY_STAY.values())}."
)


@verb(excuse, "add", kinds=_KINDS)
def add(
    given: Given,
    member: MemberArgument,
    kind: Annotated[
        str, typer.Option("--kind", metavar="LOẠI", help="Loại, bằng chữ hoặc bằng mã.")
    ] = "",
    since: Annotated[str, typer.Option("--from", metavar="NGÀY", help="Ngày đầu.")] = "",
    until: Annotated[str, typer.Option("--to", metavar="NGÀY", help="Ngày cuối.")] = "",
    month: Annotated[
        str, typer.Option("--month", metavar="THÁNG", help="Đúng một tháng: 9/2024.")
    ] = "",
    ground: Annotated[
        Literal["dues", "meetings", "all"] | None,
        typer.Option("--ground", help="Chỉ đảng phí, chỉ sinh hoạt; mặc định cả hai."),
    ] = None,
    by: ByOption = "",
    on: OnOption = "",
    paper: PaperOption = "",
    reason: Annotated[
        str, typer.Option("--reason", metavar="CHỮ", help="Lý do như đã nói, đã viết.")
    ] = "",
    host: Annotated[
        str, typer.Option("--host", metavar="NƠI", help="Nơi sinh hoạt tạm thời.")
    ] = "",
    share: Annotated[
        int | None,
        typer.Option("--share", min=1, max=99, metavar="%", help="Giảm bao nhiêu phần trăm."),
    ] = None,
    unit: UnitOption = "",
) -> int:
    """Ghi một lý do, một giấy miễn, giảm, hoãn, đình chỉ, hoặc nơi sinh hoạt tạm thời.

    Lý do chỉ có hiệu lực khi có người chấp nhận (--by); không có thì chờ xem xét. Giấy tờ có
    hiệu lực theo thời hạn ghi trên đó. {kinds} Mã kết thúc: 0 xong, 1 trùng với giấy đã có, 2
    thiếu hoặc sai điều cần ghi, 10 chưa có sổ.
    """
    from partyroll.tasks.excusing.adding import add as add_one
    from partyroll.tasks.excusing.request import Typed

    typed = Typed(
        member=member,
        kind=kind,
        since=since,
        until=until,
        month=month,
        ground=ground or "",
        by=by,
        on=on,
        paper=paper,
        reason=reason,
        host=host,
        share=share,
        unit=unit,
    )
    done = add_one(given.command, typed)
    return _tell(done, given)


@excuse.command("list", cls=Command)
def list_(
    context: typer.Context,
    unit: UnitOption = "",
    pending: Annotated[
        bool, typer.Option("--pending", help="Chỉ những lý do còn chờ xem xét.")
    ] = False,
    ending_within: Annotated[
        int | None,
        typer.Option(
            "--ending-within", min=0, metavar="NGÀY", help="Hết hạn trong số ngày này."
        ),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Cả những lý do, giấy tờ đã hết hạn.")
    ] = False,
    noted: Annotated[
        bool,
        typer.Option(
            "--noted", help="Lời ghi trong ô sổ (n1…), danh sách (g1…) chưa ai xem xét."
        ),
    ] = False,
    year: Annotated[
        int | None,
        typer.Option("--year", metavar="NĂM", help="Chỉ năm này (cùng với --noted)."),
    ] = None,
    as_of: AsOfOption = "",
    known_at: KnownAtOption = "",
    json: JsonOption = False,
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
) -> int:
    """Xem lý do, giấy tờ còn hiệu lực hoặc còn chờ, theo số thứ tự.

    Số thứ tự không bao giờ đổi. Mã kết thúc: 0 xong (danh sách rỗng cũng là xong), 2 tùy chọn
    không dùng cùng nhau, 10 chưa có sổ.
    """
    from partyroll.cli.excuse_notes import tell_notes
    from partyroll.tasks.excusing.listing import Wanted, register

    at = common(context, ledger, quiet=quiet)
    if noted:
        return tell_notes(at, day_or(as_of, at.today), unit, year, known_at, json=json)
    wanted = Wanted(day_or(as_of, at.today), unit, pending, ending_within, everything)
    found = register(at.ledger, wanted, known_at=knowledge(at, known_at))
    if json:
        from partyroll.cli.contracts.excuse import register_envelope
        from partyroll.write.json import to_json

        at.screen.raw(to_json(register_envelope(found, at)))
        return 0
    show_excuses(found.shown, at.screen)
    waiting = sum(one.grant.state.value == "PENDING" for one in found.shown)
    more = f", {waiting} còn chờ xem xét" if waiting else ""
    at.screen.note(f"{len(found.shown)} dòng, tính đến {found.as_of:%d/%m/%Y}{more}.")
    if found.ended:
        at.screen.note(f"{found.ended} lý do, giấy tờ đã hết hạn không hiện; thêm --all.")
    if waiting:
        at.screen.note("Gợi ý: partyroll excuse accept SỐ --by AI (hoặc reject)")
    return 0


@verb(excuse, "accept")
def accept(
    given: Given,
    numbers: NumbersArgument,
    by: ByOption = "",
    on: OnOption = "",
    paper: PaperOption = "",
    kind: Annotated[
        str, typer.Option("--kind", metavar="LOẠI", help="Loại lý do, nếu ghi lại cho đúng.")
    ] = "",
) -> int:
    """Chấp nhận lý do: những tháng đó không còn bị tính; tiền vẫn phải đóng.

    Ví dụ: partyroll excuse accept 3 n4 --by "Chi ủy" --on 5/10/2024; n4 là lời ghi trong ô sổ,
    g1 là ghi chú trong danh sách (partyroll excuse list --noted). Mã kết thúc: 0 xong, 1 đã
    xem xét rồi, 2 thiếu --by hoặc không có số đó, 10 chưa có sổ.
    """
    from partyroll.tasks.excusing.judging import Judgement, judge

    judgement = Judgement(True, by, on, paper, kind)
    done = judge(given.command, numbers, judgement)
    return _tell(done, given)


@verb(excuse, "reject")
def reject(
    given: Given,
    numbers: NumbersArgument,
    by: ByOption = "",
    on: OnOption = "",
    paper: PaperOption = "",
) -> int:
    """Không chấp nhận lý do: lời ghi vẫn giữ, những tháng đó tính là chưa đóng, vắng.

    Mã kết thúc: 0 xong, 1 đã xem xét rồi, 2 thiếu --by hoặc không có số đó, 10 chưa có sổ.
    """
    from partyroll.tasks.excusing.judging import Judgement, judge

    judgement = Judgement(False, by, on, paper)
    done = judge(given.command, numbers, judgement)
    return _tell(done, given)


@verb(excuse, "end")
def end(
    given: Given,
    number: Annotated[
        str, typer.Argument(metavar="SỐ", help="Số thứ tự trong partyroll excuse list.")
    ],
    on: Annotated[
        str, typer.Option("--on", metavar="NGÀY", help="Ngày cuối cùng còn hiệu lực.")
    ] = "",
) -> int:
    """Kết thúc sớm một lý do, giấy tờ hay nơi sinh hoạt tạm thời.

    Mã kết thúc: 0 xong, 2 không có số đó, thiếu ngày hoặc ngày không hợp, 10 chưa có sổ.
    """
    from partyroll.tasks.excusing.judging import end as end_one

    done = end_one(given.command, number, on)
    return _tell(done, given)


def _tell(done: "Recorded", given: Given) -> int:
    from partyroll.cli.contracts.excuse import excuses_contract

    return given.tell(done, contract=excuses_contract, show=show_excuses)
