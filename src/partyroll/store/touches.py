"""Which later changes spoke of a person, of books, of units, of declared figures."""

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import Table, select, union_all

from partyroll.store.ledger import Ledger
from partyroll.store.people import chunks
from partyroll.store.schema import (
    FACTS,
    book_line,
    declared,
    declared_total,
    unit_event,
    unit_succession,
    unit_version,
)

_OF_PEOPLE = tuple(table for table in FACTS if "person_id" in table.c)


def changes_about(
    ledger: Ledger, person_ids: Collection[str], *, since: int
) -> dict[str, frozenset[int]]:
    """Return the changes after `since` that opened or closed a fact of each person."""
    found: dict[str, set[int]] = defaultdict(set)
    for chunk in chunks(sorted(person_ids)):
        touched = [
            select(table.c.person_id, number).where(
                table.c.ledger_id == ledger.ledger_id,
                table.c.person_id.in_(chunk),
                number > since,
            )
            for table in _OF_PEOPLE
            for number in (table.c.change_in, table.c.change_out)
        ]
        for person_id, number in ledger.db.execute(union_all(*touched)):
            found[person_id].add(number)
    return {person_id: frozenset(numbers) for person_id, numbers in found.items()}


def changes_of_books(ledger: Ledger, years: Collection[int], *, since: int) -> frozenset[int]:
    """Return the changes after `since` that touched any line of the books of `years`.

    How full a book is decides what a blank in it says, whoever the blank is of.
    """
    touched = [
        select(number).where(
            book_line.c.ledger_id == ledger.ledger_id,
            book_line.c.year.in_(list(years)),
            number > since,
        )
        for number in (book_line.c.change_in, book_line.c.change_out)
    ]
    return frozenset(ledger.db.execute(union_all(*touched)).scalars())


def changes_of_units(ledger: Ledger, *, since: int) -> frozenset[int]:
    """Return the changes after `since` that renamed, moved, merged or ended a unit."""
    return _changes_of(ledger, (unit_version, unit_succession, unit_event), since)


def changes_of_figures(ledger: Ledger, *, since: int) -> frozenset[int]:
    """Return the changes after `since` that touched any declared figure."""
    return _changes_of(ledger, (declared, declared_total), since)


def _changes_of(ledger: Ledger, tables: tuple[Table, ...], since: int) -> frozenset[int]:
    touched = [
        select(number).where(table.c.ledger_id == ledger.ledger_id, number > since)
        for table in tables
        for number in (table.c.change_in, table.c.change_out)
    ]
    return frozenset(ledger.db.execute(union_all(*touched)).scalars())
