"""The grid of a sheet that is being filled: rows from top to bottom, values by their type."""

import math
from datetime import date
from itertools import pairwise

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from partyroll.model import CellValue
from partyroll.period import PartialDate
from partyroll.write.formats import Formats
from partyroll.write.plain import plain
from partyroll.write.sizing import BLANK_HEIGHT, LINE_HEIGHT, row_height

_LONGEST_TEXT = 32_767
_EXACT = 10**15  # Excel keeps fifteen digits of a number
# Before it Excel counts a 29/2/1900 that never was: such dates are text.
_FIRST_DAY = date(1900, 3, 1)
_DAY_NOUGHT = date(1899, 12, 30).toordinal()
Span = tuple[int, int]


class Grid:
    """One sheet, its column widths in characters, and the next free row.

    The last `beside` columns are hidden or not printed: nothing but values stands in them.
    """

    def __init__(
        self, sheet: Worksheet, formats: Formats, widths: list[int], beside: int = 0
    ) -> None:
        self.sheet, self.formats, self.widths = sheet, formats, widths
        self.shown = widths[: len(widths) - beside]
        self.row = 0
        self.height = 0.0  # points above the next free row

    @property
    def last_column(self) -> int:
        """The index of the last column that is printed."""
        return len(self.shown) - 1

    def advance(self, height: float = BLANK_HEIGHT) -> None:
        """Finish the row with `height` and go to the next."""
        self.sheet.set_row(self.row, height)
        self.row += 1
        self.height += height

    def line(self, text: str, look: str, *, line_height: float = LINE_HEIGHT) -> None:
        """Write one paragraph over all columns."""
        self.words(text, look, (0, self.last_column))
        room = [(plain(text), float(sum(self.shown)))]
        self.advance(row_height(room, line_height=line_height))

    def words(self, text: str, look: str, span: Span) -> None:
        """Write words that stand outside tables into merged columns of the row."""
        cell_format = self.formats.words(look)
        first, last = span
        if first < last:
            # The merge itself writes through a guessing method: merge blank, then fill.
            self.sheet.merge_range(self.row, first, self.row, last, "", cell_format)
        write_text(self.sheet, self.row, first, text, cell_format)

    def value(self, column: int, value: CellValue, cell_format: Format) -> None:
        """Write a value of a table by its type."""
        write_value(self.sheet, self.row, column, value, cell_format)


def write_text(sheet: Worksheet, row: int, column: int, text: str, cell_format: Format) -> None:
    """Write text as text: no formula, link or number is ever made of it."""
    words = plain(text)[:_LONGEST_TEXT]
    if words:
        sheet.write_string(row, column, words, cell_format)
    else:
        sheet.write_blank(row, column, None, cell_format)


def write_value(
    sheet: Worksheet, row: int, column: int, value: CellValue, cell_format: Format
) -> None:
    """Write a value by its type; what Excel cannot hold exactly is written as text."""
    if isinstance(value, PartialDate):
        value = value.first if value.exact else value.vi
    if isinstance(value, str):  # half of all values are, and most others are numbers
        write_text(sheet, row, column, value, cell_format)
    elif isinstance(value, (int, float)) and -_EXACT < value < _EXACT:
        sheet.write_number(row, column, value, cell_format)
    elif isinstance(value, date) and value >= _FIRST_DAY:
        # What the library would make of it, ten times slower.
        sheet.write_number(row, column, value.toordinal() - _DAY_NOUGHT, cell_format)
    else:
        write_text(sheet, row, column, _as_text(value), cell_format)


def _as_text(value: float | date | None) -> str:
    if isinstance(value, date):
        return f"{value.day:02d}/{value.month:02d}/{value.year}"
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return ""
    return str(value)


def spans(widths: list[int], parts: int) -> list[Span]:
    """Return the columns cut into `parts` of about equal width; empty if there are too few."""
    if len(widths) < parts:
        return []

    cuts = [0]
    for part in range(1, parts):
        goal = sum(widths) * part / parts
        room = range(cuts[-1] + 1, len(widths) - parts + part + 1)
        cuts.append(min(room, key=lambda cut: abs(sum(widths[:cut]) - goal)))
    cuts.append(len(widths))
    return [(first, last - 1) for first, last in pairwise(cuts)]
