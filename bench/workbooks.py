"""Invented workbooks of any size: a roster of thirty columns, a book of dues."""

from datetime import date, timedelta
from pathlib import Path

import xlsxwriter

MEMBERS_PER_CELL = 30
ROSTER = (
    *("STT", "Họ và tên", "Tên gọi khác", "Giới tính", "Ngày sinh", "Dân tộc", "Tôn giáo"),
    *("Số CCCD", "Số thẻ đảng viên", "Số lý lịch", "Chi bộ", "Ngày vào Đảng"),
    *("Ngày chính thức", "Quê quán", "Nơi sinh", "Thường trú", "Nơi ở hiện nay", "Nghề nghiệp"),
    *("Đơn vị công tác", "Chức vụ Đảng", "Chức vụ chính quyền", "Trình độ học vấn"),
    *("Trình độ chuyên môn", "Lý luận chính trị", "Ngoại ngữ", "Tin học", "Số điện thoại"),
    *("Email", "Trạng thái", "Ghi chú"),
)
DUES = ("STT", "Chi bộ", "Họ và tên", "Số thẻ đảng viên", *(f"T{n}" for n in range(1, 13)))
FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng")
MIDDLES = ("Văn", "Thị", "Đình", "Thế", "Xuân", "Hữu", "Bá", "Công", "Thu", "Bích", "Kim")
GIVEN = ("An", "Bình", "Chi", "Đỗ", "Hạnh", "Khánh", "Lụa", "Mến", "Nhã", "Phong", "Sơn")


def write_roster(path: Path, members: int, *, title: str = "") -> None:
    """Write a roster of `members` rows; `title` makes other bytes of the same people."""
    options = {"default_date_format": "dd/mm/yyyy", "constant_memory": True}
    with xlsxwriter.Workbook(path, options) as book:
        book.set_properties({"title": title})
        sheet = book.add_worksheet("Danh sách")
        sheet.write_row(0, 0, ROSTER)
        for number in range(members):
            for column, value in enumerate(person(number)):
                sheet.write(number + 1, column, value)


def write_dues(path: Path, members: int) -> None:
    """Write the dues of the same people; one in fifty owes three months."""
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Đảng phí 2025")
        sheet.write_row(0, 0, DUES)
        for number in range(members):
            known = (number + 1, cell(number), full_name(number), f"0991{number:08d}")
            sheet.write_row(number + 1, 0, (*known, *paid(number)))


def person(number: int) -> tuple[str | int | date | None, ...]:
    """Return one row of the roster, with the blanks that rosters have."""
    admitted = date(2000, 1, 1) + timedelta(days=number % 7_000)
    return (
        number + 1,
        full_name(number),
        None,
        "Nữ" if number % 3 else "Nam",
        born(number),
        "Kinh",
        "Không",
        f"0990{number:08d}",
        f"0991{number:08d}",
        f"LL-{number}",
        cell(number),
        admitted,
        admitted + timedelta(days=366),
        f"xã {number % 40}, huyện {number % 9}",
        f"xã {number % 41}",
        f"thôn {number % 300}, xã {number % 40}",
        f"thôn {number % 300}",
        "Làm ruộng" if number % 4 else "Giáo viên",
        f"Trường {number % 50}",
        "Đảng viên",
        None,
        "12/12",
        None if number % 5 else "Đại học",
        "Sơ cấp",
        None,
        None,
        f"09{number:08d}",
        None,
        "Đang sinh hoạt",
        None,
    )


def cell(number: int) -> str:
    """Return the cell a member belongs to."""
    return f"Chi bộ {number // MEMBERS_PER_CELL + 1}"


def full_name(number: int) -> str:
    """Return an invented name; a hundred thousand hold few namesakes of one birth date."""
    number, family = divmod(number, len(FAMILIES))
    number, middle = divmod(number, len(MIDDLES))
    number, second = divmod(number, len(GIVEN))
    between = f"{MIDDLES[middle]} {GIVEN[second]}" if second else MIDDLES[middle]
    return f"{FAMILIES[family]} {between} {GIVEN[number % len(GIVEN)]}"


def born(number: int) -> str:
    """Return a birth date as clerks type it."""
    mixed = number * 7_919
    return f"{mixed % 28 + 1:02d}/{mixed // 28 % 12 + 1:02d}/{1941 + mixed // 336 % 40}"


def paid(number: int) -> tuple[int | str, ...]:
    """Return what twelve months say."""
    owes = number % 50 == 0
    return tuple("chưa nộp" if owes and month < 3 else 10_000 for month in range(12))
