"""From what people type to what the ledger knows: a day, a unit, a moment of knowledge."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from pathlib import Path

from partyroll.period import PartialDate, Term
from partyroll.store.history import change_known_at
from partyroll.store.ledger import open_ledger
from partyroll.store.units import Units
from partyroll.tasks.recording.units import unit_key
from partyroll.tasks.refusals import NotADay, NotATerm, UnknownUnit
from partyroll.text import fold, natural_key

_BELOW = re.compile(r"\s*[›>]\s*")


def parse_day(text: str) -> date:
    """Return the last day that ``31/12/2024``, ``12/2024``, ``2024`` or an ISO date means."""
    try:
        if "/" in text:
            parts = [int(part) for part in text.split("/")]
            return PartialDate(*reversed(parts)).last
        return PartialDate.parse(text.strip()).last
    except (ValueError, TypeError):
        raise NotADay(text) from None


def parse_term(text: str) -> Term:
    """Return the term a user typed; raise `NotATerm` with examples."""
    try:
        return Term.parse(text)
    except (ValueError, TypeError):
        raise NotATerm(text) from None


def known_at(ledger_path: Path, text: str) -> int | None:
    """Return the change up to which the ledger is asked: a change number or a day."""
    if not text:
        return None
    if text.isdigit() and len(text) < 4:
        return int(text)
    end_of_day = datetime.combine(parse_day(text), time.max)
    with open_ledger(ledger_path) as ledger:
        return change_known_at(ledger, end_of_day)


def chosen_units(units: Units, wanted: str) -> frozenset[str] | None:
    """Return the unit of that name or code with all below it; None = everything.

    A name may go with names above it: ``Đảng bộ xã Mẫu › Chi bộ 1``.  Raises `UnknownUnit`
    with the names that come near.
    """
    if not wanted:
        return None
    keys, code = _keys(_BELOW.split(wanted)), wanted.replace(".", "")
    found = [
        unit
        for unit in units
        if _keys(units.path(unit.unit_id))[-len(keys) :] == keys
        or (unit.code and unit.code.replace(".", "") == code)
    ]
    if len(found) == 1:
        return units.below(found[0].unit_id)
    # What only comes near is offered, never taken: "Chi bộ 1" is not "Chi bộ 10".
    found = found or [unit for unit in units if fold(wanted) in fold(unit.name)]
    every = [units.path(unit.unit_id) for unit in units]
    names = {_shortest(units.path(unit.unit_id), every) for unit in found}
    raise UnknownUnit(wanted, tuple(sorted(names, key=natural_key)))


def _keys(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(unit_key(name) for name in names)


def _shortest(path: tuple[str, ...], every: Iterable[tuple[str, ...]]) -> str:
    """Return the fewest names that say which unit is meant."""
    lengths = range(1, len(path) + 1)
    alone = (n for n in lengths if sum(other[-n:] == path[-n:] for other in every) == 1)
    return " › ".join(path[-next(alone, len(path)) :])
