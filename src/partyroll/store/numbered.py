"""Facts under numbers that people type: the order in which each was first written.

What was taken back keeps its number: number 3 is number 3 or gone.
"""

from collections.abc import Iterator

from sqlalchemy import RowMapping, Table, func, select

from partyroll.store.ledger import Ledger


def numbered(ledger: Ledger, table: Table) -> Iterator[tuple[int, RowMapping]]:
    """Yield every fact of a table that stands, with its number."""
    query = select(table).where(table.c.ledger_id == ledger.ledger_id)
    key = table.info["key"]
    histories: dict[tuple[object, ...], list[RowMapping]] = {}
    for row in ledger.db.execute(query.order_by(table.c.change_in, table.c.row_id)).mappings():
        histories.setdefault(tuple(row[column] for column in key), []).append(row)
    for number, rows in enumerate(histories.values(), start=1):
        standing = next((row for row in rows if stands(ledger, row)), None)
        if standing is not None:
            yield number, standing


def numbers(ledger: Ledger, table: Table) -> dict[str, int]:
    """Return the number of every fact that stands by its id."""
    (column,) = table.info["key"]
    return {str(row[column]): number for number, row in numbered(ledger, table)}


def next_number(ledger: Ledger, table: Table) -> int:
    """Return the number that the next fact of a table will have."""
    (column,) = table.info["key"]
    query = select(func.count(table.c[column].distinct())).where(
        table.c.ledger_id == ledger.ledger_id
    )
    return int(ledger.db.execute(query).scalar_one()) + 1


def stands(ledger: Ledger, row: RowMapping) -> bool:
    """Whether a row counts: now, or as known at a change."""
    closed, known = row["change_out"], ledger.known_at
    if known is None:
        return closed is None
    return bool(row["change_in"] <= known and (closed is None or closed > known))
