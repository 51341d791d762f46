"""How a sheet comes out of the printer, and how it opens on the screen."""

from xlsxwriter.utility import xl_range

from partyroll.model import Document, Shape
from partyroll.write.grid import Grid
from partyroll.write.plain import plain
from partyroll.write.tables import Placed

_A4 = 9
_TALLEST_FROZEN = 250.0  # points; more would leave a laptop nothing to scroll
_FOOTER_LIMIT = 255
_PAGE_WIDTH, _PAGE_HEIGHT = 777.0, 505.0  # points between the margins
_SMALLEST_SCALE = 0.6
_TEXT_SHAPES = frozenset({Shape.TEXT, Shape.LONG_TEXT, Shape.ID, Shape.OUTLINE})


def prepare_page(grid: Grid, document: Document, *, repeat: int, together: bool) -> None:
    """Set A4 landscape, one page wide, with the row `repeat` on top of every page.

    What belongs `together`, a chart or several tables, goes on one page if it stays legible.
    """
    sheet = grid.sheet
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 1 if together and _scale_to_one(grid) >= _SMALLEST_SCALE else 0)
    sheet.set_margins(left=0.5, right=0.4, top=0.55, bottom=0.7)
    sheet.center_horizontally()
    sheet.repeat_rows(repeat)
    sheet.print_area(0, 0, max(grid.row - 1, 0), grid.last_column)
    sheet.set_footer(footer(document.footer))


def _scale_to_one(grid: Grid) -> float:
    """Return the scale at which the whole sheet fits one page."""
    width = sum(characters * 5.25 + 3.75 for characters in grid.widths)
    return min(1.0, _PAGE_WIDTH / width, _PAGE_HEIGHT / max(grid.height, 1))


def footer(text: str) -> str:
    """Return the footer: the document's words left, the page right; & is no command."""
    # A blank after the size: digits of the text would be read as a part of it.
    look = '&"Times New Roman,Italic"&9 '
    page = f"&R{look}Trang &P/&N"
    words = " ".join(plain(text).split())
    while len(escaped := words.replace("&", "&&")) > _FOOTER_LIMIT - len(page) - len(look) - 2:
        words = words[:-1]
    return f"&L{look}{escaped}{page}"


def prepare_screen(grid: Grid, placed: list[Placed]) -> None:
    """Hide the grid lines, silence warnings about ids; freeze and filter a lone table."""
    grid.sheet.hide_gridlines(2)
    ranges = " ".join(_text_ranges(placed))
    if ranges:
        grid.sheet.ignore_errors({"number_stored_as_text": ranges})
    if len(placed) == 1:
        _freeze_and_filter(grid, placed[0])


def _freeze_and_filter(grid: Grid, placed: Placed) -> None:
    texts = (place for place, c in enumerate(placed.columns) if c.shape in _TEXT_SHAPES)
    if placed.above <= _TALLEST_FROZEN:
        grid.sheet.freeze_panes(placed.first, next(texts, 0) + 1)
    if placed.last_plain > placed.heading:
        last_column = len(placed.columns) - 1
        grid.sheet.autofilter(placed.heading, 0, placed.last_plain, last_column)


def _text_ranges(placed: list[Placed]) -> list[str]:
    return [
        xl_range(one.first, place, one.last, place)
        for one in placed
        for place, column in enumerate(one.columns)
        if column.shape in _TEXT_SHAPES
    ]
