"""Where a member away stands between home and the place of work (rulebook §7.2)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from partyroll.period import PartialDate


class AwayState(StrEnum):
    """A state of somebody away; the words of each stand in `messages.AWAY_STATE`.

    `OVERDUE` is computed for a day and never entered: the other side may still confirm, and
    the member may still come back.
    """

    AT_HOME = "AT_HOME"
    AWAY_REPORTED = "AWAY_REPORTED"
    TEMP_EXEMPT = "TEMP_EXEMPT"
    TEMP_TRANSFER = "TEMP_TRANSFER"
    OFFICIAL_TRANSFER = "OFFICIAL_TRANSFER"
    CONFIRMED_BY_DEST = "CONFIRMED_BY_DEST"
    RETURNED = "RETURNED"
    OVERDUE = "OVERDUE"


class AwayPart(StrEnum):
    """A part of the register of members away, as people ask for it."""

    NO_PAPER = "no-paper"
    ENDING = "ending"
    LONG = "long"
    CONTACT = "contact"
    MOVING = "moving"
    OVERDUE = "overdue"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class AwayTurn:
    """What a list or a paper says of somebody from a day on.

    `until` is the last day of the paper, or of the clock that it starts; `remarks` is what is
    doubtful about that clock.
    """

    state: AwayState
    on: date
    since: PartialDate | None = None  # `on` as precise as it is known
    place: str = ""
    until: date | None = None
    paper: str = ""
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AwayStanding:
    """Where somebody stands on a day; `before` is what was so when the time ran out."""

    state: AwayState = AwayState.AT_HOME
    since: PartialDate | None = None
    place: str = ""
    until: date | None = None
    paper: str = ""
    remarks: tuple[str, ...] = ()
    before: AwayState | None = None

    @property
    def in_transit(self) -> bool:
        """Whether somebody is between two organisations: introduced, not confirmed."""
        return AwayState.OFFICIAL_TRANSFER in {self.state, self.before}
