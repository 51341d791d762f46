"""Which sign divides the cells of a text file, judged by its heading line."""

import csv
import io
from collections import Counter
from collections.abc import Iterable
from itertools import islice

from partyroll.read.headings import Dictionary
from partyroll.read.legacy.codes import Encoding, decoded

_DELIMITERS = ";\t,|"
_LINES = 40
_SAID = "sep="  # Excel's own way to name the delimiter, in the first line


def without_directive(text: str) -> tuple[str, str]:
    """Return the text without Excel's "sep=;", as an empty line, and the sign it names."""
    first, end, rest = text.partition("\n")
    line = first.strip().strip('"')
    if line[: len(_SAID)].casefold() != _SAID or len(line) != len(_SAID) + 1:
        return text, ""
    return f"{end}{rest}", line[-1]


def delimiter_of(text: str, dictionary: Dictionary | None = None) -> str:
    """Return the sign under which a line holds most known headings, outside quotes.

    Where no sign makes headings, the one that divides most lines alike is taken.
    """
    known = dictionary or Dictionary()
    return max(_DELIMITERS, key=lambda sign: _weight(_rows(text, sign), known))


def _rows(text: str, sign: str) -> list[list[str]]:
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    return [*islice((row for row in lines if row), _LINES)]


def _weight(rows: list[list[str]], dictionary: Dictionary) -> tuple[int, int, int]:
    headings = max((_headings(row, dictionary) for row in rows), default=0)
    widths = Counter(len(row) for row in rows if len(row) > 1)
    width, alike = max(widths.items(), key=lambda item: item[::-1], default=(0, 0))
    return headings, alike, width


def _headings(row: Iterable[str], dictionary: Dictionary) -> int:
    """Count the known headings of a line, in the code that makes most of them."""
    return max(
        sum(dictionary.meaning(decoded(text, code)).known for text in row) for code in Encoding
    )
