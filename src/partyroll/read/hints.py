"""What readers of values lose is put back in its place."""

from datetime import date

from partyroll.period import PartialDate
from partyroll.read.grid import Fault, Grid, Rows, Value, make_grid
from partyroll.read.guard.survey import SheetSurvey, Shown, Survey


def with_hints(grids: list[Grid], survey: Survey) -> list[Grid]:
    """Return the grids with errors, formulas never computed, months, merged cells of ods."""
    return [_hinted(grid, (survey.sheets or {}).get(grid.name)) for grid in grids]


def _hinted(grid: Grid, sheet: SheetSurvey | None) -> Grid:
    if sheet is None:
        return grid
    for (row, column), hint in sheet.hints.items():
        value = grid.value(row, column)
        told = _told(value, hint)
        if told is not value:
            _put(grid.rows, row, column, told)
    if sheet.spans or sheet.hints:
        spans = grid.merges or sheet.spans
        return make_grid(grid.name, grid.rows, merges=spans, hidden=grid.hidden)
    return grid


def _told(value: Value, hint: Fault | Shown) -> Value:
    if isinstance(hint, Fault):
        return hint if value == "" else value
    if not isinstance(value, date):
        return value
    return PartialDate(value.year, value.month if hint == "month" else None)


def _put(rows: Rows, row: int, column: int, value: Value) -> None:
    while len(rows) <= row:
        rows.append([])
    # A new list: empty rows may be one and the same.
    rows[row] = [*rows[row], *[""] * (column + 1 - len(rows[row]))]
    rows[row][column] = value
