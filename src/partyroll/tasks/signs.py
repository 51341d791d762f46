"""Early signs of members: what the ledger knows of each, gathered once for all of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TypeVar

from partyroll.model import Discipline, Finding, Person, Sign, Support
from partyroll.period import add_months
from partyroll.rules.early_signs import Known, Looking, early_signs
from partyroll.rules.watched import Watched
from partyroll.settings import Settings
from partyroll.store.admission import possible_probationers
from partyroll.store.ledger import Ledger, open_ledger
from partyroll.store.low_ratings import low_ratings
from partyroll.store.people import people
from partyroll.store.support import disciplines, supports
from partyroll.store.units import UnitHistory, Units
from partyroll.store.watching import away_people, stays_away_of
from partyroll.tasks.choosing import chosen_person
from partyroll.tasks.standing import is_member, status_of

_LATELY = 36  # months before the day: nobody admitted earlier is probationary unstated
About = TypeVar("About", Support, Discipline)


class Signs:
    """The facts of one day."""

    def __init__(self, ledger: Ledger, settings: Settings, units: Units, as_of: date) -> None:
        self._ledger, self._as_of = ledger, as_of
        self._at = Looking(as_of, settings.support, settings.watch)
        self._hosts = {unit.unit_id: unit.name for unit in units}
        self._supports = _by_person(supports(ledger))
        self._disciplines = _by_person(disciplines(ledger))
        first = add_months(as_of, -settings.support.sign_months).year
        self._ratings = low_ratings(ledger, range(first, as_of.year + 1))

    def of_members(
        self, findings: Mapping[str, Finding], only: str = ""
    ) -> Iterator[tuple[Person, tuple[Sign, ...]]]:
        """Yield every member of whom there is a sign; `only` = look at this one."""
        since = add_months(self._as_of, -_LATELY)
        ids = {
            *findings,
            *self._supports,
            *self._disciplines,
            *self._ratings,
            *away_people(self._ledger),
            *possible_probationers(self._ledger, self._as_of, since),
        }
        wanted = sorted(ids & {only} if only else ids)
        away = stays_away_of(self._ledger, wanted)
        for person in people(self._ledger, wanted):
            if not is_member(person, self._as_of):
                continue
            finding = findings.get(person.person_id)
            watched = Watched(person, finding, away.get(person.person_id, ()), self._hosts)
            found = early_signs(self._known(watched), self._at)
            if found:
                yield person, found

    def of(self, person: Person, finding: Finding | None) -> tuple[Sign, ...]:
        """Return the signs of one person; nobody who has left has any."""
        if not is_member(person, self._as_of):
            return ()
        away = stays_away_of(self._ledger, [person.person_id])
        stays = away.get(person.person_id, ())
        return early_signs(self._known(Watched(person, finding, stays, self._hosts)), self._at)

    def _known(self, watched: Watched) -> Known:
        person = watched.person
        return Known(
            watched,
            status_of(person, self._as_of),
            tuple(self._supports.get(person.person_id, ())),
            tuple(self._disciplines.get(person.person_id, ())),
            self._ratings.get(person.person_id),
        )


def _by_person(facts: Iterable[About]) -> dict[str, list[About]]:
    found: dict[str, list[About]] = defaultdict(list)
    for one in facts:
        found[one.person_id].append(one)
    return dict(found)


def person_named(
    path: Path, member: str, as_of: date, *, unit: str = "", known_at: int | None = None
) -> str:
    """Return the id of the person that was typed; raise `UnknownMember` unless one fits."""
    with open_ledger(path, known_at=known_at) as ledger:
        units = UnitHistory(ledger).on(as_of)
        return chosen_person(ledger, member, units, as_of, unit=unit).person_id
