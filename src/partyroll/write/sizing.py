"""How much room text takes: no library computes row heights, and wrapped text overlaps."""

import math
import unicodedata
from functools import cache, lru_cache

LINE_HEIGHT = 15.0  # points, for eleven-point Times New Roman
BLANK_HEIGHT = 15.75  # not the default: Excel would take its own idea of that
# Widths in Times New Roman, by the base letter; a digit is 1.
_NARROW = frozenset("iljtfIJ.,;:'!|()[]/- ")
_SLIM = frozenset("acerszvyxk")
_WIDE = frozenset("mwMW@%")
_PAPER = 0.955  # what a column's width holds of digits in this font


def text_width(text: str) -> float:
    """Return the width of `text` in digits of its font, rather too much than too little."""
    return sum(map(_sign_width, text))


@cache
def _sign_width(sign: str) -> float:
    base = unicodedata.normalize("NFD", sign)[0]
    if unicodedata.combining(base):
        return 0.0
    if base in _NARROW:
        return 0.6
    if base in _SLIM:
        return 0.9
    if unicodedata.east_asian_width(base) in "FW":
        return 2.0
    if base in _WIDE:
        return 1.7
    return 1.4 if base.isupper() else 1.0


@lru_cache(maxsize=50_000)  # the same names and units stand on several sheets
def line_count(text: str, width: float) -> int:
    """Return how many lines `text` takes when wrapped at `width`."""
    return sum(_wrapped(line, width) for line in text.split("\n"))


def _wrapped(line: str, width: float) -> int:
    lines, used = 1, 0.0
    for word in line.split(" "):
        needed = text_width(word)
        gap = 0.6 if used else 0.0
        if used and used + gap + needed > width:
            lines, used, gap = lines + 1, 0.0, 0.0
        # A word longer than the line is broken where the line ends.
        breaks = max(math.ceil(needed / width) - 1, 0)
        lines += breaks
        used += gap + needed - breaks * width
    return lines


def row_height(cells: list[tuple[str, float]], *, line_height: float = LINE_HEIGHT) -> float:
    """Return the height of a row whose cells wrap at the given widths, in points."""
    lines = max((line_count(text, max(width * _PAPER, 1)) for text, width in cells), default=1)
    return min(lines * line_height + 3, 409.0)  # 409 is the most Excel takes
