"""Queries for what cannot be true at once; `check` words what they find."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import func, select

from partyroll.store import schema
from partyroll.store.ledger import Ledger, driver
from partyroll.store.reading import live
from partyroll.store.shape import expected_shape, shape_of


@dataclass(frozen=True, slots=True)
class SharedNumber:
    """A card or identity number that several people carry."""

    column: str
    number: str
    person_ids: tuple[str, ...]


def shared_numbers(ledger: Ledger) -> Iterator[SharedNumber]:
    """Yield the numbers that more than one person carries."""
    table = schema.person_version
    for name in ("card_no", "national_id"):
        column = table.c[name]
        repeated = (
            select(column)
            .where(live(ledger, table), column.is_not(None))
            .group_by(column)
            .having(func.count() > 1)
        )
        rows = ledger.db.execute(
            select(column, table.c.person_id)
            .where(live(ledger, table), column.in_(repeated))
            .order_by(column, table.c.person_id)
        )
        holders: dict[str, list[str]] = {}
        for number, person_id in rows:
            holders.setdefault(number, []).append(person_id)
        for number, person_ids in holders.items():
            yield SharedNumber(name, number, tuple(person_ids))


def declared_by_unit(ledger: Ledger) -> dict[tuple[str, int], int]:
    """Return the declared number of members by unit and year."""
    table = schema.declared
    rows = ledger.db.execute(
        select(table.c.unit_id, table.c.year, table.c.number).where(
            live(ledger, table), table.c.what == "members"
        )
    )
    return {(unit_id, year): number for unit_id, year, number in rows}


def file_is_whole(ledger: Ledger) -> bool:
    """Whether SQLite finds the file sound, every key leads somewhere, and every guard is there.

    Who edits history with another program takes the guarding triggers away first.
    """
    db = driver(ledger.db)
    return (
        db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        and db.execute("PRAGMA foreign_key_check").fetchone() is None
        and shape_of(db) == expected_shape()
    )
