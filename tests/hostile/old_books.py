"""Workbooks of old Excel (.xls): nothing can be streamed before a reader opens them."""

import io
from collections.abc import Iterator

import xlwt

HEADING = ("STT", "Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Chi bộ")
LETTERS = "abcdeghiklmnopqrstuvxy"
LAST_ROW, LAST_COLUMN = 65_535, 255
_EMPTY = xlwt.easyxf("pattern: pattern solid, fore_colour yellow")


def _people(count: int) -> Iterator[tuple[object, ...]]:
    wide = len(LETTERS)
    for number in range(count):
        given = "".join(LETTERS[number // wide**place % wide] for place in range(4))
        yield number + 1, f"Lò Văn {given.title()}", "05/03/1979", "03/02/2005", "Chi bộ thôn 1"


def old_book(people: int, *, far: bool = False, formatted: int = 0) -> bytes:
    """Return a roster; `far` adds a lone cell in the last corner, `formatted` empty rows."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Danh sách")
    for row, values in enumerate([HEADING, *_people(people)]):
        for column, value in enumerate(values):
            sheet.write(row, column, value)
    for row in range(people + 1, people + 1 + formatted):
        for column in range(len(HEADING)):
            sheet.write(row, column, "", _EMPTY)
    if far:
        sheet.write(LAST_ROW, LAST_COLUMN, "x")
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()
