"""What an early warning about a person may rest on, and what every one of them asks."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from partyroll.model import (
    EarlyWarning,
    Finding,
    Person,
    Stay,
    StayAway,
    Transfer,
    TransferState,
    WatchLimits,
)

_ON_THE_WAY = frozenset({TransferState.TO_START, TransferState.IN_TRANSIT})


@dataclass(frozen=True, slots=True)
class Watched:
    """All that a warning about a person may rest on; `hosts` names units by their id.

    `transfers` are those by which the person leaves.
    """

    person: Person
    finding: Finding | None = None
    away: tuple[StayAway, ...] = ()
    hosts: Mapping[str, str] | None = None
    transfers: tuple[Transfer, ...] = ()

    def host(self, stay: Stay) -> str:
        """Return the name of the unit in which a temporary stay is."""
        return (self.hosts or {}).get(stay.unit_id, "")

    def leaving(self, day: date) -> Transfer | None:
        """Return the newest transfer that has begun by `day` and that nobody answered."""
        going = (one for one in self.transfers if self._goes(one, day))
        return max(going, key=lambda one: one.number, default=None)

    def _goes(self, one: Transfer, day: date) -> bool:
        """Whether a transfer keeps somebody on the way: begun, not answered, over or undone."""
        begun = one.issued_on or one.caused_on
        if begun is None or begun.first > day or one.state not in _ON_THE_WAY:
            return False
        over = one.valid_to is not None and one.valid_to.last < day
        return not over and one.returned_on is None and not self.back_from(begun.first, day)

    def away_now(self, day: date) -> StayAway | None:
        """Return the time of working away that goes on, the newest where lists name several."""
        going_on = (one for one in self.away if one.goes_on(day))
        return max(going_on, key=_begun, default=None)

    def expected_back(self, day: date) -> StayAway | None:
        """Return the time away whose stated end is over, where nothing says what came then."""
        if self.away_now(day) is not None or self.back(day) is not None:
            return None
        over = (one for one in self.away if one.end is not None and one.end.last < day)
        return max(over, key=lambda one: one.end.last if one.end else date.min, default=None)

    def back(self, day: date) -> StayAway | None:
        """Return the time of working away from which somebody has come back for good."""
        if self.away_now(day) is not None:
            return None
        return max(
            (one for one in self.away if one.back_by(day)),
            key=lambda one: one.returned_on.first if one.returned_on else date.min,
            default=None,
        )

    def back_from(self, start: date | None, day: date) -> bool:
        """Whether somebody came back after `start`, the first day of a paper."""
        back = self.back(day)
        if back is None or back.returned_on is None:
            return False
        return start is None or start <= back.returned_on.last


Watch = Callable[[Watched, WatchLimits, date], Iterator[EarlyWarning]]


def _begun(stay: StayAway) -> date:
    return stay.start.first if stay.start else date.min


def ends_soon(first: date, last: date, limits: WatchLimits, as_of: date) -> bool:
    """Whether an end lies ahead within the days; an imprecise one at its earliest."""
    return first - timedelta(days=limits.days) <= as_of <= last
