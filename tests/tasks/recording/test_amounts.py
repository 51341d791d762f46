"""The sums of a line are kept as one text, a place for each month."""

from hypothesis import given
from hypothesis import strategies as st

from partyroll.tasks.recording.amounts import as_stored, sums_in

SUMS = st.lists(st.none() | st.integers(0, 20_000_000), min_size=12, max_size=12).map(tuple)


def test_a_month_without_a_sum_keeps_its_place() -> None:
    assert as_stored((10_000, None, 10_000)) == "10000,,10000"


def test_nothing_and_nought_are_no_sums() -> None:
    assert sums_in("10000,,0,12000") == (10_000, 12_000)


@given(SUMS)
def test_what_is_kept_is_what_was_stated(amounts: tuple[int | None, ...]) -> None:
    assert sums_in(as_stored(amounts)) == tuple(amount for amount in amounts if amount)
