"""`partyroll away add|contact|end|list`."""

from typing import TYPE_CHECKING, Annotated

import typer

from partyroll.cli.options import (
    MemberArgument,
    UnitOption,
)
from partyroll.cli.pages import Command, noun
from partyroll.cli.registers import register_list
from partyroll.cli.verbs import Given, verb
from partyroll.messages import AWAY_PART

if TYPE_CHECKING:
    from partyroll.cli.screen import Screen
    from partyroll.tasks.registers.away_writing import Told
    from partyroll.tasks.registers.writing import Saved

away = noun("away", "Đảng viên đi làm ăn xa: ghi đi, liên hệ, về; danh sách và việc cần làm.")

ContactOption = Annotated[
    str,
    typer.Option("--contact", metavar="CHỮ", help="Cách liên hệ: số điện thoại, người nhà."),
]


away.command("list", cls=Command)(
    register_list(
        "away",
        "Danh sách đảng viên đi làm ăn xa, sinh hoạt nơi khác, theo chi bộ, và việc cần làm.",
        parts="; ".join(f"{part} ({what})" for part, what in AWAY_PART.items()),
    )
)


@verb(away, "add")
def add(
    given: Given,
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
) -> int:
    """Ghi một đảng viên đi làm ăn xa; ghi lại lần nữa là bổ sung, sửa điều đã ghi.

    Tạm miễn sinh hoạt, sinh hoạt tạm thời có thời hạn thì ghi bằng partyroll excuse add. Mã
    kết thúc: 0 xong, 2 thiếu hoặc sai điều cần ghi, 10 chưa có sổ.
    """
    from partyroll.tasks.registers.away_writing import Typed
    from partyroll.tasks.registers.away_writing import add as add_one

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
    done = add_one(given.command, typed)
    return _tell(done, given)


@verb(away, "contact")
def contact(
    given: Given,
    member: MemberArgument,
    on: Annotated[str, typer.Option("--on", metavar="NGÀY", help="Ngày đã liên hệ.")] = "",
    contact_: ContactOption = "",
    unit: UnitOption = "",
) -> int:
    """Ghi ngày đã liên hệ được với một đảng viên đi làm ăn xa.

    Mã kết thúc: 0 xong, 2 thiếu ngày, hoặc sổ không ghi người này đi xa, 10 chưa có sổ.
    """
    from partyroll.tasks.registers.away_writing import Typed
    from partyroll.tasks.registers.away_writing import contact as heard_of

    typed = Typed(member, on=on, contact=contact_, unit=unit)
    done = heard_of(given.command, typed)
    return _tell(done, given)


@verb(away, "end")
def end(
    given: Given,
    member: MemberArgument,
    on: Annotated[str, typer.Option("--on", metavar="NGÀY", help="Ngày đã về.")] = "",
    unit: UnitOption = "",
) -> int:
    """Ghi một đảng viên đi làm ăn xa đã về.

    Giấy tờ còn ở nơi khác thì được nhắc. Mã kết thúc: 0 xong, 1 sổ đã ghi về ngày khác, 2
    thiếu ngày, hoặc sổ không ghi người này đi xa, 10 chưa có sổ.
    """
    from partyroll.tasks.registers.away_writing import Typed
    from partyroll.tasks.registers.away_writing import end as end_one

    done = end_one(given.command, Typed(member, on=on, unit=unit))
    return _tell(done, given)


def _tell(done: "Saved[Told]", given: Given) -> int:
    from partyroll.cli.contracts.away import away_contract

    return given.tell(done, contract=away_contract, show=_show)


def _show(told: "Told", screen: "Screen") -> None:
    from partyroll.cli.stay_words import stay_words

    unit = told.unit_path[-1] if told.unit_path else ""
    rows = [(told.person.full_name, unit, stay_words(stay)) for stay in told.stays]
    screen.table(("Họ và tên", "Chi bộ", "Sổ ghi"), rows)
