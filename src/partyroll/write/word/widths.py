"""How a page is shared among columns: no word is broken while there is room."""

from collections.abc import Iterable, Sequence

from partyroll.model import Column
from partyroll.write.sizing import text_width

_PADDING = 12.5  # points left and right of the words in a cell, and its line
_DIGIT = 0.5  # the width of a digit, in sizes of the font
_BOLD = 1.08
_TWIPS = 20  # a point


def column_widths(
    columns: Sequence[Column], rows: Iterable[Sequence[str]], width: int, size: float
) -> list[int]:
    """Return the width of each column in twips, never below its longest word."""
    least = [_heading_word(column, size) for column in columns]
    for row in rows:
        least = [max(now, _word(text, size)) for now, text in zip(least, row, strict=True)]
    if sum(least) >= width:
        return [width * one // sum(least) for one in least]
    return _shared([column.width for column in columns], least, width)


def _shared(asked: Sequence[int], least: Sequence[int], width: int) -> list[int]:
    """Share `width` in proportion; columns that would be too narrow take what they need."""
    narrow: set[int] = set()
    while True:
        room = width - sum(least[place] for place in narrow)
        parts = sum(part for place, part in enumerate(asked) if place not in narrow) or 1
        found = [
            least[place] if place in narrow else room * part // parts
            for place, part in enumerate(asked)
        ]
        more = {place for place, one in enumerate(found) if one < least[place]} - narrow
        if not more:
            return found
        narrow |= more


def _word(text: str, size: float) -> int:
    longest = max((text_width(word) for word in text.split()), default=0)
    return round((longest * size * _DIGIT + _PADDING) * _TWIPS)


def _heading_word(column: Column, size: float) -> int:
    return _word(column.title, size * _BOLD)
