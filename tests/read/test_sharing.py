"""Sharing texts changes no value and no type."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from partyroll.read.sharing import Shared

VALUES = st.one_of(
    st.sampled_from(["Kinh", "1", "", 1, 1.0, True, 0, 0.0, -0.0, False, date(2020, 1, 1)]),
    st.text(max_size=2),
)


@given(st.lists(st.lists(st.lists(VALUES), max_size=40), max_size=3))
def test_every_cell_keeps_its_value_and_its_type(chunks: list[list[list[object]]]) -> None:
    shared = Shared()

    came = [shared.rows(rows) for rows in chunks]

    assert repr(came) == repr(chunks)


def test_a_text_of_many_rows_is_one_object() -> None:
    shared = Shared()
    first: list[list[object]] = [["kinh".title(), place] for place in range(40)]
    later: list[list[object]] = [["kinh".title()]]

    rows = [*shared.rows(first), *shared.rows(later)]

    assert {id(row[0]) for row in rows} == {id(rows[0][0])}
