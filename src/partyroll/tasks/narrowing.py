"""Who could be on a list: from the letters of all books, before any case is read."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from partyroll.model import (
    BookKind,
    BookLine,
    BookMonth,
    Case,
    Ground,
    Letter,
    MonthFact,
    RuleSettings,
)
from partyroll.period import Month
from partyroll.rules.books import Basis
from partyroll.rules.collections import CountedBooks, LetterTally, RowsTogether, book_months
from partyroll.rules.letters import YEAR, countable_letters, months_with
from partyroll.rules.narrowing import blank_speaks, could_be_listed
from partyroll.rules.reading import Reading
from partyroll.rules.review import RULES, compared_months
from partyroll.store.fullness import (
    Book,
    BookTally,
    RowsSeen,
    Tallies,
    books,
    payments_apart,
    rows_apart,
    rows_seen,
    tallies,
)
from partyroll.store.holidays import holidays
from partyroll.store.ledger import Ledger
from partyroll.store.letters import OpenRow
from partyroll.store.roll import Roll

GROUND_OF = {
    BookKind.DUES: Ground.UNPAID_DUES,
    BookKind.MEETINGS: Ground.SKIP_MEETINGS,
}

_BLANK = frozenset({Letter.BLANK})
_NO_MONTHS: frozenset[Month] = frozenset()

People = dict[str, dict[Ground, frozenset[Month]]]  # who → the months that could count
Letters = dict[Ground, frozenset[str]]  # those that could count
# What a blank rests on: the day of its book, year and month, how full the month is.
_Kept = tuple[date | None, int, int, BookMonth | None]


class Shelf:
    """The books of the assessed period: their open rows, and how full each month is."""

    def __init__(self, ledger: Ledger, reading: Reading) -> None:
        self.ledger, self.reading = ledger, reading
        self.assessed = frozenset(reading.period)
        self.years = sorted({month.year for month in reading.period})
        self.books = books(ledger, self.years)
        self.roll = Roll(ledger, [reading.year - 1, *self.years], reading.as_of)
        rated = counts_parts(reading.settings)
        self.seen = rows_seen(self.roll, self.books, rated=rated)
        self.collections = how_full(self.roll, self.books, reading.settings, self.seen)
        self._blanks: dict[_Kept, bool] = {}
        self._speaking: dict[tuple[str, str], frozenset[int]] = {}
        self.holidays = frozenset(holidays(ledger))
        self.basis = Basis(self.collections, reading.settings, reading.as_of, self.holidays)

    def facts(self, case: Case, ground: Ground, months: Iterable[Month]) -> Sequence[MonthFact]:
        """Return what the rule says of months of the assessed period."""
        return dict(RULES)[ground](
            case,
            months,
            collections=self.collections,
            settings=self.reading.settings,
            as_of=self.reading.as_of,
            holidays=self.holidays,
        )

    def speaking_blanks(self, book: Book, letters: str) -> frozenset[int]:
        """Return the months in which a blank among `letters` in `book` may speak."""
        row = book.book_id, letters
        if row not in self._speaking:  # where a month is missing many rows are alike
            blank = months_with(letters, book.months, _BLANK)
            speaking = (number for number in blank if self._blank_speaks(book, number))
            self._speaking[row] = frozenset(speaking)
        return self._speaking[row]

    def _blank_speaks(self, book: Book, number: int) -> bool:
        kept = self.collections.get((book.book_id, number))
        alike = book.book_date, book.year, number, kept
        if alike not in self._blanks:
            line = BookLine(
                book.book_id,
                book.kind,
                book.unit_id or "",  # a row may know its unit better than its book
                book.year,
                "",
                book.months,
                book_date=book.book_date,
            )
            self._blanks[alike] = blank_speaks(line, number, self.basis)
        return self._blanks[alike]

    @cached_property
    def outside(self) -> set[str]:
        """Whom the roster's own row says to have left, or to be admitted later."""
        return self.roll.outside(self.reading.as_of)

    @cached_property
    def books_before(self) -> dict[str, Book]:
        """The books of the year before, whose end a run may cross."""
        return books(self.ledger, [self.reading.year - 1])


@dataclass(frozen=True, slots=True)
class Candidates:
    """Who could be on a list: by this period alone, and with a run over the turn of the year.

    `before` is how full those books of the year before are that such a run may rest on.
    """

    within: tuple[str, ...]
    crossing: tuple[str, ...]
    before: CountedBooks


def counts_parts(settings: RuleSettings) -> bool:
    """Whether a sum below the rate may make a month count that its cell calls paid."""
    return settings.partial_payment == "unpaid"


def how_full(
    roll: Roll,
    of: dict[str, Book],
    settings: RuleSettings,
    seen: RowsSeen | None = None,
) -> CountedBooks:
    """Return how full each month of the books `of` is."""
    return months_of(tallies(roll, of, seen), of, settings)


def months_of(counted: Tallies, of: Mapping[str, Book], settings: RuleSettings) -> CountedBooks:
    """Return how full each month of the books `of` is, as the settings read people's dates."""
    return book_months(
        (letter_tally(tally, settings) for tally in counted.apart),
        (
            RowsTogether(book_id, of[book_id].months, people)
            for book_id, people in counted.together.items()
        ),
    )


def letter_tally(tally: BookTally, settings: RuleSettings) -> LetterTally:
    """Return the tally with the membership window that the settings read from its dates."""
    firsts, lasts = _stay_months(tally)
    if tally.admission_date is not None:
        later = settings.first_due_month == "after_ceremony_month"
        firsts.append(Month.of(tally.admission_date.first).plus(int(later)))
    if tally.left is not None:
        earlier = settings.last_due_month == "before_exit_month"
        lasts.append(Month.of(tally.left.last).plus(-int(earlier)))
    return LetterTally(
        book_id=tally.book.book_id,
        letters=tally.letters,
        year=tally.book.year,
        people=tally.people,
        first_due=max(firsts, default=None),
        last_due=min(lasts, default=None),
        wide=tally.wide,
        months=tally.book.months,
    )


def _stay_months(tally: BookTally) -> tuple[list[Month], list[Month]]:
    """Return the first and the last month owed to the unit, where the stay has dates.

    A month is owed where somebody belongs on its last day.
    """
    firsts = [Month.of(tally.since)] if tally.since else []
    lasts = [Month.of(tally.until).plus(-1)] if tally.until else []
    return firsts, lasts


# --- Narrowing ----------------------------------------------------------------------------
def candidates(shelf: Shelf, grounds: Iterable[Ground]) -> Candidates:
    """Return who could be on a list on `grounds`; everybody else is on none."""
    reading = shelf.reading
    letters = {ground: countable_letters(ground, reading.settings) for ground in grounds}
    found: People = defaultdict(dict)
    for row in shelf.seen.apart:
        book = shelf.books[row.book_id]
        blanks = shelf.speaking_blanks(book, row.letters) if _has_blank(row, book) else YEAR
        _note(found, row, book, letters, blanks)
    if Ground.UNPAID_DUES in letters:
        _note_payments(found, shelf)
    turning = _at_the_turn(found, reading)
    earlier = _rows_before(shelf, turning)
    for row, book in earlier:
        _note(found, row, book, letters, YEAR)
    likely = _likely(found, reading)
    turn = {reading.period[0], reading.period[0].plus(-1)}
    crossing = {
        person_id
        for person_id in likely & turning
        if any(turn <= months for months in found[person_id].values())
    }
    last = {book.book_id: book for row, book in earlier if row.person_id in crossing}
    before = how_full(shelf.roll, last, reading.settings) if last else CountedBooks({})
    return Candidates(tuple(sorted(likely - crossing)), tuple(sorted(crossing)), before)


def _likely(found: People, reading: Reading) -> set[str]:
    """Return whose months could lead to a list; asked once of those who have the same."""
    alike: dict[tuple[tuple[Ground, frozenset[Month]], ...], list[str]] = defaultdict(list)
    for person_id, months in found.items():
        alike[tuple(months.items())].append(person_id)
    return {
        person_id
        for months, people in alike.items()
        if could_be_listed(dict(months), reading.period, reading.settings)
        for person_id in people
    }


def _has_blank(row: OpenRow, book: Book) -> bool:
    """Whether a cell of a row is blank; what it does not reach is."""
    return Letter.BLANK in row.letters or len(row.letters) < len(book.months)


def _note(
    found: People, row: OpenRow, book: Book, letters: Letters, blanks: frozenset[int]
) -> None:
    """Add the months of a row whose letters could count."""
    ground = GROUND_OF[book.kind]
    if ground in letters:
        months = _open_months(row.letters, book.months, letters[ground], blanks, book.year)
        if months:
            own = found[row.person_id]
            own[ground] = months | own[ground] if ground in own else months


@lru_cache(maxsize=10_000)  # many owe for the same months
def _open_months(
    letters: str,
    months: tuple[int, ...],
    wanted: frozenset[str],
    blanks: frozenset[int],
    year: int,
) -> frozenset[Month]:
    return _in_year(months_with(letters, months, wanted, blanks), year)


@lru_cache(maxsize=10_000)
def _in_year(numbers: frozenset[int], year: int) -> frozenset[Month]:
    return frozenset(Month(year, number) for number in numbers)


def _note_payments(found: People, shelf: Shelf) -> None:
    """Add the months that a payment leaves open, though their cells say "paid"."""
    as_of, late = shelf.reading.as_of, shelf.reading.settings.count_late
    for person_id, month in payments_apart(shelf.ledger, as_of, late=late):
        if month in shelf.reading.period or month.plus(12) in shelf.reading.period:
            own = found[person_id]
            own[Ground.UNPAID_DUES] = own.get(Ground.UNPAID_DUES, _NO_MONTHS) | {month}


def _at_the_turn(found: People, reading: Reading) -> set[str]:
    """Return whose first month of the period could end a run of the year before."""
    first = reading.period[0]
    if not compared_months(reading.year, reading.settings):
        return set()
    return {
        person_id
        for person_id, months in found.items()
        if any(first in open_months for open_months in months.values())
    }


def _rows_before(shelf: Shelf, people: Iterable[str]) -> list[tuple[OpenRow, Book]]:
    """Return the open rows of `people` in the books of the year before."""
    year = shelf.reading.year - 1
    of = shelf.books_before
    rated = counts_parts(shelf.reading.settings)
    found = rows_apart(shelf.ledger, [year], people=people, rated=rated)
    return [(row, of[row.book_id]) for row in found if row.book_id in of]
