"""The letters of books: rows whose letters are all settled together, the others one by one.

Nearly all rows say "paid" twelve times.  Of those only the number matters.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, func, or_, select

from partyroll.model import BookKind, Letter
from partyroll.store import schema
from partyroll.store.ledger import Ledger
from partyroll.store.people import chunks
from partyroll.store.reading import in_years, live

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


class SettledRows(NamedTuple):
    """How many rows of a book have these letters, all of them settled."""

    book_id: str
    letters: str
    people: int


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
        rows = ledger.db.execute(query.where(live(ledger, line), scope, is_open))
        yield from map(OpenRow._make, rows.all())


def settled_rows(
    ledger: Ledger,
    years: Iterable[int],
    *,
    books: Sequence[str] | None = None,
    apart: ColumnElement[bool] | None = None,
) -> Iterator[SettledRows]:
    """Yield the other rows of `years`, equal ones of a book counted together."""
    line = schema.book_line
    alike = (line.c.kind, line.c.unit_id, line.c.book_id, line.c.letters)
    query = select(line.c.book_id, line.c.letters, func.count()).group_by(*alike)
    is_settled = ~_is_open() if apart is None else and_(~_is_open(), ~apart)
    for scope in _scopes(years, books):
        rows = ledger.db.execute(query.where(live(ledger, line), scope, is_settled))
        yield from map(SettledRows._make, rows.all())


def _scopes(
    years: Iterable[int], books: Sequence[str] | None, people: Iterable[str] | None = None
) -> Iterator[ColumnElement[bool]]:
    line = schema.book_line
    if people is not None:
        of_years = in_years(line, frozenset(years))
        for chunk in chunks(sorted(set(people))):
            yield and_(of_years, line.c.person_id.in_(chunk))
    elif books is not None and len(books) <= MANY:
        for chunk in chunks(books):
            yield line.c.book_id.in_(chunk)
    else:
        yield line.c.year.in_(sorted(set(years)))


def _is_open() -> ColumnElement[bool]:
    return or_(*(_has_open_letter(kind) for kind in BookKind))


def _has_open_letter(kind: BookKind) -> ColumnElement[bool]:
    line = schema.book_line
    another = f"*[^{''.join(_SETTLED[kind])}]*"
    return and_(line.c.kind == kind.value, line.c.letters.op("GLOB")(another))
