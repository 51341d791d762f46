"""What the rule says of one letter in the row of anybody of whom no more is known.

Then a month rests on its own cell, and if that is blank on how full its book is.  So the rule
is asked once for each, not once for each person.
"""

from datetime import date
from typing import NamedTuple

from partyroll.model import BookKind, BookLine, BookMonth, Case, Letter, MonthFact, Stay
from partyroll.period import Month
from partyroll.store.fullness import Book
from partyroll.tasks.narrowing import GROUND_OF, Shelf

_HOME = "home"  # wherever the member belongs, the book is that unit's


class Said(NamedTuple):
    """What the cell of a month says; of a blank also how full its book is, and of which day."""

    kind: BookKind
    year: int
    number: int
    letter: str
    note: str
    kept: tuple[date | None, BookMonth | None] | None


class Anybody:
    """A member who always belonged to the unit of a book, with one row in it and no papers."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._known: dict[Said, MonthFact] = {}

    def fact(self, book: Book, number: int, letter: str, note: str = "") -> MonthFact:
        """Return what the month is; its cell is for the caller to name."""
        kept = self._kept(book, number) if letter == Letter.BLANK else None
        said = Said(book.kind, book.year, number, letter, note, kept)
        fact = self._known.get(said)
        if fact is None:
            fact = self._known[said] = self._asked(said, book)
        return fact

    def _kept(self, book: Book, number: int) -> tuple[date | None, BookMonth | None]:
        return book.book_date, self._shelf.collections.get((book.book_id, number))

    def _asked(self, said: Said, book: Book) -> MonthFact:
        line = BookLine(
            book.book_id,
            said.kind,
            _HOME,
            said.year,
            said.letter,
            (said.number,),
            notes={0: said.note} if said.note else {},
            book_date=book.book_date,
        )
        case = Case(person_id="", full_name="", stays=(Stay(_HOME),), lines=(line,))
        months = [Month(said.year, said.number)]
        (fact,) = self._shelf.facts(case, GROUND_OF[said.kind], months)
        return fact
