"""What people left on cells instead of words in them, where it may clear somebody.

A comment, a line through or a colour that the sheet itself explains never counts against
anybody: the month stays open, and is told, until somebody writes what is meant into the cell.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from partyroll.model import Letter, Problem
from partyroll.read.assembly import Result
from partyroll.read.body import Place
from partyroll.read.facts import BookRow, Row, Table, TableKind
from partyroll.read.grid import Grid, column_index, letter
from partyroll.read.guard.cell_marks import Mark
from partyroll.read.remarks import Remark

MarksOf = Callable[[Collection[str]], Iterable[Mark]]
_BOOKS: Final = frozenset({TableKind.DUES, TableKind.MEETINGS})
_LISTS: Final = _BOOKS | {TableKind.ROSTER}
_COLOUR: Final = r"(?:màu|mầu|vàng|đỏ|xanh|cam|hồng|tím|xám)"
_EXPLAINS: Final = re.compile(
    rf"\b(?:tô|bôi|ô|chữ|dòng)\s+(?:màu\s+)?{_COLOUR}\b|\bmàu\s+{_COLOUR}\b", re.IGNORECASE
)
_ROW_DIGITS: Final = re.compile(r"\d+$")
_LONGEST: Final = 200


def colours_explained(grids: Iterable[Grid]) -> frozenset[str]:
    """Return the sheets in which a line says that a colour means something."""
    return frozenset(
        grid.name
        for grid in grids
        if any(isinstance(v, str) and _EXPLAINS.search(v) for row in grid.rows for v in row)
    )


def with_marks(
    file: str, result: Result, marks_of: MarksOf, coloured: Collection[str]
) -> Result:
    """Return what was read, without what the marks on its cells may take back."""
    sheets = sorted({table.sheet for table in result.tables if table.kind in _LISTS})
    marks = _Marks({}, coloured)
    for mark in marks_of(sheets) if sheets else ():
        if mark.kind != "colour" or mark.sheet in coloured:
            marks.on.setdefault((mark.sheet, mark.row, mark.column), mark)
    tables: list[Table] = []
    told: list[Problem] = []
    for table in result.tables:
        if table.kind in _LISTS and (marks.on or table.sheet in coloured):
            looked = _Looked(file, table, marks)
            tables.append(replace(table, rows=tuple(map(looked.row, table.rows))))
            told += looked.told
        else:
            tables.append(table)
    return replace(result, tables=tuple(tables), problems=(*result.problems, *told))


@dataclass(frozen=True, slots=True)
class _Marks:
    """The marks by sheet, row and column (0-based); `coloured` sheets explain a colour."""

    on: dict[tuple[str, int, int], Mark]
    coloured: Collection[str]

    def hides_colours(self, sheet: str) -> bool:
        """Whether a sheet speaks of colours and none can be seen: an old .xls."""
        seen = any(mark.kind == "colour" and mark.sheet == sheet for mark in self.on.values())
        return sheet in self.coloured and not seen


@dataclass(slots=True)
class _Looked:
    """One table whose rows are compared with the marks on their cells."""

    file: str
    table: Table
    marks: _Marks
    told: list[Problem] = field(default_factory=list)
    unseen: bool = False
    name: int = 0
    colour_told: bool = False

    def __post_init__(self) -> None:
        self.unseen = self.marks.hides_colours(self.table.sheet)
        named = (c for c, fields in self.table.columns.items() if "full_name" in fields)
        self.name = column_index(next(named, "A"))

    def row(self, row: Row) -> Row:
        """Return a row with the months open on whose cells a mark was left."""
        mark = self.marks.on.get((self.table.sheet, row.row - 1, self.name))
        if mark is not None and mark.kind != "colour":
            code = "row_struck" if mark.kind == "strike" else "comment_on_person"
            self._tell(self.table.sheet, row.row - 1, self.name, code, mark.text)
        if not isinstance(row, BookRow):
            return row
        if self.unseen:
            self._tell_colour(self.table.sheet, row.row - 1, self.name)
        letters, notes = list(row.letters), dict(row.notes)
        for place, cell in self._cells(row).items():
            self._month(place, cell, letters, notes)
        open_blanks = self.unseen or (mark is not None and mark.kind != "colour")
        return row._replace(
            letters="".join(letters), notes=notes, unallocated=row.unallocated or open_blanks
        )

    def _cells(self, row: BookRow) -> Mapping[int, str]:
        own = {place: f"{column}{row.row}" for place, column in self.table.positions.items()}
        return row.cells or own

    def _month(self, place: int, cell: str, letters: list[str], notes: dict[int, str]) -> None:
        sheet, _, where = cell.rpartition("!")
        found = _ROW_DIGITS.search(where)
        if place >= len(letters) or found is None:
            return
        at = (sheet or self.table.sheet, int(found[0]) - 1, column_index(where))
        mark = self.marks.on.get(at)
        if mark is None or letters[place] not in _open_to(self.table.kind, mark):
            return
        if mark.kind == "colour":
            self._tell_colour(*at)
        else:
            code = "month_struck" if mark.kind == "strike" else "comment_on_month"
            self._tell(*at, code, mark.text)
        if mark.kind == "comment" and letters[place] in _NOTED and place not in notes:
            letters[place] = _NOTED[letters[place]]
            notes[place] = mark.text[:_LONGEST]
        elif mark.kind != "comment" or letters[place] == Letter.BLANK:
            letters[place] = Letter.UNREADABLE

    def _tell_colour(self, sheet: str, row: int, column: int) -> None:
        if not self.colour_told:
            self._tell(sheet, row, column, "colour_unseen" if self.unseen else "colour_means")
        self.colour_told = True

    def _tell(self, sheet: str, row: int, column: int, code: str, text: str = "") -> None:
        remark = Remark(column, code, text[:_LONGEST], None, letter(column))
        self.told.append(Place(self.file, sheet).problem(row, remark))


# What a comment makes of a stated debt or absence: a reason for people to read.
_NOTED: Final = {Letter.UNPAID: Letter.NOTED, Letter.ABSENT: Letter.EXCUSED}


def _open_to(kind: TableKind, mark: Mark) -> Collection[str]:
    """Return the letters of a book that a mark may take back."""
    if kind is TableKind.MEETINGS:
        return {Letter.ABSENT}
    stated = {Letter.UNPAID, Letter.NOTED}
    return stated if mark.kind == "strike" else stated | {Letter.BLANK}
