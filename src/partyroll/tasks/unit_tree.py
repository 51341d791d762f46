"""The tree of units as of a day: codes, kinds, members; what became of those that ended."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from partyroll.model import Unit
from partyroll.report.counting import unit_order
from partyroll.rules.lineage import Succession
from partyroll.store.ledger import Ledger, open_ledger
from partyroll.store.membership import plain_members, turned_members
from partyroll.store.roll import Roll
from partyroll.store.units import UnitHistory, Units, abolished_by, fates
from partyroll.tasks.choosing import unit_of_any_day


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a unit: a kind of succession, or ABOLISH; `names` are the new units."""

    kind: str
    on: date
    names: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    decision_no: str = ""


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A unit of the tree; `own` members are its own, `members` with all units below."""

    unit: Unit
    path: tuple[str, ...]
    stands: bool
    own: int = 0
    members: int = 0
    fate: Fate | None = None


@dataclass(frozen=True, slots=True)
class UnitTree:
    """The units as of a day, parents first; `unplaced` members stand in none."""

    ledger_id: str
    as_of: date
    lines: tuple[UnitLine, ...]
    unplaced: int


def unit_tree(
    ledger_path: Path,
    *,
    as_of: date,
    unit: str = "",
    everything: bool = False,
    known_at: int | None = None,
) -> UnitTree:
    """Return the tree of a day; `everything` shows units that ended, or begin later, too."""
    with open_ledger(ledger_path, known_at=known_at) as ledger:
        history = UnitHistory(ledger)
        within = _within(history, unit, as_of)
        members = members_by_unit(ledger, as_of)
        lines = [
            line
            for line in _lines(ledger, history, as_of, members)
            if (everything or line.stands) and (within is None or line.unit.unit_id in within)
        ]
        unplaced = 0 if within is not None else members.get(None, 0)
        return UnitTree(ledger.ledger_id, as_of, tuple(lines), unplaced)


def _within(history: UnitHistory, wanted: str, day: date) -> frozenset[str] | None:
    if not wanted:
        return None
    return history.on(day).below(unit_of_any_day(history, wanted, day))


def unit_lines(ledger: Ledger, day: date, *, count_on: date) -> Iterator[UnitLine]:
    """Yield the units that stand on a day, with the members of `count_on`."""
    members = members_by_unit(ledger, count_on)
    lines = _lines(ledger, UnitHistory(ledger), day, members)
    yield from (line for line in lines if line.stands)


def members_by_unit(ledger: Ledger, day: date) -> dict[str | None, int]:
    """Return how many members stand in each unit on a day, by their official places."""
    roll = Roll(ledger, [], day)
    counted = Counter(plain_members(roll, roll.turned | roll.outside(day)))
    counted.update(turned_members(roll, day).values())
    return dict(counted)


def _lines(
    ledger: Ledger, history: UnitHistory, day: date, members: Mapping[str | None, int]
) -> list[UnitLine]:
    units = history.on(day)
    sums: Counter[str] = Counter()
    for unit_id, number in members.items():
        sums.update(dict.fromkeys(units.chain(unit_id), number))
    papers = abolished_by(ledger)
    became = {unit_id: _fate(units, steps) for unit_id, steps in fates(ledger).items()}
    lines = [
        UnitLine(
            unit,
            units.path(unit.unit_id),
            units.stands(unit.unit_id),
            members.get(unit.unit_id, 0),
            sums[unit.unit_id],
            _shown_fate(unit, became.get(unit.unit_id), papers.get(unit.unit_id, ""), day),
        )
        for unit in units
    ]
    return sorted(lines, key=lambda line: (unit_order(line.path), line.unit.unit_id))


def _fate(units: Units, steps: list[tuple[Succession, str, str]]) -> Fate:
    """Return what the last step made of a unit."""
    last = max(step.on for step, _, _ in steps)
    parts = [one for one in steps if one[0].on == last]
    ids = tuple(step.to_unit_id for step, _, _ in parts)
    names = tuple(units.name(unit_id) for unit_id in ids)
    return Fate(parts[0][1], last, names, ids, parts[0][2])


def _shown_fate(unit: Unit, fate: Fate | None, paper: str, day: date) -> Fate | None:
    """Return what became of a unit that has ended by `day`, or gave a part away.

    `paper` is the decision that abolished it, if one did.
    """
    if fate is not None and fate.on <= day:
        return fate
    if unit.until is not None and unit.until <= day:
        return Fate("ABOLISH", unit.until, decision_no=paper)
    return None
