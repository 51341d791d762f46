"""Native charts: editable in Excel, pasted into Word."""

from itertools import cycle
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart

from partyroll.write.formats import FONT
from partyroll.write.funnel import FUNNEL_HEIGHT, funnel_chart
from partyroll.write.grid import Grid
from partyroll.write.plain import plain
from partyroll.write.sizing import BLANK_HEIGHT
from partyroll.write.tables import Placed

_TYPES = {
    "stacked": {"type": "column", "subtype": "stacked"},
    "column": {"type": "column"},
    "bar": {"type": "bar"},
}
_DARK, _LIGHT = "#000000", "#FFFFFF"
# Each fill with the colour of the numbers on it.
_COLOURS = (
    ("#1F4E79", _LIGHT),
    ("#C55A11", _LIGHT),
    ("#7F6000", _LIGHT),
    ("#7F7F7F", _LIGHT),
    ("#9DC3E6", _DARK),
    ("#D9B3D9", _DARK),
    ("#A9D18E", _DARK),
)
_PIXELS_PER_CHARACTER = 7
_WIDEST = 960
_GAP = 8


def write_chart(workbook: Workbook, grid: Grid, placed: Placed) -> None:
    """Draw the chart a table asks for, in rows of its own below it."""
    if placed.table.chart == "funnel":
        chart = funnel_chart(workbook, grid, placed, _font(9))
        _insert(grid, chart, FUNNEL_HEIGHT)
        return
    if placed.table.chart not in _TYPES or placed.last_plain < placed.first:
        return
    if not _series(placed):  # nothing happened in the whole period: there is nothing to draw
        return

    chart = workbook.add_chart(_TYPES[placed.table.chart])
    for place, (fill, ink) in zip(_series(placed), cycle(_COLOURS), strict=False):
        series = _one_series(grid, placed, place)
        inside = ink if placed.table.chart == "stacked" else _DARK
        chart.add_series({**series, "fill": {"color": fill}, "data_labels": _labels(inside)})
    _dress(chart, placed)
    width = min(sum(grid.widths) * _PIXELS_PER_CHARACTER, _WIDEST)
    height = _height(placed)
    chart.set_size({"width": width, "height": height})
    _insert(grid, chart, height)


def _insert(grid: Grid, chart: Chart, height: int) -> None:
    """Put a chart into rows of its own."""
    grid.advance()
    grid.sheet.insert_chart(grid.row, 0, chart, {"object_position": 2, "y_offset": _GAP})
    points = (height + 2 * _GAP) * 3 / 4
    for _ in range(int(points // BLANK_HEIGHT) + 1):
        grid.advance()


def _series(placed: Placed) -> list[int]:
    wanted = placed.table.chart_columns
    return [place for place, column in enumerate(placed.columns) if column.key in wanted]


def _one_series(grid: Grid, placed: Placed, place: int) -> dict[str, Any]:
    name = grid.sheet.get_name()
    rows = (placed.first, placed.last_plain)
    return {
        "name": [name, placed.heading, place],
        "categories": [name, rows[0], 0, rows[1], 0],
        "values": [name, rows[0], place, rows[1], place],
        "gap": 60,
    }


def _labels(ink: str) -> dict[str, Any]:
    # A zero needs no label.
    return {"value": True, "num_format": "#,##0;;;", "font": _font(9, color=ink)}


def _dress(chart: Chart, placed: Placed) -> None:
    several = len(_series(placed)) > 1
    # "a!B2" would be taken for a reference to a cell.
    title = plain(placed.table.title).replace("!", "! ")
    chart.set_title({"name": title, "name_font": _font(13, bold=True), "overlay": False})
    chart.set_legend({"position": "bottom", "font": _font(10)} if several else {"none": True})
    chart.set_x_axis({"num_font": _font(10), "major_gridlines": {"visible": False}})
    chart.set_y_axis({"num_font": _font(10), "num_format": "#,##0"})
    if placed.table.chart == "bar":
        # The categories stand on the upright axis; the first row belongs on top.
        chart.set_y_axis({"num_font": _font(10), "reverse": True})
        chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})


def _height(placed: Placed) -> int:
    if placed.table.chart == "bar":
        return 90 + 32 * (placed.last_plain - placed.heading)
    return 360


def _font(size: int, *, bold: bool = False, color: str = _DARK) -> dict[str, Any]:
    return {"name": FONT, "size": size, "bold": bold, "color": color}
