"""How many paid or came in each month of each book: what lets a blank speak (§3.5)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from struct import Struct
from typing import NamedTuple

from partyroll.model import BookMonth, Letter
from partyroll.period import Month

_YEAR = tuple(range(1, 13))
_NARROW: frozenset[int] = frozenset()  # no entry for many months
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


class LetterTally(NamedTuple):
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


class RowsTogether(NamedTuple):
    """How many people of a book have which letters, of those without dates of their own."""

    book_id: str
    months: tuple[int, ...]
    people: Mapping[str, int]  # by letters


class CountedBooks(Mapping[tuple[str, int], BookMonth]):
    """How full each month of each book is.

    Of most books nobody asks: what the rows of a book say together stands in one integer, and
    its months are told apart once somebody does.
    """

    def __init__(self, totals: Mapping[str, int]) -> None:
        self._totals = totals

    def __getitem__(self, place: tuple[str, int]) -> BookMonth:
        book_id, number = place
        return _months(self._totals[book_id])[number]

    def __iter__(self) -> Iterator[tuple[str, int]]:
        for book_id, total in self._totals.items():
            for number in _months(total):
                yield book_id, number

    def __len__(self) -> int:
        return sum(len(_months(total)) for total in self._totals.values())

    def __or__(self, others: "CountedBooks") -> "CountedBooks":
        return CountedBooks({**self._totals, **others._totals})

    def every_month_collected(self, book_id: str) -> bool:
        """Whether in each month of the year somebody of a book paid, or came."""
        return all(_numbers(self._totals.get(book_id, 0))[1::4])


def book_months(
    tallies: Iterable[LetterTally], together: Iterable[RowsTogether] = ()
) -> CountedBooks:
    """Return how many paid, owed and are spoken of in each month of each book."""
    totals: dict[str, int] = defaultdict(int)
    for book_id, months, counted in together:
        for letters, people in counted.items():
            totals[book_id] += people * _year_says(letters, months, 1, 12, _NARROW)
    for tally in tallies:
        span = _due(tally)
        one = _year_says(tally.letters, tally.months, *span, tally.wide)
        totals[tally.book_id] += tally.people * one
    return CountedBooks(dict(totals))  # asked for a book that is not there, it adds none


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


# What the letters of a year say stands in one integer, four numbers for each month: so one
# addition adds a row, or many that are alike, to all months of their book.
_MONTH_OF_NUMBERS = Struct("<4I")
_YEAR_OF_NUMBERS = Struct(f"<{4 * len(_YEAR)}I")
_UNSAID = _MONTH_OF_NUMBERS.pack(0, 0, 0, 0)


@lru_cache(maxsize=50_000)  # the same twelve letters stand in nearly every row
def _year_says(
    letters: str, months: tuple[int, ...], first: int, last: int, wide: frozenset[int]
) -> int:
    """Return, for each month, whether its book has it, someone paid, owed, is spoken of."""
    said = _said_by_month(letters, months)
    parts = [
        _month_says(said[number], first <= number <= last, number in wide)
        if number in said
        else _UNSAID
        for number in _YEAR
    ]
    return int.from_bytes(b"".join(parts), "little")


def _said_by_month(letters: str, months: tuple[int, ...]) -> dict[int, str]:
    """Return the letters of each month that a book has; a blank where it has no row."""
    if not letters:
        return dict.fromkeys(months, Letter.BLANK)
    said: dict[int, str] = {}
    for number, letter in zip(months, letters, strict=True):
        said[number] = said.get(number, "") + letter
    return said


@cache  # a month has one letter, or a few
def _month_says(said: str, due: bool, wide: bool) -> bytes:  # noqa: FBT001 (asked very often)
    letters = set(said)
    paid = Letter.PAID in letters and not wide
    owed = paid or (due and not _OWING.isdisjoint(letters))
    told = owed and letters != {Letter.BLANK}
    return _MONTH_OF_NUMBERS.pack(1, paid, owed, told)


@lru_cache(maxsize=10_000)  # few totals differ among many thousand books
def _months(total: int) -> Mapping[int, BookMonth]:
    """Return the months that a total has, by number."""
    numbers = _numbers(total)
    return {
        number: BookMonth(*numbers[4 * number - 3 : 4 * number])
        for number in _YEAR
        if numbers[4 * number - 4]
    }


def _numbers(total: int) -> tuple[int, ...]:
    return _YEAR_OF_NUMBERS.unpack(total.to_bytes(_YEAR_OF_NUMBERS.size, "little"))
