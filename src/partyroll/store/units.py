"""Reading units: names and parents as of a day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from sqlalchemy import select

from partyroll.store.ledger import Ledger
from partyroll.store.reading import live, partial
from partyroll.store.schema import unit_version


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it was from `since` on (None = always)."""

    unit_id: str
    name: str
    code: str
    kind: str
    parent_id: str | None
    since: date | None = None


Versions = dict[str, list[Unit]]


class Units:
    """The tree of units on one day; a unit of another time keeps its nearest version."""

    def __init__(self, versions: Versions, day: date) -> None:
        self._versions = versions
        self._day = day

    def __iter__(self) -> Iterator[Unit]:
        return (self[unit_id] for unit_id in self._versions)

    def __contains__(self, unit_id: object) -> bool:
        return unit_id in self._versions

    def __getitem__(self, unit_id: str) -> Unit:
        versions = self._versions[unit_id]
        begun = [unit for unit in versions if (unit.since or date.min) <= self._day]
        return begun[-1] if begun else versions[0]

    def name(self, unit_id: str | None) -> str:
        """Return a unit's name, empty for nobody's."""
        return self[unit_id].name if unit_id is not None and unit_id in self else ""

    def path(self, unit_id: str | None) -> tuple[str, ...]:
        """Return the names from the highest unit down to this one."""
        names: list[str] = []
        while unit_id is not None and unit_id in self:
            unit = self[unit_id]
            names.insert(0, unit.name)
            unit_id = unit.parent_id
        return tuple(names)

    def below(self, unit_id: str) -> frozenset[str]:
        """Return the unit and all units under it."""
        children: dict[str | None, list[str]] = {}
        for unit in self:
            children.setdefault(unit.parent_id, []).append(unit.unit_id)
        found: set[str] = set()
        waiting = [unit_id]
        while waiting:
            found.add(waiting[-1])
            waiting += [u for u in children.get(waiting.pop(), ()) if u not in found]
        return frozenset(found)


class UnitHistory:
    """Every version of every unit; `on` gives the tree of a day."""

    def __init__(self, ledger: Ledger) -> None:
        self._versions: Versions = {}
        rows = ledger.db.execute(select(unit_version).where(live(ledger, unit_version)))
        for row in rows.mappings():
            since = partial(row["valid_from"])
            unit = Unit(
                row["unit_id"],
                row["name"],
                row["code"] or "",
                row["kind"],
                row["parent_id"],
                since.first if since else None,
            )
            self._versions.setdefault(row["unit_id"], []).append(unit)
        for versions in self._versions.values():
            versions.sort(key=lambda unit: unit.since or date.min)
        self.on = cache(self._on)

    def _on(self, day: date) -> Units:
        return Units(self._versions, day)
