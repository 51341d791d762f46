"""People and the units they belong to."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from partyroll.model.events import LifeEvent, TransferLeg
from partyroll.model.periods import Permission
from partyroll.model.sources import NOWHERE, Source
from partyroll.period import PartialDate


class Gender(StrEnum):
    """As rosters write it."""

    MALE = "Nam"
    FEMALE = "Nữ"


class Status(StrEnum):
    """Where a person stands on a day; computed on read, never stored."""

    OFFICIAL = "OFFICIAL"
    PROBATIONARY = "PROBATIONARY"
    SUSPENDED = "SUSPENDED"
    REMOVED = "REMOVED"
    WITHDREW = "WITHDREW"
    EXPELLED = "EXPELLED"
    DIED = "DIED"
    OUT = "OUT"
    OTHER_DECREASE = "OTHER_DECREASE"
    LEFT_UNSTATED = "LEFT_UNSTATED"


@dataclass(frozen=True, slots=True)
class Stay:
    """A period in a unit: from `start`, up to but not including `end`; None = open.

    `paper` is what sends somebody elsewhere for a time, `granted_by` who signed it.
    """

    unit_id: str
    start: date | None = None
    end: date | None = None
    temporary: bool = False
    paper: str = ""
    granted_by: str = ""

    def covers(self, day: date) -> bool:
        """Whether the stay holds on `day`."""
        return (self.start is None or self.start <= day) and (
            self.end is None or day < self.end
        )


@dataclass(frozen=True, slots=True)
class Person:
    """All that the ledger holds of one person beside books."""

    person_id: str
    full_name: str
    birth_name: str = ""
    gender: Gender | None = None
    birth_date: PartialDate | None = None
    admission_date: PartialDate | None = None
    admission_decision_date: PartialDate | None = None
    official_date: PartialDate | None = None
    official_blank: bool = False
    card_no: str | None = None
    card_no_old: str | None = None
    national_id: str | None = None
    member_code: str | None = None
    resume_no: str | None = None
    hometown: str | None = None
    birth_place: str | None = None
    permanent_address: str | None = None
    stated_status: Status | None = None
    note: str = ""
    on_roster: bool = False
    missing: bool = False  # a newer roster of the unit does not name them
    stays: tuple[Stay, ...] = ()
    events: tuple[LifeEvent, ...] = ()
    legs: tuple[TransferLeg, ...] = ()
    permissions: tuple[Permission, ...] = ()
    source: Source = NOWHERE
