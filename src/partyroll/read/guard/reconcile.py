"""Nothing is lost in silence: what was counted before reading against what came back."""

from collections.abc import Iterable
from pathlib import Path

from partyroll.read.grid import Grid, Span
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
        if grid.name in held:
            refuse_merges(path, grid.name, held[grid.name].spans, len(grid.rows), limits)
        if sum(map(bool, grid.rows)) > limits.rows:
            most = thousands(limits.rows)
            raise WorkbookTooHeavy(
                path, f"hơn {most} dòng có nội dung", grid.name, limit="rows"
            )


def refuse_merges(
    path: Path, sheet: str, merges: Iterable[Span], height: int, limits: Limits
) -> None:
    """Refuse merged cells that would touch every row of a sheet again and again."""
    touched = sum(max(min(span.bottom + 1, height) - span.top, 0) for span in merges)
    if touched > limits.merged_rows:
        raise WorkbookTooHeavy(path, "quá nhiều ô gộp kéo dài hết trang", sheet)


def _values(grid: Grid) -> int:
    return sum(len(row) - row.count("") for row in grid.rows)
