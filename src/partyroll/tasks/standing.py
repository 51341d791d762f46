"""Where people stand on a day: status, unit, membership, from what the ledger holds."""

from collections.abc import Collection
from datetime import date, timedelta

from partyroll.model import Person, Status
from partyroll.rules.in_transit import introduced, on_time
from partyroll.rules.status import Event, Leg, Standing, is_member_on, status_on


def standing(person: Person) -> Standing:
    """Return the facts a person's status rests on."""
    return Standing(
        admission_date=person.admission_date,
        official_date=person.official_date,
        official_blank=person.official_blank,
        stated=person.stated_status,
        events=tuple(Event(event.kind, event.on) for event in person.events),
        legs=tuple(Leg(leg.out, leg.on) for leg in person.legs if not leg.temporary),
        permissions=person.permissions,
    )


def status_of(person: Person, day: date) -> Status | None:
    """Return the status on `day`; None where nothing says it."""
    return status_on(standing(person), day)


def is_member(person: Person, day: date) -> bool:
    """Whether the person is a member on `day`."""
    return is_member_on(standing(person), day)


def unit_on(person: Person, day: date) -> str | None:
    """Return the unit the person officially belongs to on `day`."""
    official = [stay for stay in person.stays if not stay.temporary]
    return next((stay.unit_id for stay in official if stay.covers(day)), None)


def cell_left(person: Person, day: date) -> str | None:
    """Return the cell of a person on `day`; of one on the way the cell that was left."""
    gone = status_of(person, day) is Status.OUT
    leg = introduced(person, day) if gone else None
    if leg is None or leg.on is None:
        return unit_on(person, day)
    return unit_on(person, leg.on.first - timedelta(days=1)) or leg.unit_id


def on_the_way(person: Person, day: date, holidays: Collection[date] = ()) -> bool:
    """Whether a person has left officially, and the time for handing in the letter runs."""
    return status_of(person, day) is Status.OUT and on_time(person, day, holidays)
