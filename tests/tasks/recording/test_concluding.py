"""What a cell's conclusion means: a step, and reasons judged month by month."""

from dataclasses import replace

import pytest

from partyroll.model import Finding, Ground, MonthFact, Outcome, ReviewList, State, StepKind
from partyroll.period import Month
from partyroll.tasks.recording.concluding import Said, excuses_from, step_from

DUES, MEETINGS = Ground.UNPAID_DUES, Ground.SKIP_MEETINGS
SAID = Said("danh-sach-7", 2024, "p1", decided_by="Chi bộ")


def month(
    number: int, state: State = State.UNPAID, note: str = "", ground: Ground = DUES
) -> MonthFact:
    """A month of 2024."""
    return MonthFact(Month(2024, number), ground, state, note)


def finding(*months: MonthFact) -> Finding:
    """Somebody listed for these months."""
    return Finding(ReviewList.REVIEW, DUES, 3, (), months, only_inferred=False, why="")


def judged(conclusion: Outcome, *months: MonthFact) -> list[tuple[Ground, int, bool]]:
    """The months whose reason a conclusion judges, and how."""
    excuses = excuses_from(replace(SAID, conclusion=conclusion), finding(*months))
    return [(one.ground, one.start.month, one.accepted) for one in excuses]


def test_an_accepted_reason_is_about_the_months_that_carry_one() -> None:
    months = (month(2), month(3, note="nghỉ ốm"), month(4, State.EXCUSED_MARKED, "", MEETINGS))

    assert judged(Outcome.REASON_ACCEPTED, *months) == [(DUES, 3, True), (MEETINGS, 4, True)]


def test_where_no_month_carries_a_reason_an_accepted_one_is_about_all() -> None:
    months = (month(2), month(3, State.UNPAID_INFERRED))

    assert judged(Outcome.REASON_ACCEPTED, *months) == [(DUES, 2, True), (DUES, 3, True)]


def test_a_rejected_reason_makes_only_its_own_months_plain() -> None:
    months = (month(2), month(3, note="nghỉ ốm"))

    assert judged(Outcome.REASON_REJECTED, *months) == [(DUES, 3, False)]
    assert judged(Outcome.REASON_REJECTED, month(2)) == []


@pytest.mark.parametrize("conclusion", [Outcome.REASON_ACCEPTED, Outcome.REASON_REJECTED])
def test_nobody_judges_a_reason_without_a_name(conclusion: Outcome) -> None:
    said = replace(SAID, conclusion=conclusion, decided_by="")
    listed = finding(month(3, note="nghỉ ốm"))

    assert [*excuses_from(said, listed)] == []
    assert step_from(said, listed) is None


@pytest.mark.parametrize(
    "conclusion",
    [Outcome.NO_ACTION, Outcome.PAID_SINCE, Outcome.BOOK_WRONG, Outcome.REMINDED],
)
def test_what_the_cell_settled_is_a_meeting_about_the_counted_months(
    conclusion: Outcome,
) -> None:
    listed = finding(month(2), month(3, State.PAID_LATE), month(4, note="nghỉ ốm"))
    step = step_from(replace(SAID, conclusion=conclusion), listed)

    assert step is not None
    assert (step.kind, step.outcome) == (StepKind.MEETING, conclusion)
    judged_months = [(one.month.number, one.state, one.note) for one in step.judged]
    assert judged_months == [
        (2, State.UNPAID, ""),
        (3, State.PAID_LATE, ""),
        (4, State.UNPAID, "nghỉ ốm"),
    ]


def test_a_proposal_is_a_step_of_its_own_and_needs_no_decider() -> None:
    said = replace(SAID, conclusion=Outcome.PROPOSE_REMOVAL, decided_by="")
    step = step_from(said, finding(month(2)))

    assert step is not None
    assert step.kind is StepKind.PROPOSAL
    assert step.event_id == ""


def test_another_conclusion_about_the_same_person_is_the_same_step() -> None:
    one, other = (
        step_from(replace(SAID, conclusion=conclusion), finding(month(2)))
        for conclusion in (Outcome.PROPOSE_REMOVAL, Outcome.NO_ACTION)
    )

    assert one is not None
    assert other is not None
    assert one.step_id == other.step_id
