"""One table on a sheet: title, denominator, heading, rows, notes."""

from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter.format import Format

from partyroll.messages import NOBODY_LISTED
from partyroll.model import CellValue, Column, Shape, Table
from partyroll.period import PartialDate
from partyroll.write.grid import Grid, write_value
from partyroll.write.plain import plain
from partyroll.write.sizing import row_height

_NUMBERS = frozenset({Shape.COUNT, Shape.DECIMAL, Shape.PERCENT})
_INDENT = 2  # characters a level takes
_HEIGHT_TO_WRITE = 48.0  # points: three lines, typed or by hand


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a table stands: rows by index, the last of each included."""

    table: Table
    columns: tuple[Column, ...]
    heading: int
    last: int
    above: float  # points from the top of the sheet to the first row of values

    @property
    def first(self) -> int:
        """The first row of values."""
        return self.heading + 1

    @property
    def last_plain(self) -> int:
        """The last row that is no total; the heading when there is none."""
        return self.heading + len(self.table.rows) - self.table.total_rows


def printed_columns(table: Table) -> tuple[Column, ...]:
    """Return the columns that a reader of paper sees."""
    return tuple(column for column in table.columns if column.printed)


def write_table(grid: Grid, table: Table, *, titled: bool, on_paper: bool = True) -> Placed:
    """Write `table` from the next free row; `titled` repeats its name above it.

    Of what never comes `on_paper` each row is one line, however long its words are.
    """
    columns = printed_columns(table)
    if titled:
        grid.line(table.title, "table", line_height=17)
    if table.denominator:
        grid.line(table.denominator, "note")
    heading = grid.row
    _heading(grid, columns)
    above = grid.height
    if on_paper:
        _rows(grid, table)
    else:
        _lines(grid, table)
    if not table.rows:
        grid.line(NOBODY_LISTED, "note")
    placed = Placed(table, columns, heading, grid.row - 1, above)
    for note in table.notes:
        grid.line(note, "note")
    return placed


def _heading(grid: Grid, columns: tuple[Column, ...]) -> None:
    look = grid.formats.words("heading")
    for place, column in enumerate(columns):
        grid.value(place, column.title, look)
    # Bold letters are wider, and the filter's arrow takes its corner.
    room = [
        (column.title, grid.widths[place] * 0.92)
        for place, column in enumerate(columns)
        if not column.hidden
    ]
    grid.advance(row_height(room) + 5)


@dataclass(frozen=True, slots=True)
class _Printed:
    """A column as it is printed: where its values stand in a row, how most of them look."""

    place: int
    column: Column
    usual: Format


def _rows(grid: Grid, table: Table) -> None:
    """Write rows as high as their words ask for."""
    printed = [
        _Printed(place, column, _look(grid, column, column.shape))
        for place, column in enumerate(table.columns)
        if column.printed
    ]
    level = next((n for n, column in enumerate(table.columns) if column.key == "level"), None)
    for number, row in enumerate(table.rows):
        total = number >= len(table.rows) - table.total_rows
        _row(grid, printed, row, indent=_indent(row, level), total=total)


def _row(
    grid: Grid,
    printed: Sequence[_Printed],
    row: tuple[CellValue, ...],
    *,
    indent: int,
    total: bool,
) -> None:
    room, least = [], 0.0
    for place, shown in enumerate(printed):
        column, value, look = shown.column, row[shown.place], shown.usual
        deep = indent if column.shape is Shape.OUTLINE else 0
        shape = _shape(column, value)
        if total or deep or shape is not column.shape:
            look = _look(grid, column, shape, total=total, indent=deep)
        grid.value(place, value, look)
        if column.by_hand:
            # No library fits rows to what is typed later: room for some lines is given at once.
            least = _HEIGHT_TO_WRITE
        if isinstance(value, str) and not column.hidden and column.on_paper:
            room.append((plain(value), float(grid.widths[place] - deep * _INDENT)))
    grid.advance(max(row_height(room), least))


def _look(
    grid: Grid, column: Column, shape: Shape, *, total: bool = False, indent: int = 0
) -> Format:
    return grid.formats.cell(
        shape, total=total, indent=indent, by_hand=column.by_hand, wrapped=column.on_paper
    )


def _lines(grid: Grid, table: Table) -> None:
    """Write rows without wrapping: nothing of their height must be reckoned."""
    shown = [place for place, column in enumerate(table.columns) if column.printed]
    looks = [grid.formats.cell(table.columns[place].shape, wrapped=False) for place in shown]
    cells = [*zip(range(len(shown)), shown, looks, strict=True)]
    for number, row in enumerate(table.rows, start=grid.row):
        for column, place, look in cells:
            write_value(grid.sheet, number, column, row[place], look)
    grid.row += len(table.rows)


def _indent(row: tuple[CellValue, ...], level: int | None) -> int:
    """Return how deep a row of an outline stands; `level` is the column that says so."""
    deep = None if level is None else row[level]
    return max(deep - 1, 0) if isinstance(deep, int) else 0


def _shape(column: Column, value: CellValue) -> Shape:
    """Return the shape of a cell: a date that is no exact day is text, centred."""
    if isinstance(value, PartialDate) and not value.exact:
        return Shape.ID
    if isinstance(value, str) and column.shape in _NUMBERS:
        return Shape.ID
    return column.shape
