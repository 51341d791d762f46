"""The province's reorganisation of 1/7/2025: districts end, communes become fewer.

Two or three communes become one, directly under the province; of their cells, those of one name
become one too.  `reorganisation-2025.xlsx` is the plan that says so, a line for each step.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from exits import Exit
from openpyxl import Workbook
from province import DISTRICTS, PROVINCE, REORGANISED, District, new_place, new_units
from workbook import new_sheet, put_row

HEADINGS = {
    "STT": 6,
    "Thao tác": 17,
    "Đơn vị cũ": 34,
    "Trực thuộc (cũ)": 32,
    "Đơn vị mới": 34,
    "Trực thuộc": 32,
    "Ngày hiệu lực": 13,
    "Số quyết định": 16,
    "Ngày quyết định": 15,
    "Ghi chú": 20,
}
PAPER, SIGNED = "1250-QĐ/TU", date(2025, 6, 20)


@dataclass(frozen=True, slots=True)
class Step:
    """A line of the plan."""

    action: str
    old: str = ""
    under: str = ""
    new: str = ""
    parent: str = ""


def steps(people: Sequence[Exit]) -> list[Step]:
    """List what becomes of every unit that the exits of before the day name."""
    before = [leaver for leaver in people if leaver.decided < REORGANISED]
    cells = sorted({(x.district.name, x.committee, x.cell) for x in before})
    plan = list(_founded(cells))
    for district in DISTRICTS:
        plan.extend(_merged(district, [cell for cell in cells if cell[0] == district.name]))
        plan.append(Step("Giải thể", district.name))
    return plan


def _founded(cells: Iterable[tuple[str, str, str]]) -> Iterator[Step]:
    """Yield each new commune, and each of its cells, once."""
    made: dict[tuple[str, str], str] = {}
    for _, committee, cell in cells:
        commune, new_cell = new_units(committee, cell)
        if commune != committee:
            made.setdefault((commune, ""), PROVINCE)
            made.setdefault((commune, new_cell), commune)
    for (commune, cell), above in made.items():
        yield Step("Thành lập", new=cell or commune, parent=above)


def _merged(district: District, cells: Sequence[tuple[str, str, str]]) -> Iterator[Step]:
    """Yield what becomes of the committees of a district, and of their cells."""
    for committee in dict.fromkeys(committee for _, committee, _ in cells):
        commune, _ = new_units(committee, "")
        if commune == committee:
            yield Step("Chuyển trực thuộc", committee, district.name, parent=PROVINCE)
            continue
        yield Step("Sáp nhập", committee, district.name, commune, PROVINCE)
        for cell in (cell for _, own, cell in cells if own == committee):
            new_cell = new_units(committee, cell)[1]
            yield Step("Sáp nhập", cell, committee, new_cell, commune)


def write_plan(book: Workbook, plan: Sequence[Step]) -> None:
    """Write the plan in the form that `partyroll template reorganisation` makes."""
    sheet = new_sheet(book, "Kế hoạch", tuple(HEADINGS.values()))
    put_row(sheet, 1, HEADINGS, font="bold")
    for number, step in enumerate(plan, start=1):
        values = (
            number,
            step.action,
            step.old or None,
            step.under or None,
            step.new or None,
            step.parent or None,
            REORGANISED,
            PAPER,
            SIGNED,
            None,
        )
        put_row(sheet, 1 + number, values, left="C D E F J")
    sheet.freeze_panes = "C2"
    sheet.print_title_rows = "1:1"


def plan_truth(plan: Sequence[Step]) -> dict[str, object]:
    """Say how many steps of each sort the plan has."""
    actions = [step.action for step in plan]
    return {
        "day": str(REORGANISED),
        "steps": {action: actions.count(action) for action in dict.fromkeys(actions)},
        "communes": {
            new_place(district, place): [
                other
                for other in district.places
                if new_place(district, other) == new_place(district, place)
            ]
            for district in DISTRICTS
            for place in district.places
        },
    }
