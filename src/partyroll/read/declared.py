"""Totals that a paper states of a whole period, by unit: no persons, never exits.

What is counted stands in the headings ("Xóa tên | Xin ra"), in a column ("Chỉ tiêu") or in the
title; the period in year columns, a column, two columns of days or the title.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from partyroll.model import Severity
from partyroll.period import Term
from partyroll.read.around_rows import Columns, Setting
from partyroll.read.body import Body, Place, examples, set_aside
from partyroll.read.cells import Cells
from partyroll.read.declared_sums import Counted, sum_remarks
from partyroll.read.declared_words import UMBRELLA, counted_in, period_in, periods_named
from partyroll.read.facts import DeclaredRow, SetAside, UnitRef
from partyroll.read.grid import Value, address, as_text
from partyroll.read.headcounts import NOTHING, named_unit, whole_number
from partyroll.read.heads import Column, Head
from partyroll.read.lines import LineKind
from partyroll.read.remarks import Remark
from partyroll.read.tables import Block

COUNTED_BY_FIELD = {
    "exit_mark_removed": "REMOVED",
    "exit_mark_withdrew": "WITHDREW",
    "exit_mark_expelled": "EXPELLED",
    "exit_mark_died": "DIED",
    "declared_out": "OUT",
    "declared_other": "OTHER_DECREASE",
    "declared_unstated": "LEFT_UNSTATED",
    "declared_admitted": "ADMITTED",
    "admission_date": "ADMITTED",
    "declared_readmitted": "READMITTED",
    "readmission_date": "READMITTED",
    "declared_restored": "RESTORED",
    "declared_in": "IN",
    "declared_umbrella": UMBRELLA,
}
_PERIODS = ("declared_period", "dues_period", "year")
_COUNTS = ("member_count", "declared_count")
_PART = re.compile(r"\s*(?:trong đó|trong do|gồm|riêng)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DeclaredTable:
    """How a table states its totals; `counted` and `period` are what its title says of all."""

    head: Head
    counted: str = ""
    period: Term | None = None

    @classmethod
    def of(cls, block: Block, year: int | None) -> "DeclaredTable | None":
        """Return how `block` states totals; None where it states none that are understood."""
        words = f"{block.title.words} | {block.grid.name}"
        stated = periods_named(words) or ([Term.parse(str(year))] if year else [])
        period = stated[0] if len(stated) == 1 else None
        table = cls(block.head, counted_in(words) or "", period)
        return table if table.understood else None

    @property
    def understood(self) -> bool:
        """Whether a number of the table says what it counts."""
        if self._marked or "declared_what" in self.head.fields:
            return True
        years = [c for c in self.head.all("year_column") if c.meaning.year is not None]
        return bool(self.counted and (years or self._count_column))

    @property
    def dated(self) -> bool:
        """Whether rows or title say of which period the numbers are."""
        columns = any(c.meaning.year is not None for c in self.head.all("year_column"))
        fields = self.head.fields
        spans = {"away_from", "away_to"} <= fields
        return bool(self.period or columns or spans or fields & set(_PERIODS))

    @property
    def _marked(self) -> list[tuple[Column, str]]:
        return [
            (column, COUNTED_BY_FIELD[field])
            for column in self.head.columns
            for field in column.meaning.fields
            if field in COUNTED_BY_FIELD
        ]

    @property
    def _count_column(self) -> Column | None:
        found = (self.head.first(field) for field in _COUNTS)
        return next((column for column in found if column), None)

    def numbers(self, what: str) -> list[Counted]:
        """Return where a row that counts `what` ("" = its columns say it) states numbers."""
        if marked := self._marked:
            return [Counted(column.index, counted) for column, counted in marked]
        years = [
            Counted(column.index, what, Term.parse(str(column.meaning.year)))
            for column in self.head.all("year_column")
            if column.meaning.year is not None
        ]
        single = self._count_column
        return years or ([Counted(single.index, what)] if single else [])


def read_declared(
    block: Block, place: Place, setting: Setting, table: DeclaredTable
) -> Body[DeclaredRow]:
    """Return a fact for each unit, period and kind that has a number."""
    columns = Columns.of(block.head)
    units: dict[tuple[str, ...], UnitRef] = {}
    rows: list[DeclaredRow] = []
    told: list[tuple[int, Remark]] = []
    aside: list[SetAside] = []
    count = 0
    for line in block.of(LineKind.BODY):
        cells = Cells(block.grid, line.row, columns, setting)
        count += 1
        found = [] if cells.holds_example() else [*_rows(block, cells, table, units)]
        if cells.failed:
            aside.append(set_aside(place, cells))
        else:
            rows.extend(found)
        told.extend((line.row, remark) for remark in cells.remarks)
    told.extend(examples(block))
    told.extend(sum_remarks(block, table.numbers(table.counted)))
    problems = tuple(place.problem(row, remark) for row, remark in told)
    return Body(tuple(rows), problems, tuple(aside), count)


def _rows(
    block: Block, cells: Cells, table: DeclaredTable, units: dict[tuple[str, ...], UnitRef]
) -> Iterator[DeclaredRow]:
    what = _what(cells, table)
    unit = named_unit(cells, units)
    if unit is None and not cells.remarks and _states_a_number(block, cells, table):
        column = table.numbers(table.counted)[0].column
        _say(cells, column, "declared_unit_unknown", cells.at(column))
    if unit is None or what is None:
        return
    period = _period(cells, table)
    for number in table.numbers(what):
        value = block.grid.value(cells.row, number.column)
        stated = whole_number(value)
        if as_text(value) in NOTHING:
            continue
        if number.what == UMBRELLA:
            _say(cells, number.column, "umbrella_exit", value)
        elif stated is None:
            _say(cells, number.column, "unreadable_number", value)
        elif (term := number.period or period) is None:
            _say(cells, number.column, "declared_period_unclear", value)
        else:
            cell = address(cells.row, number.column)
            yield DeclaredRow(cells.row + 1, cell, unit, number.what, term, stated)


def _states_a_number(block: Block, cells: Cells, table: DeclaredTable) -> bool:
    """Whether a row counts something in a table that has no column of units."""
    if any(cells.has(field) for field in ("unit_name", "unit_cell", "unit_parent")):
        return False
    numbers = table.numbers(table.counted)
    return any(as_text(block.grid.value(cells.row, n.column)) not in NOTHING for n in numbers)


def _say(cells: Cells, column: int, code: str, value: Value) -> None:
    cells.remarks.append(Remark(column, code, as_text(value)[:120]))


def _what(cells: Cells, table: DeclaredTable) -> str | None:
    """Return what the numbers of a row count; None where the row is to be left out."""
    if not cells.has("declared_what"):
        return table.counted
    text = as_text(cells.value("declared_what"))
    if _PART.match(text):
        cells.say("declared_what", "declared_part")
        return None
    what = counted_in(text)
    if what is None:
        cells.say("declared_what", "declared_unknown", severity=Severity.ERROR)
    return what


def _period(cells: Cells, table: DeclaredTable) -> Term | None:
    start, end = (
        (cells.day(field) if cells.has(field) else None) for field in ("away_from", "away_to")
    )
    if start and end and start.first <= end.last:
        return Term(start.first, end.last, f"{start.vi}-{end.vi}")
    texts = (as_text(cells.value(field)) for field in _PERIODS if cells.has(field))
    text = next(filter(None, texts), "")
    return period_in(text) if text else table.period
