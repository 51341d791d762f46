"""Digests of rows: what a change opened and closed, what lives now, as one number each."""

import hashlib
import json
from collections.abc import Mapping
from operator import itemgetter

from sqlalchemy import Column, Table, select

from partyroll.store.ledger import Ledger
from partyroll.store.schema import BOOKKEEPING, FACTS, IDENTITIES, blank

DIGEST_FORM = 2

Value = str | int | None
Opened = tuple[Value, ...]  # a row as it was opened, in the order of `opened_columns`

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_CHUNK = 1_000  # rows encoded at once
# Digests take the tables in an order that a new one does not disturb.
_BY_NAME = tuple(sorted((*IDENTITIES, *FACTS), key=lambda table: table.name))


def opened_columns(table: Table) -> tuple[str, ...]:
    """Return the columns of a row as a change opens it, in the order of its digest."""
    return tuple(sorted(c.name for c in table.c if c.name != "change_out"))


def used_columns(table: Table, rows: list[Opened]) -> list[int]:
    """Return the places of the columns in which some row is not blank."""
    nothing = [blank(table.c[name]) for name in opened_columns(table)]
    first = rows[0]
    return [
        place
        for place, empty in enumerate(nothing)
        # Most columns are used by every row or by none.
        if first[place] != empty or [row[place] for row in rows].count(empty) < len(rows)
    ]


def canonical(value: object) -> bytes:
    """Return the bytes that stand for `value` in every digest and hash."""
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
            used = used_columns(table, opened)
            digest.update(canonical([table.name, [columns[place] for place in used]]))
            place = columns.index(_key_of(table).name)
            ordered = sorted(opened, key=itemgetter(place))
            said = itemgetter(*used)
            for start in range(0, len(ordered), _CHUNK):
                chunk = [said(row) for row in ordered[start : start + _CHUNK]]
                digest.update(canonical(chunk))
    return digest.hexdigest()


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
            digest.update(canonical([table.name, stated]))
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
