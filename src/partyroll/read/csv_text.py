"""CSV as a sheet: the encoding and the delimiter are found, every cell is text."""

import csv
import io
from pathlib import Path

from partyroll.read.grid import Grid, Rows, make_grid

SUFFIXES = frozenset({".csv", ".txt", ".tsv"})
_DELIMITERS = ";\t,|"


def csv_grid(path: Path, content: bytes) -> Grid:
    """Return the one sheet of a CSV file, named after the file."""
    text = decoded(content)
    delimiter = _delimiter(text)
    rows: Rows = [
        [*row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    ]
    return make_grid(path.stem[:31], rows)


def decoded(content: bytes) -> str:
    """Return the text: BOM first, then strict UTF-8, then what Vietnamese Windows writes."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1258", "replace")


def _delimiter(text: str) -> str:
    """Return the sign that divides the fullest of the first lines, outside quotes."""
    lines = text.splitlines()[:20]
    counts = {
        sign: max(
            (len(next(csv.reader([line], delimiter=sign), [])) for line in lines), default=0
        )
        for sign in _DELIMITERS
    }
    return max(counts, key=lambda sign: counts[sign])
