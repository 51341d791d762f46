"""Whatever the layout: everybody is read, exactly, and nothing is invented or lost."""

import sys

import pytest
from hypothesis import Phase, given, settings

from .layouts import Layout, layouts
from .measure import Outcome, outcome_of
from .people import Cell, cells


@given(layouts(), cells())
@settings(deadline=None, max_examples=25)
def test_any_layout_is_read_exactly(layout: Layout, units: tuple[Cell, ...]) -> None:
    outcome = outcome_of(layout, units)

    assert outcome.wrong == []
    assert outcome.invented == []
    assert outcome.lost == []
    assert outcome.exact


@pytest.mark.slow
def test_three_hundred_layouts_are_read_exactly(capsys: pytest.CaptureFixture[str]) -> None:
    outcomes: list[Outcome] = []

    @given(layouts(), cells())
    @settings(deadline=None, max_examples=300, database=None, phases=[Phase.generate])
    def collect(layout: Layout, units: tuple[Cell, ...]) -> None:
        outcomes.append(outcome_of(layout, units))

    collect()

    exact = sum(outcome.exact for outcome in outcomes) / len(outcomes)
    wrong = sum(len(outcome.wrong) for outcome in outcomes)
    share = 1 - wrong / sum(outcome.cells for outcome in outcomes)
    with capsys.disabled():
        sys.stdout.write(f"\n{len(outcomes)} layouts: {exact:.2%} exact, cells {share:.3%}\n")
    assert exact >= 0.99
    assert share >= 0.995
    assert [outcome.invented for outcome in outcomes if outcome.invented] == []
    assert [outcome.lost for outcome in outcomes if outcome.lost] == []
