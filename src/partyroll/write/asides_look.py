"""How the workbook of rows that stayed out looks, on the screen and on paper."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from partyroll.model import CellValue
from partyroll.write.formats import BASE
from partyroll.write.plain import plain
from partyroll.write.printing import footer
from partyroll.write.sizing import text_width

_YELLOW = "#FFF2A8"
_GREY = "#E7E6E6"
_BLUE = "#DDEBF7"
_NARROWEST, _WIDEST = 6.0, 32.0
_SAMPLE = 400  # rows that say how wide a column must be
_A4 = 9
_PARTS: dict[str, dict[str, Any]] = {
    "title": {"bold": True},
    "heading": {
        "bold": True,
        "border": 1,
        "align": "center",
        "text_wrap": True,
        "bg_color": _GREY,
    },
    "section": {"bold": True, "border": 1},
    "body": {"border": 1, "text_wrap": True},
    "legend": {"italic": True},
}


class Looks:
    """The formats of the workbook, each made once."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._made: dict[tuple[str, str, bool], Format] = {}
        self.advice = self._new(italic=True, text_wrap=True, valign="top", bg_color=_BLUE)
        own = {**_PARTS["heading"], "bg_color": _BLUE}
        self.own_heading = self._new(**own)
        self.listed = self._new(num_format="@")
        self.number = self._new(border=1, align="center", num_format="0")

    def _new(self, **look: object) -> Format:
        return self._workbook.add_format({**BASE, **look})

    def cell(self, part: str, value: CellValue, *, faulty: bool) -> Format:
        """Return the format of a cell; what a person may correct takes text as typed."""
        number_format = "@" if faulty else _number_format(value)
        key = (part, number_format, faulty)
        if key not in self._made:
            fill = {"bg_color": _YELLOW} if faulty else {}
            look = {**_PARTS[part], **fill, "num_format": number_format}
            self._made[key] = self._new(**look)
        return self._made[key]


def _number_format(value: CellValue) -> str:
    if isinstance(value, date):
        return "dd/mm/yyyy"
    if not isinstance(value, int | float):
        return "@"
    # A long number must not turn into 9.91E+10 on the screen.
    return "0" if float(value).is_integer() else "General"


def column_widths(
    own: Sequence[str],
    rows: Sequence[Sequence[CellValue]],
    headings: Sequence[Sequence[CellValue]],
) -> list[float]:
    """Return the widths of the columns in front and of the source's own, by their longest.

    A heading wraps, but no word of it is broken.
    """
    widths = [22.0, *([24.0] if len(own) > 2 else []), 7.0]
    shown = rows[:_SAMPLE]
    for column in range(max(map(len, (*rows, *headings)), default=0)):
        texts = [_shown(row[column]) for row in shown if column < len(row)]
        above = [_shown(row[column]) for row in headings if column < len(row)]
        words = [1.15 * text_width(word) for text in above for word in text.split()]
        longest = max((*words, *map(text_width, texts)), default=0.0)
        widths.append(min(max(longest + 1.5, _NARROWEST), _WIDEST))
    return widths


def _shown(value: CellValue) -> str:
    if isinstance(value, date):
        return "00/00/0000"
    return "" if value is None else plain(str(value))


def prepare_sheet(
    sheet: Worksheet, headings: Sequence[int], widths: Sequence[float], rows: int
) -> None:
    """Set widths, the frozen heading, and A4 landscape one page wide."""
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    if headings:
        first = headings[0]
        last = next((h for h in headings if h + 1 not in headings), first)
        sheet.freeze_panes(last + 1, 0)
        sheet.repeat_rows(first, last)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.4, top=0.55, bottom=0.7)
    sheet.print_area(0, 0, max(rows - 1, 0), max(len(widths) - 1, 1))
    sheet.set_footer(footer("Các dòng chưa nhập được; sửa rồi nhập lại tệp này"))
