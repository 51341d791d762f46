"""`exits-2020-2025.xlsx` and `headcounts.xlsx`: what the province office keeps."""

from collections.abc import Mapping, Sequence
from random import Random

from exits import Exit
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from people import written_date
from province import DISTRICTS, PROVINCE, REORGANISED, YEARS
from workbook import (
    Block,
    Value,
    footnote,
    heading_block,
    merge,
    new_sheet,
    put,
    put_row,
    signature_block,
)

ORGANISATION = (PROVINCE.upper(), "BAN TỔ CHỨC TỈNH ỦY")
UNITS_OF_THE_DAY = "Ghi chú: tên đơn vị ghi theo tổ chức vào ngày quyết định."
OLD_UNITS = "Ghi chú: từ ngày 01/7/2025 không còn cấp huyện; năm 2025 chỉ có số toàn tỉnh."
PLACE = "Giả Định, ngày 05 tháng 01 năm 2026"
SIGNATURES = {"maker": "NGƯỜI LẬP BIỂU", "body": "T/M BAN TỔ CHỨC", "signer": "TRƯỞNG BAN"}
EXIT_HEADINGS = {
    "STT": 6,
    "Họ và tên": 24,
    "Nam/Nữ": 8,
    "Ngày sinh": 12,
    "Ngày vào Đảng": 12,
    "Ngày chính thức": 12,
    "Đảng bộ": 25,
    "Đảng bộ cơ sở": 24,
    "Chi bộ": 22,
    "Hình thức": 13,
    "Số, ngày quyết định": 22,
    "Lý do": 34,
    "Nghề nghiệp": 16,
    "Ghi chú": 16,
}
HABITS = ("date", "slash", "date", "slash", "dot", "date", "slash", "date")
NOTES = ("Đã thu thẻ đảng viên", "Không có mặt tại địa phương", "Đã thu hồi thẻ")


def write_exits(book: Workbook, rng: Random, people: Sequence[Exit]) -> None:
    """Write the list of everybody who left, district after district."""
    sheet = new_sheet(book, "Danh sách 2020-2025", tuple(EXIT_HEADINGS.values()))
    columns = len(EXIT_HEADINGS)
    title = "DANH SÁCH ĐẢNG VIÊN XÓA TÊN, XIN RA KHỎI ĐẢNG, KHAI TRỪ, TỪ TRẦN"
    block = Block(ORGANISATION, PLACE, title, "Nhiệm kỳ 2020-2025")
    heading_block(sheet, block, columns)
    put_row(sheet, 8, EXIT_HEADINGS, font="bold")
    sheet.row_dimensions[8].height = 34
    numbers = dict.fromkeys((district.name for district in DISTRICTS), 0)
    year = 0
    for number, leaver in enumerate(people, start=1):
        if leaver.decided.year != year:  # decisions are numbered anew every year
            numbers[leaver.district.name], year = rng.randint(3, 20), leaver.decided.year
        numbers[leaver.district.name] += rng.randint(1, 6)
        decision = _decision(leaver, numbers[leaver.district.name])
        note = rng.choice(NOTES) if leaver.kind == "REMOVED" and rng.random() < 0.06 else None
        _write_exit(sheet, number, leaver, decision, note)
    row = 9 + len(people)
    put(
        sheet,
        row,
        1,
        f"Danh sách này gồm {len(people)} đồng chí",
        font="bold",
        align="left",
        boxed=False,
    )
    merge(sheet, row, 1, 5)
    footnote(sheet, row + 1, UNITS_OF_THE_DAY)
    signature_block(sheet, row + 3, columns, **SIGNATURES)
    sheet.freeze_panes = "C9"
    sheet.print_title_rows = "8:8"


def _decision(leaver: Exit, number: int) -> str:
    """Write number and day in one cell; one office says "ngày" instead of a comma."""
    body = leaver.district.paper if leaver.decided < REORGANISED else "QĐ/TU"
    paper = f"{number}-{body}"
    if leaver.district is DISTRICTS[1]:
        return f"{paper} ngày {leaver.decided:%d/%m/%Y}"
    return f"{paper}, {leaver.decided:%d/%m/%Y}"


def _write_exit(
    sheet: Worksheet, number: int, leaver: Exit, decision: str, note: str | None
) -> None:
    person = leaver.person
    habit = HABITS[DISTRICTS.index(leaver.district)]
    birth: Value = written_date(person.birth, habit)
    if leaver.birth_year_only:
        birth = person.birth.year
    values: tuple[Value, ...] = (
        number,
        person.full_name,
        person.gender,
        birth,
        written_date(person.admission, habit),
        written_date(person.official, habit) if person.official else None,
        *leaver.then[-3:],
        leaver.form,
        decision,
        leaver.reason_text or None,
        person.occupation,
        note,
    )
    put_row(sheet, 8 + number, values, left="B G H I L M N")


def write_headcounts(book: Workbook, table: Mapping[str, Mapping[int, int]]) -> None:
    """Write how many members each district had at the end of each year, then the province."""
    years = (YEARS[0] - 1, *YEARS)
    widths = (6, 34, *[12] * len(years), 20)
    columns = len(widths)
    sheet = new_sheet(book, "Số đảng viên", widths)
    title = "TỔNG HỢP SỐ ĐẢNG VIÊN ĐẾN 31 THÁNG 12 HẰNG NĂM"
    block = Block(ORGANISATION, PLACE, title, "ĐVT: đảng viên")
    heading_block(sheet, block, columns)
    put_row(sheet, 8, ("STT", "Đơn vị", *[f"Năm {y}" for y in years], "Ghi chú"), font="bold")
    for number, (unit, counts) in enumerate(table.items(), start=1):
        values = (number, unit, *[counts.get(year) for year in years], None)
        put_row(sheet, 8 + number, values, left="B")
    row = 9 + len(table)
    sums = [sum(counts.get(year, 0) for counts in table.values()) for year in years]
    put_row(sheet, row, ("Tổng cộng", None, *sums, None), font="bold")
    merge(sheet, row, 1, 2)
    footnote(sheet, row + 1, OLD_UNITS)
    signature_block(sheet, row + 3, columns, **SIGNATURES)
