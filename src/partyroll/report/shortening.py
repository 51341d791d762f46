"""Tables for papers that are read, not searched: long ones in part, and saying so."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from partyroll.model import CellValue, Table
from partyroll.text import thousands

_NAMES = "full_name"
_FEWEST = 12  # rows that any table keeps
Row = tuple[CellValue, ...]


def names_people(table: Table) -> bool:
    """Whether a row of the table is a person."""
    return any(column.key == _NAMES for column in table.columns)


def within(tables: Sequence[Table], cells: int) -> list[Table]:
    """Return the tables with about `cells` printed cells in all; the longest give way."""
    longest = max((len(table.rows) for table in tables), default=0)
    limits = range(longest, _FEWEST, -1)
    limit = next((one for one in limits if _cells(tables, one) <= cells), _FEWEST)
    return [shortened(table, limit) for table in tables]


def _cells(tables: Iterable[Table], limit: int) -> int:
    return sum(min(len(table.rows), limit) * _width(table) for table in tables)


def _width(table: Table) -> int:
    return sum(column.printed for column in table.columns)


def shortened(table: Table, limit: int) -> Table:
    """Return the table with about `limit` rows: the upper levels of a tree, else the first.

    Totals stay, and a note tells how many rows are not shown.
    """
    if len(table.rows) <= limit:
        return table
    plain = table.rows[: len(table.rows) - table.total_rows]
    totals = table.rows[len(plain) :]
    kept = _upper_levels(table, plain, limit) or plain[:limit]
    left_out = len(plain) - len(kept)
    note = f"… và {thousands(left_out)} dòng nữa: xem tệp Excel của báo cáo."
    return replace(table, rows=(*kept, *totals), notes=(note, *table.notes))


def _upper_levels(table: Table, rows: Sequence[Row], limit: int) -> tuple[Row, ...]:
    """Return the rows of as many upper levels as `limit` allows; none where one is too long."""
    keys = [column.key for column in table.columns]
    if "level" not in keys:
        return ()
    place = keys.index("level")
    levels = sorted({level for row in rows if isinstance(level := row[place], int)})
    upper = ([row for row in rows if _up_to(row[place], level)] for level in levels)
    fitting = [tuple(kept) for kept in upper if len(kept) <= limit]
    return fitting[-1] if fitting else ()


def _up_to(level: CellValue, lowest: int) -> bool:
    return isinstance(level, int) and level <= lowest
