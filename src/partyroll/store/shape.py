"""What a ledger file is built of: tables, keys, checks, indexes and the guarding triggers."""

import re
import sqlite3
from contextlib import closing
from functools import cache

from partyroll.store import schema

Shape = frozenset[tuple[object, ...]]

_CONSTRAINT = re.compile(r"CONSTRAINT\s+(\w+)", re.IGNORECASE)


def shape_of(db: sqlite3.Connection) -> Shape:
    """Return what the file is built of, blind to the order of its columns.

    A column added later stands last in the file and elsewhere in the declaration.
    """
    parts: set[tuple[object, ...]] = set()
    for kind, name, sql in db.execute("SELECT type, name, sql FROM sqlite_master").fetchall():
        if name.startswith("sqlite_"):
            continue
        parts.add(_table(db, name, sql) if kind == "table" else (kind, name, _words(sql)))
    return frozenset(parts)


@cache
def expected_shape() -> Shape:
    """Return what a new ledger of this version is built of."""
    with closing(sqlite3.connect(":memory:")) as db:
        for statement in (*schema.tables(), *schema.triggers()):
            db.execute(statement)
        return shape_of(db)


def _table(db: sqlite3.Connection, name: str, sql: str) -> tuple[object, ...]:
    columns = frozenset(row[1:] for row in db.execute(f'PRAGMA table_info("{name}")'))
    keys = frozenset(row[2:5] for row in db.execute(f'PRAGMA foreign_key_list("{name}")'))
    named = frozenset(_CONSTRAINT.findall(sql))
    return ("table", name, columns, keys, named, sql.rstrip().upper().endswith("STRICT"))


def _words(sql: str) -> str:
    return " ".join(sql.split())
