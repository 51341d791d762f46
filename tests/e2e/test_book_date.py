"""Until when a book is kept: blanks of months after that day are nobody's debt."""

from dataclasses import replace
from datetime import datetime

import pytest
from openpyxl import Workbook

from e2e.desk import Desk

MONTHS = [f"T{number}" for number in range(1, 13)]
ASKED = ("flag", "--json", "--as-of", "2024-12-31")


@pytest.fixture
def book(desk: Desk) -> Desk:
    """Four who paid all year, one of whom nobody wrote anything after August."""
    return written(desk, "SỔ THU ĐẢNG PHÍ NĂM 2024")


def written(desk: Desk, *title: str) -> Desk:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    for line in ("CHI BỘ THÔN ĐÔNG", *title):
        sheet.append([line])
    sheet.append(["STT", "Họ và tên", *MONTHS])
    for number, name in enumerate(("An", "Bình", "Cường", "Dung"), 1):
        sheet.append([number, f"Nguyễn Văn {name}", *[10_000] * 12])
    sheet.append([5, "Nguyễn Thị Chờ", *[10_000] * 8])
    workbook.save(desk.folder / "thu.xlsx")
    return desk


def on_review(desk: Desk) -> list[str]:
    return [one["full_name"] for one in desk(*ASKED).json["lists"]["review"]]


def test_without_a_date_a_book_is_as_old_as_its_import(book: Desk) -> None:
    book("import", "thu.xlsx")

    assert on_review(book) == ["Nguyễn Thị Chờ"]


def test_blanks_after_the_day_of_the_book_are_nobodys_debt(book: Desk) -> None:
    book("import", "thu.xlsx", "--book-date", "31/8/2024")

    assert on_review(book) == []


def test_the_day_may_be_said_of_a_book_that_is_in_the_ledger(book: Desk) -> None:
    book("import", "thu.xlsx")
    book("import", "thu.xlsx", "--book-date", "8/2024")
    after = on_review(book)
    book("undo", "2")

    assert after == []
    assert on_review(book) == ["Nguyễn Thị Chờ"]


def test_a_repeated_import_does_not_make_the_book_younger(book: Desk) -> None:
    book("import", "thu.xlsx", "--book-date", "31/8/2024")
    book("import", "thu.xlsx", "--yes")

    assert on_review(book) == []


@pytest.mark.parametrize(
    "line",
    ["(Số liệu tính đến hết tháng 8/2024)", "CẬP NHẬT ĐẾN 31/08/2024", "Tính đến 8/2024"],
)
def test_a_title_may_say_until_when_the_book_is_kept(desk: Desk, line: str) -> None:
    written(desk, "SỔ THU ĐẢNG PHÍ NĂM 2024", line)("import", "thu.xlsx")

    assert on_review(desk) == []


def test_what_a_book_is_for_is_not_until_when_it_is_kept(desk: Desk) -> None:
    written(desk, "SỔ THU ĐẢNG PHÍ (từ 01/01/2024 đến 31/08/2024)", "Năm 2024")
    desk("import", "thu.xlsx")

    assert on_review(desk) == ["Nguyễn Thị Chờ"]


def test_a_day_to_come_on_a_prepared_sheet_makes_no_book_older_than_its_import(
    desk: Desk,
) -> None:
    written(desk, "SỔ THU ĐẢNG PHÍ NĂM 2024", "Xã Mẫu, ngày 31 tháng 12 năm 2024")
    on_the_day = replace(desk, now=datetime(2024, 9, 2, 9))  # noqa: DTZ001 (a clerk's own clock)
    on_the_day("import", "thu.xlsx")

    assert on_review(desk) == []


def test_the_day_that_a_file_states_is_its_own(desk: Desk) -> None:
    written(desk, "SỔ THU ĐẢNG PHÍ NĂM 2024", "Tính đến ngày 31/8/2024")
    desk("import", "thu.xlsx", "--book-date", "31/12/2024")

    assert on_review(desk) == []


def test_no_book_is_kept_until_a_day_to_come(book: Desk) -> None:
    ran = book("import", "thu.xlsx", "--book-date", "1/1/2099")

    assert ran.code == 2
    assert "--book-date" in ran.err
    assert not (book.folder / "partyroll.db").exists()
