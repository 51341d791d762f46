"""Reading units: names and parents as of a day."""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from functools import cache, partial

from sqlalchemy import select

from partyroll.model import Unit
from partyroll.rules.lineage import Home, Lineage, Succession
from partyroll.store.ledger import Ledger
from partyroll.store.reading import first_day, live
from partyroll.store.schema import unit_event, unit_succession, unit_version

Versions = dict[str, list[Unit]]


class Units:
    """The tree of units on one day; a unit of another time keeps its nearest version."""

    def __init__(self, versions: Versions, day: date) -> None:
        self._versions = versions
        self._day = day
        self.chain = cache(self._chain)
        self.path = cache(self._path)

    def __iter__(self) -> Iterator[Unit]:
        return (self[unit_id] for unit_id in self._versions)

    def __contains__(self, unit_id: object) -> bool:
        return unit_id in self._versions

    def stands(self, unit_id: str) -> bool:
        """Whether the unit exists on the day: it has begun, and has not ended."""
        until = self[unit_id].until
        return self.has_begun(unit_id) and (until is None or self._day < until)

    def has_begun(self, unit_id: str) -> bool:
        """Whether the unit existed on the day, or had before."""
        since = self[unit_id].since
        return since is None or since <= self._day

    def __getitem__(self, unit_id: str) -> Unit:
        versions = self._versions[unit_id]
        begun = [unit for unit in versions if (unit.since or date.min) <= self._day]
        return begun[-1] if begun else versions[0]

    def name(self, unit_id: str | None) -> str:
        """Return a unit's name, empty for nobody's."""
        return self[unit_id].name if unit_id is not None and unit_id in self else ""

    def _path(self, unit_id: str | None) -> tuple[str, ...]:
        """Return the names from the highest unit down to this one."""
        return tuple(self[one].name for one in self.chain(unit_id))

    def _chain(self, unit_id: str | None) -> tuple[str, ...]:
        """Return the ids from the highest unit down to this one."""
        if unit_id is None or unit_id not in self:
            return ()
        return (*self.chain(self[unit_id].parent_id), unit_id)

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
            unit = Unit(
                row["unit_id"],
                row["name"],
                row["code"] or "",
                row["kind"],
                row["parent_id"],
                first_day(row["valid_from"]),
                first_day(row["valid_to"]),
            )
            self._versions.setdefault(row["unit_id"], []).append(unit)
        for versions in self._versions.values():
            versions.sort(key=lambda unit: unit.since or date.min)
        turning = {day for one in self._units() for day in (one.since, one.until) if day}
        self._turning = sorted(turning)  # between two of these days no tree changes
        self._from = cache(partial(Units, self._versions))

    def __iter__(self) -> Iterator[str]:
        return iter(self._versions)

    def latest(self, unit_id: str) -> Unit:
        """Return the last version of a unit."""
        return self._versions[unit_id][-1]

    def versions(self, unit_id: str) -> tuple[Unit, ...]:
        """Return every version of a unit, the oldest first."""
        return tuple(self._versions[unit_id])

    def on(self, day: date) -> Units:
        """Return the tree of a day."""
        begun = bisect_right(self._turning, day)
        return self._from(self._turning[begun - 1] if begun else date.min)

    def _units(self) -> Iterator[Unit]:
        return (unit for versions in self._versions.values() for unit in versions)


def lineage(ledger: Ledger, history: UnitHistory, day: date) -> Lineage:
    """Return what follows units of the past to what they are on `day`."""
    return Lineage(successions(ledger), homes(history, day), day)


def successions(ledger: Ledger) -> Iterator[Succession]:
    """Yield every step by which one unit became another, or a part of several."""
    for steps in fates(ledger).values():
        yield from (step for step, _, _ in steps)


def abolished_by(ledger: Ledger) -> dict[str, str]:
    """Return the number of the decision that abolished each unit of which it is known."""
    table = unit_event
    columns = (table.c.unit_id, table.c.decision_no)
    query = select(*columns).where(live(ledger, table), table.c.kind == "ABOLISH")
    return {unit_id: number for unit_id, number in ledger.db.execute(query) if number}


def fates(ledger: Ledger) -> dict[str, list[tuple[Succession, str, str]]]:
    """Return what units became, each step with its kind and decision."""
    table = unit_succession
    found: dict[str, list[tuple[Succession, str, str]]] = {}
    for row in ledger.db.execute(select(table).where(live(ledger, table))).mappings():
        on = first_day(row["happened_on"]) or date.min
        step = Succession(row["unit_id"], row["to_unit_id"], row["kind"] == "SPLIT", on)
        told = (step, row["kind"], row["decision_no"] or "")
        found.setdefault(row["unit_id"], []).append(told)
    return found


def homes(history: UnitHistory, day: date) -> dict[str, Home]:
    """Return where every unit stands on a day."""
    units = history.on(day)
    return {
        unit_id: Home(units[unit_id].parent_id, units[unit_id].until) for unit_id in history
    }
