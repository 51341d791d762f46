"""CSV as a sheet: the encoding and the delimiter are found, every cell is text."""

import csv
import io
import re
from dataclasses import replace
from pathlib import Path

from partyroll.read.bare_days import lines_of_days
from partyroll.read.delimiters import delimiter_of, without_directive
from partyroll.read.grid import Grid, make_grid
from partyroll.read.guard.limits import DEFAULT_LIMITS, Limits
from partyroll.read.refusals import QuoteNotClosed, WorkbookTooHeavy
from partyroll.read.text_codes import decoded

SUFFIXES = frozenset({".csv", ".txt", ".tsv"})

_GUARDED = re.compile(r'="([^"=]*)"')


def csv_grid(
    path: Path, content: bytes, said: str = "", limits: Limits = DEFAULT_LIMITS
) -> Grid:
    """Return the one sheet of a CSV file, named after the file.

    `said` is the old code of its text if the user names one.
    """
    whole, encoding = decoded(content, said)
    text, named = without_directive(whole.replace("\0", ""))
    rows = lines_of_days(text) or _cells(text, named or delimiter_of(text))
    if any(len(cell) > limits.text for row in rows for cell in row):
        raise QuoteNotClosed(path)
    if len(rows) > limits.rows or max(map(len, rows), default=0) > limits.columns:
        raise WorkbookTooHeavy(path, "quá nhiều dòng hoặc cột", limit="rows, columns")
    grid = make_grid(path.stem[:31], [[*row] for row in rows])
    return replace(grid, encoding=encoding)


def _cells(text: str, delimiter: str) -> list[list[str]]:
    # The length of a cell is checked afterwards, with words of our own.
    csv.field_size_limit(max(len(text), 1 << 17))
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    return [[_without_guard(cell) for cell in line] for line in lines]


def _without_guard(cell: str) -> str:
    """Return a number without what keeps spreadsheets from reckoning with it: ="0990…"."""
    found = _GUARDED.fullmatch(cell) if cell.startswith("=") else None
    return found[1] if found else cell
