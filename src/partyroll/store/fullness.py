"""Books of dues and meetings, and how full each month of them is."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, and_, func, or_, select

from partyroll.model import BookKind
from partyroll.period import Month, PartialDate
from partyroll.store import schema
from partyroll.store.ledger import Ledger
from partyroll.store.letters import OpenRow, open_rows, rows_at, rows_by_book
from partyroll.store.reading import first_day, live, partial, plain_rows
from partyroll.store.roll import Roll

_WIDE = 3  # an entry for more months than this is no collection of any one of them


@dataclass(frozen=True, slots=True)
class Book:
    """One book: a unit's dues or meetings of a year."""

    book_id: str
    kind: BookKind
    unit_id: str | None
    year: int
    months: tuple[int, ...]
    book_date: date | None


class BookTally(NamedTuple):
    """How many people of a book have these letters and these dates; empty = no row in it.

    `since` and `until` are the days of the stay of someone without a row; `until` is no day of
    it any more.
    """

    book: Book
    letters: str
    admission_date: PartialDate | None
    left: PartialDate | None
    people: int = 1
    wide: frozenset[int] = frozenset()
    since: date | None = None
    until: date | None = None


def latest_book_year(ledger: Ledger, as_of: date) -> int | None:
    """Return the latest year with a book that is not after `as_of`."""
    return ledger.db.execute(
        select(func.max(schema.book.c.year)).where(
            live(ledger, schema.book), schema.book.c.year <= as_of.year
        )
    ).scalar()


def books(ledger: Ledger, years: Iterable[int]) -> dict[str, Book]:
    """Return the books of `years` by id."""
    table = schema.book
    query = select(*(table.c[name] for name in Book.__slots__)).where(
        live(ledger, table), table.c.year.in_(list(years))
    )
    return {row[0]: _book(row) for row in plain_rows(ledger, query)}


def kinds_of_books(ledger: Ledger, years: Iterable[int]) -> set[BookKind]:
    """Return of which kinds there are books of `years`."""
    table = schema.book
    query = (
        select(table.c.kind)
        .distinct()
        .where(live(ledger, table), table.c.year.in_(sorted(set(years))))
    )
    return {BookKind(kind) for kind in ledger.db.execute(query).scalars()}


@cache  # nearly all books have the same months
def _months(stored: str) -> tuple[int, ...]:
    return tuple(int(number) for number in stored.split())


def _book(row: Sequence[Any]) -> Book:
    book_id, kind, unit_id, year, months, dated = row
    day = partial(dated)
    return Book(
        book_id, BookKind(kind), unit_id, year, _months(months), day.last if day else None
    )


class Absent(NamedTuple):
    """Someone for whom a book of their unit has no row, with the days of the stay in it."""

    book_id: str
    person_id: str
    valid_from: str | None
    valid_to: str | None


@dataclass(frozen=True, slots=True)
class RowsSeen:
    """The rows of some books: `apart` those that are seen one by one, all of them counted.

    `absent` are those for whom the book of a unit they belong or belonged to has no row.
    `letters` counts the rows of each book by their letters; `numbers` the rows in the books of
    a kind and a year of each person who has one apart.  `remarked` are those with a remark
    beside some row.
    """

    apart: tuple[OpenRow, ...]
    absent: tuple[Absent, ...]
    letters: Mapping[str, Counter[str]]
    numbers: Mapping[tuple[str, int], Counter[str]]
    remarked: frozenset[str]


def rows_apart(
    ledger: Ledger, years: Iterable[int], *, rated: bool, people: Iterable[str]
) -> tuple[OpenRow, ...]:
    """Return the rows of `people` with open letters or with entries for many months.

    `rated` adds those that state what is due: a sum may fall short of it.
    """
    return tuple(open_rows(ledger, years, people=people, apart=_apart(ledger, rated=rated)))


def _apart(ledger: Ledger, *, rated: bool) -> ColumnElement[bool] | None:
    """Return the condition of lines that are seen one by one whatever their letters."""
    apart = _paid_widely(ledger)
    if not rated:
        return apart
    stated = schema.book_line.c.rate.is_not(None)
    return stated if apart is None else or_(apart, stated)


def rows_seen(roll: Roll, of: Mapping[str, Book], *, rated: bool = False) -> RowsSeen:
    """Return what the rows of the books `of` say; `rated` as for `rows_apart`."""
    years = sorted({book.year for book in of.values()})
    people: dict[str, list[str]] = {book_id: [] for book_id in of}
    letters: dict[str, Counter[str]] = defaultdict(Counter)
    remarked: list[str] = []
    places: list[str] = []
    apart = _apart(roll.ledger, rated=rated)
    for rows in rows_by_book(roll.ledger, years, books=sorted(of), apart=apart):
        if rows.book_id in of:
            people[rows.book_id] += rows.people
            letters[rows.book_id].update(rows.letters)
            remarked += rows.remarked
            places += rows.apart
    found = tuple(rows_at(roll.ledger, places))
    alone = {row.person_id for row in found}
    numbers: dict[tuple[str, int], Counter[str]] = defaultdict(Counter)
    for book_id, here in people.items():
        book = of[book_id]
        numbers[book.kind.value, book.year].update(filter(alone.__contains__, here))
    absent = (
        Absent(book_id, *stay)
        for book_id, book in of.items()
        for stay in roll.stays.without(book.unit_id, people[book_id])
    )
    return RowsSeen(found, tuple(absent), letters, numbers, frozenset(remarked))


class Tallies(NamedTuple):
    """The rows of books, counted: one by one where people have dates, the others by letters."""

    apart: tuple[BookTally, ...]
    together: Mapping[str, Mapping[str, int]]  # by book, then letters


def tallies(roll: Roll, of: Mapping[str, Book], seen: RowsSeen | None = None) -> Tallies:
    """Return the letters of the books `of`, equal ones counted together.

    Whoever paid in a month owed it, and whoever was exempt did not, whatever their dates: only
    other letters of people with dates, and entries for many months, are seen person by person.
    `seen` are the rows of these books, where the caller has them.
    """
    seen = seen or rows_seen(roll, of)
    admitted = roll.admitted_since(min((book.year for book in of.values()), default=0))
    alone: dict[str, Counter[str]] = defaultdict(Counter)
    apart = [
        BookTally(
            of[row.book_id],
            row.letters,
            admitted.get(row.person_id),
            roll.exits.get(row.person_id),
            wide=frozenset(months),
        )
        for row, months in _rows_with_dates(roll, of, seen, admitted)
    ]
    for tally in apart:
        alone[tally.book.book_id][tally.letters] += 1
    # Most books have nobody apart, and to subtract nothing from thousands takes its time.
    together = {
        book_id: counted - alone[book_id] if book_id in alone else counted
        for book_id, counted in seen.letters.items()
    }
    # Those without a row owe as the others do, as long as they belong there.
    absent = (
        BookTally(
            of[one.book_id],
            "",
            admitted.get(one.person_id),
            roll.exits.get(one.person_id),
            since=first_day(one.valid_from),
            until=first_day(one.valid_to),
        )
        for one in seen.absent
    )
    return Tallies((*apart, *absent), together)


def _rows_with_dates(
    roll: Roll, of: Mapping[str, Book], seen: RowsSeen, admitted: Mapping[str, PartialDate]
) -> Iterator[tuple[OpenRow, Collection[int]]]:
    """Yield the rows that are seen one by one, with the months that a wide entry pays."""
    wide = _wide_months(roll.ledger, of)
    dated = {*roll.exits, *admitted, *(person_id for _, person_id in wide)}
    for row in seen.apart:
        if row.person_id not in dated:  # as nearly everybody
            continue
        months = wide.get((row.book_id, row.person_id), ())
        if months or row.person_id in roll.exits or row.person_id in admitted:
            yield row, months


def _wide_entries(ledger: Ledger) -> ColumnElement[bool]:
    table = schema.payment
    early = table.c.paid_on < table.c.month
    return and_(live(ledger, table), or_(table.c.span > _WIDE, early))


def _paid_widely(ledger: Ledger) -> ColumnElement[bool] | None:
    """Return the condition of lines of people with entries for many months; None = nobody."""
    people = select(schema.payment.c.person_id).where(_wide_entries(ledger))
    if ledger.db.execute(people.limit(1)).first() is None:
        return None
    return schema.book_line.c.person_id.in_(people)


def _wide_months(ledger: Ledger, of: Mapping[str, Book]) -> dict[tuple[str, str], set[int]]:
    """Return, by book and person, the months paid by a wide entry or before they began."""
    table = schema.payment
    found: dict[tuple[str, str], set[int]] = defaultdict(set)
    for row in ledger.db.execute(select(table).where(_wide_entries(ledger))).mappings():
        month, paid_on = Month.parse(row["month"]), partial(row["paid_on"])
        early = paid_on is not None and paid_on.last < month.first_day
        book = of.get(row["book_id"] or "")
        if book and month.year == book.year and (row["span"] > _WIDE or early):
            found[row["book_id"], row["person_id"]].add(month.number)
    return found


def payments_apart(ledger: Ledger, as_of: date, *, late: bool) -> Iterator[tuple[str, Month]]:
    """Yield the months that a payment leaves open: made after `as_of`, or `late` in itself."""
    table = schema.payment
    after = table.c.paid_on > as_of.isoformat()
    apart = or_(after, table.c.paid_on > table.c.month) if late else after
    query = select(table.c.person_id, table.c.month).where(live(ledger, table), apart)
    for person_id, month in ledger.db.execute(query):
        yield person_id, Month.parse(month)
