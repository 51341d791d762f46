"""Numbers of members by unit and year: no persons, never members."""

import re
from collections.abc import Iterator

from partyroll.read.around_rows import Columns, Setting
from partyroll.read.body import Body, Place, examples
from partyroll.read.cells import Cells
from partyroll.read.facts import HeadcountRow, UnitRef
from partyroll.read.grid import Value, address, as_text
from partyroll.read.heads import Head
from partyroll.read.lines import LineKind
from partyroll.read.money import read_money
from partyroll.read.remarks import Remark
from partyroll.read.tables import Block
from partyroll.text import fold

_LARGEST = 10_000_000
NOTHING = frozenset({"", "-", "–", "—"})
_PEOPLE = re.compile(r"\s*(?:đ/c|đồng chí|đảng viên|đv|người)\.?$", re.IGNORECASE)
_SUM_WORDS = ("tong", "cong", "toan")


def read_headcounts(
    block: Block, place: Place, setting: Setting, year: int | None
) -> Body[HeadcountRow]:
    """Return one row for each unit and year that has a number."""
    columns = Columns.of(block.head)
    units: dict[tuple[str, ...], UnitRef] = {}
    rows: list[HeadcountRow] = []
    told: list[tuple[int, Remark]] = []
    count = 0
    for line in block.of(LineKind.BODY):
        cells = Cells(block.grid, line.row, columns, setting)
        unit = _unit(cells, units)
        count += 1
        told.extend((line.row, remark) for remark in cells.remarks)
        if unit is None:
            continue
        for column, stated_year in _numbers(block.head, cells, year):
            value = block.grid.value(line.row, column)
            number = whole_number(value)
            if number is None and as_text(value) not in NOTHING:
                told.append((line.row, Remark(column, "unreadable_number", as_text(value))))
            elif number is not None:
                cell = address(line.row, column)
                rows.append(HeadcountRow(line.row + 1, cell, unit, stated_year, number))
    told.extend(examples(block))
    problems = tuple(place.problem(row, remark) for row, remark in told)
    return Body(tuple(rows), problems, (), count)


def _unit(cells: Cells, units: dict[tuple[str, ...], UnitRef]) -> UnitRef | None:
    unit = cells.unit(units)
    if unit is None or unit.origin == "column":
        return None if unit and fold(unit.name).startswith(_SUM_WORDS) else unit
    return unit if cells.has("unit_parent") and not cells.has("unit_name") else None


def named_unit(cells: Cells, units: dict[tuple[str, ...], UnitRef]) -> UnitRef | None:
    """Return the unit that a row is about: its own, else the one that the title names."""
    if cells.has("unit_name") or cells.has("unit_cell") or cells.has("unit_parent"):
        return _unit(cells, units)
    unit = cells.unit(units)
    if unit is None or unit.name:
        return unit
    return UnitRef(unit.parents[-1], unit.parents[:-1], "title")


def _numbers(head: Head, cells: Cells, year: int | None) -> Iterator[tuple[int, int]]:
    for column in head.all("year_column"):
        if column.meaning.year is not None:
            yield column.index, column.meaning.year
    if not head.all("year_column") and cells.has("member_count"):
        stated = whole_number(cells.value("year")) if cells.has("year") else year
        if stated is not None and 1930 <= stated <= 2100:
            yield cells.column("member_count"), stated


def whole_number(value: Value) -> int | None:
    """Return the number of people a cell states; None where it states none."""
    if isinstance(value, float):
        return int(value) if value.is_integer() and 0 <= value <= _LARGEST else None
    reading = read_money(_PEOPLE.sub("", as_text(value)))
    return reading.value if reading and reading.value is not None else None
