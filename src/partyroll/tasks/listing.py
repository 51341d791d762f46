"""The roll as of a day, and one person's whole story."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeVar

from partyroll.model import (
    Award,
    Candidate,
    Discipline,
    Finding,
    PermissionKind,
    Person,
    Rating,
    Screening,
    Sign,
    Status,
    StayAway,
    StayRemark,
    Support,
    Transfer,
)
from partyroll.settings import Settings
from partyroll.store.admission import candidates
from partyroll.store.grants import Grant, grants
from partyroll.store.ledger import Ledger, open_ledger
from partyroll.store.people import people
from partyroll.store.ratings import remarks_by_person, screenings_by_person
from partyroll.store.story import (
    Said,
    attributes,
    book_years,
    ratings,
    stays_away,
)
from partyroll.store.support import awards, disciplines, supports
from partyroll.store.transfers import transfers
from partyroll.store.units import UnitHistory
from partyroll.tasks.choosing import chosen_person, chosen_units
from partyroll.tasks.excusing.listing import Shown, shown
from partyroll.tasks.explaining import BookYear, explained_year
from partyroll.tasks.signs import Signs
from partyroll.tasks.standing import is_member, status_of, unit_on
from partyroll.text import name_sort_key, natural_key

About = TypeVar("About", Support, Award, Discipline, Transfer)


@dataclass(frozen=True, slots=True)
class OnRoll:
    """A person with what is true of them on the day asked for."""

    person: Person
    status: Status | None
    unit: str
    unit_path: tuple[str, ...]
    exempt_activity: bool
    age: str = ""  # for those who do not get the birth date


@dataclass(frozen=True, slots=True)
class Roll:
    """Who is a member on a day; with `everyone`, those who left too."""

    ledger_id: str
    as_of: date
    people: tuple[OnRoll, ...]


def roll(
    ledger_path: Path,
    *,
    as_of: date,
    unit: str = "",
    everyone: bool = False,
    known_at: int | None = None,
) -> Roll:
    """Return the roll as of a day, by unit and name."""
    with open_ledger(ledger_path, known_at=known_at) as ledger:
        units = UnitHistory(ledger).on(as_of)
        within = chosen_units(units, unit)
        found = []
        for person in people(ledger):
            unit_id = unit_on(person, as_of)
            if (within is None or unit_id in within) and (everyone or is_member(person, as_of)):
                path = units.path(unit_id)
                found.append(
                    OnRoll(
                        person,
                        status_of(person, as_of),
                        units.name(unit_id),
                        path,
                        is_exempt(person, as_of),
                    )
                )
        return Roll(ledger.ledger_id, as_of, tuple(sorted(found, key=_order)))


def _order(one: OnRoll) -> tuple[object, object, str]:
    name = name_sort_key(one.person.full_name)
    return (natural_key(" ".join(one.unit_path)), name, one.person.person_id)


def is_exempt(person: Person, day: date) -> bool:
    """Whether the person is exempt from activity on `day`."""
    return any(
        paper.kind is PermissionKind.EXEMPT_ACTIVITY
        and (paper.start is None or paper.start.first <= day)
        and (paper.end is None or paper.end.last >= day)
        for paper in person.permissions
    )


@dataclass(frozen=True, slots=True)
class Kept:
    """What was done for a person, and said of them, by number; their admission file."""

    supports: tuple[Support, ...] = ()
    awards: tuple[Award, ...] = ()
    disciplines: tuple[Discipline, ...] = ()
    transfers: tuple[Transfer, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    screenings: tuple[Screening, ...] = ()
    remarks: tuple[StayRemark, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """All that is held about one person, with sources."""

    ledger_id: str
    as_of: date
    on_roll: OnRoll
    member: bool
    said: tuple[Said, ...]
    unit_names: dict[str, str]
    years: tuple[BookYear, ...]
    away: tuple[StayAway, ...] = ()
    ratings: tuple[Rating, ...] = ()
    excuses: tuple[Shown, ...] = ()  # reasons and temporary places
    kept: Kept = field(default_factory=Kept)
    signs: tuple[Sign, ...] = ()


def story(
    ledger_path: Path,
    wanted: str,
    *,
    as_of: date,
    settings: Settings,
    year: int | None = None,
    known_at: int | None = None,
) -> Story:
    """Return one person's story; raise `UnknownMember` unless exactly one fits."""
    with open_ledger(ledger_path, known_at=known_at) as ledger:
        units = UnitHistory(ledger).on(as_of)
        person = chosen_person(ledger, wanted, units, as_of)
        unit_id = unit_on(person, as_of)
        places = [stay.unit_id for stay in person.stays]
        places += [event.unit_id for event in person.events if event.unit_id]
        years = [year] if year else book_years(ledger, person.person_id)
        explained = tuple(
            explained_year(ledger, person.person_id, one, settings.rulebook, as_of)
            for one in years
        )
        return Story(
            ledger.ledger_id,
            as_of,
            OnRoll(
                person,
                status_of(person, as_of),
                units.name(unit_id),
                units.path(unit_id),
                is_exempt(person, as_of),
            ),
            is_member(person, as_of),
            tuple(attributes(ledger, person.person_id)),
            {place: units.name(place) for place in places},
            explained,
            stays_away(ledger, person.person_id),
            ratings(ledger, person.person_id),
            tuple(shown(ledger, _reasons_and_places(ledger, person), units, as_of)),
            _kept(ledger, person.person_id),
            Signs(ledger, settings, units, as_of).of(person, _latest(explained, as_of)),
        )


def _kept(ledger: Ledger, person_id: str) -> Kept:
    return Kept(
        _about(supports(ledger), person_id),
        _about(awards(ledger), person_id),
        _about(disciplines(ledger), person_id),
        _about(transfers(ledger), person_id),
        tuple(one for one in candidates(ledger) if one.member_id == person_id),
        screenings_by_person(ledger).get(person_id, ()),
        remarks_by_person(ledger).get(person_id, ()),
    )


def _about(facts: Iterable[About], person_id: str) -> tuple[About, ...]:
    return tuple(one for one in facts if one.person_id == person_id)


def _latest(years: tuple[BookYear, ...], as_of: date) -> Finding | None:
    """Return what the lists of the latest year with a book say."""
    begun = [one for one in years if one.year <= as_of.year]
    return begun[-1].finding if begun else None


def _reasons_and_places(ledger: Ledger, person: Person) -> list[Grant]:
    """Return what stands of a person beside the papers that `Person` holds."""
    mine = (grant for grant in grants(ledger) if grant.person_id == person.person_id)
    return [grant for grant in mine if grant.table != "permission"]
