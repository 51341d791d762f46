"""Cells written once, in the first row of their people: blank below means the same cell.

Only where the whole column is written so: each name stands once, and the first row has one.
"""

from dataclasses import replace

from partyroll.model import Problem
from partyroll.read.body import Place
from partyroll.read.grid import as_text
from partyroll.read.lines import LineKind
from partyroll.read.remarks import Remark
from partyroll.read.tables import Block


def with_units_above(block: Block, place: Place) -> tuple[Block, list[Problem]]:
    """Return the block with its blank unit cells filled, and what to say of the first."""
    columns = [c.index for c in block.head.columns if c.holds("unit_cell")]
    if len(columns) != 1 or block.title.unit or block.of(LineKind.SECTION):
        return block, []
    (column,) = columns
    grid, body = block.grid, [line.row for line in block.of(LineKind.BODY)]
    named = [text for row in body if (text := as_text(grid.value(row, column)))]
    blank = len(body) - len(named)
    if not named or not as_text(grid.value(body[0], column)):
        return block, []
    once = len({*named}) == len(named) and blank >= len(named)
    if not once or any(grid.spans(row) for row in body):
        return block, []
    rows, above, told = list(grid.rows), "", list[Problem]()
    for row in body:
        text = as_text(grid.value(row, column))
        above = text or above
        if not text:
            cells = [*rows[row], *[""] * (column + 1 - len(rows[row]))]
            cells[column] = above
            rows[row] = cells
            if not told:
                told = [place.problem(row, Remark(column, "unit_from_above", "", None, above))]
    return replace(block, grid=replace(grid, rows=rows)), told
