"""How many paid or came in each month of each book: what lets a blank speak (§3.5)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from partyroll.model import BookMonth, BookMonths, Letter
from partyroll.period import Month

_YEAR = tuple(range(1, 13))
# Those to whom the month's own cell could have said "paid"; an absent letter too.
_OWING = frozenset(
    {
        Letter.PAID,
        Letter.UNPAID,
        Letter.NOTED,
        Letter.BLANK,
        Letter.UNREADABLE,
        Letter.EXCUSED,
        Letter.ABSENT,
    }
)


@dataclass(frozen=True, slots=True)
class LetterTally:
    """How many `people` of a book have these `letters` and this membership window.

    `letters` may be empty: members of the book's unit for whom it has no row.  They owe too,
    so that a row left out never lets another's blank count.  `wide` are the months whose
    mark stands for more than three months or was paid before the month began.  `months` gives
    the month behind each letter.  A window end of None is open.
    """

    book_id: str
    letters: str
    year: int
    people: int = 1
    first_due: Month | None = None
    last_due: Month | None = None
    wide: frozenset[int] = frozenset()
    months: tuple[int, ...] = _YEAR


def book_months(tallies: Iterable[LetterTally]) -> BookMonths:
    """Return how many paid, owed and are spoken of in each month of each book."""
    found: defaultdict[str, dict[int, list[int]]] = defaultdict(dict)
    for tally in tallies:
        book, people = found[tally.book_id], tally.people
        span = _due(tally)
        for number, paid, owed, told in _year_says(
            tally.letters, tally.months, *span, tally.wide
        ):
            totals = book.get(number) or book.setdefault(number, [0, 0, 0])
            if owed:
                totals[0] += people * paid
                totals[1] += people
                totals[2] += people * told
    return {
        (book_id, number): _book_month(*totals)
        for book_id, book in found.items()
        for number, totals in book.items()
    }


# Few differ among the months of many thousand books.
_book_month = lru_cache(maxsize=10_000)(BookMonth)


def _due(tally: LetterTally) -> tuple[int, int]:
    """Return the first and the last month of the year in which the tally's people owe."""
    if tally.first_due is None and tally.last_due is None:
        return 1, 12
    start, end = Month(tally.year, 1), Month(tally.year, 12)
    first, last = tally.first_due or start, tally.last_due or end
    return (
        max(first, start).number if first <= end else 13,
        min(last, end).number if last >= start else 0,
    )


@lru_cache(maxsize=50_000)  # the same twelve letters stand in nearly every row
def _year_says(
    letters: str, months: tuple[int, ...], first: int, last: int, wide: frozenset[int]
) -> tuple[tuple[int, bool, bool, bool], ...]:
    """Return, for each month, whether someone paid, owed, and is spoken of."""
    found = []
    for number in sorted(set(months)):
        said = _letters(letters, months, number)
        paid = Letter.PAID in said and number not in wide
        owed = paid or (first <= number <= last and not _OWING.isdisjoint(said))
        found.append((number, paid, owed, owed and said != {Letter.BLANK}))
    return tuple(found)


def _letters(letters: str, months: tuple[int, ...], number: int) -> set[str]:
    if not letters:
        return {Letter.BLANK}
    pairs = zip(months, letters, strict=True)
    return {letter for month, letter in pairs if month == number}
