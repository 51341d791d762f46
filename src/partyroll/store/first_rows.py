"""Very many rows for a ledger that nobody else can open yet."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def before_indexes(db: sqlite3.Connection) -> Iterator[None]:
    """Let rows in without indexes, and make these of all rows at the end of the block.

    To sort rows once costs half of finding a place in every index for each.  All of it belongs
    to the transaction around the block.
    """
    # Those without SQL are keys, and stay.
    named = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    indexes = db.execute(named).fetchall()
    for name, _ in indexes:
        db.execute(f'DROP INDEX "{name}"')
    yield
    for _, statement in indexes:
        db.execute(statement)


@contextmanager
def without_log(db: sqlite3.Connection) -> Iterator[None]:
    """Write into the file itself: a log, for those who read meanwhile, is written twice."""
    db.execute("PRAGMA journal_mode = DELETE")
    yield
    db.execute("PRAGMA journal_mode = WAL")
