"""A clerk at work on the workbook of rows that stayed out."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

Corrections = Mapping[str, Mapping[int, Mapping[str, str | int | None]]]


def correct(path: Path, corrections: Corrections, *, target: Path | None = None) -> Path:
    """Correct cells, by sheet, row of the source and heading; save, and return the path."""
    book = load_workbook(path)
    for name, rows in corrections.items():
        for number, cells in rows.items():
            row = row_of(book[name], number)
            for heading, value in cells.items():
                book[name].cell(row, column_of(book[name], heading)).value = value
    book.save(target or path)
    return target or path


def delete(path: Path, sheet: str, numbers: Iterable[int]) -> Path:
    """Delete rows by their number in the source."""
    book = load_workbook(path)
    for number in numbers:
        book[sheet].delete_rows(row_of(book[sheet], number))
    book.save(path)
    return path


def column_of(sheet: Worksheet, heading: str) -> int:
    """Return the column under a heading."""
    return next(
        cell.column for row in sheet.iter_rows() for cell in row if cell.value == heading
    )


def row_of(sheet: Worksheet, number: int) -> int:
    """Return where a row of the source stands."""
    column = column_of(sheet, "Dòng gốc")
    return next(
        row for row in range(1, sheet.max_row + 1) if sheet.cell(row, column).value == number
    )


def values_of(path: Path, sheet: str) -> list[tuple[Any, ...]]:
    """Return the rows of a sheet."""
    return [tuple(row) for row in load_workbook(path)[sheet].iter_rows(values_only=True)]
