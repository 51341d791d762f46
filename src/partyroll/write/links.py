"""Links from numbers to the people they count."""

from collections.abc import Iterable

from xlsxwriter.utility import xl_range

from partyroll.model import Block
from partyroll.write.grid import Grid, write_value
from partyroll.write.tables import Placed

_MOST = 60_000  # Excel takes 65,530 links a sheet and then calls the file broken

Written = tuple[Grid, Placed]


def write_links(written: Iterable[Written]) -> None:
    """Turn each number that opens into a link to the rows where its people stand.

    The rows are selected by the link, so that one sees where they begin and end.
    """
    at = {placed.table.id: (grid, placed) for grid, placed in written}
    for grid, placed in at.values():
        columns = {column.key: place for place, column in enumerate(placed.columns)}
        for (row, key), block in list(placed.table.links.items())[:_MOST]:
            if block.table in at and key in columns:
                _link(grid, placed, (row, columns[key]), _target(block, *at[block.table]))


def _target(block: Block, grid: Grid, placed: Placed) -> str:
    rows = placed.first + block.first, placed.first + block.last
    name = grid.sheet.get_name().replace("'", "''")
    return f"internal:'{name}'!{xl_range(rows[0], 0, rows[1], len(placed.columns) - 1)}"


def _link(grid: Grid, placed: Placed, cell: tuple[int, int], target: str) -> None:
    number, place = cell
    row, column = placed.first + number, placed.columns[place]
    key = [one.key for one in placed.table.columns].index(column.key)
    value = placed.table.rows[number][key]
    total = number >= len(placed.table.rows) - placed.table.total_rows
    look = grid.formats.cell(column.shape, total=total, link=True)
    # The link first, the number over it: Excel keeps both, and the cell stays a number.
    grid.sheet.write_url(row, place, target, look, str(value))
    write_value(grid.sheet, row, place, value, look)
