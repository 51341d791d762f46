"""Merged cells of OpenDocument files mean what they mean in Excel's."""

import zipfile
from datetime import date
from pathlib import Path

from partyroll.read.facts import BookRow
from partyroll.read.grid import Span
from partyroll.read.workbook import read_sheets, read_workbook

MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" '
    'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
    "</manifest:manifest>"
)
CONTENT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3">'
    '<office:body><office:spreadsheet><table:table table:name="DP2024">{rows}'
    "</table:table></office:spreadsheet></office:body></office:document-content>"
)


def cell(text: str, attributes: str = "") -> str:
    return (
        f'<table:table-cell office:value-type="string"{attributes}>'
        f"<text:p>{text}</text:p></table:table-cell>"
    )


def row(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row{attributes}>{''.join(cells)}</table:table-row>"


def ods(path: Path, *rows: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", CONTENT.format(rows="".join(rows)))
        archive.writestr("META-INF/manifest.xml", MANIFEST)
    return path


def test_a_tick_merged_over_a_quarter_pays_its_three_months(tmp_path: Path) -> None:
    months = [cell(f"T{number}") for number in range(1, 13)]
    quarter = ' table:number-columns-spanned="3" table:number-rows-spanned="1"'
    covered = '<table:covered-table-cell table:number-columns-repeated="2"/>'
    paid = [f"{cell('x', quarter)}{covered}" for _ in range(4)]
    path = ods(
        tmp_path / "so.ods",
        row(cell("SỔ THU ĐẢNG PHÍ NĂM 2024")),
        row('<table:table-cell table:number-columns-repeated="14"/>'),
        '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>',
        row(cell("TT"), cell("Họ và tên"), *months),
        row(cell("1"), cell("Lò Văn An"), *paid),
    )

    book = read_workbook(path, today=date(2025, 1, 1)).tables[0]

    assert [r.letters for r in book.rows if isinstance(r, BookRow)] == ["PPPPPPPPPPPP"]
    assert book.range == "A5:N6"


def test_covered_and_empty_cells_without_attributes_take_their_place(tmp_path: Path) -> None:
    two = ' table:number-columns-spanned="2" table:number-rows-spanned="1"'
    path = ods(
        tmp_path / "ds.ods",
        row(cell("Giới tính", two), "<table:covered-table-cell/>", cell("Ngày vào Đảng", two)),
        "<table:table-row/>",
        row("<table:table-cell/>", cell("Quê quán", two), "<table:covered-table-cell/>"),
    )

    (grid,) = read_sheets(path)

    assert grid.merges == (Span(0, 0, 0, 1), Span(0, 2, 0, 3), Span(2, 1, 2, 2))
