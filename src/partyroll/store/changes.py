"""One change: rows opened and closed together, numbered, chained by hash.

The number is given out inside the transaction; it orders history, the clock does not.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from operator import itemgetter

from sqlalchemy import Column, RowMapping, Table, bindparam, func, insert, select, update

from partyroll import __version__
from partyroll.store.ids import Ids
from partyroll.store.ledger import Ledger
from partyroll.store.schema import BOOKKEEPING, FACTS, IDENTITIES, blank, change

GENESIS = "0" * 64
HEAD_LETTERS = 10  # as printed in the footer of a list

DIGEST_FORM = 2

Value = str | int | None
Opened = tuple[Value, ...]  # a row as it was opened, in the order of `opened_columns`

# Digests take the tables in an order that a new one does not disturb.
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_CHUNK = 1_000  # rows encoded at once
_BATCH = 5_000  # rows handed to the driver at once
_BY_NAME = tuple(sorted((*IDENTITIES, *FACTS), key=lambda table: table.name))


@dataclass(frozen=True, slots=True)
class ChangeRecord:
    """A finished change as the history shows it."""

    number: int
    kind: str
    actor: str
    at: str
    tool_version: str
    note: str
    undoes: int | None
    hash: str
    undone_by: int | None = None


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
    columns, used = opened_columns(table), _used(table, batch)
    names = ", ".join(f'"{columns[place]}"' for place in used)
    marks = ", ".join("?" for _ in used)
    ledger.db.exec_driver_sql(
        f"INSERT INTO {table.name} ({names}) VALUES ({marks})",  # noqa: S608 (schema names)
        [*map(itemgetter(*used), batch)],
    )


def _used(table: Table, rows: list[Opened]) -> list[int]:
    """Return the places of the columns in which some row is not blank."""
    nothing = [blank(table.c[name]) for name in opened_columns(table)]
    first = rows[0]
    return [
        place
        for place, empty in enumerate(nothing)
        # Most columns are used by every row or by none.
        if first[place] != empty or [row[place] for row in rows].count(empty) < len(rows)
    ]


# --- The chain ----------------------------------------------------------------------------
def head(ledger: Ledger) -> str:
    """Return the hash of the last change, or zeros for an empty ledger."""
    last = ledger.db.execute(
        select(change.c.hash)
        .where(change.c.ledger_id == ledger.ledger_id)
        .order_by(change.c.number.desc())
        .limit(1)
    ).scalar()
    return last or GENESIS


def link(facts: Mapping[str, Value]) -> str:
    """Return the hash that chains a change to the one before."""
    stated = {name: value for name, value in sorted(facts.items()) if value is not None}
    return hashlib.sha256(_canonical(stated)).hexdigest()


def _canonical(value: object) -> bytes:
    return _ENCODER.encode(value).encode()


def digest_of(rows: Mapping[str, list[Opened]]) -> str:
    """Return the digest of the rows that a change opened, by table.

    Columns where no row says anything are left out, so that a later schema may add columns
    and old links hold.
    """
    digest = hashlib.sha256()
    for table in _BY_NAME:
        if opened := rows.get(table.name):
            columns = opened_columns(table)
            used = _used(table, opened)
            digest.update(_canonical([table.name, [columns[place] for place in used]]))
            place = columns.index(_key_of(table).name)
            ordered = sorted(opened, key=itemgetter(place))
            said = itemgetter(*used)
            for start in range(0, len(ordered), _CHUNK):
                chunk = [said(row) for row in ordered[start : start + _CHUNK]]
                digest.update(_canonical(chunk))
    return digest.hexdigest()


def opened_columns(table: Table) -> tuple[str, ...]:
    """Return the columns of a row as a change opens it, in the order of its digest."""
    return tuple(sorted(c.name for c in table.c if c.name != "change_out"))


def _key_of(table: Table) -> Column[str]:
    return table.c.row_id if "row_id" in table.c else list(table.primary_key)[1]


def opened_digest(ledger: Ledger, number: int) -> str:
    """Return the digest of every row that change `number` opened, read again."""
    rows: dict[str, list[Opened]] = {}
    for table in _BY_NAME:
        columns = [table.c[name] for name in opened_columns(table)]
        found = ledger.db.execute(
            select(*columns).where(
                table.c.ledger_id == ledger.ledger_id, table.c.change_in == number
            )
        )
        rows[table.name] = [tuple(row) for row in found]
    return digest_of(rows)


def first_opened_digest(ledger: Ledger, number: int) -> str:
    """Return the digest as version 1 took it: a row at a time, without its blank columns."""
    digest = hashlib.sha256()
    for table in _BY_NAME:
        columns = [table.c[name] for name in opened_columns(table)]
        blanks = [(column.name, blank(column)) for column in columns]
        rows = ledger.db.execute(
            select(*columns)
            .where(table.c.ledger_id == ledger.ledger_id, table.c.change_in == number)
            .order_by(_key_of(table))
        )
        for row in rows:
            stated = {
                name: value
                for (name, nothing), value in zip(blanks, row, strict=True)
                if value != nothing
            }
            digest.update(_canonical([table.name, stated]))
    return digest.hexdigest()


def closed_digest(ledger: Ledger, number: int) -> str:
    """Return the digest of the keys of every row that change `number` closed."""
    digest = hashlib.sha256()
    for table in _BY_NAME:
        if "change_out" not in table.c:
            continue
        rows = ledger.db.execute(
            select(table.c.row_id)
            .where(table.c.ledger_id == ledger.ledger_id, table.c.change_out == number)
            .order_by(table.c.row_id)
        )
        for row in rows:
            digest.update(_canonical([table.name, *row]))
    return digest.hexdigest()


def broken_links(ledger: Ledger) -> list[int]:
    """Return the numbers of changes whose rows, digests or links do not agree."""
    broken = []
    previous = GENESIS
    expected = 1
    for record in ledger.db.execute(
        select(change).where(change.c.ledger_id == ledger.ledger_id).order_by(change.c.number)
    ).mappings():
        if record["number"] != expected or not _holds(ledger, record, previous):
            broken.append(record["number"])
        previous, expected = record["hash"], record["number"] + 1
    return broken


def _holds(ledger: Ledger, record: RowMapping, previous: str) -> bool:
    facts = {name: value for name, value in record.items() if name != "hash"}
    take = opened_digest if record["digest_form"] == DIGEST_FORM else first_opened_digest
    return bool(
        record["prev_hash"] == previous
        and record["hash"] == link(facts)
        and record["opened_digest"] == take(ledger, record["number"])
        and record["closed_digest"] == closed_digest(ledger, record["number"])
    )


# --- Reading history ----------------------------------------------------------------------
def history(ledger: Ledger) -> Iterator[ChangeRecord]:
    """Yield every change, the newest first."""
    later = change.alias("later")
    rows = ledger.db.execute(
        select(change, later.c.number.label("undone_by"))
        .outerjoin(
            later,
            (later.c.ledger_id == change.c.ledger_id) & (later.c.undoes == change.c.number),
        )
        .where(change.c.ledger_id == ledger.ledger_id)
        .order_by(change.c.number.desc())
    )
    for row in rows:
        yield ChangeRecord(
            row.number,
            row.kind,
            row.actor,
            row.at,
            row.tool_version,
            row.note,
            row.undoes,
            row.hash,
            row.undone_by,
        )


def change_known_at(ledger: Ledger, day_end: datetime) -> int:
    """Return the number of the last change made up to `day_end` (0 = none yet)."""
    last = ledger.db.execute(
        select(func.max(change.c.number)).where(
            change.c.ledger_id == ledger.ledger_id,
            change.c.at <= day_end.isoformat(timespec="seconds"),
        )
    ).scalar()
    return last or 0


def live_digest(ledger: Ledger) -> str:
    """Return a digest of all live facts, blind to when and by which change they came.

    Two ledgers that state the same have the same digest; an import and its undo restore it.
    """
    digest = hashlib.sha256()
    for table in FACTS:
        columns = [c for c in table.c if c.name not in BOOKKEEPING]
        rows = ledger.db.execute(
            select(*columns).where(
                table.c.ledger_id == ledger.ledger_id, table.c.change_out.is_(None)
            )
        )
        for line in sorted(_canonical([table.name, *row]) for row in rows):
            digest.update(line)
    return digest.hexdigest()
