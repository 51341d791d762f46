"""`partyroll away add|contact|end|list`."""

from typing import TYPE_CHECKING, Annotated

import typer

from partyroll.cli.options import (
    Common,
    DryRunOption,
    JsonOption,
    LedgerOption,
    MemberArgument,
    QuietOption,
    UnitOption,
    common,
)
from partyroll.cli.pages import Command, noun
from partyroll.cli.registers import register_list
from partyroll.cli.saved import tell_saved
from partyroll.messages import AWAY_PART

if TYPE_CHECKING:
    from partyroll.cli.screen import Screen
    from partyroll.tasks.registers.away_writing import Told
    from partyroll.tasks.registers.writing import Saved

away = noun("Đảng viên đi làm ăn xa: ghi đi, liên hệ, về; danh sách và việc cần làm.")

ContactOption = Annotated[
    str,
    typer.Option("--contact", metavar="CHỮ", help="Cách liên hệ: số điện thoại, người nhà."),
]


def add(
    context: typer.Context,
    member: MemberArgument,
    place: Annotated[
        str, typer.Option("--place", metavar="NƠI", help="Đi đâu: tỉnh, thành phố, nước.")
    ] = "",
    since: Annotated[
        str, typer.Option("--from", metavar="NGÀY", help="Đi từ: 3/2026 hoặc 15/3/2026.")
    ] = "",
    until: Annotated[str, typer.Option("--to", metavar="NGÀY", help="Dự kiến về.")] = "",
    contact_: ContactOption = "",
    paper: Annotated[
        str,
        typer.Option("--paper", metavar="CHỮ", help="Giấy tờ: đơn, giấy giới thiệu, số, ngày."),
    ] = "",
    note: Annotated[str, typer.Option("--note", metavar="CHỮ", help="Ghi chú.")] = "",
    unit: UnitOption = "",
    dry_run: DryRunOption = False,
    json: JsonOption = False,
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
) -> int:
    """Ghi một đảng viên đi làm ăn xa; ghi lại lần nữa là bổ sung, sửa điều đã ghi.

    Tạm miễn sinh hoạt, sinh hoạt tạm thời có thời hạn thì ghi bằng partyroll excuse add. Mã
    kết thúc: 0 xong, 2 thiếu hoặc sai điều cần ghi, 10 chưa có sổ.
    """
    from partyroll.tasks.registers.away_writing import Typed
    from partyroll.tasks.registers.away_writing import add as add_one

    at = common(context, ledger, quiet=quiet)
    typed = Typed(
        member,
        place=place,
        since=since,
        until=until,
        contact=contact_,
        paper=paper,
        note=note,
        unit=unit,
    )
    done = add_one(at.writing(dry_run=dry_run), typed)
    return _tell(done, at, "add", json=json)


def contact(
    context: typer.Context,
    member: MemberArgument,
    on: Annotated[str, typer.Option("--on", metavar="NGÀY", help="Ngày đã liên hệ.")] = "",
    contact_: ContactOption = "",
    unit: UnitOption = "",
    dry_run: DryRunOption = False,
    json: JsonOption = False,
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
) -> int:
    """Ghi ngày đã liên hệ được với một đảng viên đi làm ăn xa.

    Mã kết thúc: 0 xong, 2 thiếu ngày, hoặc sổ không ghi người này đi xa, 10 chưa có sổ.
    """
    from partyroll.tasks.registers.away_writing import Typed
    from partyroll.tasks.registers.away_writing import contact as heard_of

    at = common(context, ledger, quiet=quiet)
    typed = Typed(member, on=on, contact=contact_, unit=unit)
    done = heard_of(at.writing(dry_run=dry_run), typed)
    return _tell(done, at, "contact", json=json)


def end(
    context: typer.Context,
    member: MemberArgument,
    on: Annotated[str, typer.Option("--on", metavar="NGÀY", help="Ngày đã về.")] = "",
    unit: UnitOption = "",
    dry_run: DryRunOption = False,
    json: JsonOption = False,
    ledger: LedgerOption = None,
    quiet: QuietOption = False,
) -> int:
    """Ghi một đảng viên đi làm ăn xa đã về.

    Giấy tờ còn ở nơi khác thì được nhắc. Mã kết thúc: 0 xong, 1 sổ đã ghi về ngày khác, 2
    thiếu ngày, hoặc sổ không ghi người này đi xa, 10 chưa có sổ.
    """
    from partyroll.tasks.registers.away_writing import Typed
    from partyroll.tasks.registers.away_writing import end as end_one

    at = common(context, ledger, quiet=quiet)
    done = end_one(at.writing(dry_run=dry_run), Typed(member, on=on, unit=unit))
    return _tell(done, at, "end", json=json)


list_ = register_list(
    "away",
    "Danh sách đảng viên đi làm ăn xa, sinh hoạt nơi khác, theo chi bộ, và việc cần làm.",
    parts="; ".join(f"{part} ({what})" for part, what in AWAY_PART.items()),
)

for _command, _name in ((list_, "list"), (add, "add"), (contact, "contact"), (end, "end")):
    away.command(_name, cls=Command)(_command)


def _tell(done: "Saved[Told]", at: Common, verb: str, *, json: bool) -> int:
    from partyroll.cli.contracts.away import away_contract

    return tell_saved(f"away {verb}", done, at, contract=away_contract, show=_show, json=json)


def _show(told: "Told", screen: "Screen") -> None:
    from partyroll.cli.stay_words import stay_words

    unit = told.unit_path[-1] if told.unit_path else ""
    rows = [(told.person.full_name, unit, stay_words(stay)) for stay in told.stays]
    screen.table(("Họ và tên", "Chi bộ", "Sổ ghi"), rows)
