"""Hidden and filtered rows are read like all others, and the clerk is told."""

import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from partyroll.read.facts import ReadFile
from partyroll.read.workbook import read_workbook
from read.conftest import TODAY

HEADING = ("STT", "Họ và tên", "Ngày sinh", "Chi bộ")
NAMES = ("Lò Văn An", "Lò Thị Bình", "Lò Thị Chi", "Lò Văn Dũng", "Lò Thị Én")


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    book = Workbook()
    rows = book.worksheets[0]
    rows.append(HEADING)
    for number, name in enumerate(NAMES, start=1):
        rows.append((number, name, "01/02/1970", "Chi bộ thôn Hạ"))
    path = tmp_path / "a.xlsx"
    book.save(path)
    return path


def hide(path: Path, *rows: int) -> Path:
    book = load_workbook(path)
    for row in rows:
        book.worksheets[0].row_dimensions[row].hidden = True
    book.save(path)
    return path


def told(read: ReadFile) -> list[tuple[str, str]]:
    return [(p.cell, p.found) for p in read.problems if p.code == "hidden_rows"]


def test_a_workbook_without_hidden_rows_tells_nothing(sheet: Path) -> None:
    assert told(read_workbook(sheet, today=TODAY)) == []


def test_hidden_rows_are_read_and_told_once(sheet: Path) -> None:
    read = read_workbook(hide(sheet, 3, 4, 6), today=TODAY)

    assert [row.full_name for row in read.tables[0].rows] == [*NAMES]  # type: ignore[union-attr]  # a roster's rows have names
    assert told(read) == [("A3", "dòng 3-4, 6")]


def test_a_hidden_row_without_a_person_is_not_told(sheet: Path) -> None:
    assert told(read_workbook(hide(sheet, 1, 9), today=TODAY)) == []


def test_rows_hidden_by_a_filter_of_libreoffice_are_told(tmp_path: Path) -> None:
    cells = "".join(
        '<table:table-cell office:value-type="string">'
        f"<text:p>{text}</text:p></table:table-cell>"
        for text in HEADING
    )
    lines = [f"<table:table-row>{cells}</table:table-row>"]
    for number, name in enumerate(NAMES, start=1):
        values = (str(number), name, "01/02/1970", "Chi bộ thôn Hạ")
        own = "".join(
            '<table:table-cell office:value-type="string">'
            f"<text:p>{value}</text:p></table:table-cell>"
            for value in values
        )
        hidden = ' table:visibility="filter"' if number == 2 else ""
        lines.append(f"<table:table-row{hidden}>{own}</table:table-row>")
    content = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content'
        ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
        '<office:body><office:spreadsheet><table:table table:name="Danh sách">'
        f"{''.join(lines)}</table:table></office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    path = tmp_path / "a.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr(
            "META-INF/manifest.xml",
            '<?xml version="1.0"?><manifest:manifest'
            ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )

    assert told(read_workbook(path, today=TODAY)) == [("A3", "dòng 3")]
