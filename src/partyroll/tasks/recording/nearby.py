"""Who could be meant by a row that fits nobody exactly: people to ask about, never to join."""

from collections import defaultdict
from collections.abc import Iterable

from partyroll.period import PartialDate
from partyroll.tasks.recording.clues import Clues, overlap
from partyroll.tasks.recording.likeness import Likeness, likeness, loose_key
from partyroll.tasks.recording.people import People

_ASKED_AT_MOST = 5
_EXACT = len("1990-02-03")


class Nearby:
    """People known before a table, found by birth date and by loose spelling.

    The lists it looks through hold the people of one day or one unit, however many the ledger
    has.  Those whom the same table added are not among them: an office that writes two rows
    means two people.
    """

    def __init__(self, people: People) -> None:
        self._people = people
        self._by_birth: dict[str, list[str]] = defaultdict(list)
        self._by_spelling: dict[str, list[str]] = defaultdict(list)
        for known in people.everyone():
            birth = known.birth_date or ""
            if len(birth) == _EXACT:
                self._by_birth[birth].append(known.person_id)
            self._by_spelling[loose_key(known.full_name)].append(known.person_id)

    @property
    def nobody(self) -> bool:
        """Whether there were no people before the table: the first one of a ledger."""
        return not self._by_spelling

    def of(self, clues: Clues) -> tuple[str, ...]:
        """Return who could be meant, the likeliest first."""
        if self.nobody:
            return ()
        return self._ranked(clues, (*self._born_that_day(clues), *self._spelt_alike(clues)))

    def in_unit(self, clues: Clues) -> tuple[str, ...]:
        """Return whose name comes near in the unit: for a row that should name one of them."""
        if clues.unit_id is None:
            return self._ranked(clues, self._by_spelling.get(loose_key(clues.full_name), ()))
        return self._ranked(clues, self._people.in_unit(clues.unit_id))

    def _born_that_day(self, clues: Clues) -> list[str]:
        exact = clues.birth_date is not None and clues.birth_date.exact
        return self._by_birth.get(str(clues.birth_date), []) if exact else []

    def _spelt_alike(self, clues: Clues) -> list[str]:
        alike = self._by_spelling.get(loose_key(clues.full_name), [])
        return [p for p in alike if self._people.unit_of.get(p) == clues.unit_id]

    def _ranked(self, clues: Clues, candidates: Iterable[str]) -> tuple[str, ...]:
        tiers: dict[str, Likeness] = {}
        for person_id in candidates:
            tier = likeness(clues.full_name, self._people.of(person_id).full_name)
            if tier is not None and self._possible(person_id, clues):
                tiers[person_id] = tier
        return tuple(sorted(tiers, key=lambda p: (tiers[p], p)))[:_ASKED_AT_MOST]

    def _possible(self, person_id: str, clues: Clues) -> bool:
        """Whether nothing on paper says that it is somebody else."""
        if person_id in clues.without or self._people.other_number(person_id, clues):
            return False
        known = self._people.of(person_id).birth_date
        if known is None or clues.birth_date is None:
            return True
        return overlap(PartialDate.parse(known), clues.birth_date)
