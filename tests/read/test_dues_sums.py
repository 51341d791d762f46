"""Sums beside the months: who paid more in all than the months show owes no blank month."""

from collections.abc import Callable

import pytest

from partyroll.read.facts import BookRow, ReadFile

Read = Callable[..., ReadFile]
TITLE = ["SỔ THU ĐẢNG PHÍ NĂM 2024"]
HEADING = ["TT", "Họ và tên", *[f"T{month}" for month in range(1, 13)]]
HALF: list[object] = [10_000] * 6 + [None] * 6
BINH: list[object] = [2, "Lò Thị Bình", *[10_000] * 12]


def row_of_an(file: ReadFile) -> BookRow:
    row = file.tables[0].rows[0]
    assert isinstance(row, BookRow)
    return row


@pytest.mark.parametrize(
    ("heading", "value"),
    [("Tổng cộng", 120_000), ("Đã nộp", "120.000"), ("Còn nợ", 0), ("Còn nợ", "không")],
)
def test_a_row_that_says_more_than_its_months_has_open_blanks(
    read: Read, heading: str, value: object
) -> None:
    file = read({"DP": [TITLE, [*HEADING, heading], [1, "Lò Văn An", *HALF, value], BINH]})

    assert row_of_an(file).unallocated
    assert ("O3", "paid_in_all") in [(p.cell, p.code) for p in file.problems]


@pytest.mark.parametrize(
    ("heading", "value"), [("Tổng cộng", 60_000), ("Đã nộp", 60_000), ("Còn nợ", 60_000)]
)
def test_a_row_whose_sum_agrees_keeps_its_blanks(
    read: Read, heading: str, value: object
) -> None:
    file = read({"DP": [TITLE, [*HEADING, heading], [1, "Lò Văn An", *HALF, value], BINH]})

    assert not row_of_an(file).unallocated
    assert file.problems == ()


def test_months_that_nobody_has_paid_yet_are_not_told(read: Read) -> None:
    file = read({"DP": [TITLE, [*HEADING, "Còn nợ"], [1, "Lò Văn An", *HALF, 0]]})

    assert file.problems == ()


def test_a_number_of_months_beside_ticks_says_the_same(read: Read) -> None:
    ticks = ["x"] * 6 + [None] * 6

    file = read({"DP": [TITLE, [*HEADING, "Tổng cộng"], [1, "Lò Văn An", *ticks, 12], BINH]})

    assert row_of_an(file).unallocated


def test_a_sheet_and_a_title_of_two_years_are_a_question(read: Read) -> None:
    file = read({"2025": [TITLE, HEADING, BINH]})

    assert [problem.code for problem in file.problems] == ["years_differ"]
    assert [row.code for row in file.set_aside] == ["years_differ"]
