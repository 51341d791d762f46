"""Columns that hold something and have no heading: told, never dropped in silence."""

from collections.abc import Iterator
from itertools import pairwise

from partyroll.read.grid import Grid, as_text, letter
from partyroll.read.lines import LineKind
from partyroll.read.remarks import Remark
from partyroll.read.tables import Block
from partyroll.read.values import is_number


def unheaded_remarks(block: Block) -> Iterator[tuple[int, Remark]]:
    """Yield, for each column without a heading, what the first of its cells says."""
    known = {column.index for column in block.head.columns}
    open_ = [column for column in range(block.grid.width) if column not in known]
    if not open_:
        return
    rows = [line.row for line in block.of(LineKind.BODY)]
    for column in open_:
        texts = [text for row in rows if (text := _own_text(block.grid, row, column))]
        if texts and not _running_numbers(texts):
            clue = letter(column)
            yield (
                block.head.rows[-1],
                Remark(column, "column_without_heading", texts[0][:120], None, clue),
            )


def _own_text(grid: Grid, row: int, column: int) -> str:
    values = grid.rows[row]
    return as_text(values[column]) if column < len(values) and values[column] != "" else ""


def _running_numbers(texts: list[str]) -> bool:
    """Whether a column only counts the rows: 1, 2, 3 without "STT" above."""
    numbers = [int(text.rstrip(".")) for text in texts if is_number(text)]
    return len(numbers) == len(texts) and all(
        later in {number + 1, 1} for number, later in pairwise(numbers)
    )
