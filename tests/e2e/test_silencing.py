"""Whoever was judged stands apart until something new is known; through the real commands."""

import openpyxl
import pytest

from e2e.books import BINH, CHI, dues_rows, workbook
from e2e.cases import NAME, ON_2024, office, review_list, step
from e2e.desk import Desk
from e2e.reviewing import fill, listed

MEETING = ("--kind", "meeting", "--on", "20/2/2025")


@pytest.fixture
def cell(desk: Desk) -> Desk:
    """A cell in which An owes three months."""
    return office(desk)


def book_again(desk: Desk, letters: str) -> None:
    """Import the book of 2024 once more, with another line of An's."""
    lines = {NAME: letters, "Lò Thị Bình": "x" * 12, "Lò Thị Chi": "x" * 12}
    path = workbook(desk.folder / "chi-bo-2.xlsx", {"Đảng phí 2024": dues_rows(lines)})
    assert desk("import", path).code == 0


@pytest.mark.parametrize("outcome", ["no_action", "paid_since", "book_wrong"])
def test_what_needs_nothing_is_silenced(cell: Desk, outcome: str) -> None:
    assert [one["silenced"] for one in review_list(cell)] == [False]

    step(cell, *MEETING, "--outcome", outcome)

    assert [one["silenced"] for one in review_list(cell)] == [True]


def test_a_new_month_is_heard(cell: Desk) -> None:
    step(cell, *MEETING, "--outcome", "no_action")

    book_again(cell, "x--xx-xxxxx-")

    (listed,) = review_list(cell)
    assert (listed["count"], listed["silenced"]) == (4, False)


def test_a_step_taken_back_silences_nobody(cell: Desk) -> None:
    step(cell, *MEETING, "--outcome", "no_action")
    cell("undo", "--yes")

    assert [one["silenced"] for one in review_list(cell)] == [False]


def test_a_step_about_a_kept_list_judges_what_that_list_showed(cell: Desk) -> None:
    cell("flag", *ON_2024, "--save")
    book_again(cell, "x--xx-xxxxx-")

    step(cell, *MEETING, "--outcome", "no_action", "--list", "1")

    assert [one["silenced"] for one in review_list(cell)] == [False]


def test_the_silenced_stand_in_a_table_of_their_own(cell: Desk) -> None:
    step(cell, *MEETING, "--outcome", "no_action")

    ran = cell("flag", *ON_2024, "--xlsx", "--out", "danh-sach.xlsx")

    assert f"silenced\t{NAME}" in ran.out
    assert f"review\t{NAME}" not in ran.out
    book = openpyxl.load_workbook(cell.folder / "danh-sach.xlsx")
    named = [
        sheet.title
        for sheet in book
        for row in sheet.iter_rows(values_only=True)
        if NAME in row
    ]
    assert set(named) == {"Đã xem xét, không xử lý", "Căn cứ từng tháng"}


def test_a_conclusion_on_a_list_that_came_back_silences_too(desk: Desk) -> None:
    path = listed(desk)
    desk("import", fill(path, {BINH[0]: {"Kết luận": "Không xem xét xử lý"}}))

    silenced = {one["full_name"]: one["silenced"] for one in review_list(desk)}

    assert silenced == {BINH[0]: True, CHI[0]: False}


def test_a_conclusion_without_a_date_is_as_young_as_the_import(desk: Desk) -> None:
    path = listed(desk)
    meeting = ("--kind", "meeting", "--on", "20/2/2025", "--outcome", "reminded")
    step(desk, *meeting, name=BINH[0])
    desk("import", fill(path, {BINH[0]: {"Kết luận": "Không xem xét xử lý"}}))

    silenced = {one["full_name"]: one["silenced"] for one in review_list(desk)}

    assert silenced[BINH[0]] is True


def test_a_year_explained_says_that_it_was_judged(cell: Desk) -> None:
    step(cell, *MEETING, "--outcome", "no_action")

    (year,) = cell("show", NAME, "--year", "2024", "--as-of", "2024-12-31", "--json").json[
        "years"
    ]

    assert year["finding"]["silenced"] is True
