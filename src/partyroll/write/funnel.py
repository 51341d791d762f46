"""A funnel plot as a native chart: each unit a point, the limits of its size as lines."""

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart

from partyroll.write.grid import Grid
from partyroll.write.plain import plain
from partyroll.write.tables import Placed

_POINT, _LIMIT, _MEAN, _GRID = "#1F4E79", "#C55A11", "#7F7F7F", "#D9D9D9"
_MOST_NAMES = 30  # more of them hide each other
FUNNEL_HEIGHT = 420

Font = dict[str, Any]


def funnel_chart(workbook: Workbook, grid: Grid, placed: Placed, font: Font) -> Chart:
    """Return the scatter chart of a table: the first chart column across, the others up."""
    across, points, *lines = [_place(placed, key) for key in placed.table.chart_columns]
    chart = workbook.add_chart({"type": "scatter"})
    chart.add_series(
        {
            **_series(grid, placed, across, points),
            "marker": {
                "type": "circle",
                "size": 8,
                "fill": {"color": _POINT},
                "border": {"color": _POINT},
            },
            "data_labels": _names(placed, font),
        }
    )
    for number, place in enumerate(lines):
        mean = number == len(lines) - 1
        line = {"color": _MEAN if mean else _LIMIT, "width": 1.5}
        dash = {} if mean else {"dash_type": "dash"}
        chart.add_series(
            {
                **_series(grid, placed, across, place),
                "marker": {"type": "none"},
                "line": {**line, **dash},
            }
        )
    _dress(chart, placed, across, font)
    return chart


def _place(placed: Placed, key: str) -> int:
    return next(n for n, column in enumerate(placed.columns) if column.key == key)


def _series(grid: Grid, placed: Placed, across: int, up: int) -> dict[str, Any]:
    sheet = grid.sheet.get_name()
    first, last = placed.first, placed.last_plain
    return {
        "name": [sheet, placed.heading, up],
        "categories": [sheet, first, across, last, across],
        "values": [sheet, first, up, last, up],
    }


def _names(placed: Placed, font: Font) -> dict[str, Any]:
    """Return labels that name each unit; none where there are very many."""
    rows = placed.table.rows
    if len(rows) > _MOST_NAMES:
        return {}
    # A label that begins with "=" would be taken for a formula.
    custom = [{"value": plain(str(row[0])).lstrip("=")} for row in rows]
    return {"value": True, "position": "above", "font": font, "custom": custom}


def _dress(chart: Chart, placed: Placed, across: int, font: Font) -> None:
    title = {"name": placed.table.title, "name_font": {**font, "size": 13, "bold": True}}
    chart.set_title({**title, "overlay": False})
    chart.set_legend({"position": "bottom", "font": font})
    named = {"name_font": font, "num_font": font}
    heading = placed.columns[across].title
    chart.set_x_axis({"name": heading, **named, "major_gridlines": {"visible": False}})
    grey = {"visible": True, "line": {"color": _GRID, "width": 0.75}}
    chart.set_y_axis(
        {"name": "%", **named, "min": _lowest(placed), "max": 100, "major_gridlines": grey}
    )
    chart.set_size({"width": 900, "height": FUNNEL_HEIGHT})


def _lowest(placed: Placed) -> int:
    """Return the ten per cent below everything that is drawn."""
    places = [_place(placed, key) for key in placed.table.chart_columns[1:]]
    drawn = [row[place] for row in placed.table.rows for place in places]
    least = min(value for value in drawn if isinstance(value, float))
    return max(0, int(least // 10) * 10 - 10)
