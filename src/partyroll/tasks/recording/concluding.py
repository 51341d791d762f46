"""What a cell's conclusion on a list means for the ledger: a step, and reasons judged.

No conclusion changes anybody's status: that takes a decision, which is another step.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from partyroll.messages import FROM_BOOK_ROW, FROM_ROSTER
from partyroll.model import (
    Excuse,
    ExcuseKind,
    Finding,
    Judged,
    MonthFact,
    Outcome,
    ReviewList,
    ReviewStep,
    State,
    StepKind,
)
from partyroll.period import Month, PartialDate
from partyroll.tasks.excusing.kinds import reason_in

M = TypeVar("M", MonthFact, Judged)

# Who said so matters: a reason is accepted or rejected by somebody.
NEEDS_DECIDER = frozenset({Outcome.REASON_ACCEPTED, Outcome.REASON_REJECTED})


@dataclass(frozen=True, slots=True)
class Said:
    """All that was answered about one person on one list, as far as it was understood."""

    list_id: str
    year: int
    person_id: str
    conclusion: Outcome | None = None
    reason: str = ""
    reason_kind: str = ""
    opinion: str = ""
    decided_by: str = ""
    decided_on: PartialDate | None = None
    paper: str = ""

    @property
    def effective(self) -> bool:
        """Whether the conclusion can be written down: it says what, and by whom if need be."""
        if self.conclusion is None:
            return False
        return bool(self.decided_by) or self.conclusion not in NEEDS_DECIDER

    def key(self, *parts: object) -> str:
        """Return an id that is the same whenever the same list is read again."""
        text = "/".join(map(str, (self.list_id, self.person_id, *parts)))
        return hashlib.sha256(text.encode()).hexdigest()[:32]


def step_from(said: Said, finding: Finding) -> ReviewStep | None:
    """Return the step that a conclusion is; one for each list and person."""
    if not said.effective:
        return None
    proposes = said.conclusion is Outcome.PROPOSE_REMOVAL
    return ReviewStep(
        step_id=said.key(),
        person_id=said.person_id,
        year=said.year,
        kind=StepKind.PROPOSAL if proposes else StepKind.MEETING,
        outcome=said.conclusion,
        happened_on=said.decided_on,
        said_by=said.decided_by,
        paper=said.paper,
        note="; ".join(filter(None, (said.reason, said.opinion))),
        list_id=said.list_id,
        judged=tuple(
            Judged(fact.ground, fact.month, fact.state, fact.note) for fact in finding.months
        ),
    )


@dataclass(frozen=True, slots=True)
class Consequence:
    """What a judged reason does to the months of a list, as that list showed them.

    `lifted` no longer count, `kept` count as before since no reason was written beside them,
    `plain` lose their reason.  `to_review`: so many that the person would stand on `review`.
    """

    person_id: str
    full_name: str
    conclusion: Outcome
    lifted: tuple[Month, ...] = ()
    kept: tuple[Month, ...] = ()
    plain: tuple[Month, ...] = ()
    to_review: bool = False


def consequence(said: Said, full_name: str, finding: Finding) -> Consequence | None:
    """Return what follows from a judged reason; None where none was judged."""
    if not said.effective or said.conclusion is None or said.conclusion not in NEEDS_DECIDER:
        return None
    judged = judged_about(finding.months, said.conclusion)
    months = tuple(sorted({fact.month for fact in judged}))
    if said.conclusion is Outcome.REASON_ACCEPTED:
        others = {fact.month for fact in finding.months if fact not in judged}
        kept = tuple(sorted(others))
        return Consequence(said.person_id, full_name, said.conclusion, months, kept)
    return Consequence(
        said.person_id,
        full_name,
        said.conclusion,
        plain=months,
        to_review=bool(months) and finding.list is ReviewList.CHECK_REASON,
    )


def judged_about(months: Sequence[M], conclusion: Outcome | None) -> tuple[M, ...]:
    """Return the months that a judged reason is about.

    Those that carry a reason; where none does, an accepted reason is about all.
    """
    if conclusion not in NEEDS_DECIDER:
        return ()
    noted = tuple(one for one in months if one.note or one.state is State.EXCUSED_MARKED)
    return noted or (tuple(months) if conclusion is Outcome.REASON_ACCEPTED else ())


def excuses_of(step: ReviewStep, new_id: Callable[[], str]) -> Iterator[Excuse]:
    """Yield a judged reason for each month that a typed step is about, if somebody judged."""
    if not step.said_by:
        return
    for one in judged_about(step.judged, step.outcome):
        yield Excuse(
            ground=one.ground,
            start=one.month.first_day,
            end=one.month.last_day,
            accepted=step.outcome is Outcome.REASON_ACCEPTED,
            kind=reason_in(step.note) or reason_in(one.note) or ExcuseKind.OTHER,
            accepted_by=step.said_by,
            paper=step.paper,
            reason_text=_words(step.note, one.note),
            judged_on=step.happened_on,
            excuse_id=new_id(),
        )


def _words(reason: str, note: str) -> str:
    """Return the reason as told, else as noted; a remark that was judged is named."""
    if reason and note.startswith((FROM_ROSTER, FROM_BOOK_ROW)):
        return f"{reason}; {note}"
    return reason or note


def excuses_from(said: Said, finding: Finding) -> Iterator[Excuse]:
    """Yield a judged reason for each month that the conclusion is about."""
    if not said.effective or said.conclusion not in NEEDS_DECIDER:
        return
    accepted = said.conclusion is Outcome.REASON_ACCEPTED
    for fact in judged_about(finding.months, said.conclusion):
        yield Excuse(
            ground=fact.ground,
            start=fact.month.first_day,
            end=fact.month.last_day,
            accepted=accepted,
            kind=said.reason_kind or ExcuseKind.OTHER,
            accepted_by=said.decided_by,
            paper=said.paper,
            reason_text=_words(said.reason, fact.note),
            judged_on=said.decided_on,
            excuse_id=excuse_id(said, fact),
        )


def excuse_id(said: Said, fact: MonthFact) -> str:
    """Return the id of what a list said of one month."""
    return said.key(fact.ground, fact.month)
