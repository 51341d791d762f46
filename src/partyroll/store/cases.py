"""What the three-month rule looks at: books, how full they are, and candidates.

SQL narrows: a line whose letters are all paid, exempt or not due cannot count under any
reading, except late payments where those count.  The rule decides.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    RowMapping,
    Table,
    and_,
    exists,
    func,
    or_,
    select,
)

from partyroll.model import (
    BookKind,
    BookLine,
    Case,
    Excuse,
    Ground,
    Letter,
    Payment,
    Person,
)
from partyroll.period import Month, PartialDate
from partyroll.store import schema
from partyroll.store.ledger import Ledger
from partyroll.store.people import by_person, chunks, file_names, people, source_of
from partyroll.store.reading import live, partial

_SETTLED = {
    BookKind.DUES: (Letter.PAID, Letter.EXEMPT, Letter.NOT_DUE),
    BookKind.MEETINGS: (Letter.PRESENT, Letter.NOT_HELD, Letter.NOT_DUE),
}
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
    """How many people of a book have these letters and these dates; empty = no row in it."""

    book: Book
    letters: str
    admission_date: PartialDate | None
    left: PartialDate | None
    people: int = 1
    wide: frozenset[int] = field(default_factory=frozenset)


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
    rows = ledger.db.execute(
        select(table).where(live(ledger, table), table.c.year.in_(list(years)))
    ).mappings()
    return {row["book_id"]: _book(row) for row in rows}


def _book(row: RowMapping) -> Book:
    dated = partial(row["book_date"])
    return Book(
        row["book_id"],
        BookKind(row["kind"]),
        row["unit_id"],
        row["year"],
        tuple(int(number) for number in row["months"].split()),
        dated.last if dated else None,
    )


# --- How full the books are ---------------------------------------------------------------
def tallies(ledger: Ledger, of: dict[str, Book]) -> Iterator[BookTally]:
    """Yield the letters of the books `of`, equal ones counted together.

    People with payments, exits or transfers are counted one by one: their months differ.
    """
    years = sorted({book.year for book in of.values()})
    line, person = schema.book_line, schema.person_version
    special = _special_people(ledger)
    grouped = (
        select(line.c.book_id, line.c.letters, person.c.admission_date, func.count())
        .join(person, _same_person(line, person))
        .where(live(ledger, line), live(ledger, person), line.c.year.in_(years))
        .where(line.c.person_id.not_in(special))
        .group_by(line.c.book_id, line.c.letters, person.c.admission_date)
    )
    for book_id, letters, admitted, count in ledger.db.execute(grouped):
        yield BookTally(of[book_id], letters, partial(admitted), None, count)
    yield from _special_tallies(ledger, of, years)
    yield from _absent_tallies(ledger, of)


def _same_person(left: Table, right: Table) -> ColumnElement[bool]:
    return and_(left.c.ledger_id == right.c.ledger_id, left.c.person_id == right.c.person_id)


def _special_people(ledger: Ledger) -> CompoundSelect[str]:
    tables = (schema.payment, schema.life_event, schema.transfer_leg)
    first, *others = (select(t.c.person_id).where(live(ledger, t)) for t in tables)
    return first.union(*others)


def _special_tallies(
    ledger: Ledger, of: dict[str, Book], years: Sequence[int]
) -> Iterator[BookTally]:
    line, person = schema.book_line, schema.person_version
    left = exits_by_person(ledger)
    wide = _wide_months(ledger, of)
    rows = ledger.db.execute(
        select(line.c.book_id, line.c.person_id, line.c.letters, person.c.admission_date)
        .join(person, _same_person(line, person))
        .where(live(ledger, line), live(ledger, person), line.c.year.in_(years))
        .where(line.c.person_id.in_(_special_people(ledger)))
    )
    for book_id, person_id, letters, admitted in rows:
        yield BookTally(
            of[book_id],
            letters,
            partial(admitted),
            left.get(person_id),
            wide=frozenset(wide.get((book_id, person_id), ())),
        )


def _absent_tallies(ledger: Ledger, of: dict[str, Book]) -> Iterator[BookTally]:
    """Yield members of a book's unit for whom it has no row: they owe as the others do."""
    line, person, stay = schema.book_line, schema.person_version, schema.assignment
    left = exits_by_person(ledger)
    for book in of.values():
        if book.unit_id is None:
            continue
        has_row = exists().where(
            live(ledger, line),
            line.c.book_id == book.book_id,
            line.c.person_id == stay.c.person_id,
        )
        rows = ledger.db.execute(
            select(stay.c.person_id, person.c.admission_date)
            .join(person, _same_person(stay, person))
            .where(live(ledger, stay), live(ledger, person), stay.c.unit_id == book.unit_id)
            .where(stay.c.kind == "OFFICIAL", ~has_row)
        )
        for person_id, admitted in rows:
            yield BookTally(book, "", partial(admitted), left.get(person_id))


def _wide_months(ledger: Ledger, of: dict[str, Book]) -> dict[tuple[str, str], set[int]]:
    """Return, by book and person, the months paid by a wide entry or before they began."""
    table = schema.payment
    found: dict[tuple[str, str], set[int]] = defaultdict(set)
    for row in ledger.db.execute(select(table).where(live(ledger, table))).mappings():
        month, paid_on = Month.parse(row["month"]), partial(row["paid_on"])
        early = paid_on is not None and paid_on.last < month.first_day
        book = of.get(row["book_id"] or "")
        if book and month.year == book.year and (row["span"] > _WIDE or early):
            found[row["book_id"], row["person_id"]].add(month.number)
    return found


def exits_by_person(ledger: Ledger) -> dict[str, PartialDate]:
    """Return the last exit of everyone who left, where its date is known."""
    found: dict[str, PartialDate] = {}
    event, leg = schema.life_event, schema.transfer_leg
    leaving = event.c.kind.not_in(["ADMITTED", "CONFIRMED", "READMITTED", "RESTORED"])
    away = and_(leg.c.direction == "OUT", leg.c.temporary == 0)
    queries = (
        select(event.c.person_id, event.c.decision_date, event.c.event_date).where(
            live(ledger, event), leaving
        ),
        select(leg.c.person_id, leg.c.decision_date, leg.c.leg_date).where(
            live(ledger, leg), away
        ),
    )
    for query in queries:
        for person_id, decided, happened in ledger.db.execute(query):
            when = partial(decided or happened)
            known = found.get(person_id)
            if when and (known is None or known.first < when.first):
                found[person_id] = when
    return found


# --- Who could be on a list ---------------------------------------------------------------
def candidates(ledger: Ledger, years: Iterable[int], *, late_counts: bool = False) -> list[str]:
    """Return who has a letter in the books of `years` that some reading could count.

    People without a row in their unit's book are among them: that is a gap to name.
    """
    table = schema.book_line
    mine = and_(live(ledger, table), table.c.year.in_(list(years)))
    open_letters = or_(*(_has_open_letter(kind) for kind in BookKind))
    found = set(
        ledger.db.execute(
            select(table.c.person_id).distinct().where(mine, open_letters)
        ).scalars()
    )
    if late_counts:
        paid = schema.payment
        found |= set(
            ledger.db.execute(
                select(paid.c.person_id).distinct().where(live(ledger, paid))
            ).scalars()
        )
    return sorted(found | _without_row(ledger, years))


def _has_open_letter(kind: BookKind) -> ColumnElement[bool]:
    rest: ColumnElement[str] = schema.book_line.c.letters
    for letter in _SETTLED[kind]:
        rest = func.replace(rest, letter, "")
    return and_(schema.book_line.c.kind == kind.value, rest != "")


def _without_row(ledger: Ledger, years: Iterable[int]) -> set[str]:
    line, stay, book = schema.book_line, schema.assignment, schema.book
    has_row = exists().where(
        live(ledger, line),
        line.c.book_id == book.c.book_id,
        line.c.person_id == stay.c.person_id,
    )
    rows = ledger.db.execute(
        select(stay.c.person_id)
        .distinct()
        .join(
            book,
            and_(book.c.ledger_id == stay.c.ledger_id, book.c.unit_id == stay.c.unit_id),
        )
        .where(live(ledger, stay), live(ledger, book), book.c.year.in_(list(years)), ~has_row)
    )
    return set(rows.scalars())


# --- Their cases --------------------------------------------------------------------------
def cases(
    ledger: Ledger, person_ids: Iterable[str], years: Iterable[int]
) -> Iterator[tuple[Person, Case]]:
    """Yield each person of `person_ids` with all that the rule may look at for `years`."""
    years_ = sorted(set(years))
    of = books(ledger, years_)
    places = _Places(ledger)
    left = exits_by_person(ledger)
    for chunk in chunks(sorted(set(person_ids))):
        notes = by_person(ledger, schema.book_note, chunk)
        lines = by_person(ledger, schema.book_line, chunk)
        payments = by_person(ledger, schema.payment, chunk)
        excuses = by_person(ledger, schema.excuse, chunk)
        for person in people(ledger, chunk):
            person_id = person.person_id
            own_notes = _notes(notes.get(person_id, ()))
            yield (
                person,
                Case(
                    person_id=person_id,
                    full_name=person.full_name,
                    card_no=person.card_no,
                    admission_date=person.admission_date,
                    admission_decision_date=person.admission_decision_date,
                    left=left.get(person_id),
                    stays=person.stays,
                    lines=tuple(
                        places.line(row, of[row["book_id"]], own_notes)
                        for row in lines.get(person_id, ())
                        if row["book_id"] in of
                    ),
                    payments=tuple(places.payment(row) for row in payments.get(person_id, ())),
                    permissions=person.permissions,
                    excuses=tuple(_excuse(row) for row in excuses.get(person_id, ())),
                ),
            )


def _notes(rows: Iterable[RowMapping]) -> dict[str, dict[int, str]]:
    found: dict[str, dict[int, str]] = defaultdict(dict)
    for row in rows:
        found[row["book_id"]][row["position"]] = row["text"]
    return found


class _Places:
    """Turns a stored row into values with the cell each letter stood in."""

    def __init__(self, ledger: Ledger) -> None:
        self._files = file_names(ledger)
        self._maps: dict[tuple[str, str], list[tuple[int, int, dict[str, list[str]]]]] = (
            defaultdict(list)
        )
        table = schema.source_sheet
        for row in ledger.db.execute(select(table).where(live(ledger, table))).mappings():
            columns = json.loads(row["columns"])
            part = (row["first_row"], row["last_row"], columns)
            self._maps[row["source_id"], row["sheet"]].append(part)

    def line(self, row: RowMapping, book: Book, notes: dict[str, dict[int, str]]) -> BookLine:
        return BookLine(
            book_id=book.book_id,
            kind=book.kind,
            unit_id=row["unit_id"],
            year=book.year,
            letters=row["letters"],
            months=book.months,
            notes=notes.get(book.book_id, {}),
            columns=self._positions(row, book),
            remark=row["remark"] or "",
            since=partial(row["since"]),
            until=partial(row["until"]),
            unallocated=bool(row["unallocated"]),
            book_date=book.book_date,
            source=source_of(row, self._files),
        )

    def payment(self, row: RowMapping) -> Payment:
        return Payment(
            Month.parse(row["month"]),
            partial(row["paid_on"]),
            row["amount"],
            row["span"],
            bool(row["own"]),
            row["book_id"],
            source_of(row, self._files, row["cell"] or ""),
        )

    def _positions(self, row: RowMapping, book: Book) -> dict[int, str]:
        columns: dict[str, list[str]] = {}
        for first, last, found in self._maps[row["source_id"] or "", row["sheet"] or ""]:
            if first <= (row["row"] or 0) <= last:
                columns = found
        stated = [
            (column, int(meaning.rsplit("-", 1)[1]))
            for column, meanings in columns.items()
            for meaning in meanings
            if meaning.startswith(f"{book.kind.value}:")
        ]
        if book.kind is BookKind.MEETINGS:
            return {position: column for position, (column, _) in enumerate(stated)}
        return {number - 1: column for column, number in stated}


def _excuse(row: RowMapping) -> Excuse:
    start, end = PartialDate.parse(row["valid_from"]), PartialDate.parse(row["valid_to"])
    return Excuse(
        Ground(row["ground"]),
        start.first,
        end.last,
        bool(row["accepted"]),
        row["kind"],
        row["accepted_by"] or "",
        row["paper"] or "",
    )
