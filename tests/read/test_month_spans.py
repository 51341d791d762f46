"""Headings of several months, of months in words and in other orders of year and month."""

from collections.abc import Callable

import pytest

from partyroll.read.facts import BookRow, ReadFile

Read = Callable[..., ReadFile]


def months_of(read: Read, title: str, headings: list[str]) -> dict[int | None, str]:
    paid = [1, "Lò Văn An", *[10_000] * len(headings)]
    file = read({"DP": [[title], ["TT", "Họ và tên", *headings], paid]})
    return {
        table.year: row.letters
        for table in file.tables
        for row in table.rows
        if isinstance(row, BookRow)
    }


@pytest.mark.parametrize(
    "headings",
    [
        ["T1-2", "T3-4", "T5-6", "T7-8", "T9-10", "T11-12"],
        ["Tháng 1+2+3", "Tháng 4+5+6", "Tháng 7+8+9", "Tháng 10+11+12"],
        ["T1 - T6", "T7 đến T12"],
        ["T1", "T2-3", "T4", "T5,6", "T7", "T8", "T9", "T10-T12"],
        [f"2024-{month:02d}" for month in range(1, 13)],
        [f"Số tiền nộp tháng {month}" for month in range(1, 13)],
    ],
)
def test_every_month_of_a_heading_is_paid(read: Read, headings: list[str]) -> None:
    assert months_of(read, "SỔ THU ĐẢNG PHÍ NĂM 2024", headings) == {2024: "P" * 12}


def test_months_of_one_year_behind_a_dash_are_no_spans(read: Read) -> None:
    headings = ["T7-10", "T8-10", "T9-10", "T10-10", "T11-10", "T12-10"]

    assert months_of(read, "SỔ THU ĐẢNG PHÍ", headings) == {2010: "......PPPPPP"}


def test_months_in_words(read: Read) -> None:
    words = "Giêng,Hai,Ba,Tư,Năm,Sáu,Bảy,Tám,Chín,Mười,Mười Một,Chạp"
    headings = [f"Tháng {word}" for word in words.split(",")]

    assert months_of(read, "SỔ THU ĐẢNG PHÍ NĂM 2024", headings) == {2024: "P" * 12}


def test_months_that_do_not_count_on_are_no_span(read: Read) -> None:
    headings = ["T1, T3", "T4", "T5", "T6"]

    assert months_of(read, "SỔ THU ĐẢNG PHÍ NĂM 2024", headings) == {2024: "...PPP......"}


def test_totals_above_the_people_are_compared_with_all_of_them(read: Read) -> None:
    rows = [
        ["SỔ THU ĐẢNG PHÍ NĂM 2024"],
        ["TT", "Họ và tên", "T1", "T2"],
        [None, "TỔNG CỘNG", 20_000, 30_000],
        [1, "Lò Văn An", 10_000, 10_000],
        [2, "Lò Thị Bình", 10_000, 10_000],
    ]

    told = [(problem.cell, problem.code) for problem in read({"DP": rows}).problems]

    assert told == [("D3", "total_mismatch")]
