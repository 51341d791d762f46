"""What the sheets of a workbook say about each other: committees, cells named by sheets."""

from collections.abc import Mapping

from partyroll.read.grid import Grid
from partyroll.read.tables import Block
from partyroll.read.units import cell_of_place, names_a_place


def workbook_parents(blocks: list[Block]) -> tuple[str, ...]:
    """Return the committees that hold for tables naming none: those of the one that does."""
    named = {block.title.parents for block in blocks if block.title.parents}
    return named.pop() if len(named) == 1 else ()


def cells_of_sheets(grids: list[Grid], blocks: Mapping[int, list[Block]]) -> dict[str, str]:
    """Return the cell of each sheet where all sheets are named after hamlets: "Thôn Hạ".

    One such name among others may be anything; two sheets and no exception are a habit.
    """
    shown = [(n, grid) for n, grid in enumerate(grids) if not grid.hidden and grid.rows]
    habit = len(shown) > 1 and all(blocks[n] and names_a_place(g.name) for n, g in shown)
    return {grid.name: cell_of_place(grid.name) for _, grid in shown} if habit else {}
