"""A workbook of rows that stayed out, coming back: what it completes and who answered what.

The columns put in front of the source's own are blanked, never dropped: every address stays
the one that the clerk sees.
"""

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from partyroll.messages import (
    RETURNED_ADVICE,
    RETURNED_ANSWER,
    RETURNED_CODES,
    RETURNED_MARK,
    RETURNED_ROW,
)
from partyroll.read.assembly import Result
from partyroll.read.facts import SetAside, Table, TableKind
from partyroll.read.grid import Grid, letter, make_grid
from partyroll.read.lessons import Lesson, Teaching
from partyroll.read.remarks import Remark
from partyroll.read.sentences import problem
from partyroll.text import fold

Where = tuple[str, int]  # a sheet and a row (1-based)
_SHA = re.compile(r"[0-9a-f]{64}")
_PROPERTY = re.compile(RETURNED_MARK + r'"[^>]*>\s*(?:<[^>]*>)?\s*([0-9a-f]{64})')
_PROPERTY_PARTS = ("docProps/custom.xml", "meta.xml")
# Told of a row beside another one that did not come back with it.
_BESIDE_ANOTHER = frozenset({"duplicate_row", "duplicate_card", "duplicate_figure"})
# Told of a row below a heading that did not come back with it: only its answer brings it in.
_BELOW_A_GROUP = "below_group"
_MEMBERS = frozenset({"dang vien", "roster", "la dang vien"})
# What sums say of a table that holds only a few of its rows means nothing.
_OF_WHOLE_TABLES = frozenset({"total_mismatch"})
# How a person answers what a table is about, by the question.
_BY_MONTHS = {
    "dues": TableKind.DUES,
    "dang phi": TableKind.DUES,
    "meetings": TableKind.MEETINGS,
    "diem danh": TableKind.MEETINGS,
    "sinh hoat": TableKind.MEETINGS,
}
_OF_PEOPLE = {
    "exits": TableKind.EXITS,
    "ra khoi dang": TableKind.EXITS,
    "candidates": TableKind.CANDIDATES,
    "quan chung": TableKind.CANDIDATES,
    "nguon ket nap": TableKind.CANDIDATES,
    "excuses": TableKind.EXCUSES,
    "mien, giam, hoan": TableKind.EXCUSES,
    "roster": TableKind.ROSTER,
    "dang vien": TableKind.ROSTER,
    "skipped": TableKind.SKIPPED,
    "-": TableKind.SKIPPED,
    "bo qua": TableKind.SKIPPED,
}
_KINDS = {
    "kind_unclear": _BY_MONTHS,
    "list_of_exits_unclear": _OF_PEOPLE,
    "list_of_members_unclear": _OF_PEOPLE,
}
_LISTED_FROM = 4  # the column of the hidden sheet where a row's cells begin


@dataclass(frozen=True, slots=True)
class Returned:
    """What is known of a workbook that came back; `completes` is empty for any other.

    `origins` says where a row first stood, `unchanged` which of its columns are as they were
    handed out, `codes` why it had stayed out, `fronts` which columns (0-based) of a sheet are
    not the source's own.
    """

    grids: list[Grid]
    completes: str = ""
    origins: Mapping[Where, Where] = field(default_factory=dict)
    answers: Mapping[Where, str] = field(default_factory=dict)
    unchanged: Mapping[Where, frozenset[str]] = field(default_factory=dict)
    codes: Mapping[Where, frozenset[str]] = field(default_factory=dict)
    untouched: frozenset[Where] = frozenset()
    fronts: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Handed:
    """A row as it was handed out."""

    codes: frozenset[str]
    texts: tuple[str, ...]


def recognised(path: Path, grids: list[Grid]) -> Returned:
    """Return the sheets as they were before anything was put in front of them."""
    mark = next((grid for grid in grids if grid.text(0, 0) == RETURNED_MARK), None)
    completes = mark.text(0, 1) if mark else _property(path)
    if not _SHA.fullmatch(completes):
        return Returned(grids)
    handed, names = _handed_out(mark) if mark else ({}, {})
    sheets = [_Sheet(grid, names.get(grid.name, grid.name)) for grid in grids if grid != mark]
    rows = [row for sheet in sheets for row in sheet.rows()]
    known = [(row, handed[row.origin]) for row in rows if row.origin in handed]
    return Returned(
        grids=[sheet.grid for sheet in sheets],
        completes=completes,
        origins={row.where: row.origin for row in rows if row.origin[1]},
        answers={row.where: row.answer for row in rows if row.answer},
        unchanged={row.where: row.same_as(before) for row, before in known},
        codes={row.where: before.codes for row, before in known},
        untouched=frozenset(row.where for row, before in known if row.texts == before.texts),
        fronts={sheet.grid.name: sheet.front for sheet in sheets},
    )


def _property(path: Path) -> str:
    """Return the mark among the properties of the file, where a hidden sheet was lost."""
    if not zipfile.is_zipfile(path):
        return ""
    with zipfile.ZipFile(path) as archive:
        for name in set(_PROPERTY_PARTS) & set(archive.namelist()):
            found = _PROPERTY.search(archive.read(name).decode("utf-8", "replace"))
            if found:
                return found[1]
    return ""


def _handed_out(mark: Grid) -> tuple[dict[Where, _Handed], dict[str, str]]:
    handed: dict[Where, _Handed] = {}
    names: dict[str, str] = {}
    for row in range(1, len(mark.rows)):
        name, sheet, number, codes, *texts = (
            mark.text(row, column) for column in range(max(_LISTED_FROM, len(mark.rows[row])))
        )
        names[name] = sheet
        if number.isdecimal():
            place = (sheet, int(number))
            handed[place] = _Handed(frozenset(codes.split()), _without_tail(texts))
    return handed, names


def _without_tail(texts: list[str]) -> tuple[str, ...]:
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row that came back: where it stands, where it stood, what it says now."""

    where: Where
    origin: Where
    answer: str
    texts: tuple[str, ...]
    columns: tuple[int, ...]

    def same_as(self, before: _Handed) -> frozenset[str]:
        """Return the columns that say what they said when the row was handed out."""
        return frozenset(
            letter(column)
            for place, column in enumerate(self.columns)
            if self._text(self.texts, place) == self._text(before.texts, place)
        )

    @staticmethod
    def _text(texts: tuple[str, ...], place: int) -> str:
        return texts[place] if place < len(texts) else ""


class _Sheet:
    """One sheet that came back, and the columns in front of its own."""

    def __init__(self, grid: Grid, origin: str) -> None:
        self._name, self._origin = grid.name, origin
        self._before = grid
        self._own = _own_columns(grid)
        self.grid = self._blanked(grid)

    @property
    def front(self) -> tuple[int, ...]:
        """The columns that are not the source's own."""
        return tuple(sorted(self._own.values()))

    def _blanked(self, grid: Grid) -> Grid:
        own = set(self._own.values())
        advice = [r for r in range(min(len(grid.rows), 3)) if _is_advice(grid, r)]
        if not (own or advice):
            return grid
        rows = [
            ["" if r in advice or c in own else value for c, value in enumerate(values)]
            for r, values in enumerate(grid.rows)
        ]
        merges = tuple(s for s in grid.merges if s.top not in advice and s.left not in own)
        return make_grid(grid.name, rows, merges=merges, hidden=grid.hidden)

    def rows(self) -> Iterator[_Row]:
        """Yield every row that a person filled or that was handed out."""
        if not self._own:
            return
        own = set(self._own.values())
        columns = tuple(c for c in range(self.grid.width) if c not in own)
        for row in range(len(self.grid.rows)):
            number = self._front(row, RETURNED_ROW)
            answer = self._front(row, RETURNED_ANSWER)
            if number == RETURNED_ROW or answer == RETURNED_ANSWER:
                continue
            origin = (self._origin, int(number) if number.isdecimal() else 0)
            texts = _without_tail([self.grid.text(row, column) for column in columns])
            if texts:
                yield _Row((self._name, row + 1), origin, answer, texts, columns)

    def _front(self, row: int, heading: str) -> str:
        return self._before.text(row, self._own[heading]) if heading in self._own else ""


def _own_columns(grid: Grid) -> dict[str, int]:
    """Return the columns put in front of the source's own, by their heading."""
    for row in range(len(grid.rows)):
        texts = {text: column for column, text in grid.texts(row)}
        if RETURNED_CODES in texts or RETURNED_ROW in texts:
            headings = (RETURNED_CODES, RETURNED_ANSWER, RETURNED_ROW)
            return {heading: texts[heading] for heading in headings if heading in texts}
    return {}


def _is_advice(grid: Grid, row: int) -> bool:
    return any(text.startswith(RETURNED_ADVICE) for _, text in grid.texts(row))


# --- Before reading -----------------------------------------------------------------------
def taught(teaching: Teaching, returned: Returned) -> Teaching:
    """Return `teaching` with what the answers say of whole tables."""
    kinds: dict[str, set[TableKind]] = {}
    for where, answer in returned.answers.items():
        asked = [_KINDS[code] for code in returned.codes.get(where, ()) if code in _KINDS]
        named = (kind for words in asked if (kind := words.get(fold(answer))))
        kinds.setdefault(where[0], set()).update(named)
    lessons = tuple(
        Lesson(f"{sheet}={kind}", sheet, kind=kind)
        for sheet, named in kinds.items()
        for kind in named
        if len(named) == 1
    )
    return replace(teaching, lessons=(*teaching.lessons, *lessons))


# --- After reading ------------------------------------------------------------------------
def settled(file: str, result: Result, returned: Returned) -> Result:
    """Return what a workbook that came back states, read with what is known of its rows.

    A row that repeats another one stays out until somebody has touched it or answered.
    """
    if not returned.completes:
        return result
    out = {(aside.sheet, aside.row) for aside in result.set_aside}
    again = {
        where: code
        for where in returned.untouched - out - set(returned.answers)
        for code in sorted(returned.codes[where] & _BESIDE_ANOTHER)
    }
    again |= {
        where: _BELOW_A_GROUP
        for where, codes in returned.codes.items()
        if _BELOW_A_GROUP in codes and fold(returned.answers.get(where, "")) not in _MEMBERS
    }
    kept = [p for p in result.problems if p.code not in _OF_WHOLE_TABLES]
    asides: list[SetAside] = []
    for table in result.tables:
        for row in table.rows:
            if code := again.get((table.sheet, row.row)):
                cell = _cell(table, row.row, code)
                remark = Remark(0, code, "", None, "tệp gốc")
                kept.append(problem(file, table.sheet, row.row, remark, cell))
                asides.append(_aside(returned, table, row.row, code))
    return Result(
        tuple(
            replace(t, rows=tuple(r for r in t.rows if (t.sheet, r.row) not in again))
            for t in result.tables
        ),
        tuple(kept),
        (*result.set_aside, *asides),
    )


def _cell(table: Table, row: int, code: str) -> str:
    wanted = ("card_no", "full_name") if code == "duplicate_card" else ("full_name",)
    fields = {f: column for column, held in [*table.columns.items()][::-1] for f in held}
    first = next(iter(table.columns), "A")
    return f"{next((fields[f] for f in wanted if f in fields), first)}{row}"


def _aside(returned: Returned, table: Table, row: int, code: str) -> SetAside:
    grid = next(grid for grid in returned.grids if grid.name == table.sheet)
    return SetAside(
        table.sheet, row, code, {letter(c): text for c, text in grid.texts(row - 1)}
    )
