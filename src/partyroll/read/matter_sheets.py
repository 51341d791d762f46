"""The people beside what is to be done: what somebody typed there is told, and not read."""

from collections.abc import Iterator

from partyroll.messages import REGISTER_SHEET
from partyroll.model import Problem
from partyroll.read.grid import Grid, address
from partyroll.read.lines import is_signature
from partyroll.read.remarks import Remark
from partyroll.read.sentences import problem
from partyroll.text import same_key

_NUMBER = same_key("STT")


def typed_beside_matters(file: str, grids: list[Grid]) -> Iterator[Problem]:
    """Yield each cell right of the people, or below them, in which something was typed."""
    for grid in grids:
        heading = _heading(grid)
        if grid.name != REGISTER_SHEET or grid.hidden or heading is None:
            continue
        last = max(column for column, _ in grid.texts(heading))
        for row in range(heading + 1, len(grid.rows)):
            listed = grid.text(row, 0).isdecimal()
            for column, text in grid.texts(row):
                beside = column > last if listed else not is_signature(text)
                if beside and any(map(str.isalnum, text)):
                    remark = Remark(column, "beside_matters", text)
                    yield problem(file, grid.name, row + 1, remark, address(row, column))


def _heading(grid: Grid) -> int | None:
    rows = range(len(grid.rows))
    return next((row for row in rows if same_key(grid.text(row, 0)) == _NUMBER), None)
