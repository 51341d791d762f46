"""Cells of books in which somebody noted a reason that nobody has judged yet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from partyroll.model import BookKind, Case, ExcuseKind, Ground, Person, Source
from partyroll.period import Month
from partyroll.rules.permits import excuse_in
from partyroll.store.cases import cases
from partyroll.store.draft import Place as FilePlace
from partyroll.store.ledger import Ledger, open_ledger
from partyroll.store.noted import NotedKey, asks, line_sources, noted_numbers, noted_years
from partyroll.store.units import UnitHistory
from partyroll.tasks.choosing import chosen_units
from partyroll.tasks.excusing.refusals import AlsoNoted, NoSuchNote
from partyroll.tasks.excusing.remarked import RosterRemark, unjudged_remarks
from partyroll.tasks.standing import unit_on

PREFIX = "n"
_GROUNDS = {BookKind.DUES: Ground.UNPAID_DUES, BookKind.MEETINGS: Ground.SKIP_MEETINGS}


@dataclass(frozen=True, slots=True)
class NotedCell:
    """A cell with a noted reason; `text` empty = only the mark of an excused absence."""

    number: int
    person: Person
    ground: Ground
    month: Month
    text: str
    source: Source
    book_id: str = ""
    waiting: ExcuseKind | None = None  # a reason of just this month that waits already
    unit: str = ""
    unit_path: tuple[str, ...] = ()

    @property
    def typed(self) -> str:
        """The number as people type it."""
        return f"{PREFIX}{self.number}"

    @property
    def judged_with(self) -> tuple[str, Ground, Month]:
        """What a judgement is about: whose month, for which obligation."""
        return self.person.person_id, self.ground, self.month


@dataclass(frozen=True, slots=True)
class NotedList:
    """The cells that wait for a judgement, by number."""

    ledger_id: str
    as_of: date
    cells: tuple[NotedCell, ...]
    remarks: tuple[RosterRemark, ...] = ()


def noted(
    path: Path,
    as_of: date,
    *,
    unit: str = "",
    year: int | None = None,
    known_at: int | None = None,
) -> NotedList:
    """Return the noted cells that nobody has judged; reads only."""
    with open_ledger(path, known_at=known_at) as ledger:
        units = UnitHistory(ledger).on(as_of)
        within = chosen_units(units, unit)
        found = []
        for cell in unjudged(ledger):
            unit_id = unit_on(cell.person, as_of)
            in_unit = within is None or unit_id in within
            if in_unit and year in {None, cell.month.year}:
                found.append(_placed(cell, units.name(unit_id), units.path(unit_id)))
        remarks = tuple(
            one.placed(units.name(unit_id), units.path(unit_id))
            for one in unjudged_remarks(ledger, as_of)
            for unit_id in [unit_on(one.person, as_of)]
            if (within is None or unit_id in within) and year in {None, one.year}
        )
        return NotedList(ledger.ledger_id, as_of, tuple(found), remarks)


def _placed(cell: NotedCell, unit: str, path: tuple[str, ...]) -> NotedCell:
    return replace(cell, unit=unit, unit_path=path)


def unjudged(ledger: Ledger) -> list[NotedCell]:
    """Return every noted cell that stands and that nobody has judged, by number."""
    numbers = noted_numbers(ledger)
    people = {key.person_id for key in numbers}
    found = [
        cell
        for person, case in cases(ledger, people, noted_years(ledger))
        for cell in _cells(person, case, numbers)
    ]
    return sorted(found, key=lambda cell: cell.number)


def _cells(person: Person, case: Case, numbers: dict[NotedKey, int]) -> Iterator[NotedCell]:
    for line in case.lines:
        ground = _GROUNDS[line.kind]
        for position, letter in enumerate(line.letters):
            text = line.notes.get(position, "")
            if not asks(line.kind, letter, text):
                continue
            month = Month(line.year, line.months[position])
            if excuse_in(case, month, ground) is not None:
                continue
            number = numbers[NotedKey(line.book_id, person.person_id, position, text)]
            waiting = _waiting(case, ground, month)
            place = line.at(position)
            yield NotedCell(number, person, ground, month, text, place, line.book_id, waiting)


def _waiting(case: Case, ground: Ground, month: Month) -> ExcuseKind | None:
    span = (ground, month.first_day, month.last_day)
    kinds = (
        ExcuseKind(excuse.kind)
        for excuse in case.excuses
        if excuse.pending and (excuse.ground, excuse.start, excuse.end) == span
    )
    return next(kinds, None)


# --- Judging ------------------------------------------------------------------------------
def is_note(typed: str) -> bool:
    """Whether what was typed is the number of a noted cell."""
    return typed.strip().lower().startswith(PREFIX)


def chosen_notes(ledger: Ledger, typed: Sequence[str]) -> list[NotedCell]:
    """Return the cells of these numbers, each once; raises `NoSuchNote`."""
    standing = {cell.typed: cell for cell in unjudged(ledger)} if typed else {}
    found: dict[str, NotedCell] = {}
    for number in typed:
        wanted = number.strip().lower()
        if wanted not in standing:
            raise NoSuchNote(wanted)
        found[wanted] = standing[wanted]
    _refuse_half_a_month(list(found.values()), list(standing.values()))
    return list(found.values())


def places_of(ledger: Ledger, cells: Sequence[NotedCell]) -> dict[str, FilePlace]:
    """Return where in which file each cell stands, by its number as typed."""
    sources = line_sources(ledger, {cell.person.person_id for cell in cells})
    found = ((cell, sources.get((cell.book_id, cell.person.person_id))) for cell in cells)
    return {
        cell.typed: FilePlace(source_id, cell.source.sheet, cell.source.row)
        for cell, source_id in found
        if source_id is not None
    }


def _refuse_half_a_month(chosen: Sequence[NotedCell], standing: Sequence[NotedCell]) -> None:
    """A month is judged as a whole: nobody loses a reason that was not looked at."""
    for cell in chosen:
        same = [one for one in standing if one.judged_with == cell.judged_with]
        if left := [one.typed for one in same if one not in chosen]:
            raise AlsoNoted(cell.typed, cell.month.vi, left)
