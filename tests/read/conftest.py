"""Workbooks written on the spot, so that the input stands in the test."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from partyroll.read.facts import ReadFile, TableKind
from partyroll.read.lessons import Lesson, Teaching
from partyroll.read.workbook import read_workbook

TODAY = date(2025, 1, 1)
Sheets = Mapping[str, Sequence[Sequence[object]]]
ReadSheets = Callable[..., ReadFile]


def write_sheets(path: Path, sheets: Sheets, merges: Mapping[str, Sequence[str]]) -> None:
    book = Workbook()
    for name in list(book.sheetnames):
        del book[name]
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        for place in merges.get(name, ()):
            sheet.merge_cells(place)
    book.save(path)


@pytest.fixture
def read(tmp_path: Path) -> ReadSheets:
    """Write sheets (name → rows) into a workbook and read it."""

    def read_sheets(
        sheets: Sheets,
        *,
        merges: Mapping[str, Sequence[str]] | None = None,
        file: str = "so.xlsx",
        headings: Mapping[str, str] | None = None,
        sensitive: frozenset[str] = frozenset(),
        kinds: Mapping[str, TableKind] | None = None,
    ) -> ReadFile:
        path = tmp_path / file
        write_sheets(path, sheets, merges or {})
        told = tuple(
            Lesson(f"{sheet}={kind}", sheet, kind=kind) for sheet, kind in (kinds or {}).items()
        )
        return read_workbook(
            path, today=TODAY, teaching=Teaching(headings or {}, told), sensitive=sensitive
        )

    return read_sheets
