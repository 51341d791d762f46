from datetime import datetime

import pytest

from partyroll.period import PartialDate
from partyroll.read.dues_cells import DuesReader
from partyroll.read.grid import Fault, Value
from partyroll.read.named_months import months_named

APRIL = 4
READER = DuesReader(2024)


@pytest.mark.parametrize("cell", ["x", "X", "✓", "v", "đã nộp", "đủ", 10_000.0, "10.000", True])
def test_a_sum_or_a_tick_is_paid(cell: Value) -> None:
    assert READER.read(cell, APRIL).letter == "P"


@pytest.mark.parametrize(
    "cell", [0.0, "0", "nợ", "chưa", "chưa nộp", "Chưa đóng", "còn nợ 10.000"]
)
def test_stated_unpaid(cell: Value) -> None:
    assert READER.read(cell, APRIL).letter == "U"


@pytest.mark.parametrize("cell", ["miễn", "M", "được miễn", "Miễn đóng"])
def test_stated_exempt(cell: str) -> None:
    assert READER.read(cell, APRIL).letter == "X"


@pytest.mark.parametrize(
    "cell",
    ["nghỉ ốm", "nằm viện", "thai sản", "đi học", "hộ nghèo", "MSH", "ốm", "chưa nộp (ốm)"],
)
def test_a_reason_is_noted_and_kept(cell: str) -> None:
    read = READER.read(cell, APRIL)

    assert (read.letter, read.note) == ("N", cell)


def test_a_deferral_is_neither_paid_nor_unpaid() -> None:
    assert READER.read("hoãn đóng", APRIL).letter == "D"


@pytest.mark.parametrize("cell", ["không", "Không", "KHÔNG"])
def test_a_bare_no_asks_what_is_meant(cell: str) -> None:
    assert READER.read(cell, APRIL).letter == "N"


@pytest.mark.parametrize("cell", ["-", "–", "—", "o", "O", "k", "K", "FALSE"])
def test_an_unexplained_sign_or_letter_is_a_blank_with_a_warning(cell: str) -> None:
    read = READER.read(cell, APRIL)

    assert (read.letter, read.code) == (".", "ambiguous_mark")


@pytest.mark.parametrize("cell", ["-", "–"])
def test_a_dash_means_what_the_legend_says(cell: str) -> None:
    reader = DuesReader(2024, legend={"-": "chưa nộp"})

    assert reader.read(cell, APRIL).letter == "U"


@pytest.mark.parametrize("meaning", ["chưa nộp", "không"])
def test_a_letter_means_what_the_legend_says(meaning: str) -> None:
    assert DuesReader(2024, legend={"o": meaning}).read("O", APRIL).letter == "U"


@pytest.mark.parametrize("cell", ["o", "k", "-"])
def test_a_sign_that_the_legend_gives_another_meaning_is_not_known(cell: str) -> None:
    reader = DuesReader(2024, legend={cell: "đi học xa"})

    read = reader.read(cell, APRIL)

    assert (read.letter, read.code) == ("?", "ambiguous_mark")


def test_the_legend_wins_over_custom() -> None:
    assert DuesReader(2024, legend={"x": "chưa nộp"}).read("x", APRIL).letter == "U"


@pytest.mark.parametrize(
    ("cell", "since", "until"),
    [
        ("chưa KN", None, None),
        ("KN T5", 5, None),
        ("chuyển đến T6", 6, None),
        ("chuyển đi", None, 4),
        ("từ trần", None, 4),
        ("chuyển đi T7", None, 7),
    ],
)
def test_not_a_member_in_that_month(cell: str, since: int | None, until: int | None) -> None:
    read = READER.read(cell, APRIL)

    assert (read.letter, read.since, read.until) == ("o", since, until)


@pytest.mark.parametrize(
    ("cell", "amount", "covers"),
    [
        ("40.000 (nộp bù T1-T3)", 40_000, (1, 2, 3)),
        ("nộp bù T1, T2", None, (1, 2)),
        ("truy thu T1: 20.000", 20_000, (1,)),
        ("30.000 nộp bù T2 và T3", 30_000, (2, 3)),
    ],
)
def test_a_back_payment_names_its_months(
    cell: str, amount: int | None, covers: tuple[int, ...]
) -> None:
    read = READER.read(cell, APRIL)

    assert (read.letter, read.amount, read.covers) == ("P", amount, covers)
    assert read.late
    assert read.code == "back_payment_note"


@pytest.mark.parametrize(
    ("cell", "covers"),
    [
        ("nộp cả năm", (1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12)),
        ("120.000 (cả năm)", (1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12)),
        ("nộp cả quý", (5, 6)),
        ("đóng quý II", (5, 6)),
    ],
)
def test_a_sum_for_a_named_span_covers_it(cell: str, covers: tuple[int, ...]) -> None:
    read = READER.read(cell, APRIL)

    assert (read.letter, read.covers, read.late) == ("P", covers, False)


def test_several_months_without_names_are_allocated_to_none() -> None:
    read = READER.read("nộp 3 tháng", APRIL)

    assert (read.letter, read.covers, read.unnamed) == ("P", (), True)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("abc", "unreadable_amount"),
        ("10.000.5", "unreadable_amount"),
        (-5000.0, "negative_amount"),
        ("#VALUE!", "formula_error"),
        (Fault("formula_error", "#REF!"), "formula_error"),
        (Fault("formula_without_cached_value", "=1"), "formula_without_cached_value"),
        (datetime.fromisoformat("1927-05-18"), "unreadable_amount"),
    ],
)
def test_what_nobody_can_read_is_marked(cell: Value, code: str) -> None:
    read = READER.read(cell, APRIL)

    assert (read.letter, read.code) == ("?", code)


@pytest.mark.parametrize("cell", ["15/3", "15/03/2024", datetime.fromisoformat("2024-03-15")])
def test_a_day_in_a_cell_is_the_day_of_payment(cell: Value) -> None:
    read = READER.read(cell, APRIL)

    assert (read.letter, read.paid_on) == ("P", PartialDate(2024, 3, 15))


def test_an_absurd_sum_is_paid_but_its_amount_is_left_out() -> None:
    read = READER.read(99_999_999_999.0, APRIL)

    assert (read.letter, read.amount, read.code) == ("P", None, "amount_implausible")


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("t1-t3", (1, 2, 3)),
        ("thang 1 den thang 3", (1, 2, 3)),
        ("t1, t2, t3", (1, 2, 3)),
        ("t1 va t2", (1, 2)),
        ("thang 5", (5,)),
        ("quy iv", (10, 11, 12)),
        ("ca nam", tuple(range(1, 13))),
        ("t11-t2", ()),
        ("dang phi", ()),
    ],
)
def test_months_in_words(words: str, months: tuple[int, ...]) -> None:
    assert months_named(words) == months
