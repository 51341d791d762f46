"""People as rosters, exits lists and lists of candidates state them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, NamedTuple

from partyroll.model import CandidateStage, ExitKind, Gender, Reason, Status, Vote
from partyroll.period import PartialDate
from partyroll.read.facts.units import UnitRef

# What says nothing more.  Rows that come by the hundred thousand are tuples: a frozen
# dataclass of as many fields takes five times as long to make.
NOTHING: Mapping[Any, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class StatedMove:
    """A move to another organisation or from one, as a roll writes it."""

    out: bool
    on: PartialDate | None = None
    place: str = ""


class RosterRow(NamedTuple):
    """One person of a roster.  `row` is the sheet row (1-based).

    `last_row` is the last of several lines of the person (0 = one line).  `status_reason` is
    why or whither someone left, `moves` are those that the roll states.
    """

    row: int
    full_name: str
    unit: UnitRef | None = None
    gender: Gender | None = None
    birth_date: PartialDate | None = None
    admission_date: PartialDate | None = None
    official_date: PartialDate | None = None
    official_blank: bool = False  # the roster has an official-date column; the cell is empty
    card_no: str | None = None
    card_no_old: str | None = None
    national_id: str | None = None
    member_code: str | None = None
    resume_no: str | None = None
    birth_name: str | None = None
    hometown: str | None = None
    birth_place: str | None = None
    permanent_address: str | None = None
    exempt_activity: bool | None = None
    exempt_since: PartialDate | None = None
    status: Status | None = None
    status_text: str = ""
    status_date: PartialDate | None = None
    delete_requested: bool = False
    note: str = ""
    attributes: Mapping[str, str] = NOTHING  # occupation, theory level…
    last_row: int = 0
    status_reason: str = ""
    moves: tuple[StatedMove, ...] = ()


@dataclass(frozen=True, slots=True)
class ExitRow:
    """One person of an exits list; `kind` LEFT_UNSTATED where the paper does not say."""

    row: int
    full_name: str
    kind: ExitKind
    unit: UnitRef | None = None
    gender: Gender | None = None
    birth_date: PartialDate | None = None
    admission_date: PartialDate | None = None
    official_date: PartialDate | None = None
    probationary: bool | None = None
    card_no: str | None = None
    national_id: str | None = None
    form_text: str = ""
    event_date: PartialDate | None = None
    decision_no: str = ""
    decision_date: PartialDate | None = None
    reasons: tuple[Reason, ...] = (Reason.UNSTATED,)
    reason_text: str = ""
    note: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """Somebody on the way to admission; `steps` are the stages with their dates.

    A paper or a vote may be of a stage whose date stands elsewhere.
    """

    row: int
    full_name: str
    unit: UnitRef | None = None
    birth_date: PartialDate | None = None
    gender: Gender | None = None
    national_id: str | None = None
    origin: str = ""
    helper: str = ""
    steps: tuple[tuple[CandidateStage, PartialDate], ...] = ()
    note: str = ""
    papers: Mapping[CandidateStage, str] = field(default_factory=dict)  # number of the paper
    votes: Mapping[CandidateStage, Vote] = field(default_factory=dict)
    ended_on: PartialDate | None = None  # the file was closed without admission
    ended_text: str = ""
