"""The rows of a table, one after the other: read, set aside, or told."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from partyroll.model import Problem, Severity
from partyroll.read.around_rows import Columns, Setting
from partyroll.read.cells import Cells
from partyroll.read.facts import Row, SetAside
from partyroll.read.grid import Grid, address, letter
from partyroll.read.lines import Line, LineKind
from partyroll.read.remarks import Remark
from partyroll.read.sentences import problem, severity_of
from partyroll.read.tables import Block
from partyroll.read.units import cell_of_place, is_hamlet, is_upper_unit, unit_name

R = TypeVar("R", bound=Row)
Progress = Callable[[str, int, int], None]
_STEP = 1_000
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
    read_row: Callable[[Cells], R | None],
    progress: Progress | None = None,
) -> Body[R]:
    """Return every row that `read_row` understands, and what is to be said of the others."""
    columns = Columns.of(block.head)
    rows: list[R] = []
    problems: list[Problem] = []
    aside: list[SetAside] = []
    count, section = 0, ""
    for line in block.lines:
        if line.kind is LineKind.BODY:
            count += 1
            cells = Cells(block.grid, line.row, columns, setting, section)
            marked = count <= _FORM_ROWS and cells.holds_example()
            row = None if marked else read_row(cells)
            if row is not None and not cells.failed:
                rows.append(row)
            elif cells.failed:
                aside.append(set_aside(place, cells))
            said = (*cells.remarks, *cells.spoiled)
            problems.extend([place.problem(line.row, remark) for remark in said])
            if progress and count % _STEP == 0:
                progress(block.grid.name, line.row, len(block.grid.rows))
        elif line.kind is LineKind.SECTION:
            setting, section = enter(line, setting, section)
        elif line.kind in TOLD:
            told = Remark(line.column, TOLD[line.kind], line.text[:120])
            problems.append(place.problem(line.row, told))
    return Body(tuple(rows), tuple(problems), tuple(aside), count)


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
    if not is_upper_unit(line.text):
        return setting, unit_name(line.text)
    parents = tuple(p for p in setting.parents if p != section)
    return replace(setting, parents=(*parents[:2], unit_name(line.text)), unit=""), ""


def lines_between(lines: Iterable[Line], first: int, last: int) -> list[Line]:
    """Return the rows of persons between two sheet rows."""
    return [x for x in lines if x.kind is LineKind.BODY and first < x.row < last]
