"""Everyone of a year's ratings, with all that the checks of a member look at."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from partyroll.model import Discipline, Person, UnitRating
from partyroll.rulebook import Rulebook
from partyroll.rules.rating.facts import NOT_YET, RatedPerson
from partyroll.store.people import people
from partyroll.store.ratings import (
    names_and_admissions,
    people_with_papers,
    remarks_by_person,
    screenings_by_person,
)
from partyroll.store.reading import first_day, partial
from partyroll.store.support import disciplines
from partyroll.store.units import Units
from partyroll.store.watching import stays_away_of
from partyroll.tasks.rating.held_months import held_months
from partyroll.tasks.rating.years import Home, RatingYears
from partyroll.tasks.standing import is_member, unit_on


@dataclass(frozen=True, slots=True)
class Rated:
    """A member as the checks look at them, and the unit in which they stand today."""

    person: RatedPerson
    unit_id: Home


def rated_people(years: RatingYears, rulebook: Rulebook, units: Units) -> Iterator[Rated]:
    """Yield everyone with a rating of the year at any stage, or left out of a list."""
    left_out = _left_out(years)
    everyone = {**left_out, **_of_the_year(years)}
    return _Facts(years, rulebook, units, everyone).people(left_out)


def _of_the_year(years: RatingYears) -> dict[str, Home]:
    year = years.asked.year
    return {
        person_id: years.home(person_id, by_year[year])
        for person_id, by_year in years.by_person.items()
        if year in by_year
    }


def _left_out(years: RatingYears) -> dict[str, Home]:
    """Return the members of cells with a list who have no level in it, with their cell."""
    asked, roll = years.asked, years.roll
    if not asked.ended:
        return {}
    decided = {
        person_id: years.home(person_id, by_year[asked.year])
        for person_id, by_year in years.by_person.items()
        if by_year.get(asked.year, NOT_YET).decided
    }
    found: dict[str, Home] = {
        stay.person_id: unit_id
        for unit_id in {*decided.values()}
        for stay in roll.stays.without(unit_id, decided)
        if _covers(stay.valid_from, stay.valid_to, asked.ends)
    }
    apart = roll.outside(asked.ends)
    for person in people(years.ledger, roll.turned & found.keys()):
        if not is_member(person, asked.ends):
            apart.add(person.person_id)
    return {person_id: unit for person_id, unit in found.items() if person_id not in apart}


def _covers(since: str | None, until: str | None, day: date) -> bool:
    first, last = first_day(since), first_day(until)
    return (first is None or first <= day) and (last is None or day < last)


def _by_person(decisions: Iterable[Discipline]) -> dict[str, tuple[Discipline, ...]]:
    found: dict[str, tuple[Discipline, ...]] = {}
    for one in decisions:
        found[one.person_id] = (*found.get(one.person_id, ()), one)
    return found


class _Facts:
    """What bears on the ratings of some people, read together."""

    def __init__(
        self,
        years: RatingYears,
        rulebook: Rulebook,
        units: Units,
        everyone: Mapping[str, Home],
    ) -> None:
        ledger, asked = years.ledger, years.asked
        self._years, self._units, self._everyone = years, units, everyone
        singular = (years.roll.turned | people_with_papers(ledger)) & everyone.keys()
        self._known = {person.person_id: person for person in people(ledger, singular)}
        self._names = names_and_admissions(ledger, everyone)
        self._away = stays_away_of(ledger, sorted(singular))
        self._remarks = remarks_by_person(ledger, asked.year)
        self._disciplines = _by_person(disciplines(ledger))
        self._screenings = screenings_by_person(ledger)
        self._held = held_months(
            ledger, rulebook, asked.year, asked.as_of, months=asked.limits.months
        )

    def people(self, left_out: Collection[str]) -> Iterator[Rated]:
        """Yield each of them; whoever nothing describes any more is left out."""
        for person_id, unit_id in self._everyone.items():
            if person_id in self._names:
                rated = self._rated(person_id, left_out=person_id in left_out)
                yield Rated(rated, self._unit_now(person_id, unit_id))

    def _rated(self, person_id: str, *, left_out: bool) -> RatedPerson:
        name, admitted = self._names[person_id]
        person = self._known.get(person_id, Person(person_id, name))
        return RatedPerson(
            person_id,
            name,
            self._years.by_person.get(person_id, {}),
            admission_date=partial(admitted),
            member=left_out,
            permissions=person.permissions,
            stays=person.stays,
            hosts={stay.unit_id: self._units.name(stay.unit_id) for stay in person.stays},
            away=self._away.get(person_id, ()),
            disciplines=self._disciplines.get(person_id, ()),
            remarks=self._remarks.get(person_id, ()),
            screenings=self._screenings.get(person_id, ()),
            events=person.events,
            defaults=self._held.get(person_id, ()),
            unit_ratings=self._unit_ratings(person_id),
            cell_rated=left_out,
        )

    def _unit_ratings(self, person_id: str) -> dict[int, UnitRating]:
        """Return the ratings of the units in which somebody was rated."""
        found = self._years.own_ratings
        by_year = self._years.by_person.get(person_id, {}) if found else {}
        homes = {year: self._years.home(person_id, rating) for year, rating in by_year.items()}
        rated = ((year, found.get(home or "", {}).get(year)) for year, home in homes.items())
        return {year: rating for year, rating in rated if rating is not None}

    def _unit_now(self, person_id: str, rated_in: Home) -> Home:
        """Return where somebody belongs today; of those who left, where they were rated."""
        person = self._known.get(person_id)
        now = unit_on(person, self._years.asked.as_of) if person else None
        return now or self._years.homes.get(person_id) or rated_in
