"""Books of dues and meetings, and how full each month of them is."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    exists,
    func,
    or_,
    select,
)

from partyroll.model import BookKind
from partyroll.period import Month, PartialDate
from partyroll.store import schema
from partyroll.store.ledger import Ledger
from partyroll.store.letters import MANY, OpenRow, open_rows, settled_rows
from partyroll.store.people import chunks
from partyroll.store.reading import first_day, live, partial

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


@dataclass(frozen=True, slots=True)
class BookTally:
    """How many people of a book have these letters and these dates; empty = no row in it.

    `since` and `until` are the days of the stay of someone without a row; `until` is no day of
    it any more.
    """

    book: Book
    letters: str
    admission_date: PartialDate | None
    left: PartialDate | None
    people: int = 1
    wide: frozenset[int] = field(default_factory=frozenset)
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
    return {row[0]: _book(row) for row in ledger.db.execute(query)}


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
class RowsApart:
    """The rows of some years that are seen one by one, and what sets them apart.

    `absent` are those for whom the book of a unit they belong or belonged to has no row.
    """

    rows: tuple[OpenRow, ...]
    absent: tuple[Absent, ...]
    apart: ColumnElement[bool] | None


def rows_apart(
    ledger: Ledger,
    years: Iterable[int],
    *,
    of: Iterable[str] | None = None,
    people: Iterable[str] | None = None,
    rated: bool = False,
) -> RowsApart:
    """Return the rows of `years` with open letters or with entries for many months.

    `rated` adds those that state what is due: a sum may fall short of it.  Narrower: of the
    books `of`, or of some `people`, whose books are then not searched for absent ones.
    """
    apart = _paid_widely(ledger)
    if rated:
        stated = schema.book_line.c.rate.is_not(None)
        apart = stated if apart is None else or_(apart, stated)
    names = None if of is None else sorted(of)
    rows = open_rows(ledger, years, books=names, people=people, apart=apart)
    missing = _missing_rows(ledger, years, names) if people is None else ()
    return RowsApart(tuple(rows), tuple(missing), apart)


def tallies(
    ledger: Ledger, of: dict[str, Book], seen: RowsApart | None = None
) -> Iterator[BookTally]:
    """Yield the letters of the books `of`, those of settled rows counted together.

    Whoever paid in a month owed it, and whoever was exempt did not, whatever their dates: only
    other letters, and entries for many months, are seen person by person.  `seen` are the rows
    apart of all books of those years, where the caller has them.
    """
    years, names = sorted({book.year for book in of.values()}), sorted(of)
    seen = seen or rows_apart(ledger, years, of=names)
    for book_id, letters, people in settled_rows(ledger, years, books=names, apart=seen.apart):
        if book_id in of:
            yield BookTally(of[book_id], letters, None, None, people)
    left, admitted = exits_by_person(ledger), _admitted_since(ledger, years)
    wide = _wide_months(ledger, of)
    for row in seen.rows:
        if row.book_id in of:
            yield BookTally(
                of[row.book_id],
                row.letters,
                admitted.get(row.person_id),
                left.get(row.person_id),
                wide=frozenset(wide.get((row.book_id, row.person_id), ())),
            )
    for one in seen.absent:
        if one.book_id in of:
            # They owe as the others do, as long as they belong there.
            yield BookTally(
                of[one.book_id],
                "",
                admitted.get(one.person_id),
                left.get(one.person_id),
                since=first_day(one.valid_from),
                until=first_day(one.valid_to),
            )


def _missing_rows(
    ledger: Ledger, years: Iterable[int], names: Sequence[str] | None
) -> Iterator[Absent]:
    query = without_row(ledger, years)
    if names is None or len(names) > MANY:
        yield from map(Absent._make, ledger.db.execute(query).all())
        return
    for chunk in chunks(names):
        rows = ledger.db.execute(query.where(schema.book.c.book_id.in_(chunk)))
        yield from map(Absent._make, rows.all())


def _admitted_since(ledger: Ledger, years: Sequence[int]) -> dict[str, PartialDate]:
    """Return the admission of everyone whom a book of `years` may find admitted later."""
    table = schema.person_version
    rows = ledger.db.execute(
        select(table.c.person_id, table.c.admission_date).where(
            live(ledger, table), table.c.admission_date >= str(min(years, default=0))
        )
    )
    return {person_id: PartialDate.parse(admitted) for person_id, admitted in rows}


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


def without_row(
    ledger: Ledger, years: Iterable[int]
) -> Select[str, str, str | None, str | None]:
    """Return the query of `Absent`: of every stay in a unit whose book has no row for it."""
    line, stay, book = schema.book_line, schema.assignment, schema.book
    has_row = exists().where(
        live(ledger, line),
        line.c.book_id == book.c.book_id,
        line.c.person_id == stay.c.person_id,
    )
    same_unit = and_(book.c.ledger_id == stay.c.ledger_id, book.c.unit_id == stay.c.unit_id)
    return (
        select(book.c.book_id, stay.c.person_id, stay.c.valid_from, stay.c.valid_to)
        .join(stay, same_unit)
        .where(live(ledger, stay), live(ledger, book), book.c.year.in_(list(years)))
        .where(stay.c.kind == "OFFICIAL", ~has_row)
    )


def _wide_months(ledger: Ledger, of: dict[str, Book]) -> dict[tuple[str, str], set[int]]:
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


def exits_by_person(ledger: Ledger) -> dict[str, PartialDate]:
    """Return the last exit of everyone who left for good, where its date is known."""
    turns = list(_turns(ledger))
    back = _returns(turns)
    found: dict[str, PartialDate] = {}
    for person_id, when, leaving in turns:
        known = found.get(person_id)
        if leaving and (known is None or known.first < when.first):
            found[person_id] = when
    return {
        person_id: when
        for person_id, when in found.items()
        if person_id not in back or back[person_id].first <= when.first
    }


def _returns(turns: Sequence[tuple[str, PartialDate, bool]]) -> dict[str, PartialDate]:
    """Return when those who had left came back for the last time.

    Whoever only moved in from elsewhere had not left.
    """
    left = {person_id for person_id, _, leaving in turns if leaving}
    found: dict[str, PartialDate] = {}
    for person_id, when, leaving in turns:
        known = found.get(person_id)
        if not leaving and person_id in left and (known is None or known.first < when.first):
            found[person_id] = when
    return found


def _turns(ledger: Ledger) -> Iterator[tuple[str, PartialDate, bool]]:
    """Yield every exit and every return with a date; `True` = left."""
    event, leg = schema.life_event, schema.transfer_leg
    events = (
        select(event.c.person_id, event.c.decision_date, event.c.event_date, event.c.kind)
        .where(live(ledger, event), event.c.kind.not_in(["ADMITTED", "CONFIRMED"]))
        .order_by(event.c.row_id)
    )
    legs = (
        select(leg.c.person_id, leg.c.decision_date, leg.c.leg_date, leg.c.direction)
        .where(live(ledger, leg), leg.c.temporary == 0)
        .order_by(leg.c.row_id)
    )
    for query in (events, legs):
        for person_id, decided, happened, kind in ledger.db.execute(query):
            when = partial(decided or happened)
            if when is not None:
                yield person_id, when, kind not in {"READMITTED", "RESTORED", "IN"}
