"""The rows of a table, one after the other: read, set aside, or told."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, islice, repeat
from typing import Generic, TypeVar

from partyroll.model import Problem, Severity
from partyroll.read.around_rows import Columns, Setting
from partyroll.read.cells import Cells
from partyroll.read.facts import Row, SetAside
from partyroll.read.grid import Grid, address, letter
from partyroll.read.lines import Line, LineKind
from partyroll.read.remarks import Remark
from partyroll.read.runs import ReadsRuns, Run
from partyroll.read.sentences import problem, severity_of
from partyroll.read.tables import Block
from partyroll.read.units import (
    cell_of_place,
    is_hamlet,
    is_party_group,
    is_upper_unit,
    unit_name,
)

R = TypeVar("R", bound=Row)
Progress = Callable[[str, int, int], None]
_STEP = 1_000
_SHORT = 8  # fewer rows are read alone in less time
_FORM_ROWS = 200  # of a form: among these its example stood
TOLD = {
    LineKind.EMPTY_NUMBERED: "empty_numbered_row",
    LineKind.EXAMPLE: "example_row",
    LineKind.NOTE: "unread_line",
}


@dataclass(frozen=True, slots=True)
class Body(Generic[R]):
    """What the rows of a table gave."""

    rows: tuple[R, ...] = ()
    problems: tuple[Problem, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    count: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where problems are reported: a sheet of a file."""

    file: str
    sheet: str

    def problem(self, row: int, remark: Remark) -> Problem:
        """Return the problem that a person reads; `row` counts from 0."""
        cell = address(row, remark.column)
        return problem(self.file, self.sheet, row + 1, remark, cell)


def read_body(
    block: Block,
    place: Place,
    setting: Setting,
    read_row: Callable[[Cells], R | None] | ReadsRuns[R],
    progress: Progress | None = None,
) -> Body[R]:
    """Return every row that `read_row` understands, and what is to be said of the others."""
    reading = _Reading(block, place, setting, read_row, progress)
    for person, lines in groupby(block.lines, lambda line: line.kind is LineKind.BODY):
        if person:
            reading.persons([line.row for line in lines])
        else:
            reading.others(lines)
    return reading.body()


class _Reading(Generic[R]):
    """A table being read from top to bottom."""

    def __init__(
        self,
        block: Block,
        place: Place,
        setting: Setting,
        read_row: Callable[[Cells], R | None] | ReadsRuns[R],
        progress: Progress | None,
    ) -> None:
        self._grid, self._place, self._progress = block.grid, place, progress
        body = [line.row for line in block.lines if line.kind is LineKind.BODY]
        self._read_row, self._columns = read_row, Columns.of(block.head, body)
        self._setting, self._section, self._count = setting, "", 0
        self._rows: list[R] = []
        self._problems: list[Problem] = []
        self._aside: list[SetAside] = []

    def body(self) -> Body[R]:
        """Return what was read."""
        return Body(tuple(self._rows), tuple(self._problems), tuple(self._aside), self._count)

    def others(self, lines: Iterable[Line]) -> None:
        """Take rows that are no persons: sections, notes, totals."""
        for line in lines:
            if line.kind is LineKind.SECTION:
                self._setting, self._section = enter(line, self._setting, self._section)
            elif line.kind in TOLD:
                told = Remark(line.column, TOLD[line.kind], line.text[:120])
                self._problems.append(self._place.problem(line.row, told))

    def persons(self, rows: Sequence[int]) -> None:
        """Read the rows of persons, one below the other."""
        for some, said in self._said(rows):
            steps = self._count // _STEP
            self._take(some, said)
            if self._progress and self._count // _STEP > steps:
                self._progress(self._grid.name, some[-1], len(self._grid.rows))

    def _take(self, rows: Sequence[int], said: Iterator[R | None]) -> None:
        """Take what each row says, in its turn; None is read alone before the next is asked."""
        place = 0
        while place < len(rows):
            place += self._take_plain(said)
            if place < len(rows):
                self._count += 1
                self._read_alone(rows[place])
                place += 1

    def _take_plain(self, said: Iterator[R | None]) -> int:
        """Take what rows say, up to the next None or to the end; return how many."""
        before = len(self._rows)
        self._rows.extend(iter(said.__next__, None))
        taken = len(self._rows) - before
        self._count += taken
        return taken

    def _said(self, rows: Sequence[int]) -> Iterator[tuple[list[int], Iterator[R | None]]]:
        """Yield rows with what each says; None where it wants to be read alone."""
        reader, early = self._read_row, max(_FORM_ROWS - self._count, 0)
        if not isinstance(reader, ReadsRuns):
            early = len(rows)
        for some in _batches(rows[:early]):
            yield some, repeat(None, len(some))
        for merged, stretch in groupby(rows[early:], self._grid.merged_rows.__contains__):
            for some in _batches(stretch):
                if merged or len(some) < _SHORT or not isinstance(reader, ReadsRuns):
                    yield some, repeat(None, len(some))
                    continue
                run = Run(self._grid, some, self._columns, self._setting, self._section)
                yield some, reader.run(run)

    def _read_alone(self, row: int) -> None:
        cells = Cells(self._grid, row, self._columns, self._setting, self._section)
        marked = self._count <= _FORM_ROWS and cells.holds_example()
        said = None if marked else self._read_row(cells)
        if said is not None and not cells.failed:
            self._rows.append(said)
        elif cells.failed:
            self._aside.append(set_aside(self._place, cells))
        remarks = (*cells.remarks, *cells.spoiled)
        self._problems.extend([self._place.problem(row, remark) for remark in remarks])


def _batches(rows: Iterable[int]) -> Iterator[list[int]]:
    left = iter(rows)
    while batch := [*islice(left, _STEP)]:
        yield batch


def examples(block: Block) -> Iterator[tuple[int, Remark]]:
    """Yield what is to be said of the example rows of a table without people."""
    for line in block.of(LineKind.EXAMPLE):
        yield line.row, Remark(line.column, TOLD[LineKind.EXAMPLE], line.text[:120])


def set_aside(place: Place, cells: Cells) -> SetAside:
    """Return a row as found, under the code of its first error."""
    errors = (r.code for r in cells.remarks if severity_of(r) is Severity.ERROR)
    return SetAside(place.sheet, cells.row + 1, next(errors, "missing_name"), cells.texts())


def rows_below(grid: Grid, heading: int, code: str) -> Iterator[SetAside]:
    """Yield the rows below a heading that cannot be read, as found."""
    for row in range(heading + 1, len(grid.rows)):
        texts = {letter(column): text for column, text in grid.texts(row)}
        if len(texts) >= 3:
            yield SetAside(grid.name, row + 1, code, texts)


def enter(line: Line, setting: Setting, section: str) -> tuple[Setting, str]:
    """Return what holds below a section row: a committee is a parent, a cell the unit."""
    if is_hamlet(line.text):  # a part of the cell that the title names, else a cell itself
        own = setting.unit and not section
        return setting, "" if own else unit_name(cell_of_place(line.text))
    if is_party_group(line.text) and (setting.unit or section) and not is_party_group(section):
        return setting, section
    if not is_upper_unit(line.text):
        return setting, unit_name(line.text)
    parents = tuple(p for p in setting.parents if p != section)
    return replace(setting, parents=(*parents[:2], unit_name(line.text)), unit=""), ""


def lines_between(lines: Iterable[Line], first: int, last: int) -> list[Line]:
    """Return the rows of persons between two sheet rows."""
    return [x for x in lines if x.kind is LineKind.BODY and first < x.row < last]
