"""Findings about ordinary people: nothing is known of them but rows in books of their unit.

Most people are, even among those who owe.  What a letter says of an ordinary member it says of
anybody, so that the rule's fact needs no more than the place of the cell.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from partyroll.model import (
    Finding,
    Ground,
    Letter,
    MonthFact,
    Person,
    Source,
)
from partyroll.rules.counting import counts
from partyroll.rules.letters import countable_letters
from partyroll.rules.review import Looked, judge
from partyroll.store.cases import Places
from partyroll.store.letters import OpenRow
from partyroll.store.ordinary import (
    Notes,
    known_otherwise,
    notes_in_books,
    ordinary_people,
)
from partyroll.tasks.anybody import Anybody
from partyroll.tasks.narrowing import GROUND_OF, Shelf, counts_parts

OpenRows = Mapping[str, Collection[OpenRow]]  # by person


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
        self._settings = shelf.reading.settings
        self._anybody = Anybody(shelf)
        self._wanted = {
            ground: countable_letters(ground, self._settings) for ground in self._grounds
        }

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
        return judge(looked, self._settings)

    def _facts(self, row: OpenRow, ground: Ground, notes: Notes) -> Iterator[MonthFact]:
        """Yield the months of a row that speak against somebody, each with its cell."""
        book = self._shelf.books[row.book_id]
        wanted = self._wanted[ground]
        columns = self._places.columns(row, book.kind)
        words = notes.get((row.book_id, row.person_id), {})
        letters = row.letters.ljust(len(book.months), Letter.BLANK)
        for position, (number, letter) in enumerate(zip(book.months, letters, strict=True)):
            if letter not in wanted or (columns and position not in columns):
                continue
            fact = self._anybody.fact(book, number, letter, words.get(position, ""))
            if fact.month in self._shelf.assessed and counts(fact, self._settings):
                yield _in_cell(fact, self._places.cell(row, columns.get(position, "")))


def _in_cell(fact: MonthFact, cell: Source) -> MonthFact:
    return MonthFact(
        fact.month, fact.ground, fact.state, fact.note, fact.explanation, fact.warning, cell
    )
