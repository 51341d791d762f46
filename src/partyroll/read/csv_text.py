"""CSV as a sheet: the encoding and the delimiter are found, every cell is text."""

import csv
import io
from dataclasses import replace
from pathlib import Path

from partyroll.read.delimiters import delimiter_of, without_directive
from partyroll.read.grid import Grid, Rows, make_grid
from partyroll.read.text_codes import decoded

SUFFIXES = frozenset({".csv", ".txt", ".tsv"})


def csv_grid(path: Path, content: bytes, said: str = "") -> Grid:
    """Return the one sheet of a CSV file, named after the file.

    `said` is the old code of its text if the user names one.
    """
    whole, encoding = decoded(content, said)
    text, named = without_directive(whole)
    delimiter = named or delimiter_of(text)
    rows: Rows = [
        [*row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    ]
    return replace(make_grid(path.stem[:31], rows), encoding=encoding)
