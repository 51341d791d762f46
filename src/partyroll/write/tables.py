"""One table on a sheet: title, denominator, heading, rows, notes."""

from dataclasses import dataclass

from partyroll.messages import NOBODY_LISTED
from partyroll.model import CellValue, Column, Shape, Table
from partyroll.period import PartialDate
from partyroll.write.grid import Grid
from partyroll.write.plain import plain
from partyroll.write.sizing import row_height

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
    if not on_paper:
        _lines(grid, table)
    for number, row in enumerate(table.rows if on_paper else ()):
        _row(grid, table, row, total=number >= len(table.rows) - table.total_rows)
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


def _row(grid: Grid, table: Table, row: tuple[CellValue, ...], *, total: bool) -> None:
    indent = _level(table, row)
    room, by_hand = [], False
    shown = (entry for entry in zip(table.columns, row, strict=True) if entry[0].printed)
    for place, (column, value) in enumerate(shown):
        deep = indent if column.shape is Shape.OUTLINE else 0
        look = grid.formats.cell(
            _shape(column, value),
            total=total,
            indent=deep,
            by_hand=column.by_hand,
            wrapped=column.on_paper,
        )
        grid.value(place, value, look)
        by_hand = by_hand or column.by_hand
        if isinstance(value, str) and not column.hidden and column.on_paper:
            room.append((plain(value), float(grid.widths[place] - deep * _INDENT)))
    # No library fits rows to what is typed later: room for some lines is given at once.
    grid.advance(max(row_height(room), _HEIGHT_TO_WRITE if by_hand else 0.0))


def _lines(grid: Grid, table: Table) -> None:
    """Write rows without wrapping: nothing of their height must be reckoned."""
    shown = [place for place, column in enumerate(table.columns) if column.printed]
    looks = [grid.formats.cell(table.columns[place].shape, wrapped=False) for place in shown]
    for row in table.rows:
        for column, place in enumerate(shown):
            grid.value(column, row[place], looks[column])
        grid.row += 1


def _level(table: Table, row: tuple[CellValue, ...]) -> int:
    for column, value in zip(table.columns, row, strict=True):
        if column.key == "level" and isinstance(value, int):
            return max(value - 1, 0)
    return 0


def _shape(column: Column, value: CellValue) -> Shape:
    """Return the shape of a cell: a date that is no exact day is text, centred."""
    if isinstance(value, PartialDate) and not value.exact:
        return Shape.ID
    if isinstance(value, str) and column.shape in {Shape.COUNT, Shape.DECIMAL, Shape.PERCENT}:
        return Shape.ID
    return column.shape
