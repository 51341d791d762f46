"""Remarks of rosters that somebody is elsewhere, exempt or excused, which nobody has judged."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from partyroll.model import Ground, Person
from partyroll.rules.noting import unrecorded
from partyroll.standing_remarks import StandingRemark
from partyroll.store.draft import Place as FilePlace
from partyroll.store.excuses import judged_reasons
from partyroll.store.fullness import latest_book_year
from partyroll.store.ledger import Ledger
from partyroll.store.people import people
from partyroll.store.remarks import remark_numbers, remark_places
from partyroll.tasks.excusing.refusals import NoSuchNote
from partyroll.tasks.standing import is_member

PREFIX = "g"


@dataclass(frozen=True, slots=True)
class RosterRemark:
    """What a roster remarks of somebody, and what that may mean for the months of `year`."""

    number: int
    person: Person
    year: int
    meanings: tuple[StandingRemark, ...]
    unit: str = ""
    unit_path: tuple[str, ...] = ()

    @property
    def typed(self) -> str:
        """The number as people type it."""
        return f"{PREFIX}{self.number}"

    def placed(self, unit: str, path: tuple[str, ...]) -> "RosterRemark":
        """Return it with the unit of the person."""
        return replace(self, unit=unit, unit_path=path)

    def spans(self) -> Iterator[tuple[Ground, date, date]]:
        """Yield what a judgement is about: the obligation, the first and the last day."""
        first, last = date(self.year, 1, 1), date(self.year, 12, 31)
        for one in self.meanings:
            start = max(first, one.start.first) if one.start else first
            end = min(last, one.end.last) if one.end else last
            (ground,) = one.grounds if len(one.grounds) == 1 else (Ground.MIXED,)
            yield ground, start, end


def is_remark(typed: str) -> bool:
    """Whether what was typed is the number of a roster's remark."""
    return typed.strip().lower().startswith(PREFIX)


def unjudged_remarks(ledger: Ledger, day: date) -> list[RosterRemark]:
    """Return the remarks that stand and that nobody has judged or put on paper, by number."""
    numbers = remark_numbers(ledger)
    if not numbers:
        return []
    year, judged = latest_book_year(ledger, day) or day.year, judged_reasons(ledger)
    found = []
    for person in people(ledger, {person_id for person_id, _ in numbers}):
        said = judged.get(person.person_id, ())
        if not person.note or not is_member(person, day):
            continue
        meanings = tuple(unrecorded(person, year))
        if meanings and not any(person.note in words for words in said):
            number = numbers[person.person_id, person.note]
            found.append(RosterRemark(number, person, year, meanings))
    return sorted(found, key=lambda one: one.number)


def chosen_remarks(ledger: Ledger, typed: Sequence[str], day: date) -> list[RosterRemark]:
    """Return the remarks of these numbers, each once; raises `NoSuchNote`."""
    standing = {one.typed: one for one in unjudged_remarks(ledger, day)} if typed else {}
    found: dict[str, RosterRemark] = {}
    for number in typed:
        wanted = number.strip().lower()
        if wanted not in standing:
            raise NoSuchNote(wanted)
        found[wanted] = standing[wanted]
    return list(found.values())


def rows_of(ledger: Ledger, remarks: Sequence[RosterRemark]) -> dict[str, FilePlace]:
    """Return where the roster row of each remark stands, by the person."""
    return remark_places(ledger, {one.person.person_id for one in remarks})
