"""Digests of rows: what a change opened and closed, what lives now, as one number each."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from operator import itemgetter
from typing import NamedTuple

import msgpack
from sqlalchemy import Column, Table, select

from partyroll.store.ledger import Ledger, driver
from partyroll.store.schema import BOOKKEEPING, FACTS, IDENTITIES, blank

DIGEST_FORM = 3

Value = str | int | None

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_CHUNK = 1_000  # rows packed at once
# Digests take the tables in an order that a new one does not disturb.
BY_NAME = tuple(sorted((*IDENTITIES, *FACTS), key=lambda table: table.name))


class Opened(NamedTuple):
    """Rows of one table as a change opened them, and the names of their columns."""

    columns: tuple[str, ...]
    rows: list[tuple[Value, ...]]


def canonical(value: object) -> bytes:
    """Return the bytes that stand for `value` in hashes."""
    return _ENCODER.encode(value).encode()


def any_said(values: Sequence[Value], blank: Value) -> bool:
    """Whether some value of a column says something."""
    # Most columns are used by the first row already.
    return bool(values) and (values[0] != blank or values.count(blank) < len(values))


# --- What a change opened -----------------------------------------------------------------
def digest_of(opened: Mapping[str, Sequence[Opened]]) -> str:
    """Return the digest of the rows that a change opened, given in batches by table.

    Columns where no row says anything are left out, so that a later schema may add columns
    and old links hold.
    """
    return _digest_of((table, opened.get(table.name, ())) for table in BY_NAME)


def _digest_of(opened: Iterable[tuple[Table, Sequence[Opened]]]) -> str:
    digest = hashlib.sha256()
    packer = msgpack.Packer()
    for table, batches in opened:
        columns, rows = _together(table, batches)
        if rows:
            digest.update(packer.pack([table.name, *columns]))
            rows.sort(key=itemgetter(columns.index(key_of(table).name)))
        for start in range(0, len(rows), _CHUNK):
            digest.update(b"".join(map(packer.pack, rows[start : start + _CHUNK])))
    return digest.hexdigest()


def _together(table: Table, batches: Sequence[Opened]) -> Opened:
    """Return the rows of all batches, under the columns in which any of them says something."""
    nothing = {c.name: blank(c) for c in table.c}
    used = {name for batch in batches for name in _said(batch, nothing)}
    columns = tuple(sorted(used))
    rows = [row for batch in batches for row in _under(columns, batch, nothing)]
    return Opened(columns, rows)


def _said(batch: Opened, nothing: Mapping[str, Value]) -> Iterator[str]:
    """Yield the columns in which some row says something."""
    first = batch.rows[0] if batch.rows else ()
    for place, name in enumerate(batch.columns[: len(first)]):
        usual = nothing[name]
        if first[place] != usual or {*map(itemgetter(place), batch.rows)} != {usual}:
            yield name


def _under(
    columns: tuple[str, ...], batch: Opened, nothing: Mapping[str, Value]
) -> Iterable[tuple[Value, ...]]:
    """Return the rows of a batch under other columns; what it does not have is blank."""
    if columns == batch.columns:
        return batch.rows
    if len(columns) > 1 and set(columns) <= set(batch.columns):
        return map(itemgetter(*map(batch.columns.index, columns)), batch.rows)
    own = dict(zip(batch.columns, zip(*batch.rows, strict=True), strict=False))
    blanks = {name: repeat(nothing[name], len(batch.rows)) for name in columns}
    return zip(*(own.get(name, blanks[name]) for name in columns), strict=True)


def key_of(table: Table) -> Column[str]:
    """Return the column that is a key of the table beside the ledger's own."""
    return table.c.row_id if "row_id" in table.c else list(table.primary_key)[1]


def opened_digest(ledger: Ledger, number: int) -> str:
    """Return the digest of every row that change `number` opened, read again."""
    return _digest_of((table, [rows_opened(ledger, table, number)]) for table in BY_NAME)


def rows_opened(ledger: Ledger, table: Table, number: int) -> Opened:
    """Return the rows of a table that change `number` opened, with all their columns."""
    columns = sorted(c.name for c in table.c if c.name != "change_out")
    names = ", ".join(f'"{name}"' for name in columns)
    # The driver's own tuples: a large change has millions of values.
    found = driver(ledger.db).execute(
        f"SELECT {names} FROM {table.name} WHERE ledger_id = ? AND change_in = ?"  # noqa: S608 (schema names)
        f" ORDER BY {key_of(table).name}",
        (ledger.ledger_id, number),
    )
    return Opened(tuple(columns), found.fetchall())


# --- What it closed, what lives -----------------------------------------------------------
def closed_digest(ledger: Ledger, number: int) -> str:
    """Return the digest of the keys of every row that change `number` closed."""
    digest = hashlib.sha256()
    for table in BY_NAME:
        if "change_out" not in table.c:
            continue
        rows = driver(ledger.db).execute(
            f"SELECT row_id FROM {table.name} WHERE ledger_id = ? AND change_out = ?"  # noqa: S608 (schema names)
            " ORDER BY row_id",
            (ledger.ledger_id, number),
        )
        for row in rows:
            digest.update(canonical([table.name, *row]))
    return digest.hexdigest()


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
        for line in sorted(canonical([table.name, *row]) for row in rows):
            digest.update(line)
    return digest.hexdigest()
