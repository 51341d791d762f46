"""What happens to people: life events, and the legs of transfers."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from partyroll.model.exits import Reason
from partyroll.model.sources import NOWHERE, Source
from partyroll.period import PartialDate


class EventKind(StrEnum):
    """Life events; a transfer out is a leg of its own and no event."""

    ADMITTED = "ADMITTED"
    CONFIRMED = "CONFIRMED"
    READMITTED = "READMITTED"
    RESTORED = "RESTORED"
    REMOVED = "REMOVED"
    WITHDREW = "WITHDREW"
    EXPELLED = "EXPELLED"
    DIED = "DIED"
    OTHER_DECREASE = "OTHER_DECREASE"
    LEFT_UNSTATED = "LEFT_UNSTATED"


@dataclass(frozen=True, slots=True)
class LifeEvent:
    """Something that happened to a person, by the paper that says so."""

    event_id: str
    kind: EventKind
    event_date: PartialDate | None = None
    decision_no: str = ""
    decision_date: PartialDate | None = None
    unit_id: str | None = None
    reasons: tuple[Reason, ...] = ()
    reason_text: str = ""
    form_text: str = ""
    probationary: bool | None = None
    source: Source = NOWHERE

    @property
    def on(self) -> PartialDate | None:
        """The day it counts from: the decision's, else its own."""
        return self.decision_date or self.event_date


@dataclass(frozen=True, slots=True)
class TransferLeg:
    """One side of a transfer, as one organisation recorded it."""

    leg_id: str
    out: bool
    temporary: bool
    leg_date: PartialDate | None = None
    decision_no: str = ""
    decision_date: PartialDate | None = None
    unit_id: str | None = None
    place: str = ""
    reason_text: str = ""
    source: Source = NOWHERE

    @property
    def on(self) -> PartialDate | None:
        """The day it counts from: the decision's, else its own."""
        return self.decision_date or self.leg_date

    @property
    def turn(self) -> tuple[date, bool]:
        """Where it comes among others: of one day the departure is first, the arrival later."""
        return (self.on.first if self.on else date.min, not self.out)
