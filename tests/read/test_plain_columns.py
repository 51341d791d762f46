"""A column read at a glance says what its cells say one by one."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partyroll.read.grid import Value, as_text
from partyroll.read.plain_columns import plain_cards, plain_codes, plain_national_ids
from partyroll.read.remarks import Reading
from partyroll.read.values import read_card, read_national_id

NUMBERS = st.sampled_from(["099000000001", "099000000002", "099000001", ""])
ODD = st.sampled_from(["09900000001", "0990 0000 0003", "09900001", "０９９", "x", 99.0, True])
CODES = st.sampled_from(["LL-1", "A/12.b", "", "LL 1", "Đ-1", "LL-2\t", " LL", 12.0])
Glance = Callable[[Sequence[Value]], Sequence[str | None] | None]
One = Callable[[Value], Reading[str]]


@given(column=st.lists(NUMBERS | ODD, min_size=1) | st.lists(NUMBERS, min_size=1))
@pytest.mark.parametrize(
    ("glance", "one"), [(plain_cards, read_card), (plain_national_ids, read_national_id)]
)
def test_numbers_at_a_glance_are_the_numbers_read_one_by_one(
    glance: Glance, one: One, column: list[Value]
) -> None:
    said = glance(column)

    alone = [one(value) for value in column]

    assert said is None or [Reading(number) for number in said] == alone


@given(st.lists(CODES, min_size=1))
def test_codes_at_a_glance_are_the_codes_read_one_by_one(column: list[Value]) -> None:
    said = plain_codes(column)

    alone = [as_text(value) or None for value in column]

    assert said is None or said == alone


def test_a_clean_column_is_seen_at_a_glance() -> None:
    assert plain_cards(["099000000001", ""]) == ["099000000001", None]
    assert plain_national_ids(["099000001", "099000000001"]) == ["099000001", "099000000001"]
    assert plain_codes(["LL-1", ""]) == ["LL-1", None]


@pytest.mark.parametrize("odd", ["09900001", "0990 00000001", "x", 99000000001.0])
def test_a_column_with_something_else_is_read_cell_by_cell(odd: Value) -> None:
    assert plain_cards(["099000000001", odd]) is None
    assert plain_codes(["LL-1", "LL 2"]) is None
