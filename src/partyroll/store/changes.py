"""One change: rows opened and closed together, numbered, chained by hash.

The number is given out inside the transaction; it orders history, the clock does not.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from operator import itemgetter

from sqlalchemy import Table, bindparam, func, insert, select, update

from partyroll import __version__
from partyroll.store.chain import head, link
from partyroll.store.digests import (
    DIGEST_FORM,
    Opened,
    Value,
    closed_digest,
    digest_of,
    opened_columns,
    used_columns,
)
from partyroll.store.history import ChangeRecord
from partyroll.store.ids import Ids
from partyroll.store.ledger import Ledger
from partyroll.store.schema import blank, change

_BATCH = 5_000  # rows handed to the driver at once


@dataclass(slots=True)
class Change:
    """A change being written; `finish` seals it.  One change, one transaction."""

    ledger: Ledger
    number: int
    kind: str
    actor: str
    at: datetime
    note: str = ""
    undoes: int | None = None
    ids: Ids = field(default_factory=Ids)
    opened: int = 0
    closed: int = 0
    rows: dict[str, list[Opened]] = field(default_factory=dict)  # as opened, by table

    @property
    def empty(self) -> bool:
        """Whether nothing was opened or closed."""
        return not (self.opened or self.closed)

    def open(self, table: Table, rows: Iterable[Mapping[str, Value]]) -> None:
        """Add fact rows; the columns of every change are filled in here."""
        common: dict[str, Value] = {
            "ledger_id": self.ledger.ledger_id,
            "change_in": self.number,
        }
        said_in = {"said_in": self.number} if "change_out" in table.c else {}
        nothing = {c.name: blank(c) for c in table.c} | said_in
        new = self.ids.new if "row_id" in table.c else None
        columns = opened_columns(table)
        in_order = itemgetter(*columns)
        batch = self.rows.setdefault(table.name, [])
        before = first = len(batch)
        for row in rows:
            full = {**nothing, **row, **common}
            if len(full) != len(nothing):
                raise KeyError(*(full.keys() - nothing.keys()))
            if new is not None:
                full["row_id"] = new()
            batch.append(in_order(full))
            if len(batch) - first == _BATCH:
                _insert_fast(self.ledger, table, batch[first:])
                first = len(batch)
        if batch[first:]:
            _insert_fast(self.ledger, table, batch[first:])
        self.opened += len(batch) - before

    def close(self, table: Table, row_ids: Iterable[str]) -> None:
        """End fact rows: they stay readable as known before this change."""
        rows = [{"closing": row_id} for row_id in row_ids]
        if not rows:
            return
        statement = (
            update(table)
            .where(
                table.c.ledger_id == self.ledger.ledger_id,
                table.c.row_id == bindparam("closing"),
                table.c.change_out.is_(None),
            )
            .values(change_out=self.number)
        )
        self.ledger.db.execute(statement, rows)
        self.closed += len(rows)

    def finish(self) -> ChangeRecord:
        """Seal the change with its digests and its link of the chain."""
        facts: dict[str, Value] = {
            "ledger_id": self.ledger.ledger_id,
            "number": self.number,
            "kind": self.kind,
            "actor": self.actor,
            "at": self.at.isoformat(timespec="seconds"),
            "tool_version": __version__,
            "note": self.note,
            "undoes": self.undoes,
            "opened_digest": digest_of(self.rows),
            "digest_form": DIGEST_FORM,
            "closed_digest": closed_digest(self.ledger, self.number),
            "prev_hash": head(self.ledger),
        }
        sealed = link(facts)
        self.ledger.db.execute(insert(change).values(**facts, hash=sealed))
        return ChangeRecord(
            self.number,
            self.kind,
            self.actor,
            str(facts["at"]),
            __version__,
            self.note,
            self.undoes,
            sealed,
        )


def begin_change(
    ledger: Ledger, kind: str, *, actor: str, at: datetime, undoes: int | None = None
) -> Change:
    """Start the next change of the ledger; the caller holds the write transaction."""
    last = ledger.db.execute(
        select(func.max(change.c.number)).where(change.c.ledger_id == ledger.ledger_id)
    ).scalar()
    return Change(ledger, (last or 0) + 1, kind, actor, at, undoes=undoes)


def _insert_fast(ledger: Ledger, table: Table, batch: list[Opened]) -> None:
    """Insert with the driver's own executemany, and only the columns that say something."""
    columns, used = opened_columns(table), used_columns(table, batch)
    names = ", ".join(f'"{columns[place]}"' for place in used)
    marks = ", ".join("?" for _ in used)
    ledger.db.exec_driver_sql(
        f"INSERT INTO {table.name} ({names}) VALUES ({marks})",  # noqa: S608 (schema names)
        [*map(itemgetter(*used), batch)],
    )
