"""Findings about ordinary people: nothing is known of them but rows in books of their unit.

Most people are, even among those who owe.  What a letter says of an ordinary member in a month
it says of every other, and only a blank asks how full its book is.  So the rule is asked once
for each, and its facts need no more than the place of the cell.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from partyroll.model import (
    BookLine,
    BookMonth,
    Case,
    Finding,
    Ground,
    Letter,
    MonthFact,
    Person,
    Source,
    Stay,
)
from partyroll.period import Month
from partyroll.rules.counting import counts
from partyroll.rules.letters import countable_letters
from partyroll.rules.review import Looked, judge
from partyroll.store.cases import Places
from partyroll.store.fullness import Book
from partyroll.store.letters import OpenRow
from partyroll.store.ordinary import (
    Notes,
    known_otherwise,
    notes_in_books,
    ordinary_people,
)
from partyroll.tasks.narrowing import GROUND_OF, Shelf, counts_parts

OpenRows = Mapping[str, Collection[OpenRow]]  # by person


class Said(NamedTuple):
    """What the cell of a month says; of a blank also how full its book is, and of which day."""

    ground: Ground
    month: Month
    letter: str
    note: str
    kept: tuple[date | None, BookMonth | None] | None


def rows_of_ordinary(shelf: Shelf, person_ids: Iterable[str]) -> OpenRows:
    """Return the open rows of those of `person_ids` who are ordinary."""
    if counts_parts(shelf.reading.settings):  # then sums of any month may count
        return {}
    roll = shelf.roll
    special = roll.turned | roll.new_or_old(shelf.years) | roll.stays.guests
    special |= roll.stays.papered | shelf.outside | shelf.seen.remarked
    asked = set(person_ids) - special
    rows: dict[str, list[OpenRow]] = defaultdict(list)
    for row in shelf.seen.apart:
        if row.person_id in asked:
            rows[row.person_id].append(row)
    alone = {
        person_id: own
        for person_id, own in rows.items()
        if all(_speaks_alone(shelf, row) for row in own)
    }
    others = known_otherwise(shelf.ledger, alone)
    return {person_id: own for person_id, own in alone.items() if person_id not in others}


def _speaks_alone(shelf: Shelf, row: OpenRow) -> bool:
    """Whether nothing beside a row's own letters bears on its months."""
    book, home = shelf.books[row.book_id], shelf.roll.homes.get(row.person_id)
    rows = shelf.seen.numbers[book.kind.value, book.year][row.person_id]
    beside = (row.unallocated, row.since, row.until, row.cells)
    once = len(set(book.months)) == len(book.months)
    return rows == 1 and home is not None and row.unit_id == home and once and not any(beside)


class OrdinaryPeople:
    """Ordinary people, with the facts of their months as the rule states them of anybody."""

    def __init__(self, shelf: Shelf, rows: OpenRows, grounds: Iterable[Ground]) -> None:
        self._shelf, self._rows, self._grounds = shelf, rows, tuple(grounds)
        self._places = Places(shelf.ledger)
        self._period = frozenset(shelf.reading.period)
        self._known: dict[Said, MonthFact | None] = {}

    def findings(self) -> Iterator[tuple[Person, Finding | None]]:
        """Yield everybody with the finding about them; None for anybody on no list.

        Whoever turns out to have a remark beside their name is left to be looked at alone.
        """
        notes = notes_in_books(self._shelf.ledger, self._rows.keys())
        homes = {person_id: self._shelf.roll.homes[person_id] for person_id in self._rows}
        for person in ordinary_people(self._shelf.ledger, homes):
            if not person.note:
                yield person, self._finding(self._rows[person.person_id], notes)

    def _finding(self, rows: Collection[OpenRow], notes: Notes) -> Finding | None:
        facts: dict[Ground, list[MonthFact]] = {ground: [] for ground in self._grounds}
        for row in rows:
            ground = GROUND_OF[self._shelf.books[row.book_id].kind]
            if ground in facts:
                facts[ground] += self._facts(row, ground, notes)
        looked = [
            Looked(ground, sorted(own, key=lambda fact: fact.month), ())
            for ground, own in facts.items()
        ]
        return judge(looked, self._shelf.reading.settings)

    def _facts(self, row: OpenRow, ground: Ground, notes: Notes) -> Iterator[MonthFact]:
        """Yield the months of a row that speak against somebody, each with its cell."""
        book = self._shelf.books[row.book_id]
        wanted = countable_letters(ground, self._shelf.reading.settings)
        columns = self._places.columns(row, book.kind)
        words = notes.get((row.book_id, row.person_id), {})
        letters = row.letters.ljust(len(book.months), Letter.BLANK)
        for position, (number, letter) in enumerate(zip(book.months, letters, strict=True)):
            if letter not in wanted or (columns and position not in columns):
                continue
            kept = self._kept(book, number) if letter == Letter.BLANK else None
            month, note = Month(book.year, number), words.get(position, "")
            fact = self._fact(Said(ground, month, letter, note, kept), row)
            if fact is not None:
                yield _in_cell(fact, self._places.cell(row, columns.get(position, "")))

    def _kept(self, book: Book, number: int) -> tuple[date | None, BookMonth | None]:
        return book.book_date, self._shelf.collections.get((book.book_id, number))

    def _fact(self, said: Said, row: OpenRow) -> MonthFact | None:
        if said not in self._known:
            self._known[said] = self._of_anybody(said, row)
        return self._known[said]

    def _of_anybody(self, said: Said, row: OpenRow) -> MonthFact | None:
        """Ask the rule about somebody of whom no more is known; None where nothing counts."""
        if said.month not in self._period:
            return None
        book, unit_id = self._shelf.books[row.book_id], row.unit_id or ""
        line = BookLine(
            book.book_id,
            book.kind,
            unit_id,
            book.year,
            said.letter,
            (said.month.number,),
            notes={0: said.note} if said.note else {},
            book_date=book.book_date,
        )
        case = Case(person_id="", full_name="", stays=(Stay(unit_id),), lines=(line,))
        (fact,) = self._shelf.facts(case, said.ground, [said.month])
        return fact if counts(fact, self._shelf.reading.settings) else None


def _in_cell(fact: MonthFact, cell: Source) -> MonthFact:
    return MonthFact(
        fact.month, fact.ground, fact.state, fact.note, fact.explanation, fact.warning, cell
    )
