"""What is done about someone who stood on a list, and what a cell answers on one."""

from dataclasses import dataclass
from enum import StrEnum

from partyroll.model.rule import Ground, State
from partyroll.model.sources import NOWHERE, Source
from partyroll.period import Month, PartialDate


class StepKind(StrEnum):
    """What is done about someone who stood on a list, in its usual order (rulebook §5.3)."""

    CONTACT = "CONTACT"
    EXPLANATION = "EXPLANATION"
    MEETING = "MEETING"
    PROPOSAL = "PROPOSAL"
    DECISION = "DECISION"
    COMPLAINT = "COMPLAINT"


class Outcome(StrEnum):
    """What a cell or a committee concluded; people decide, the ledger writes it down."""

    REASON_ACCEPTED = "REASON_ACCEPTED"
    REASON_REJECTED = "REASON_REJECTED"
    PAID_SINCE = "PAID_SINCE"
    BOOK_WRONG = "BOOK_WRONG"
    REMINDED = "REMINDED"
    NO_ACTION = "NO_ACTION"
    PROPOSE_REMOVAL = "PROPOSE_REMOVAL"
    REMOVED = "REMOVED"
    WITHDREW = "WITHDREW"


@dataclass(frozen=True, slots=True)
class Judged:
    """One month that a step was about, as it stood then: new evidence is another one."""

    ground: Ground
    month: Month
    state: State
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReviewStep:
    """One step of a case, as a person told it; `judged` are the months it was about."""

    step_id: str
    person_id: str
    year: int
    kind: StepKind
    outcome: Outcome | None = None
    happened_on: PartialDate | None = None
    said_by: str = ""
    paper: str = ""
    paper_date: PartialDate | None = None
    note: str = ""
    list_id: str = ""
    judged: tuple[Judged, ...] = ()
    event_id: str = ""
    change: int = 0
    source: Source = NOWHERE


class AnswerField(StrEnum):
    """What a cell answers on a list that comes back; the yellow columns in their order."""

    REASON = "reason"
    OPINION = "opinion"
    CONCLUSION = "conclusion"
    DECIDED_BY = "decided_by"
    DECIDED_ON = "decided_on"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class ReviewAnswer:
    """One answer as written; `value` is what was read from it, empty = not understood."""

    list_id: str
    person_id: str
    field: AnswerField
    text: str
    value: str = ""
    source: Source = NOWHERE
