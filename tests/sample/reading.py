"""Read the sample workbooks plainly, with openpyxl alone."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

FOLDER = Path(__file__).parents[2] / "data" / "sample"
WORKBOOKS = (
    *("roster.xlsx", "exits-2020-2025.xlsx", "headcounts.xlsx"),
    *("reorganisation-2025.xlsx", "following.xlsx"),
    *("transfer-slip-official.xlsx", "transfer-slip-temporary.xlsx"),
    *("transfer-slip-late.xlsx", "transfer-slip-listed.xlsx"),
)


def numbered(sheet: Worksheet, first_row: int) -> Iterator[tuple[Any, ...]]:
    """Yield the rows that begin with a running number and a name."""
    for row in sheet.iter_rows(min_row=first_row, values_only=True):
        if isinstance(row[0], int) and row[1]:
            yield row


def roster_rows(books: dict[str, Workbook]) -> list[tuple[Any, ...]]:
    """List the rows of the roster."""
    return list(numbered(books["roster.xlsx"]["Danh sách"], 11))


def exit_rows(books: dict[str, Workbook]) -> list[tuple[Any, ...]]:
    """List the rows of those who left."""
    return list(numbered(books["exits-2020-2025.xlsx"].worksheets[0], 9))


def decided(row: tuple[Any, ...]) -> date:
    """Return the day at the end of the cell that holds number and day."""
    found = re.search(r"(\d\d)/(\d\d)/(\d{4})$", str(row[10]))
    assert found is not None, row
    day, month, year = found.groups()
    return date(int(year), int(month), int(day))


def year_of(value: object) -> int:
    """Return the year of a date however it is written."""
    return value.year if isinstance(value, datetime) else int(str(value)[-4:])
