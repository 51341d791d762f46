"""What is usual in the books of a ledger: the sums people pay, the letters of other years."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sqlalchemy import select

from partyroll.store.ledger import Ledger
from partyroll.store.reading import live
from partyroll.store.schema import book, book_line

_LINES = 2_000  # are plenty for a median
_AT_ONCE = 500


def usual_sums(ledger: Ledger) -> list[int]:
    """Return the sums that some of the dues books hold, as they come."""
    rows = ledger.db.execute(
        select(book_line.c.amounts)
        .where(live(ledger, book_line), book_line.c.kind == "dues")
        .order_by(book_line.c.year.desc())
        .limit(_LINES)
    ).scalars()
    return [
        int(amount) for text in rows for amount in text.split(",") if amount not in {"", "0"}
    ]


def book_years(ledger: Ledger) -> Mapping[str, set[int]]:
    """Return the years of which the ledger has a book, by kind."""
    found: dict[str, set[int]] = defaultdict(set)
    query = select(book.c.kind, book.c.year).where(live(ledger, book)).distinct()
    for kind, year in ledger.db.execute(query):
        found[kind].add(year)
    return found


def letters_of_year(
    ledger: Ledger, kind: str, year: int, people: Iterable[str]
) -> Mapping[str, str]:
    """Return the letters of some people's books of one kind and year, by person."""
    asked = list(people)
    found: dict[str, str] = {}
    for start in range(0, len(asked), _AT_ONCE):
        rows = ledger.db.execute(
            select(book_line.c.person_id, book_line.c.letters).where(
                live(ledger, book_line),
                book_line.c.kind == kind,
                book_line.c.year == year,
                book_line.c.person_id.in_(asked[start : start + _AT_ONCE]),
            )
        )
        found.update((person, letters) for person, letters in rows)
    return found
