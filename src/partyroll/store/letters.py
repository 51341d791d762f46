"""The letters of books: all of a book together, rows with a letter that is not settled alone.

Nearly all rows say "paid" twelve times.  Of those only the number matters.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, func, or_, select

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
MANY = 5_000  # books; so many are cheaper to find by their year than by name


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
    """Whose rows a book has, and in the same order their letters."""

    book_id: str
    kind: str
    year: int
    people: Sequence[str]
    letters: Sequence[str]


def open_rows(
    ledger: Ledger,
    years: Iterable[int],
    *,
    books: Sequence[str] | None = None,
    people: Iterable[str] | None = None,
    apart: ColumnElement[bool] | None = None,
) -> Iterator[OpenRow]:
    """Yield the rows of `years` that have an open letter, and those that stand `apart`.

    Narrower: of some `books`, of some `people`.
    """
    line = schema.book_line
    query = select(*(line.c[name] for name in OpenRow._fields))
    is_open = _is_open() if apart is None else or_(_is_open(), apart)
    for scope in _scopes(years, books, people):
        yield from map(
            OpenRow._make, plain_rows(ledger, query.where(live(ledger, line), scope, is_open))
        )


def rows_by_book(
    ledger: Ledger, years: Iterable[int], *, books: Sequence[str] | None = None
) -> Iterator[BookRows]:
    """Yield all rows of `years`, those of a book together; narrower: of some `books`.

    Rows that place their people in different units may bring a book more than once.
    """
    line = schema.book_line
    # In the order of an index: by name for some books, by unit for those of whole years.
    together = (line.c.kind, line.c.unit_id, line.c.book_id, line.c.year)
    if books is not None and len(books) <= MANY:
        together = (line.c.book_id, line.c.kind, line.c.unit_id, line.c.year)
    query = select(
        line.c.book_id,
        line.c.kind,
        line.c.year,
        func.group_concat(line.c.person_id),
        func.group_concat(line.c.letters),
    ).group_by(*together)
    for scope in _scopes(years, books):
        rows = plain_rows(ledger, query.where(live(ledger, line), scope))
        for book_id, kind, year, people, letters in rows:
            yield BookRows(book_id, kind, year, people.split(","), letters.split(","))


def _scopes(
    years: Iterable[int], books: Sequence[str] | None, people: Iterable[str] | None = None
) -> Iterator[ColumnElement[bool]]:
    line = schema.book_line
    if people is not None:
        of_years = in_years(line, frozenset(years))
        for chunk in chunks(sorted(set(people))):
            yield and_(of_years, among(line.c.person_id, chunk))
    elif books is not None and len(books) <= MANY:
        for chunk in chunks(books):
            yield among(line.c.book_id, chunk)
    else:
        yield line.c.year.in_(sorted(set(years)))


def _is_open() -> ColumnElement[bool]:
    return or_(*(_has_open_letter(kind) for kind in BookKind))


def _has_open_letter(kind: BookKind) -> ColumnElement[bool]:
    line = schema.book_line
    another = f"*[^{''.join(_SETTLED[kind])}]*"
    return and_(line.c.kind == kind.value, line.c.letters.op("GLOB")(another))
