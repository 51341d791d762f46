"""Nothing is lost in silence: what was counted before reading against what came back."""

from pathlib import Path

from partyroll.read.grid import Grid
from partyroll.read.guard.limits import Limits
from partyroll.read.guard.survey import Survey
from partyroll.read.refusals import SheetIncomplete, WorkbookTooHeavy
from partyroll.text import thousands


def refuse_losses(path: Path, grids: list[Grid], survey: Survey, limits: Limits) -> None:
    """Refuse a workbook of which cells with values did not come back."""
    held = survey.sheets or {}
    found = {grid.name: _values(grid) for grid in grids}
    for name, sheet in held.items():
        if name not in found and len(grids) == len(held):
            continue  # the same sheet under a name written in another way
        came = found.get(name, 0)
        if came < sheet.values and (survey.exact or not came):
            raise SheetIncomplete(path, name, came, sheet.values)
    for grid in grids:
        if sum(map(bool, grid.rows)) > limits.rows:
            most = thousands(limits.rows)
            raise WorkbookTooHeavy(path, f"hơn {most} dòng có nội dung", grid.name)


def _values(grid: Grid) -> int:
    return sum(len(row) - row.count("") for row in grid.rows)
