"""Facts under numbers that people type: the order in which each was first written.

What was taken back keeps its number: number 3 is number 3 or gone.
"""

from collections.abc import Iterator, Sequence

from sqlalchemy import ColumnElement, RowMapping, Table, select

from partyroll.store.ledger import Ledger

Rows = list[RowMapping]


def numbered(ledger: Ledger, table: Table) -> Iterator[tuple[int, RowMapping]]:
    """Yield every fact of a table that stands, with its number."""
    for number, rows in enumerate(histories(ledger, table), start=1):
        row = standing(ledger, rows)
        if row is not None:
            yield number, row


def numbers(ledger: Ledger, table: Table) -> dict[str, int]:
    """Return the number of every fact that was ever written by its id, taken back or not."""
    (column,) = table.info["key"]
    query = select(table.c[column]).where(table.c.ledger_id == ledger.ledger_id)
    ordered = query.order_by(table.c.change_in, table.c.row_id)
    ids = dict.fromkeys(ledger.db.execute(ordered).scalars())
    return {one: number for number, one in enumerate(ids, start=1)}


def next_number(ledger: Ledger, table: Table) -> int:
    """Return the number that the next fact of a table will have."""
    return len(numbers(ledger, table)) + 1


def histories(ledger: Ledger, table: Table, *only: ColumnElement[bool]) -> list[Rows]:
    """Return the rows that ever said each fact, the fact first said first."""
    query = select(table).where(table.c.ledger_id == ledger.ledger_id, *only)
    found: dict[tuple[object, ...], Rows] = {}
    for row in ledger.db.execute(query.order_by(table.c.change_in, table.c.row_id)).mappings():
        found.setdefault(tuple(row[column] for column in table.info["key"]), []).append(row)
    return [*found.values()]


def standing(ledger: Ledger, rows: Sequence[RowMapping]) -> RowMapping | None:
    """Return the row of a fact that counts: now, or as known at a change."""
    return next((row for row in rows if _stands(ledger, row)), None)


def _stands(ledger: Ledger, row: RowMapping) -> bool:
    closed, known = row["change_out"], ledger.known_at
    if known is None:
        return closed is None
    return bool(row["change_in"] <= known and (closed is None or closed > known))
