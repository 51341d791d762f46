"""Small documents and what is inside the files made of them."""

import re
from io import BytesIO
from zipfile import ZipFile

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from partyroll.model import CellValue, Column, Document, Shape, Sheet, Table
from partyroll.write.xlsx import workbook_bytes

COLUMNS = (
    Column("number", "STT", Shape.ORDER, 6),
    Column("full_name", "Họ và tên", width=24),
    Column("card_no", "Số thẻ", Shape.ID, 16),
    Column("left_on", "Ngày", Shape.DATE, 12),
    Column("count", "Số", Shape.COUNT, 10),
    Column("share", "Tỷ lệ (%)", Shape.PERCENT, 10),
    Column("rate", "Trên 1.000", Shape.DECIMAL, 10),
    Column("note", "Ghi chú", Shape.LONG_TEXT, 30),
    Column("code", "Mã", printed=False),
)


def table(*rows: tuple[CellValue, ...], total_rows: int = 0, chart: str = "") -> Table:
    return Table(
        "t",
        "Bảng thử",
        COLUMNS,
        rows,
        total_rows=total_rows,
        chart=chart,
        chart_columns=("count",) if chart else (),
    )


def person(
    name: str = "Trần Văn An",
    card: str = "001204",
    day: CellValue = None,
    note: str = "",
    count: CellValue = 1,
) -> tuple[CellValue, ...]:
    return (1, name, card, day, count, 12.5, 1.25, note, "REMOVED")


def document(*sheets: Sheet, signatures: tuple[str, ...] = (), footer: str = "") -> Document:
    return Document(
        title="Danh sách",
        subtitle="Năm 2024",
        organisation=("ĐẢNG ỦY XÃ TÂN AN", "CHI BỘ 3", "*"),
        sheets=sheets,
        footer=footer,
        notice="Danh sách để xem xét, không phải quyết định.",
        signatures=signatures,
        properties={"partyroll.list_id": "danh-sach-7"},
    )


def parts(made: Document) -> dict[str, str]:
    """The XML files of the workbook by name."""
    with ZipFile(BytesIO(workbook_bytes(made))) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def worksheets(made: Document) -> list[str]:
    found = parts(made)
    return [found[name] for name in sorted(found) if re.match(r"xl/worksheets/sheet\d", name)]


def opened(made: Document, sheet: int = 0) -> Worksheet:
    book = openpyxl.load_workbook(BytesIO(workbook_bytes(made)))
    return book.worksheets[sheet]


def place(sheet: Worksheet, text: str) -> str:
    """The address of the first cell that holds `text`."""
    return next(c.coordinate for row in sheet.iter_rows() for c in row if c.value == text)


def below(sheet: Worksheet, heading: str, rows: int = 1) -> openpyxl.cell.Cell:
    address = sheet[place(sheet, heading)]
    cell = sheet.cell(address.row + rows, address.column)
    assert isinstance(cell, openpyxl.cell.Cell)
    return cell


def lone(*rows: tuple[CellValue, ...]) -> Document:
    return document(Sheet("Trang", "Tiêu đề", (table(*rows),)))
