"""Cases as the ledger holds them: who has one, where each stands, all that was told of it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from partyroll.model import Person, ReviewAnswer, ReviewStep, Status
from partyroll.rulebook import clocks
from partyroll.rules.casework import missing_papers, running, usual_next
from partyroll.rules.clocks import Deadline
from partyroll.store.holidays import holidays
from partyroll.store.ledger import Ledger, open_ledger
from partyroll.store.people import people
from partyroll.store.reviews import Stood, answers, places_on_lists, steps
from partyroll.store.units import UnitHistory, Units
from partyroll.tasks.choosing import chosen_person, chosen_units
from partyroll.tasks.standing import is_member, status_of, unit_on
from partyroll.text import name_sort_key, natural_key


@dataclass(frozen=True, slots=True)
class PersonCase:
    """One person's case of a year; the lists are oldest first, the steps as they happened."""

    person: Person
    unit: str
    unit_path: tuple[str, ...]
    year: int
    status: Status | None
    member: bool
    lists: tuple[Stood, ...]
    steps: tuple[ReviewStep, ...]
    deadlines: tuple[Deadline, ...]
    answers: tuple[ReviewAnswer, ...] = ()

    @property
    def usual_next(self) -> str:
        """What usually follows; of somebody who has left otherwise, nothing."""
        listed = self.lists[-1].list if self.lists else None
        return usual_next(self.steps, listed, member=self.member)

    @property
    def missing_papers(self) -> tuple[str, ...]:
        """The papers that no step tells of."""
        return missing_papers(self.steps)


@dataclass(frozen=True, slots=True)
class Cases:
    """Everybody with a case, each with the latest one, or with that of the year asked for."""

    ledger_id: str
    as_of: date
    cases: tuple[PersonCase, ...]


def all_cases(path: Path, *, today: date, unit: str = "", year: int | None = None) -> Cases:
    """Return the case of everybody who stood on a list that went out, or has steps."""
    with open_ledger(path) as ledger:
        units = UnitHistory(ledger).on(today)
        within = chosen_units(units, unit)
        files = _Files(ledger, units, today)
        chosen = files.of_year(year) if year else files.latest()
        found = [
            files.case(person, chosen[person.person_id])
            for person in people(ledger, chosen)
            if within is None or unit_on(person, today) in within
        ]
        return Cases(ledger.ledger_id, today, tuple(sorted(found, key=_order)))


def cases_of(
    path: Path, wanted: str, *, today: date, year: int | None = None
) -> tuple[Person, tuple[PersonCase, ...]]:
    """Return a person and every case of theirs, the oldest first, or that of one year.

    Raises `UnknownMember` unless exactly one person fits.
    """
    with open_ledger(path) as ledger:
        units = UnitHistory(ledger).on(today)
        person = chosen_person(ledger, wanted, units, today)
        mine = person.person_id
        files = _Files(ledger, units, today, mine)
        said = answers(ledger, mine)
        years = [one for one in files.years(mine) if year in {None, one}]
        return person, tuple(files.case(person, one, said) for one in years)


class _Files:
    """Lists and steps by person and year, of everybody or of one person."""

    def __init__(self, ledger: Ledger, units: Units, today: date, person_id: str = "") -> None:
        self._units, self._today = units, today
        self._days_off = frozenset(holidays(ledger))
        self._places: dict[tuple[str, int], list[Stood]] = defaultdict(list)
        self._steps: dict[tuple[str, int], list[ReviewStep]] = defaultdict(list)
        for place in places_on_lists(ledger, person_id):
            self._places[place.person_id, place.year].append(place)
        for step in steps(ledger, person_id):
            self._steps[step.person_id, step.year].append(step)

    def case(self, person: Person, year: int, said: Iterable[ReviewAnswer] = ()) -> PersonCase:
        """Return a person's case of a year; `said` are their answers on any list."""
        places = tuple(self._places.get((person.person_id, year), ()))
        told = tuple(self._steps.get((person.person_id, year), ()))
        unit_id, lists = unit_on(person, self._today), {place.list_id for place in places}
        return PersonCase(
            person,
            self._units.name(unit_id),
            self._units.path(unit_id),
            year,
            status_of(person, self._today),
            is_member(person, self._today),
            places,
            told,
            tuple(running(told, clocks(), self._days_off)),
            tuple(one for one in said if one.list_id in lists),
        )

    def _keys(self) -> set[tuple[str, int]]:
        return self._places.keys() | self._steps.keys()

    def years(self, person_id: str) -> list[int]:
        return sorted(year for person, year in self._keys() if person == person_id)

    def latest(self) -> dict[str, int]:
        return dict(sorted(self._keys()))

    def of_year(self, year: int) -> dict[str, int]:
        return {person: year for person, one in self._keys() if one == year}


def _order(one: PersonCase) -> tuple[object, object, str]:
    path, name = natural_key(" ".join(one.unit_path)), name_sort_key(one.person.full_name)
    return path, name, one.person.person_id
