"""The way of a member through units and years, as a balance of members needs it."""

from dataclasses import dataclass
from datetime import date

from partyroll.model.people import Stay

ARRIVALS = ("ADMITTED", "READMITTED", "RESTORED", "IN")


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody came or left on a day; `code` is a kind of exit or one of `ARRIVALS`."""

    code: str
    on: date
    unit_id: str | None = None

    @property
    def arrives(self) -> bool:
        """Whether there is a member more afterwards."""
        return self.code in ARRIVALS


@dataclass(frozen=True, slots=True)
class Walk:
    """Where somebody was a member, and when: `turns` in the order of their days.

    `since` is the first day of membership where only the person's own dates say it.  Walks
    that are alike stand together: `people` are all who went the same way, `number` of them.
    """

    stays: tuple[Stay, ...]
    turns: tuple[Turn, ...] = ()
    since: date | None = None
    missing: bool = False
    people: tuple[str, ...] = ()
    number: int = 1

    def home(self, day: date) -> str | None:
        """Return the unit of which the person is a member at the end of `day`."""
        if self.since is not None and day < self.since:
            return None
        before = [turn for turn in self.turns if turn.on <= day]
        if before and not before[-1].arrives:
            return None
        if not before and self.turns and self.turns[0].arrives:
            return None  # admitted or moved in later
        here = next((stay.unit_id for stay in self.stays if stay.covers(day)), None)
        return here or self._nearest(before)

    def _nearest(self, before: list[Turn]) -> str | None:
        """Return the unit that a turn names, of somebody whose stays nobody wrote down."""
        if self.stays:
            return None
        named = before[-1:] or self.turns[:1]
        return named[0].unit_id if named else None
