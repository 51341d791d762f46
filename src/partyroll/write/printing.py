"""How a sheet comes out of the printer, and how it opens on the screen."""

from collections.abc import Sequence
from itertools import pairwise

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
_ROOM_TO_SIGN = 1.5  # inches below the table, for a signature on every page
_LINES_TO_SIGN = "\n" * 5
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


def print_apart(grid: Grid, document: Document, placed: Placed, title_row: int) -> None:
    """Make each page a paper of its own: title and heading above, room to sign below."""
    sheet = grid.sheet
    sheet.set_h_pagebreaks(page_starts(placed))
    sheet.repeat_rows(title_row, placed.heading)
    sheet.set_margins(left=0.5, right=0.4, top=0.55, bottom=_ROOM_TO_SIGN)
    sheet.set_footer(footer(document.footer, document.signatures))


def page_starts(one: Placed) -> list[int]:
    """Return the rows before which a page ends: whoever gets one sees nobody else's rows."""
    keys = [column.key for column in one.table.columns]
    if one.table.pages_by not in keys:
        return []
    place = keys.index(one.table.pages_by)
    values = [row[place] for row in one.table.rows]
    return [
        one.first + number
        for number, (before, value) in enumerate(pairwise(values), start=1)
        if before != value
    ]


def _scale_to_one(grid: Grid) -> float:
    """Return the scale at which the whole sheet fits one page."""
    width = sum(characters * 5.25 + 3.75 for characters in grid.shown)
    return min(1.0, _PAGE_WIDTH / width, _PAGE_HEIGHT / max(grid.height, 1))


def footer(text: str, signatures: Sequence[str] = ()) -> str:
    """Return the footer: the document's words left, the page right; & is no command.

    The first and the last of `signatures` stand above, with room to sign.
    """
    # A blank after the size: digits of the text would be read as a part of it.
    look = '&"Times New Roman,Italic"&9 '
    left, right = (_to_sign(*signatures[:1]), _to_sign(*signatures[1:][-1:]))
    page = f"&R{right}{look}Trang &P/&N"
    room = _FOOTER_LIMIT - len(page) - len(left) - len(look) - 2
    words = " ".join(plain(text).split())
    while len(escaped := words.replace("&", "&&")) > room:
        words = words[:-1]
    return f"&L{left}{look}{escaped}{page}"


def _to_sign(title: str = "") -> str:
    words = " ".join(plain(title).split()).replace("&", "&&")
    return f'&"Times New Roman,Bold"&10 {words}{_LINES_TO_SIGN}' if words else ""


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
