import pytest

from partyroll.read.money import read_money, read_number
from partyroll.read.remarks import Reading


@pytest.mark.parametrize(
    "text",
    [
        "10000",
        "10.000",
        "10,000",
        "10 000",
        "10.000đ",
        "10.000 đồng",
        "10k",
        "10 nghìn",
        "10.000 VNĐ",
    ],
)
def test_every_way_of_writing_ten_thousand(text: str) -> None:
    assert read_money(text) == (10_000, "")


@pytest.mark.parametrize("text", ["10.000.5", "abc", "nợ", "T1-T3", "10 tháng"])
def test_words_and_broken_groups_are_no_sum(text: str) -> None:
    assert read_money(text) is None


@pytest.mark.parametrize(
    ("text", "amount", "code"),
    [
        ("-5000", None, "negative_amount"),
        ("1e4", 10_000, "unusual_number_form"),
        ("99999999999", None, "amount_implausible"),
    ],
)
def test_odd_sums_are_told(text: str, amount: int | None, code: str) -> None:
    assert read_money(text) == (amount, code)


@pytest.mark.parametrize(("number", "amount"), [(10, 10_000), (7.5, 7_500), (10_000, 10_000)])
def test_a_book_in_thousands_multiplies_unless_the_sum_is_written_out(
    number: float, amount: int
) -> None:
    assert read_number(number, factor=1000) == (amount, "")


def test_a_fraction_of_a_dong_is_unreadable() -> None:
    assert read_number(10_000.5) == (None, "unreadable_amount")


def test_a_decimal_in_a_book_of_thousands_is_a_sum() -> None:
    assert read_money("10,5", factor=1000) == Reading(10_500)


@pytest.mark.parametrize("text", ["10,000.00", "10.000,00", "10,000.0", "VND 10,000"])
def test_sums_as_programs_print_them(text: str) -> None:
    assert read_money(text) == Reading(10_000)


@pytest.mark.parametrize("text", ["10.000.00", "10,000,00", "10,000.50"])
def test_broken_parts_of_a_dong_are_no_sum(text: str) -> None:
    assert read_money(text) is None
