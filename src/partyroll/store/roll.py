"""Everybody on the roll, read once: where they belong, since when, who came and who left."""

from collections.abc import Collection
from datetime import date
from functools import cached_property
from typing import NamedTuple

from sqlalchemy import and_, func, or_, select

from partyroll.model import Status
from partyroll.period import PartialDate
from partyroll.store import schema
from partyroll.store.ledger import Ledger
from partyroll.store.reading import live, partial, plain_rows
from partyroll.store.stays import Stays, stays_of_everybody
from partyroll.store.turns import exits_by_person

_STAYING = ("ADMITTED", "CONFIRMED")  # events that take nobody out and bring nobody back
_FIFTY = 50  # years in the Party may lift the dues
_GONE = frozenset({*Status} - {Status.OFFICIAL, Status.PROBATIONARY, Status.SUSPENDED})


class Entry(NamedTuple):
    """What somebody's own row says of coming into the Party, and of leaving it."""

    person_id: str
    admission_date: str | None
    admission_decision_date: str | None
    stated_status: str | None

    @property
    def since(self) -> str:
        """The day from which the years in the Party are counted."""
        return self.admission_decision_date or self.admission_date or ""


class Roll:
    """Everybody on the roll, as far as books of some `years` up to a day must know of them.

    Nearly everybody belongs where a roster put them, once and for all, and was admitted long
    before: only the others are named one by one.
    """

    def __init__(self, ledger: Ledger, years: Collection[int], as_of: date) -> None:
        self.ledger = ledger
        self._first = min([*years, as_of.year])
        self._last = max([*years, as_of.year])

    @cached_property
    def stays(self) -> Stays:
        """Who belongs to which unit."""
        return stays_of_everybody(self.ledger)

    @cached_property
    def homes(self) -> dict[str, str]:
        """The unit of everybody whose stay in it has no dates."""
        undated = self.stays.undated.items()
        return {person_id: unit_id for unit_id, people in undated for person_id in people}

    @cached_property
    def exits(self) -> dict[str, PartialDate]:
        """The last exit of everyone who left for good, where its date is known."""
        return exits_by_person(self.ledger)

    @cached_property
    def turned(self) -> frozenset[str]:
        """Everyone with an exit, a transfer or a stay with dates: they are judged alone."""
        event, leg = schema.life_event, schema.transfer_leg
        staying = event.c.kind.in_(_STAYING)
        left = select(event.c.person_id).where(live(self.ledger, event), ~staying)
        moved = select(leg.c.person_id).where(live(self.ledger, leg))
        found = [*plain_rows(self.ledger, left), *plain_rows(self.ledger, moved)]
        return frozenset({person_id for (person_id,) in found} | self.stays.dated_people)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The rows of those who came lately or very long ago, or who are said to have gone."""
        person = schema.person_version
        admitted, decided = person.c.admission_date, person.c.admission_decision_date
        since = func.coalesce(decided, admitted, "")
        told = or_(
            admitted >= str(self._first),
            and_(since != "", since < str(self._last - _FIFTY + 1)),
            person.c.stated_status.in_(sorted(_GONE)),
        )
        query = select(person.c.person_id, admitted, decided, person.c.stated_status)
        rows = plain_rows(self.ledger, query.where(live(self.ledger, person), told))
        return tuple(map(Entry._make, rows))

    def admitted_since(self, year: int) -> dict[str, PartialDate]:
        """Return the admission of everyone who was admitted in `year` or later."""
        days = ((entry.person_id, partial(entry.admission_date)) for entry in self.entries)
        return {person_id: day for person_id, day in days if day and day.year >= year}

    def outside(self, as_of: date) -> set[str]:
        """Return whom their own row says to have left, or to be admitted after `as_of`."""
        # Written dates compare as texts: "2024-05" is reached on 2024-05-01.
        return {
            entry.person_id
            for entry in self.entries
            if (entry.admission_date or "") > as_of.isoformat() or entry.stated_status in _GONE
        }

    def new_or_old(self, years: Collection[int]) -> set[str]:
        """Return everyone admitted within `years`, or so long ago that it lifts the dues."""
        first, old = str(min(years)), str(max(years) - _FIFTY + 1)
        return {
            entry.person_id
            for entry in self.entries
            if (entry.admission_date or "") >= first or "" < entry.since < old
        }
