"""The units while a plan changes them, found by name or code as an office writes them."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from difflib import get_close_matches

from partyroll.model import Unit
from partyroll.rules.reorganising.telling import named_or_counted
from partyroll.text import clean, fold, unit_key

_FROM_ABOVE = re.compile(r"\s*[›>/]\s*")
_FROM_BELOW = re.compile(r"\s*,\s*|\s+[–-]\s+|\s+(?:trực\s+)?thuộc\s+")
_NOT_A_DIGIT = re.compile(r"[\s.]")


class Tree:
    """Every unit in its latest version; a name of the past finds it too."""

    def __init__(self, units: Iterable[Unit], former: Iterable[Unit] = ()) -> None:
        self.units: dict[str, Unit] = {}
        self._named: dict[str, dict[str, None]] = {}  # keeps the order of insertion
        self._coded: dict[str, str] = {}
        self.former = tuple(former)
        for unit in self.former:
            self._index(unit)
        for unit in units:
            self.put(unit)

    def put(self, unit: Unit) -> None:
        """Add a unit, or state it anew."""
        self.units[unit.unit_id] = unit
        self._index(unit)

    def _index(self, unit: Unit) -> None:
        self._named.setdefault(unit_key(unit.name), {})[unit.unit_id] = None
        if unit.code:
            self._coded.setdefault(_NOT_A_DIGIT.sub("", unit.code), unit.unit_id)

    def above(self, unit_id: str) -> Iterator[Unit]:
        """Yield the units above, the nearest first; a circle ends."""
        seen, parent = {unit_id}, self.units[unit_id].parent_id
        while parent is not None and parent not in seen and parent in self.units:
            seen.add(parent)
            yield self.units[parent]
            parent = self.units[parent].parent_id

    def path(self, unit_id: str) -> str:
        """Return the names from the highest unit down to this one."""
        names = [self.units[unit_id].name, *(unit.name for unit in self.above(unit_id))]
        return " › ".join(reversed(names))

    def choices(self, units: Iterable[Unit]) -> str:
        """Return where units stand of which a text may mean any."""
        return named_or_counted([self.path(unit.unit_id) for unit in units], "nơi")

    def in_a_circle(self, unit_id: str) -> bool:
        """Whether a unit would stand above itself."""
        seen, parent = set[str](), self.units[unit_id].parent_id
        while parent is not None and parent not in seen:
            if parent == unit_id:
                return True
            seen.add(parent)
            parent = self.units[parent].parent_id
        return False

    # --- Names ----------------------------------------------------------------------------
    def find(self, text: str, under: str = "") -> list[Unit]:
        """Return the units that a text means: a code, a name, a name with those above it.

        "Đảng bộ xã Mẫu › Chi bộ 1" and "Chi bộ 1, Đảng bộ xã Mẫu" mean the same.  Units that
        carry the name today come before those that carried it once.
        """
        coded = self._coded.get(_NOT_A_DIGIT.sub("", text))
        if coded is not None:
            return [self.units[coded]]
        allowed = {unit.unit_id for unit in self.find(under)} if under else None
        for name, *above in _readings(text):
            found = [
                unit
                for unit in map(self.units.__getitem__, self._named.get(unit_key(name), ()))
                if self._stands_under(unit, above) and self._is_under(unit, allowed)
            ]
            if found:
                key = unit_key(name)
                return [unit for unit in found if unit_key(unit.name) == key] or found
        return []

    def near(self, text: str) -> list[str]:
        """Return the names that a misspelt one, or one without its marks, comes near to."""
        keys = [key for key in self._named if fold(key) == fold(text)]
        keys = keys or get_close_matches(unit_key(text), self._named, cutoff=0.8)
        units = [self.units[next(iter(self._named[key]))] for key in keys]
        return [unit.name for unit in units]

    def _stands_under(self, unit: Unit, above: list[str]) -> bool:
        wanted = [unit_key(name) for name in above]
        for one in self.above(unit.unit_id):
            if wanted and unit_key(one.name) == wanted[0]:
                wanted.pop(0)
        return not wanted

    def _is_under(self, unit: Unit, allowed: set[str] | None) -> bool:
        if allowed is None:
            return True
        return any(one.unit_id in allowed for one in self.above(unit.unit_id))


def own_name(text: str) -> str:
    """Return the unit's own name of a text that may name those above it too."""
    return _readings(text)[1][0]


def _readings(text: str) -> list[list[str]]:
    """Return how a text may be read, each the unit's name before those above it."""
    whole = clean(text)
    found = [[whole], list(reversed(_FROM_ABOVE.split(whole))), _FROM_BELOW.split(whole)]
    return [[name for name in reading if name] or [whole] for reading in found]


def standing(unit: Unit, day: date) -> bool:
    """Whether a unit exists on a day."""
    begun = unit.since is None or unit.since <= day
    return begun and (unit.until is None or day < unit.until)
