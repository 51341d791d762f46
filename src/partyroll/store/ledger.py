"""Making, opening and closing the ledger file."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Connection, Engine, create_engine, event, insert, select
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import NullPool

from partyroll import __version__
from partyroll.errors import PartyrollError
from partyroll.store import schema
from partyroll.store.refusals import (
    LedgerBusy,
    LedgerCorrupt,
    LedgerExists,
    LedgerNewer,
    LedgerNotFound,
    LedgerUnwritable,
    NotALedger,
)

BUSY_MILLISECONDS = 30_000
_PRAGMAS = (
    "foreign_keys = ON",
    "synchronous = FULL",
    f"busy_timeout = {BUSY_MILLISECONDS}",
    "secure_delete = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "recursive_triggers = ON",  # else INSERT OR REPLACE walks past the delete trigger
    "temp_store = MEMORY",
    "mmap_size = 0",
)


@dataclass(frozen=True, slots=True)
class Ledger:
    """An open ledger: one connection, in one transaction.

    `known_at` is the last change that counts for reads; None = all of them.
    """

    path: Path
    ledger_id: str
    db: Connection
    known_at: int | None = None


def create_ledger(path: Path, *, label: str = "", at: datetime) -> None:
    """Make an empty ledger that only its owner can read; refuse to write over a file."""
    try:
        # Made before SQLite opens it: the -wal and -shm files inherit the mode.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        raise LedgerExists(path) from None
    except OSError:
        raise LedgerUnwritable(path) from None
    try:
        _fill(path, label, at)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _fill(path: Path, label: str, at: datetime) -> None:
    engine = _engine(path, write=True)
    with _plain_words(path), engine.connect() as db, db.begin():
        schema.metadata.create_all(db)
        for statement in schema.triggers():
            db.exec_driver_sql(statement)
        db.execute(
            insert(schema.ledger).values(
                ledger_id=uuid4().hex[:12],
                label=label,
                created_at=at.isoformat(timespec="seconds"),
                tool_version=__version__,
            )
        )
        db.exec_driver_sql(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        db.exec_driver_sql(f"PRAGMA user_version = {schema.VERSION}")


@contextmanager
def open_ledger(
    path: Path, *, write: bool = False, dry_run: bool = False, known_at: int | None = None
) -> Iterator[Ledger]:
    """Open the ledger at `path` in one transaction; commit at the end, roll back on error.

    A dry run writes like any other and takes everything back at the end.

    Raises a `PartyrollError` with its own exit code when there is no ledger, it is busy, made
    by a newer version, or damaged.
    """
    if not path.is_file():
        raise LedgerNotFound(path)
    engine = _engine(path, write=write)
    with _plain_words(path), engine.connect() as db:
        _recognise(db, path)
        with db.begin() as transaction:
            ledger_id = db.execute(select(schema.ledger.c.ledger_id)).scalar_one()
            yield Ledger(path, ledger_id, db, known_at)
            if dry_run:
                transaction.rollback()
        if write:
            _driver(db).execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _recognise(db: Connection, path: Path) -> None:
    (application,) = _driver(db).execute("PRAGMA application_id").fetchone()
    (version,) = _driver(db).execute("PRAGMA user_version").fetchone()
    if application != schema.APPLICATION_ID:
        raise NotALedger(path)
    if version > schema.VERSION:
        raise LedgerNewer(path, version, schema.VERSION)


def _driver(db: Connection) -> sqlite3.Connection:
    """Return the driver's own connection: pragmas must not open a transaction."""
    connection = db.connection.driver_connection
    assert isinstance(connection, sqlite3.Connection)  # noqa: S101 (the engine made it so)
    return connection


def _engine(path: Path, *, write: bool) -> Engine:
    def connect() -> sqlite3.Connection:
        return sqlite3.connect(path, isolation_level=None, timeout=BUSY_MILLISECONDS / 1000)

    # Values of members never reach a message: SQLAlchemy would quote them in errors.
    engine = create_engine(
        "sqlite://", creator=connect, poolclass=NullPool, hide_parameters=True
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _record: object) -> None:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("PRAGMA journal_mode = WAL" if write else "PRAGMA query_only = ON")

    @event.listens_for(engine, "begin")
    def _begin(db: Connection) -> None:
        # A plain BEGIN would fail the second writer at once, whatever the timeout.
        db.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    return engine


@contextmanager
def _plain_words(path: Path) -> Iterator[None]:
    """Turn the database's failures into the project's, without quoting any value."""
    try:
        yield
    except PartyrollError:
        raise
    except (DatabaseError, sqlite3.DatabaseError) as error:
        original = getattr(error, "orig", None) or error
        raise _refusal(path, getattr(original, "sqlite_errorname", "") or "", error) from None


def _refusal(path: Path, name: str, error: Exception) -> Exception:
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return LedgerBusy(path)
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_CANTOPEN")):
        return LedgerUnwritable(path)
    if name.startswith("SQLITE_CORRUPT"):
        return LedgerCorrupt(path)
    if name.startswith("SQLITE_NOTADB"):
        return NotALedger(path)
    return error
