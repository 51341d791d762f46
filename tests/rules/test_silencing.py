"""What was judged is silent while it stays the same; whatever is new is heard."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partyroll.model import (
    Finding,
    Ground,
    Judged,
    MonthFact,
    Outcome,
    ReviewList,
    ReviewStep,
    State,
    StepKind,
)
from partyroll.period import Month
from partyroll.rules.silencing import SILENCING, judged, silence

_GROUNDS = st.sampled_from([Ground.UNPAID_DUES, Ground.SKIP_MEETINGS])
_STATES = st.sampled_from([State.UNPAID, State.UNPAID_INFERRED, State.UNEXCUSED])
_MONTHS = st.builds(Month, st.integers(2023, 2024), st.integers(1, 12))
facts = st.lists(
    st.builds(MonthFact, _MONTHS, _GROUNDS, _STATES, st.sampled_from(["", "nghỉ ốm"])),
    min_size=1,
    max_size=8,
    unique_by=lambda fact: (fact.month, fact.ground),
)
silencing = st.sampled_from(sorted(SILENCING))
others = st.sampled_from(sorted(set(Outcome) - SILENCING))


def finding(months: list[MonthFact]) -> Finding:
    return Finding(
        ReviewList.REVIEW,
        Ground.UNPAID_DUES,
        len(months),
        (),
        tuple(months),
        only_inferred=False,
        why="",
    )


def step(outcome: Outcome | None, months: list[MonthFact]) -> ReviewStep:
    return ReviewStep(
        "s", "p", 2024, StepKind.MEETING, outcome, judged=tuple(map(judged, months))
    )


MARCH = MonthFact(Month(2024, 3), Ground.UNPAID_DUES, State.UNPAID)


@given(facts, silencing)
def test_the_evidence_that_was_judged_is_silenced(
    months: list[MonthFact], outcome: Outcome
) -> None:
    assert silence(finding(months), [step(outcome, months)]).silenced


@given(facts, silencing, st.data())
def test_one_new_month_is_heard(
    months: list[MonthFact], outcome: Outcome, data: st.DataObject
) -> None:
    new = data.draw(st.sampled_from(months))
    before = [fact for fact in months if fact is not new]

    assert not silence(finding(months), [step(outcome, before)]).silenced


@given(facts, silencing)
def test_without_the_step_it_is_heard_again(months: list[MonthFact], outcome: Outcome) -> None:
    quiet = silence(finding(months), [step(outcome, months)])

    assert not silence(quiet, []).silenced


@given(facts, silencing, others)
def test_the_last_judgement_holds(
    months: list[MonthFact], quiet: Outcome, other: Outcome
) -> None:
    first, second = step(quiet, months), step(other, months)

    assert not silence(finding(months), [first, second]).silenced
    assert silence(finding(months), [second, first]).silenced


@given(facts, silencing)
def test_a_month_that_drops_out_leaves_the_rest_silent(
    months: list[MonthFact], outcome: Outcome
) -> None:
    steps = [step(outcome, [*months, replace(MARCH, month=Month(2022, 1))])]

    assert silence(finding(months), steps).silenced


@given(facts)
def test_a_step_without_a_conclusion_silences_nothing(months: list[MonthFact]) -> None:
    assert not silence(finding(months), [step(None, months)]).silenced


@pytest.mark.parametrize(
    "now",
    [
        replace(MARCH, state=State.UNPAID_INFERRED),
        replace(MARCH, note="nghỉ ốm"),
        replace(MARCH, ground=Ground.SKIP_MEETINGS),
        replace(MARCH, month=Month(2023, 3)),
    ],
)
def test_a_month_that_is_said_differently_is_new(now: MonthFact) -> None:
    steps = [step(Outcome.NO_ACTION, [MARCH])]

    assert not silence(finding([now]), steps).silenced


def test_a_month_is_judged_as_it_stands() -> None:
    noted = replace(MARCH, note="nghỉ ốm")

    assert judged(noted) == Judged(noted.ground, noted.month, State.UNPAID, "nghỉ ốm")


def test_what_names_no_month_is_never_silenced() -> None:
    assert not silence(finding([]), [step(Outcome.NO_ACTION, [MARCH])]).silenced


# --- The same as examples -----------------------------------------------------------------
FEBRUARY = MonthFact(Month(2024, 2), Ground.UNPAID_DUES, State.UNPAID)
MARCH = MonthFact(Month(2024, 3), Ground.UNPAID_DUES, State.UNPAID)


@pytest.mark.parametrize("outcome", sorted(SILENCING))
def test_a_list_is_silent_once_every_month_of_it_was_judged(outcome: Outcome) -> None:
    both = finding([FEBRUARY, MARCH])

    assert silence(both, [step(outcome, [FEBRUARY, MARCH])]) == replace(both, silenced=True)
    assert silence(both, [step(outcome, [FEBRUARY])]) is both


def test_a_step_without_an_outcome_takes_no_word_back() -> None:
    one = finding([FEBRUARY])
    steps = [step(min(SILENCING), [FEBRUARY]), step(None, [FEBRUARY])]

    assert silence(one, steps).silenced


def test_a_list_that_is_no_longer_silent_says_so() -> None:
    quiet = replace(finding([FEBRUARY]), silenced=True)

    assert silence(quiet, []) == finding([FEBRUARY])
