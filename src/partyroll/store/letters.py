"""The letters of books: all of a book together, rows with a letter that is not settled alone.

Nearly all rows say "paid" twelve times.  Of those only the number matters.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Self

from sqlalchemy import ColumnElement, Integer, and_, case, func, literal_column, or_, select

from partyroll.model import BookKind, Letter
from partyroll.store import schema
from partyroll.store.ledger import Ledger
from partyroll.store.people import chunks
from partyroll.store.reading import among, in_years, live, plain_rows

# Letters that can neither count against anyone nor leave a doubt: it does not matter whose.
_SETTLED = {
    BookKind.DUES: (Letter.PAID, Letter.EXEMPT, Letter.DEFERRED, Letter.NOT_DUE),
    BookKind.MEETINGS: (Letter.PRESENT, Letter.NOT_HELD, Letter.NOT_DUE),
}
Together = tuple[ColumnElement[str], ...]
MANY = 5_000  # books; so many are cheaper to find by their year than by name
_PLACE = literal_column(
    "book_line.rowid", Integer
)  # the quickest way back to a row seen before


class OpenRow(NamedTuple):
    """A row with a letter that is not settled, and what else bears on its months."""

    book_id: str
    person_id: str
    letters: str
    unit_id: str | None
    unallocated: int
    since: str | None
    until: str | None
    source_id: str | None
    sheet: str | None
    cells: str | None
    row: int | None


class BookRows(NamedTuple):
    """Whose rows a book has, and in the same order their letters; `remarked` bear a remark.

    `apart` are the places in the table of the rows that are seen one by one.
    """

    book_id: str
    kind: str
    year: int
    people: Sequence[str]
    letters: Sequence[str]
    remarked: Sequence[str]
    apart: Sequence[str]

    @classmethod
    def of(cls, book: tuple[str, str, int], *names: str | None) -> Self:
        """Return the rows of a book, its names and letters as SQL strings them together."""
        return cls(*book, *(said.split(",") if said is not None else () for said in names))


def open_rows(
    ledger: Ledger,
    years: Iterable[int],
    *,
    people: Iterable[str] | None = None,
    apart: ColumnElement[bool] | None = None,
) -> Iterator[OpenRow]:
    """Yield the rows of `years` that have an open letter, and those that stand `apart`.

    Narrower: of some `people`.
    """
    line = schema.book_line
    if people is None:
        yield from _rows(ledger, line.c.year.in_(sorted(set(years))), _seen_alone(apart))
        return
    of_years = in_years(line, frozenset(years))
    for chunk in chunks(sorted(set(people))):
        yield from _rows(ledger, of_years, among(line.c.person_id, chunk), _seen_alone(apart))


def rows_at(ledger: Ledger, places: Iterable[str]) -> Iterator[OpenRow]:
    """Yield the rows at some places, which `BookRows` told."""
    return _rows(ledger, among(_PLACE, map(int, places)))


def _rows(ledger: Ledger, *scope: ColumnElement[bool]) -> Iterator[OpenRow]:
    line = schema.book_line
    query = select(*(line.c[name] for name in OpenRow._fields))
    return map(OpenRow._make, plain_rows(ledger, query.where(live(ledger, line), *scope)))


def rows_by_book(
    ledger: Ledger,
    years: Iterable[int],
    *,
    books: Sequence[str] | None = None,
    apart: ColumnElement[bool] | None = None,
) -> Iterator[BookRows]:
    """Yield all rows of `years`, those of a book together; narrower: of some `books`.

    `apart` is as for `open_rows`.  Rows that place their people in different units may bring a
    book more than once.
    """
    together = _together(apart)
    if books is not None and len(books) <= MANY:
        for chunk in chunks(books):
            scope = among(schema.book_line.c.book_id, chunk)
            yield from _each_book(ledger, scope, together)
        return
    for year in sorted(set(years)):
        yield from _of_year(ledger, year, together)


def _together(apart: ColumnElement[bool] | None) -> Together:
    """Return the columns behind the sequences of `BookRows`, strung together by SQL."""
    line = schema.book_line.c
    return (
        func.group_concat(line.person_id),
        func.group_concat(line.letters),
        func.group_concat(case((line.remark.is_not(None), line.person_id))),
        func.group_concat(case((_seen_alone(apart), _PLACE))),
    )


def _of_year(ledger: Ledger, year: int, together: Together) -> Iterator[BookRows]:
    """Yield the rows of a year by kind and unit, as an index has them: mostly of one book.

    To tell the few units with several books apart, SQLite would sort the rows of all.
    """
    line = schema.book_line
    of_year, book_id = line.c.year == year, line.c.book_id
    query = (
        select(line.c.unit_id, func.min(book_id), func.max(book_id), line.c.kind, *together)
        .where(live(ledger, line), of_year)
        .group_by(line.c.kind, line.c.unit_id)
    )
    several: dict[str, list[str | None]] = defaultdict(list)
    for unit_id, book, last, kind, *rows in plain_rows(ledger, query):
        if book == last:
            yield BookRows.of((book, kind, year), *rows)
        else:
            several[kind].append(unit_id)
    for kind, units in several.items():
        here = func.coalesce(line.c.unit_id, "")
        scope = and_(of_year, line.c.kind == kind, among(here, (unit or "" for unit in units)))
        yield from _each_book(ledger, scope, together)


def _each_book(
    ledger: Ledger, scope: ColumnElement[bool], together: Together
) -> Iterator[BookRows]:
    line = schema.book_line
    place = (line.c.book_id, line.c.kind, line.c.year)
    query = select(*place, *together).where(live(ledger, line), scope)
    found = plain_rows(ledger, query.group_by(*place, line.c.unit_id))
    for book, kind, year, *rows in found:
        yield BookRows.of((book, kind, year), *rows)


def _seen_alone(apart: ColumnElement[bool] | None) -> ColumnElement[bool]:
    """Return the condition of rows with an open letter, and of those that stand `apart`."""
    is_open = or_(*(_has_open_letter(kind) for kind in BookKind))
    return is_open if apart is None else or_(is_open, apart)


def _has_open_letter(kind: BookKind) -> ColumnElement[bool]:
    line = schema.book_line
    return and_(
        line.c.kind == kind.value, func.ltrim(line.c.letters, "".join(_SETTLED[kind])) != ""
    )
