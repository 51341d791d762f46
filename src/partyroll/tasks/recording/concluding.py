"""What a cell's conclusion on a list means for the ledger: a step, and reasons judged.

No conclusion changes anybody's status: that takes a decision, which is another step.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from partyroll.model import (
    Excuse,
    ExcuseKind,
    Finding,
    Judged,
    MonthFact,
    Outcome,
    ReviewStep,
    State,
    StepKind,
)
from partyroll.period import PartialDate

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


def excuses_from(said: Said, finding: Finding) -> Iterator[Excuse]:
    """Yield a judged reason for each month that the conclusion is about.

    Those that carry a reason in the book; where none does, an accepted reason is about all.
    """
    if not said.effective or said.conclusion not in NEEDS_DECIDER:
        return
    accepted = said.conclusion is Outcome.REASON_ACCEPTED
    months = finding.months
    noted = tuple(fact for fact in months if fact.note or fact.state is State.EXCUSED_MARKED)
    for fact in noted or (months if accepted else ()):
        yield Excuse(
            ground=fact.ground,
            start=fact.month.first_day,
            end=fact.month.last_day,
            accepted=accepted,
            kind=said.reason_kind or ExcuseKind.OTHER,
            accepted_by=said.decided_by,
            paper=said.paper,
            reason_text=said.reason or fact.note,
            judged_on=said.decided_on,
            excuse_id=excuse_id(said, fact),
        )


def excuse_id(said: Said, fact: MonthFact) -> str:
    """Return the id of what a list said of one month."""
    return said.key(fact.ground, fact.month)
