"""Sharing texts changes no value and no type."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from partyroll.read.sharing import Shared

VALUES = st.one_of(
    st.sampled_from(["Kinh", "1", "", 1, 1.0, True, 0, 0.0, -0.0, False, date(2020, 1, 1)]),
    st.text(max_size=2),
)


@given(st.lists(st.lists(VALUES), max_size=5))
def test_every_value_keeps_its_type(columns: list[list[object]]) -> None:
    shared = Shared()

    came = [shared.values(values) for values in columns]

    assert repr(came) == repr(columns)


def test_a_text_of_many_columns_is_one_object() -> None:
    shared = Shared()

    (first,), (later,) = shared.values(["kinh".title()]), shared.values(["kinh".title()])

    assert first is later
