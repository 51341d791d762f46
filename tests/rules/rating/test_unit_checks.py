"""What is worth a second look in the ratings of a unit."""

from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partyroll.model import Compared, MatterKind, RatingLimits, RatingTally, Side
from partyroll.rules.rating.compared import compared
from partyroll.rules.rating.interval import likely_counts
from rules.rating.ratings import matters, unit

L4, L7, L9 = MatterKind.NOBODY_BELOW_GOOD, MatterKind.ALL_ALIKE, MatterKind.FAR_FROM_PARENT
ALL_GOOD = RatingTally(excellent=2, good=10)
THREE_YEARS = (2022, 2023, 2024)


# --- L4 -----------------------------------------------------------------------------------
def test_three_years_without_anybody_below_good_are_worth_a_look() -> None:
    matter = matters(unit(dict.fromkeys(THREE_YEARS, ALL_GOOD)))[L4]

    assert "3 năm liền" in matter.text
    assert "2022: 12/12, 2023: 12/12, 2024: 12/12" in matter.text


@pytest.mark.parametrize(
    "tallies",
    [
        {2023: ALL_GOOD, 2024: ALL_GOOD},
        {2021: ALL_GOOD, 2022: ALL_GOOD, 2024: ALL_GOOD},
        {**dict.fromkeys(THREE_YEARS, ALL_GOOD), 2023: RatingTally(good=11, complete=1)},
        {**dict.fromkeys(THREE_YEARS, ALL_GOOD), 2023: RatingTally(good=11, not_complete=1)},
        dict.fromkeys(THREE_YEARS, RatingTally(good=2)),
    ],
    ids=["two years", "a year without a list", "complete", "not complete", "two members"],
)
def test_a_lower_level_or_a_missing_year_says_nothing(tallies: dict[int, RatingTally]) -> None:
    assert L4 not in matters(unit(tallies))


# --- L7 -----------------------------------------------------------------------------------
def test_a_unit_in_which_all_are_alike_is_worth_a_look() -> None:
    assert "Cả 9 người" in matters(unit(RatingTally(good=9, not_rated=2)))[L7].text


@pytest.mark.parametrize(
    "tally", [RatingTally(good=8, complete=1), RatingTally(good=2), RatingTally()]
)
def test_different_levels_and_two_members_say_nothing(tally: RatingTally) -> None:
    assert L7 not in matters(unit(tally))


# --- L9 -----------------------------------------------------------------------------------
PARENT = {2024: RatingTally(good=160, complete=40)}


def test_a_share_far_above_the_parents_is_told_with_its_interval() -> None:
    matter = matters(unit(RatingTally(good=40), parent=PARENT, parent_name="Đảng bộ xã Mẫu"))[
        L9
    ]

    assert "40/40 (100,0%)" in matter.text
    assert "160/200 (80,0%)" in matter.text
    assert "từ 27 đến 37 người" in matter.text
    assert matter.remarks == (
        "đây là phép so sánh thống kê: cứ 100 đơn vị như nhau vẫn có khoảng 5 đơn vị ở ngoài",
    )


def test_a_share_far_below_the_parents_is_told_too() -> None:
    assert (
        "thấp hơn" in matters(unit(RatingTally(good=20, complete=20), parent=PARENT))[L9].text
    )


def test_a_share_that_chance_explains_says_nothing() -> None:
    assert L9 not in matters(unit(RatingTally(good=34, complete=6), parent=PARENT))


def test_a_unit_is_not_compared_with_itself() -> None:
    alone = RatingTally(good=30, complete=2)

    assert L9 not in matters(unit(alone, parent={2024: alone}))
    assert compared(alone, alone, RatingLimits()) is None


@pytest.mark.parametrize(
    ("good", "side"),
    [(26, Side.BELOW), (27, Side.WITHIN), (37, Side.WITHIN), (38, Side.ABOVE)],
)
def test_the_likely_counts_themselves_are_no_surprise(good: int, side: Side) -> None:
    own = RatingTally(good=good, complete=40 - good)

    assert compared(own, PARENT[2024], RatingLimits()) == Compared(27, 37, side)


def test_twenty_are_enough_to_be_compared() -> None:
    twenty = RatingTally(good=16, complete=4)

    assert compared(twenty, PARENT[2024], RatingLimits()) == Compared(12, 19, Side.WITHIN)


def test_half_of_the_rest_is_left_out_on_each_side() -> None:
    # With four of five, 30 or fewer of 45 are good 2.4994 times in a hundred: just too rare.
    assert likely_counts(45, 4, 5, 95) == (31, 41)


@given(st.integers(0, 19), st.integers(0, 19), st.integers(20, 400), st.integers(0, 400))
def test_fewer_than_twenty_are_never_compared(
    good: int, complete: int, parent_good: int, parent_complete: int
) -> None:
    small = RatingTally(good=good, complete=min(complete, 19 - good))
    parent = {
        2024: RatingTally(good=parent_good + good, complete=parent_complete + small.complete)
    }

    assert L9 not in matters(unit(small, parent=parent))


@given(st.integers(1, 60), st.integers(1, 99), st.sampled_from([80, 90, 95, 99]))
def test_the_interval_is_the_one_that_exact_numbers_give(
    number: int, successes: int, per_cent: int
) -> None:
    low, high = likely_counts(number, successes, 100, per_cent)
    chances = [
        comb(number, k) * successes**k * (100 - successes) ** (number - k)
        for k in range(number + 1)
    ]
    rare = (100 - per_cent) * 100**number

    assert 200 * sum(chances[:low]) <= rare * (1 + 1e-9)
    assert 200 * sum(chances[: low + 1]) > rare * (1 - 1e-9)
    assert 200 * sum(chances[high + 1 :]) <= rare * (1 + 1e-9)
    assert 200 * sum(chances[high:]) > rare * (1 - 1e-9)


def test_where_everybody_above_is_good_everybody_is_likely_to_be() -> None:
    assert likely_counts(30, 200, 200, 95) == (30, 30)
    assert likely_counts(30, 0, 200, 95) == (0, 0)
