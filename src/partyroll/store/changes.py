"""One change: rows opened and closed together, numbered, chained by hash.

The number is given out inside the transaction; it orders history, the clock does not.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from typing import TypeVar

from sqlalchemy import Table, bindparam, func, insert, select, update

from partyroll import __version__
from partyroll.store.chain import head, link
from partyroll.store.digests import (
    DIGEST_FORM,
    Opened,
    Value,
    any_said,
    closed_digest,
    digest_of,
)
from partyroll.store.facts import Filled, form_of
from partyroll.store.history import ChangeRecord
from partyroll.store.ids import Ids
from partyroll.store.ledger import Ledger
from partyroll.store.schema import blank, change

_BATCH = 5_000  # rows handed to the driver at once

Row = TypeVar("Row")


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
    rows: dict[str, list[Opened]] = field(default_factory=dict)  # batches, by table

    @property
    def empty(self) -> bool:
        """Whether nothing was opened or closed."""
        return not (self.opened or self.closed)

    def open(self, table: Table, rows: Iterable[Mapping[str, Value]]) -> None:
        """Add fact rows; the columns of every change are filled in here."""
        for batch in _batches(rows):
            opened = self._filled(table, batch)
            _insert(self.ledger, table, opened)
            self.rows.setdefault(table.name, []).append(opened)
            self.opened += len(batch)

    def _filled(self, table: Table, batch: Sequence[Mapping[str, Value]]) -> Opened:
        """Return rows with the columns of every change, and without columns that say nothing.

        Column by column: a large change states millions of values.
        """
        nothing = {c.name: blank(c) for c in table.c}
        columns = _columns(batch, nothing)
        if not columns.keys() <= nothing.keys():
            raise KeyError(*(columns.keys() - nothing.keys()))
        columns["ledger_id"] = [self.ledger.ledger_id] * len(batch)
        columns["change_in"] = [self.number] * len(batch)
        if "row_id" in nothing:
            columns["row_id"] = self.ids.take(len(batch))
            before = columns.get("said_in", [None] * len(batch))
            columns["said_in"] = [self.number if said is None else said for said in before]
        used = sorted(n for n, values in columns.items() if any_said(values, nothing[n]))
        return Opened(tuple(used), list(zip(*(columns[name] for name in used), strict=True)))

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


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    left = iter(rows)
    while batch := list(islice(left, _BATCH)):
        yield batch


def _columns(
    rows: Sequence[Mapping[str, Value]], nothing: Mapping[str, Value]
) -> dict[str, Sequence[Value]]:
    """Return what rows state, by column."""
    form = form_of(rows)
    if form is not None:
        values = zip(*(row.said for row in rows if type(row) is Filled), strict=True)
        return dict(zip(form.columns, values, strict=True))
    stated = set[str]().union(*rows)
    return {name: [row.get(name, nothing.get(name)) for row in rows] for name in stated}


def _insert(ledger: Ledger, table: Table, opened: Opened) -> None:
    """Insert with the driver's own executemany, and only the columns that say something."""
    names = ", ".join(f'"{name}"' for name in opened.columns)
    marks = ", ".join("?" for _ in opened.columns)
    ledger.db.exec_driver_sql(
        f"INSERT INTO {table.name} ({names}) VALUES ({marks})",  # noqa: S608 (schema names)
        opened.rows,
    )
