"""What holds for a time: permissions, excuses, stays away."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from partyroll.model.rule import Ground
from partyroll.model.sources import NOWHERE, Source
from partyroll.period import PartialDate


class PermissionKind(StrEnum):
    """A period in which something is not owed, with the paper that says so (rulebook §4)."""

    EXEMPT_ACTIVITY = "EXEMPT_ACTIVITY"  # no meetings; dues stay due
    TEMP_EXEMPT = "TEMP_EXEMPT"  # the same, for less than a year
    SUSPENDED = "SUSPENDED"  # no meetings; dues stay due
    EXEMPT = "EXEMPT"  # no dues
    DEFERRED = "DEFERRED"  # dues later
    REDUCED = "REDUCED"  # less is due


class StayKind(StrEnum):
    """A place elsewhere for a time, where dues and meetings are owed (rulebook §4)."""

    TEMP_TRANSFER = "TEMP_TRANSFER"
    ABROAD = "ABROAD"


@dataclass(frozen=True, slots=True)
class Permission:
    """An exemption, deferral or suspension; both days included, None = open.

    `share` is how many per cent less is due, of a reduction.
    """

    kind: PermissionKind
    start: PartialDate | None = None
    end: PartialDate | None = None
    paper: str = ""
    source: Source = NOWHERE
    share: int | None = None
    granted_by: str = ""
    granted_on: PartialDate | None = None
    reason_text: str = ""


class ExcuseKind(StrEnum):
    """What keeps a member from paying or coming, for a cell to judge (rulebook §4)."""

    SICKNESS = "SICKNESS"
    MATERNITY = "MATERNITY"
    DISASTER = "DISASTER"
    DETENTION = "DETENTION"
    DUTY = "DUTY"
    SEA_VOYAGE = "SEA_VOYAGE"
    FAMILY = "FAMILY"
    TRANSFER_IN_PROGRESS = "TRANSFER_IN_PROGRESS"
    OTHER = "OTHER"


@dataclass(frozen=True, slots=True)
class Excuse:
    """A reason for a period, both days included: accepted, rejected, or `pending`.

    Only an accepted one lifts a month, only a rejected one takes its reason away.
    """

    ground: Ground  # MIXED = both
    start: date
    end: date
    accepted: bool
    kind: str = ""
    accepted_by: str = ""  # who judged it, either way
    paper: str = ""
    pending: bool = False
    reason_text: str = ""
    judged_on: PartialDate | None = None
    excuse_id: str = ""
    source: Source = NOWHERE


@dataclass(frozen=True, slots=True)
class StayAway:
    """A time of working away, as a list stated it; `transferred` None = not stated.

    `end` is when it is to end, `returned_on` when it did.  `contact` says how to reach the
    member there, `contacted_on` when the cell last did.
    """

    place: str = ""
    start: PartialDate | None = None
    end: PartialDate | None = None
    transferred: bool | None = None
    confirmed_on: PartialDate | None = None
    note: str = ""
    source: Source = NOWHERE
    returned_on: PartialDate | None = None
    contact: str = ""
    contacted_on: PartialDate | None = None
    paper: str = ""

    def back_by(self, day: date) -> bool:
        """Whether the member was back by `day`, as stated."""
        return self.returned_on is not None and self.returned_on.first <= day

    def goes_on(self, day: date) -> bool:
        """Whether the member is away on `day`: gone, not back, not past the end stated."""
        gone = self.start is None or self.start.first <= day
        over = self.end is not None and self.end.last < day
        return gone and not over and not self.back_by(day)
