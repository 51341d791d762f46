"""Looking at a register: its lines on a day, by cell, with what has been dealt with."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from partyroll.model import Entry, Line, Matter, MatterAnswer, Register
from partyroll.settings import Settings
from partyroll.store.holidays import holidays
from partyroll.store.ledger import Ledger, open_ledger
from partyroll.store.matter_answers import MatterKey, matter_answers
from partyroll.store.units import UnitHistory, Units
from partyroll.tasks.choosing import chosen_units
from partyroll.text import name_sort_key, natural_key


@dataclass(frozen=True, slots=True)
class Look:
    """What every register is looked at by: a day, the units of it, what the office set.

    `year` is None where the register is to choose; `only` names a part of it.
    """

    as_of: date
    units: Units
    holidays: frozenset[date]
    settings: Settings
    year: int | None = None
    only: str = ""
    # The units asked for; None = all.  A register may use it to read less.
    within: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class RegisterSource:
    """A register and where its lines come from."""

    register: Register
    entries: Callable[[Ledger, Look], Iterable[Entry]]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which register of which ledger to look at: `open_only` keeps what needs doing."""

    ledger: Path
    as_of: date
    settings: Settings
    unit: str = ""
    year: int | None = None
    only: str = ""
    known_at: int | None = None
    open_only: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """A register as it stands on a day.  `settled` counts the matters dealt with."""

    register: Register
    ledger_id: str
    as_of: date
    lines: tuple[Line, ...]
    year: int | None = None
    unit: str = ""
    settled: int = 0

    @property
    def matters(self) -> int:
        """How many matters need doing."""
        return sum(len(line.open) for line in self.lines)

    @property
    def cells(self) -> Mapping[tuple[str, ...], tuple[Line, ...]]:
        """The lines by the path of their unit, in the order of the units."""
        found: dict[tuple[str, ...], list[Line]] = {}
        for line in self.lines:
            found.setdefault(line.unit_path, []).append(line)
        return {path: tuple(lines) for path, lines in found.items()}


def view(source: RegisterSource, asked: Asked) -> View:
    """Return a register; reads only."""
    (found,) = views((source,), asked)
    return found


def views(sources: Iterable[RegisterSource], asked: Asked) -> Iterator[View]:
    """Yield several registers of one moment; reads only."""
    with open_ledger(asked.ledger, known_at=asked.known_at) as ledger:
        units = UnitHistory(ledger).on(asked.as_of)
        chosen = chosen_units(units, asked.unit)
        look = Look(
            asked.as_of,
            units,
            frozenset(holidays(ledger)),
            asked.settings,
            asked.year,
            asked.only,
            None if chosen is None else frozenset(chosen),
        )
        answers = matter_answers(ledger)
        for source in sources:
            yield _view(ledger, source, asked, look, answers)


def _view(
    ledger: Ledger,
    source: RegisterSource,
    asked: Asked,
    look: Look,
    answers: Mapping[MatterKey, MatterAnswer],
) -> View:
    lines = [
        Line(_answered(entry, answers), look.units.path(entry.unit_id))
        for entry in source.entries(ledger, look)
        if look.within is None or entry.unit_id in look.within
    ]
    settled = sum(len(line.entry.matters) - len(line.open) for line in lines)
    kept = [line for line in lines if line.open or not asked.open_only]
    return View(
        source.register,
        ledger.ledger_id,
        asked.as_of,
        tuple(sorted(kept, key=partial(_order, by_clock=source.register.by_clock))),
        asked.year,
        asked.unit,
        settled,
    )


def _answered(entry: Entry, answers: Mapping[MatterKey, MatterAnswer]) -> Entry:
    matters = tuple(
        replace(matter, answer=answers.get(key_of(entry, matter), matter.answer))
        for matter in entry.matters
    )
    return replace(entry, matters=matters)


def key_of(entry: Entry, matter: Matter) -> MatterKey:
    """Return the key under which a matter is answered."""
    return entry.subject_id, matter.kind.value, matter.about


def _order(line: Line, *, by_clock: bool) -> tuple[object, ...]:
    path = [natural_key(name) for name in line.unit_path]
    until = (line.until or date.max) if by_clock else date.max
    return path, until, name_sort_key(line.entry.name), line.entry.subject_id
