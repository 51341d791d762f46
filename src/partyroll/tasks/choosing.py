"""From what people type to what the ledger knows: a day, a unit, a moment of knowledge."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from pathlib import Path

from partyroll.model import Person, Unit
from partyroll.period import Month, PartialDate, Term
from partyroll.store.history import change_known_at
from partyroll.store.ledger import Ledger, open_ledger
from partyroll.store.people import people
from partyroll.store.story import find_people
from partyroll.store.units import UnitHistory, Units
from partyroll.tasks.refusals import (
    DayNotCome,
    NotADay,
    NotAMonth,
    NotATerm,
    TermNotBegun,
    UnknownMember,
    UnknownUnit,
)
from partyroll.tasks.standing import unit_on
from partyroll.text import fold, natural_key, unit_key

FIRST_YEAR = 1930  # of the Party
_BELOW = re.compile(r"\s*[›>]\s*")


def parse_day(text: str) -> date:
    """Return the last day that ``31/12/2024``, ``12/2024``, ``2024`` or an ISO date means."""
    return parse_date(text).last


def parse_date(text: str) -> PartialDate:
    """Return ``31/12/2024``, ``12/2024``, ``2024`` or an ISO date as precise as it is typed."""
    try:
        if "/" in text:
            parts = [int(part) for part in text.split("/")]
            return PartialDate(*reversed(parts))
        return PartialDate.parse(text.strip())
    except (ValueError, TypeError):
        raise NotADay(text) from None


def date_or_none(text: str) -> PartialDate | None:
    """Return the date that was typed, None for an empty text."""
    return parse_date(text) if text else None


def past_day(option: str, typed: str, today: date) -> PartialDate | None:
    """Return a day that was typed; raise `DayNotCome` where it lies ahead."""
    day = date_or_none(typed.strip())
    refuse_ahead(option, day, today)
    return day


def refuse_ahead(option: str, day: PartialDate | None, today: date) -> None:
    """Raise `DayNotCome` where something was done on a day that has not come."""
    if day is not None and day.first > today:
        raise DayNotCome(option, day.vi)


def parse_month(text: str) -> Month:
    """Return the month that ``9/2024`` or ``2024-09`` means."""
    try:
        stated = parse_date(text)
    except NotADay:
        raise NotAMonth(text) from None
    if stated.month is None or stated.day is not None:
        raise NotAMonth(text)
    return Month(stated.year, stated.month)


def parse_term(text: str, congresses: Iterable[Term] = ()) -> Term:
    """Return the term a user typed: one that the office named, else what the words say.

    Raise `NotATerm` with examples where nothing fits.
    """
    named = {_term_key(term.label): term for term in congresses}
    if _term_key(text) in named:
        return named[_term_key(text)]
    try:
        term = Term.parse(text)
    except (ValueError, TypeError):
        raise NotATerm(text) from None
    if term.start.year < FIRST_YEAR:
        raise NotATerm(text)
    return term


def term_until(term: Term, as_of: date) -> Term:
    """Return the term up to `as_of`; raise `TermNotBegun` where it begins later."""
    if as_of < term.start:
        raise TermNotBegun(term.label, term.start, as_of)
    return term.until(as_of)


def _term_key(text: str) -> str:
    return fold(text).replace(" ", "").replace("–", "-").removeprefix("nhiemky")


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
    return units.below(_unit_meant(units, wanted).unit_id) if wanted else None


def unit_in_full(units: Units, wanted: str) -> str:
    """Return what is typed of a unit as its names from the highest down; "" = everything."""
    if not wanted:
        return ""
    return " › ".join(units.path(_unit_meant(units, wanted).unit_id))


def _unit_meant(units: Units, wanted: str) -> Unit:
    found = units_named(units, wanted)
    if len(found) == 1:
        return found[0]
    raise _unknown_unit(units, wanted, found)


def unit_of_any_day(history: UnitHistory, wanted: str, today: date) -> str:
    """Return the unit of that name or code, today's before those of the past.

    Raises `UnknownUnit` unless exactly one fits.
    """
    found = units_named(history.on(today), wanted)
    standing = [unit for unit in found if history.on(today).stands(unit.unit_id)]
    if len(standing or found) > 1:
        raise _unknown_unit(history.on(today), wanted, standing or found)
    if found:
        return (standing or found)[0].unit_id
    days = {unit.since for one in history for unit in history.versions(one)} | {None}
    past = {
        unit.unit_id
        for day in days
        for unit in units_named(history.on(day or date.min), wanted)
    }
    if len(past) != 1:
        raise _unknown_unit(history.on(today), wanted, [history.latest(one) for one in past])
    return past.pop()


def units_named(units: Units, wanted: str) -> list[Unit]:
    """Return the units of that whole name, or code, each under the names typed above it."""
    keys, code = _keys(_BELOW.split(wanted)), wanted.replace(".", "")
    return [
        unit
        for unit in units
        if _keys(units.path(unit.unit_id))[-len(keys) :] == keys
        or (unit.code and unit.code.replace(".", "") == code)
    ]


def host_named(units: Units, wanted: str) -> str | None:
    """Return the unit of the ledger that is meant; None where it is a place outside.

    Raises `UnknownUnit` where several fit, or one but for its accents.
    """
    found = units_named(units, wanted)
    if len(found) == 1:
        return found[0].unit_id
    if found or any(fold(wanted) == fold(unit.name) for unit in units):
        raise _unknown_unit(units, wanted, found)
    return None


def _unknown_unit(units: Units, wanted: str, found: list[Unit]) -> UnknownUnit:
    # What only comes near is offered, never taken: "Chi bộ 1" is not "Chi bộ 10".
    found = found or [unit for unit in units if fold(wanted) in fold(unit.name)]
    every = [units.path(unit.unit_id) for unit in units]
    names = {_shortest(units.path(unit.unit_id), every) for unit in found}
    return UnknownUnit(wanted, tuple(sorted(names, key=natural_key)))


def _keys(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(unit_key(name) for name in names)


def _shortest(path: tuple[str, ...], every: Iterable[tuple[str, ...]]) -> str:
    """Return the fewest names that say which unit is meant."""
    lengths = range(1, len(path) + 1)
    alone = (n for n in lengths if sum(other[-n:] == path[-n:] for other in every) == 1)
    return " › ".join(path[-next(alone, len(path)) :])


def chosen_person(
    ledger: Ledger, wanted: str, units: Units, as_of: date, *, unit: str = ""
) -> Person:
    """Return the person of that name, card or id; raise `UnknownMember` unless one fits.

    `unit` tells namesakes apart.
    """
    within = chosen_units(units, unit)
    found = [
        person
        for person in people(ledger, find_people(ledger, wanted))
        if within is None or unit_on(person, as_of) in within
    ]
    if len(found) == 1:
        return found[0]
    shown = [
        f"{p.full_name}, {units.name(unit_on(p, as_of))}: {p.card_no or p.person_id}"
        for p in found
    ]
    raise UnknownMember(wanted, tuple(sorted(shown, key=natural_key)))
