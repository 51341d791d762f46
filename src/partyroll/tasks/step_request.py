"""What somebody tells of a case, and what must hold before anything is looked up."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from partyroll.messages import REASON
from partyroll.model import Outcome, Reason, StepKind
from partyroll.period import PartialDate
from partyroll.rulebook import Rulebook
from partyroll.rules.casework import ENDINGS, Vote, usual_reasons
from partyroll.tasks.deciding import Decision
from partyroll.tasks.step_refusals import (
    AppliedAfterDecision,
    DecisionNeedsOutcome,
    DecisionNeedsPaper,
    ExitNeedsReason,
    NotAVote,
    NotYet,
    OnlyADecisionEnds,
    ProposalIsNoDecision,
    ReasonsNeedExit,
    StepNeedsDay,
    YearToCome,
)


@dataclass(frozen=True, slots=True)
class StepRequest:
    """What somebody tells of a case.

    The day of a decision's step is the day it was handed over; its own is `paper_date`.
    """

    ledger: Path
    member: str
    kind: StepKind
    actor: str
    now: datetime
    rulebook: Rulebook
    outcome: Outcome | None = None
    happened_on: PartialDate | None = None
    said_by: str = ""
    paper: str = ""
    paper_date: PartialDate | None = None
    note: str = ""
    year: int | None = None
    list_number: int | None = None
    reasons: tuple[Reason, ...] = ()
    applied_on: PartialDate | None = None
    vote: Vote | None = None
    dry_run: bool = False


def vote_of(yes: int | None, convened: int | None) -> Vote | None:
    """Return the vote of two numbers that were typed, None where neither was."""
    if yes is None and convened is None:
        return None
    if yes is None or convened is None or yes > convened:
        raise NotAVote
    return Vote(yes, convened)


def check_step(request: StepRequest) -> None:
    """Raise a `StepRefused` where the facts do not go together, whatever the ledger says."""
    for day in (request.happened_on, request.paper_date, request.applied_on):
        if day is not None and day.first > request.now.date():
            raise NotYet(day.vi)
    if request.year is not None and request.year > request.now.year:
        raise YearToCome(request.year)
    if request.kind is StepKind.DECISION:
        _check_decision(request)
    elif request.outcome in ENDINGS:
        raise OnlyADecisionEnds
    elif request.happened_on is None:
        raise StepNeedsDay
    if (request.reasons or request.applied_on) and request.outcome not in ENDINGS:
        raise ReasonsNeedExit


def _check_decision(request: StepRequest) -> None:
    if request.outcome is None:
        raise DecisionNeedsOutcome
    if request.outcome is Outcome.PROPOSE_REMOVAL:
        raise ProposalIsNoDecision
    if not request.paper or request.paper_date is None:
        raise DecisionNeedsPaper
    if request.outcome in ENDINGS and not request.reasons:
        usual = usual_reasons(request.outcome)
        raise ExitNeedsReason((one.value, REASON[one]) for one in usual)
    applied = request.applied_on
    if applied is not None and applied.first > request.paper_date.last:
        raise AppliedAfterDecision(applied.vi, request.paper_date.vi)


def decision_of(request: StepRequest) -> Decision | None:
    """Return the decision by which somebody leaves, if the step is one."""
    if request.outcome not in ENDINGS or request.paper_date is None:
        return None
    return Decision(
        Outcome(request.outcome),
        request.reasons,
        request.paper,
        request.paper_date,
        request.note,
    )


def last_day_of(request: StepRequest) -> date:
    """Return the last day the step may have happened; of an undated one its paper's."""
    when = request.happened_on or request.paper_date
    return when.last if when else request.now.date()
