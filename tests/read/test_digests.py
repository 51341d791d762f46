"""The digest of a content tells every change of a cell, and nothing else."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partyroll.period import PartialDate
from partyroll.read.digests import content_digest
from partyroll.read.grid import Fault, Grid, Span, Value, make_grid

CELLS = st.one_of(
    st.text(), st.floats(allow_nan=False), st.dates(), st.booleans(), st.just(PartialDate(1990))
)


@given(st.lists(st.lists(CELLS, min_size=1), min_size=1), st.data())
def test_any_other_value_is_another_content(
    rows: list[list[Value]], choice: st.DataObject
) -> None:
    row = choice.draw(st.integers(0, len(rows) - 1))
    column = choice.draw(st.integers(0, len(rows[row]) - 1))
    changed = [[*values] for values in rows]
    changed[row][column] = Fault("formula_error", "#REF!")

    before, after = make_grid("DS", rows), make_grid("DS", changed)

    assert content_digest([before]) == content_digest([make_grid("DS", [*rows])])
    assert content_digest([before]) != content_digest([after])


@pytest.mark.parametrize(
    "other",
    [
        make_grid("Khác", [["An"]]),
        make_grid("DS", [["An"]], merges=(Span(0, 0, 0, 1),)),
        make_grid("DS", [["An\udce1"]]),
        make_grid("DS", [[PartialDate(1990)]]),
        make_grid("DS", [[PartialDate(1990, 1)]]),
        make_grid("DS", [["An"], []]),
    ],
)
def test_what_makes_another_content(other: Grid) -> None:
    assert content_digest([other]) != content_digest([make_grid("DS", [["An"]])])


def test_a_digest_that_is_known_is_not_taken_again() -> None:
    grid = replace(make_grid("DS", [["An"]]), digest="known")

    assert content_digest([grid]) == content_digest([replace(grid, rows=[])])
