"""Rows that say all in letters and sums are told from those that want a closer look."""

import pytest

from partyroll.read.dues_cells import DuesReader
from partyroll.read.dues_plain import PlainMonths, PlainRows
from partyroll.read.grid import Value
from partyroll.read.heads import Column
from partyroll.read.meanings import Meaning

YEAR = 2025
UNTICKED: Value = False
MONTHS = {
    month: Column(row=0, index=month, text=f"T{month}", meaning=Meaning(month=month))
    for month in range(1, 13)
}


@pytest.fixture
def rows() -> PlainRows:
    """The rows of a book whose months stand in columns B to M."""
    return PlainRows(DuesReader(YEAR), MONTHS)


def read(rows: PlainRows, *cells: Value) -> PlainMonths | None:
    """Read a row with a name in column A and `cells` in its months."""
    return rows.of(["Nguyễn Văn An", *cells])


# --- Plain --------------------------------------------------------------------------------
def test_the_same_sum_all_year_is_plain(rows: PlainRows) -> None:
    months = read(rows, *[10_000.0] * 12)

    assert months == PlainMonths("P" * 12, (10_000,) * 12, 10_000, 12)


def test_marks_all_year_are_plain_and_pay_no_sum(rows: PlainRows) -> None:
    assert read(rows, *["x"] * 12) == PlainMonths("P" * 12, (None,) * 12, None, 0)


def test_a_row_that_ends_early_is_blank_behind(rows: PlainRows) -> None:
    months = read(rows, 10_000.0, 10_000.0)

    assert months is not None
    assert months.letters == "PP.........."


def test_a_stated_debt_is_plain(rows: PlainRows) -> None:
    months = read(rows, *["chưa"] * 3, *[10_000.0] * 9)

    assert months is not None
    assert months.letters == "UUUPPPPPPPPP"


# --- Not plain ----------------------------------------------------------------------------
@pytest.mark.parametrize(
    "cells",
    [
        ("nộp bù T1-T3", *[10_000.0] * 11),
        ("-", *[10_000.0] * 11),
        ("12/03", *[10_000.0] * 11),
    ],
)
def test_a_cell_that_says_more_is_no_plain_row(
    rows: PlainRows, cells: tuple[Value, ...]
) -> None:
    assert read(rows, *cells) is None


@pytest.mark.parametrize(
    "cells",
    [
        (30_000.0, "", "", 30_000.0),
        (10_000.0, 20_000.0),
        (30_000.0,),
    ],
)
def test_sums_that_may_be_for_several_months_are_no_plain_row(
    rows: PlainRows, cells: tuple[Value, ...]
) -> None:
    assert read(rows, *cells) is None


# --- Remembered ---------------------------------------------------------------------------
def test_a_tick_box_is_not_taken_for_the_number_one(rows: PlainRows) -> None:
    ones = read(rows, 0.0, *["x"] * 11)
    boxes = read(rows, UNTICKED, *["x"] * 11)

    assert ones is not None
    assert ones.letters[0] == "U"
    assert boxes is None


def test_a_row_seen_before_is_read_the_same(rows: PlainRows) -> None:
    assert read(rows, *["x"] * 12) == read(rows, *["x"] * 12)


# --- Beside a rate ------------------------------------------------------------------------
@pytest.mark.parametrize(("rate", "agree"), [(None, True), (10_000, True), (12_000, False)])
def test_sums_are_compared_with_the_rate_that_the_row_states(
    rows: PlainRows, rate: int | None, *, agree: bool
) -> None:
    months = read(rows, *[10_000.0] * 12)

    assert months is not None
    assert months.agree_with(rate) is agree
