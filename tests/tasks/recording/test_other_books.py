"""Two books of the same unit and year: what one stated and the other replaces is told."""

from pathlib import Path

import pytest

from e2e.books import AN, BINH, CHI, dues_rows, roster, workbook
from e2e.desk import Desk, Ran

PAID = 12 * "x"
OWING = "xxx---" + 6 * "x"
CODE = "book_says_otherwise"


@pytest.fixture
def started(desk: Desk) -> Desk:
    assert desk("import", roster(desk.folder)).code == 0
    return desk


def book(desk: Desk, name: str, of_an: str, sheet: str = "S") -> Path:
    lines = {AN[0]: of_an, BINH[0]: PAID, CHI[0]: PAID}
    return workbook(desk.folder / name, {sheet: dues_rows(lines)})


def warnings(ran: Ran) -> list[str]:
    problems = [p for file in ran.json["files"] for p in file["problems"]]
    return [p["message"] for p in problems if p["code"] == CODE]


def test_of_two_books_in_one_command_the_months_that_vanish_are_named(started: Desk) -> None:
    first, second = book(started, "d1.xlsx", OWING), book(started, "d2.xlsx", PAID, "Bản sao")

    ran = started("import", "--json", first, second)

    (told,) = warnings(ran)
    assert "tệp “d1.xlsx”, trang “S”, dòng 3" in told
    assert "tháng 4, 5, 6/2024 chưa đóng, nay đã đóng" in told


def test_a_payment_that_the_second_book_denies_is_named_too(started: Desk) -> None:
    first, second = book(started, "d1.xlsx", PAID), book(started, "d2.xlsx", OWING)

    ran = started("import", "--json", first, second)

    (told,) = warnings(ran)
    assert "tháng 4, 5, 6/2024 đã đóng, nay chưa đóng" in told


def test_a_book_under_another_name_is_told_in_a_later_command(started: Desk) -> None:
    started("import", book(started, "d1.xlsx", OWING))

    ran = started("import", "--json", book(started, "d2.xlsx", PAID, "Bản sao"))

    (told,) = warnings(ran)
    assert "tệp “d1.xlsx”, trang “S”, dòng 3" in told


def test_a_newer_version_of_the_same_book_is_told_as_differences_only(started: Desk) -> None:
    started("import", book(started, "d1.xlsx", OWING))

    ran = started("import", "--json", book(started, "d2.xlsx", PAID))

    assert warnings(ran) == []
    told = {one["what"] for one in ran.json["files"][0]["differences"]}
    assert told == {f"đảng phí tháng {month}/2024" for month in (4, 5, 6)}


def test_months_that_the_first_book_left_empty_are_no_contradiction(started: Desk) -> None:
    first = book(started, "d1.xlsx", "xxx" + 9 * ".")
    second = book(started, "d2.xlsx", "xxxx" + 8 * ".", "Bản sao")

    ran = started("import", "--json", first, second)

    assert warnings(ran) == []


def test_two_books_that_agree_are_told_nothing_of(started: Desk) -> None:
    first, second = book(started, "d1.xlsx", OWING), book(started, "d2.xlsx", OWING, "Bản sao")

    ran = started("import", "--json", first, second)

    assert warnings(ran) == []
