"""What stands of reasons, papers and temporary places, by number, with whose it is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from partyroll.model import Person
from partyroll.store.grants import Grant, GrantState, grants
from partyroll.store.ledger import Ledger, open_ledger
from partyroll.store.people import people
from partyroll.store.units import UnitHistory, Units
from partyroll.tasks.choosing import chosen_units
from partyroll.tasks.standing import unit_on


@dataclass(frozen=True, slots=True)
class Shown:
    """A reason or paper with the person it is about; `host` is where they are meanwhile."""

    grant: Grant
    person: Person
    unit: str
    unit_path: tuple[str, ...]
    host: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which of them to show: of a unit, waiting for a judgement, soon over; else what holds."""

    as_of: date
    unit: str = ""
    pending: bool = False
    ending_within: int | None = None
    everything: bool = False


@dataclass(frozen=True, slots=True)
class Register:
    """What was asked for, by number."""

    ledger_id: str
    as_of: date
    shown: tuple[Shown, ...]
    ended: int = 0  # over before that day, and not asked for


def register(path: Path, wanted: Wanted, *, known_at: int | None = None) -> Register:
    """Return reasons, papers and temporary places; reads only."""
    with open_ledger(path, known_at=known_at) as ledger:
        units = UnitHistory(ledger).on(wanted.as_of)
        within = chosen_units(units, wanted.unit)
        every = [
            one
            for one in shown(ledger, [*grants(ledger)], units, wanted.as_of)
            if within is None or unit_on(one.person, wanted.as_of) in within
        ]
        found = tuple(one for one in every if _fits(one.grant, wanted))
        plain = not wanted.pending and wanted.ending_within is None
        ended = len(every) - len(found) if plain else 0
        return Register(ledger.ledger_id, wanted.as_of, found, ended)


def shown(ledger: Ledger, of: Sequence[Grant], units: Units, as_of: date) -> Iterable[Shown]:
    """Yield `of` with the people they are about."""
    by_id = {one.person_id: one for one in people(ledger, {g.person_id for g in of})}
    for grant in of:
        person = by_id[grant.person_id]
        unit_id = unit_on(person, as_of)
        yield Shown(
            grant, person, units.name(unit_id), units.path(unit_id), units.name(grant.host_id)
        )


def _fits(grant: Grant, wanted: Wanted) -> bool:
    pending = grant.state is GrantState.PENDING
    if wanted.pending:
        return pending
    last = grant.end.last if grant.end else None
    if wanted.ending_within is not None:
        soon = wanted.as_of + timedelta(days=wanted.ending_within)
        return last is not None and wanted.as_of <= last <= soon
    # What waits is shown however old: its months count until somebody has judged it.
    return wanted.everything or pending or last is None or last >= wanted.as_of
