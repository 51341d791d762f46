"""Whatever the layout: everybody is read, exactly, and nothing is invented or lost."""

import sys
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from trials import trials

from .books import Book, books
from .layouts import Layout, layouts
from .measure import Outcome, outcome_of, outcome_of_book
from .people import Cell, cells

MANY = 300


@given(layouts(), cells())
@trials(10, many=25)
def test_any_roster_is_read_exactly(layout: Layout, units: Sequence[Cell]) -> None:
    outcome = outcome_of(layout, units)

    assert (outcome.wrong, outcome.invented, outcome.lost) == ([], [], [])
    assert outcome.found == outcome.members


@given(books(), cells())
@trials(10, many=25)
def test_any_dues_book_is_read_exactly(book: Book, units: Sequence[Cell]) -> None:
    outcome = outcome_of_book(book, units)

    assert (outcome.wrong, outcome.invented, outcome.lost) == ([], [], [])
    assert outcome.found == outcome.members


def outcomes(drawn: st.SearchStrategy[Any], measured: Callable[..., Outcome]) -> list[Outcome]:
    found: list[Outcome] = []

    @given(drawn, cells())
    @settings(deadline=None, max_examples=MANY, database=None, phases=[Phase.generate])
    def collect(layout: Any, units: Sequence[Cell]) -> None:
        found.append(measured(layout, units))

    collect()
    return found


@pytest.mark.slow
@pytest.mark.parametrize(
    ("drawn", "measured"), [(layouts(), outcome_of), (books(), outcome_of_book)]
)
def test_hundreds_of_layouts_are_read_exactly(
    drawn: st.SearchStrategy[Any],
    measured: Callable[..., Outcome],
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = outcomes(drawn, measured)

    exact = sum(outcome.exact for outcome in found) / len(found)
    wrong = sum(len(outcome.wrong) for outcome in found)
    share = 1 - wrong / sum(outcome.cells for outcome in found)
    with capsys.disabled():
        sys.stdout.write(f"\n{len(found)} layouts: {exact:.2%} exact, cells {share:.3%}\n")
    assert exact >= 0.99
    assert share >= 0.995
    assert [outcome.invented for outcome in found if outcome.invented] == []
    assert [outcome.lost for outcome in found if outcome.lost] == []
