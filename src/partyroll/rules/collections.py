"""How many paid or came in each month of each book: what lets a blank speak (§3.5)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

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
    paid: Counter[tuple[str, int]] = Counter()
    owing: Counter[tuple[str, int]] = Counter()
    marked: Counter[tuple[str, int]] = Counter()
    for tally in tallies:
        for number in set(tally.months):
            key = tally.book_id, number
            pays = _collected(tally, number)
            paid[key] += tally.people * pays
            owes = pays or _owes(tally, number)
            owing[key] += tally.people * owes
            marked[key] += tally.people * (owes and _is_marked(tally, number))
    return {key: BookMonth(paid[key], owing[key], marked[key]) for key in owing}


def _letters(tally: LetterTally, number: int) -> set[str]:
    if not tally.letters:
        return {Letter.BLANK}
    pairs = zip(tally.months, tally.letters, strict=True)
    return {letter for month, letter in pairs if month == number}


def _is_marked(tally: LetterTally, number: int) -> bool:
    return _letters(tally, number) != {Letter.BLANK}


def _collected(tally: LetterTally, number: int) -> bool:
    return Letter.PAID in _letters(tally, number) and number not in tally.wide


def _owes(tally: LetterTally, number: int) -> bool:
    month = Month(tally.year, number)
    too_early = tally.first_due is not None and month < tally.first_due
    too_late = tally.last_due is not None and month > tally.last_due
    return not too_early and not too_late and not _OWING.isdisjoint(_letters(tally, number))
