"""People by what tells them apart: each way of asking is laid out when it is first used.

A book with card numbers asks by card alone; it should not pay for names and birth dates.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from partyroll.store.known import Known

Key = TypeVar("Key")


class Lookup(Generic[Key]):
    """Who has a number, a name, a birth date: all who ever had it, in this import or before."""

    __slots__ = ("_added", "_held", "_key_of", "_known")

    def __init__(
        self, known: Mapping[str, Known], key_of: Callable[[Known], Key | None]
    ) -> None:
        self._known, self._key_of = known, key_of
        # Mostly one person a key: a name alone takes a third of what a tuple or a set does.
        self._held: dict[Key, str | tuple[str, ...]] | None = None
        self._added: list[Known] = []  # somebody new, before this was ever asked

    def __getitem__(self, key: Key) -> tuple[str, ...]:
        """Return the people of a key, in the order in which they came."""
        held = (self._laid_out() if self._held is None else self._held).get(key, ())
        return (held,) if isinstance(held, str) else held

    def only(self, key: Key) -> str | None:
        """Return the person of a key; None where it is nobody's, or that of several."""
        held = (self._laid_out() if self._held is None else self._held).get(key)
        return held if isinstance(held, str) else None

    def add(self, person: Known) -> None:
        """Take note of a person; what was known of them before still finds them."""
        if self._held is None and person.person_id not in self._known:
            self._added.append(person)
        else:
            self._join(self._laid_out(), person)

    def add_all(self, people: Sequence[Known]) -> None:
        """Take note of people whom nobody knew before."""
        if self._held is None:
            self._added.extend(people)
            return
        for person in people:
            self._join(self._held, person)

    def _laid_out(self) -> dict[Key, str | tuple[str, ...]]:
        if self._held is None:
            self._held = {}
            for person in (*self._known.values(), *self._added):
                self._join(self._held, person)
            self._added.clear()
        return self._held

    def _join(self, held: dict[Key, str | tuple[str, ...]], person: Known) -> None:
        key, person_id = self._key_of(person), person.person_id
        if not key:
            return
        before = held.setdefault(key, person_id)
        if before == person_id:
            return
        everyone = (before,) if isinstance(before, str) else before
        if person_id not in everyone:
            held[key] = (*everyone, person_id)


class Belonging:
    """Which unit everybody belongs to officially, and who belongs to each."""

    def __init__(self, known: Mapping[str, Known], unit_of: dict[str, str]) -> None:
        self.unit_of = unit_of
        self._known = known
        self._members: dict[str | None, set[str]] | None = None

    def members(self, unit_id: str | None) -> Iterable[str]:
        """Return the people of a unit, those who left among them; None = of no unit."""
        if self._members is None:
            self._members = defaultdict(set)
            for person_id in self._known:
                self._members[self.unit_of.get(person_id)].add(person_id)
        return self._members.get(unit_id, ())

    def settle_all(self, people: Sequence[str], units: Sequence[str | None]) -> None:
        """Place new people, each in a unit."""
        for person_id, unit_id in zip(people, units, strict=True):
            if unit_id is not None:
                self.unit_of[person_id] = unit_id
            if self._members is not None:
                self._members[unit_id].add(person_id)

    def settle(self, person_id: str, unit_id: str | None) -> None:
        """Place a person in a unit instead of where they were."""
        before = self.unit_of.get(person_id)
        if unit_id is not None:
            self.unit_of[person_id] = unit_id
        if self._members is not None:
            self._members[before].discard(person_id)
            self._members[unit_id].add(person_id)
