"""Small workbooks written on the spot, so that the input stands in the test."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook

Rows = Sequence[Sequence[object]]
ROSTER = (
    "STT",
    "Họ và tên",
    "Ngày sinh",
    "Giới tính",
    "Số thẻ đảng viên",
    "Ngày vào Đảng",
    "Chi bộ",
)
MONTHS = [f"T{number}" for number in range(1, 13)]
DUES = ("STT", "Họ và tên", "Chi bộ", *MONTHS)
EXITS = (
    "STT",
    "Họ và tên",
    "Ngày sinh",
    "Chi bộ",
    "Hình thức",
    "Số quyết định",
    "Ngày quyết định",
    "Lý do",
)
CELL = "Chi bộ thôn Hạ"
AN = ("Lò Văn An", "01/02/1970", "Nam", "099000000901", "03/02/1995")
BINH = ("Lò Thị Bình", "05/06/1980", "Nữ", "099000000902", "19/05/2005")
CHI = ("Lò Thị Chi", "07/08/1990", "Nữ", "099000000903", "02/09/2015")
EVERYBODY = (AN, BINH, CHI)


def workbook(path: Path, sheets: Mapping[str, Rows]) -> Path:
    """Write the sheets, one list of rows each, and return the path."""
    book = Workbook()
    for name in book.sheetnames:
        del book[name]
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            if isinstance(cell.value, str):
                cell.data_type = "s"  # "=1+1" is what somebody typed, no formula
    book.save(path)
    return path


def roster_rows(people: Sequence[Sequence[object]] = EVERYBODY, unit: str = CELL) -> Rows:
    """Return a roster sheet: a heading row and one row a person."""
    return [ROSTER, *((number, *one, unit) for number, one in enumerate(people, start=1))]


def dues_rows(
    lines: Mapping[str, str], *, unit: str = CELL, year: int = 2024, paid: object = 10_000
) -> Rows:
    """Return a dues sheet; twelve signs a person: x paid, - "chưa đóng", . blank."""
    words = {"x": paid, "-": "chưa đóng", ".": None}
    rows = [
        (number, name, unit, *(words[sign] for sign in line))
        for number, (name, line) in enumerate(lines.items(), start=1)
    ]
    return [(f"SỔ THU ĐẢNG PHÍ NĂM {year}",), DUES, *rows]


def roster(folder: Path, name: str = "roster.xlsx") -> Path:
    """Write a roster of three people."""
    return workbook(folder / name, {"Danh sách": roster_rows()})
