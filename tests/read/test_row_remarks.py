"""What the last column of a dues book says of months that were paid together."""

import pytest

from partyroll.period import PartialDate
from partyroll.read.dues_cells import DuesReader
from partyroll.read.row_remarks import read_remark

YEAR = 2025


def test_a_back_payment_beside_the_months_pays_them_on_its_day() -> None:
    said = read_remark("nộp bù T3-5 ngày 20/12", YEAR)

    assert (said.paid, said.paid_on) == ((3, 4, 5), PartialDate(2025, 12, 20))


@pytest.mark.parametrize(
    ("remark", "months"),
    [
        ("Đã nộp đủ tháng 3, 4, 5", (3, 4, 5)),
        ("truy thu quý I", (1, 2, 3)),
        ("đã đóng T7 (biên lai 12)", (7,)),
        ("đã nộp nợ T3", (3,)),
        ("CK đủ quý II", (4, 5, 6)),
        ("đã nộp T1-T3, nợ T4", (1, 2, 3)),
        ("Đã chuyển khoản T5, T6", (5, 6)),
    ],
)
def test_a_payment_without_a_day_pays_the_months_that_it_names(
    remark: str, months: tuple[int, ...]
) -> None:
    said = read_remark(remark, YEAR)

    assert (said.paid, said.paid_on) == (months, None)


@pytest.mark.parametrize(
    "remark",
    [
        "đề nghị nộp bù T3-5",
        "sẽ nộp bù tháng 3",
        "chưa nộp T3",
        "đã nộp hồ sơ",
        "nộp bù ngày 5-12-2025",
        "nộp bù ngày 3/12",
        "đã nộp bù T11, T12/2024",
        "đã đóng đủ, trừ T12",
        "đã đóng đủ, còn T12",
    ],
)
def test_what_names_no_paid_month_pays_none(remark: str) -> None:
    assert read_remark(remark, YEAR).paid == ()


@pytest.mark.parametrize(
    "remark",
    [
        "Đã chuyển khoản đủ",
        "đã nộp đủ",
        "Đã đóng đảng phí đầy đủ.",
        "đi làm xa; đã trừ lương đủ",
    ],
)
def test_a_row_may_say_that_all_is_paid(remark: str) -> None:
    assert read_remark(remark, YEAR).in_full


@pytest.mark.parametrize(
    "remark",
    [
        "chưa nộp đủ",
        "đề nghị nộp đủ",
        "đã nộp đủ hồ sơ",
        "đã nộp đủ năm 2024",
        "đã nộp đủ tháng 3, 4, 5",
        "chuyển khoản",
        "sẽ chuyển khoản đủ",
        "đã đóng đủ, nợ T12",
        "đã đóng đủ, trừ T12",
    ],
)
def test_a_part_a_promise_or_another_year_is_not_all(remark: str) -> None:
    assert not read_remark(remark, YEAR).in_full


@pytest.mark.parametrize(
    ("remark", "whole"),
    [
        ("nộp cả năm", True),
        ("đã chuyển khoản đủ cả năm", True),
        ("đã nộp cả năm 2025", True),
        ("chưa nộp cả năm", False),
        ("đề nghị nộp cả năm", False),
        ("đã nộp cả năm 2024", False),
    ],
)
def test_a_year_is_paid_where_it_is_said_and_not_denied(
    remark: str,
    whole: bool,  # noqa: FBT001 (a column of examples)
) -> None:
    assert read_remark(remark, YEAR).whole_year is whole


@pytest.mark.parametrize("cell", ["x (cả T3,4,5)", "x (T3-5)", "đã nộp (T3, T4, T5)"])
def test_a_tick_with_months_beside_it_pays_those_months(cell: str) -> None:
    read = DuesReader(YEAR).read(cell, 6)

    assert (read.letter, read.covers) == ("P", (3, 4, 5))
