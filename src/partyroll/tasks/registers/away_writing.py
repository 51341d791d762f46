"""Writing down that a member is away, was heard of, came back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

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
from partyroll.tasks.registers.writing import Command, Saved, Written, save
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


def add(command: Command, typed: Typed) -> Saved[Told]:
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

    return _changed(command, typed, change, "đi làm ăn xa")


def end(command: Command, typed: Typed) -> Saved[Told]:
    """Write down that somebody is back, from wherever the ledger has them."""
    on = _day(typed.on, command.today)

    def change(desk: Desk) -> list[Key]:
        return desk.come_back(on)

    note = f"đã về ngày {on.vi}"
    return _changed(command, typed, change, note)


def contact(command: Command, typed: Typed) -> Saved[Told]:
    """Write down that somebody away was heard of, and how to reach them."""
    on = _day(typed.on, command.today)

    def change(desk: Desk) -> list[Key]:
        return [desk.heard_of(on, clean(typed.contact))]

    note = f"liên hệ ngày {on.vi}"
    return _changed(command, typed, change, note)


def _day(typed: str, today: date) -> PartialDate:
    if not typed.strip():
        raise Needs(ON)
    on = parse_date(typed)
    if on.first > today:
        raise DayToCome(on.vi)
    return on


def _changed(command: Command, typed: Typed, change: Change, note: str) -> Saved[Told]:
    today = command.today

    def write(ledger: Ledger, draft: Draft) -> Written[Told]:
        units = UnitHistory(ledger).on(today)
        person = chosen_person(ledger, typed.member, units, today, unit=typed.unit)
        desk = Desk(draft, person, units, today)
        stays = tuple(desk.stay(key) for key in change(desk))
        path_of = units.path(unit_on(person, today))
        return Written(Told(person, path_of, stays), note, tuple(desk.cautions))

    return save(command, "away", write)
