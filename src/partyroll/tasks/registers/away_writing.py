"""Writing down that a member is away, was heard of, came back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from partyroll.model import Person, StayAway
from partyroll.period import PartialDate
from partyroll.store.draft import Draft
from partyroll.store.facts import Key
from partyroll.store.ledger import Ledger
from partyroll.store.units import UnitHistory
from partyroll.tasks.choosing import chosen_person, date_or_none, parse_date
from partyroll.tasks.registers.away_desk import Away, Desk
from partyroll.tasks.registers.away_refusals import (
    FROM,
    ON,
    PLACE,
    DayToCome,
    EndsBeforeBegins,
    Needs,
)
from partyroll.tasks.registers.writing import Saved, Written, save
from partyroll.tasks.standing import unit_on
from partyroll.text import clean


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed of somebody away; empty = not given."""

    member: str
    place: str = ""
    since: str = ""
    until: str = ""
    contact: str = ""
    paper: str = ""
    on: str = ""
    note: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """Whose times away were written down, and how they stand now."""

    person: Person
    unit_path: tuple[str, ...]
    stays: tuple[StayAway, ...]


Change = Callable[[Desk], list[Key]]


def add(
    path: Path, typed: Typed, *, actor: str, now: datetime, dry_run: bool = False
) -> Saved[Told]:
    """Write down that somebody is away; the same said twice is written once."""
    for option, text in ((PLACE, typed.place), (FROM, typed.since)):
        if not text.strip():
            raise Needs(option)
    since, until = parse_date(typed.since), date_or_none(typed.until)
    if until is not None and until.last < since.first:
        raise EndsBeforeBegins(since.vi, until.vi)

    said = Away(
        clean(typed.place),
        since,
        until,
        {
            "contact": clean(typed.contact),
            "paper": clean(typed.paper),
            "note": clean(typed.note),
        },
    )

    def change(desk: Desk) -> list[Key]:
        return [desk.add(said)]

    return _changed(path, typed, change, "đi làm ăn xa", actor=actor, now=now, dry_run=dry_run)


def end(
    path: Path, typed: Typed, *, actor: str, now: datetime, dry_run: bool = False
) -> Saved[Told]:
    """Write down that somebody is back, from wherever the ledger has them."""
    on = _day(typed.on, now.date())

    def change(desk: Desk) -> list[Key]:
        return desk.come_back(on)

    note = f"đã về ngày {on.vi}"
    return _changed(path, typed, change, note, actor=actor, now=now, dry_run=dry_run)


def contact(
    path: Path, typed: Typed, *, actor: str, now: datetime, dry_run: bool = False
) -> Saved[Told]:
    """Write down that somebody away was heard of, and how to reach them."""
    on = _day(typed.on, now.date())

    def change(desk: Desk) -> list[Key]:
        return [desk.heard_of(on, clean(typed.contact))]

    note = f"liên hệ ngày {on.vi}"
    return _changed(path, typed, change, note, actor=actor, now=now, dry_run=dry_run)


def _day(typed: str, today: date) -> PartialDate:
    if not typed.strip():
        raise Needs(ON)
    on = parse_date(typed)
    if on.first > today:
        raise DayToCome(on.vi)
    return on


def _changed(
    path: Path,
    typed: Typed,
    change: Change,
    note: str,
    *,
    actor: str,
    now: datetime,
    dry_run: bool,
) -> Saved[Told]:
    def write(ledger: Ledger, draft: Draft) -> Written[Told]:
        units = UnitHistory(ledger).on(now.date())
        person = chosen_person(ledger, typed.member, units, now.date(), unit=typed.unit)
        desk = Desk(draft, person, units, now.date())
        stays = tuple(desk.stay(key) for key in change(desk))
        path_of = units.path(unit_on(person, now.date()))
        return Written(Told(person, path_of, stays), note, tuple(desk.cautions))

    return save(path, "away", write, actor=actor, now=now, dry_run=dry_run)
