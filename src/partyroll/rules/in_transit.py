"""Early warning about somebody on the way to another organisation (§7.1, §7.4).

The letter of introduction must be handed in within a number of working days.  The clock
informs: whoever is late states the reasons there, and nothing follows from it here.
"""

from collections.abc import Collection, Iterator
from datetime import date
from operator import attrgetter

from partyroll.model import EarlyWarning, Person, TransferLeg, WatchKind, WatchLimits
from partyroll.rulebook import clocks
from partyroll.rules import watching_words as words
from partyroll.rules.clocks import deadline, working_days_left

_CLOCK = "transfer_present"
LONGEST = 75  # days that the clock may take, with every holiday of a year in it


def introduced(person: Person, as_of: date) -> TransferLeg | None:
    """Return the leg by which a person left officially for a place that has not answered.

    A leg without an exact day starts no clock.
    """
    official = [leg for leg in person.legs if not leg.temporary and leg.on is not None]
    begun = [leg for leg in official if leg.on is not None and leg.on.first <= as_of]
    newest = max(begun, key=attrgetter("turn"), default=None)
    exact = newest is not None and newest.on is not None and newest.on.exact
    return newest if newest is not None and newest.out and exact else None


def on_time(person: Person, as_of: date, holidays: Collection[date] = ()) -> bool:
    """Whether somebody is on the way, and the letter may still be handed in."""
    leg = introduced(person, as_of)
    if leg is None or leg.on is None:
        return False
    return not deadline(clocks(), _CLOCK, leg.on.first, holidays=holidays).passed(as_of)


def introduction_due(
    person: Person, limits: WatchLimits, as_of: date, holidays: Collection[date] = ()
) -> Iterator[EarlyWarning]:
    """Yield a warning in the last working days in which the letter may be handed in."""
    leg = introduced(person, as_of)
    if leg is None or leg.on is None:
        return
    due = deadline(clocks(), _CLOCK, leg.on.first, holidays=holidays)
    left = working_days_left(as_of, due.last, holidays)
    if due.passed(as_of) or left > limits.transfer_days:
        return
    yield EarlyWarning(
        WatchKind.TRANSFER_TO_PRESENT,
        words.introduction_due(leg.place, leg.on, due, left),
        words.INTRODUCTION_DUE,
        until=due.last,
        about=leg.leg_id,
        evidence=f"{leg.place} {leg.on}",
    )
