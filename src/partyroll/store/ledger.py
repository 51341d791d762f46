"""Making, opening and closing the ledger file."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext, suppress
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Connection, Engine, create_engine, event, insert, select
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import NullPool

from partyroll import __version__
from partyroll.errors import PartyrollError
from partyroll.store import schema
from partyroll.store.files import PASSING, abandoned, discard, make_private, publish
from partyroll.store.first_rows import before_indexes, without_log
from partyroll.store.refusals import (
    LedgerBusy,
    LedgerCorrupt,
    LedgerNewer,
    LedgerNotFound,
    LedgerOlder,
    LedgerUnwritable,
    NotALedger,
)

BUSY_MILLISECONDS = 30_000
_STATEMENTS_KEPT = 1_500  # compiled; more than the program has
_ROWS_LOOKED_AT = 400  # of each index
_PRAGMAS = (
    "foreign_keys = ON",
    "synchronous = FULL",
    "secure_delete = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "recursive_triggers = ON",  # else INSERT OR REPLACE walks past the delete trigger
    "temp_store = MEMORY",
    "mmap_size = 0",
    "cache_size = -32768",  # 32 MiB: a large import touches every index all the time
)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The file to connect to, and how long to wait for whoever is writing to it."""

    path: Path
    seconds: float


_WANTED: ContextVar[_Wanted] = ContextVar("wanted")


@dataclass(frozen=True, slots=True)
class Ledger:
    """An open ledger: one connection, in one transaction.

    `known_at` is the last change that counts for reads; None = all of them.
    """

    path: Path
    ledger_id: str
    db: Connection
    known_at: int | None = None


# --- Making -------------------------------------------------------------------------------
def create_ledger(path: Path, *, label: str = "", at: datetime) -> None:
    """Make an empty ledger that only its owner can read; refuse to write over a file."""
    with unpublished_ledger(path, label=label, at=at) as making:
        publish(making, path)


@contextmanager
def unpublished_ledger(path: Path, *, label: str = "", at: datetime) -> Iterator[Path]:
    """Make an empty ledger under a passing name beside `path`, for `publish` to put in place.

    So nothing half made ever stands at `path`, whatever ends the process.  A ledger that was
    not published is gone at the end of the block.
    """
    for leftover in abandoned(path.parent, f"{path.name}.", at):
        discard(leftover)
    making = path.with_name(f"{path.name}.{uuid4().hex[:8]}{PASSING}")
    try:
        make_private(making)
        _fill(making, label, at)
        yield making
    except LedgerUnwritable:
        raise LedgerUnwritable(path) from None
    finally:
        discard(making)


def _fill(path: Path, label: str, at: datetime) -> None:
    try:
        path.write_bytes(_tables())
    except OSError:
        raise LedgerUnwritable(path) from None
    with (
        plain_words(path),
        _connected(path, write=True, busy_milliseconds=BUSY_MILLISECONDS) as db,
    ):
        driver(db).execute("PRAGMA journal_mode = WAL")
        with db.begin():
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


@cache
def _tables() -> bytes:
    """Return the file of a ledger in which nothing stands yet, not even its own name.

    Made in memory: on a disk each page went into the log first and then into the file.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        db.execute("BEGIN")
        for statement in (*schema.tables(), *schema.triggers()):
            db.execute(statement)
        db.execute("COMMIT")
        return db.serialize()


# --- Opening ------------------------------------------------------------------------------
@contextmanager
def open_ledger(
    path: Path,
    *,
    write: bool = False,
    dry_run: bool = False,
    first_rows: bool = False,
    known_at: int | None = None,
    busy_milliseconds: int = BUSY_MILLISECONDS,
) -> Iterator[Ledger]:
    """Open the ledger at `path` in one transaction; commit at the end, roll back on error.

    A dry run writes like any other and takes everything back at the end.  `first_rows`: very
    many rows come into an empty ledger that has no name yet.

    Raises a `PartyrollError` with its own exit code when there is no ledger, it is busy, made
    by another version, or damaged.
    """
    if not path.is_file():
        raise LedgerNotFound(path)
    file = _identity(path)
    with (
        plain_words(path),
        _connected(path, write=write, busy_milliseconds=busy_milliseconds) as db,
    ):
        _recognise(driver(db), path)
        if write:  # only now: a foreign file must not be touched
            driver(db).execute("PRAGMA journal_mode = WAL")
        with (
            without_log(driver(db)) if first_rows else nullcontext(),
            db.begin() as transaction,
        ):
            # While waiting for the lock the ledger may have been upgraded or replaced.
            _recognise(driver(db), path)
            if _identity(path) != file:
                raise LedgerBusy(path)
            with before_indexes(driver(db)) if first_rows else nullcontext():
                yield Ledger(path, _ledger_id(db, path), db, known_at)
            if dry_run:
                transaction.rollback()
        if write and not dry_run:
            _count_rows(driver(db))
        if write:
            _fold_log(driver(db))


def _count_rows(db: sqlite3.Connection) -> None:
    """Tell SQLite how many rows its indexes find: else it walks all books for every member."""
    with suppress(sqlite3.DatabaseError):
        db.execute("PRAGMA busy_timeout = 0")
        db.execute(f"PRAGMA analysis_limit = {_ROWS_LOOKED_AT}")
        db.execute("ANALYZE")


def _fold_log(db: sqlite3.Connection) -> None:
    """Fold the -wal into the file.  All is committed: while somebody reads it may stay."""
    with suppress(sqlite3.DatabaseError):
        db.execute("PRAGMA busy_timeout = 0")
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def version_of(path: Path) -> int:
    """Return the schema version of the ledger at `path`, which may be an older one.

    Raises the same refusals as `open_ledger` where there is no ledger of a known version.
    """
    if not path.is_file():
        raise LedgerNotFound(path)
    with plain_words(path), closing(sqlite3.connect(path)) as db:
        try:
            _recognise(db, path)
        except LedgerOlder as older:
            return older.found
    return schema.VERSION


def _identity(path: Path) -> tuple[int, int]:
    try:
        status = path.stat()
    except OSError:
        raise LedgerNotFound(path) from None
    return status.st_dev, status.st_ino


def _recognise(db: sqlite3.Connection, path: Path) -> None:
    (application,) = db.execute("PRAGMA application_id").fetchone()
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if application != schema.APPLICATION_ID:
        raise NotALedger(path)
    if version > schema.VERSION:
        raise LedgerNewer(path, version, schema.VERSION)
    if version < schema.VERSION:
        raise LedgerOlder(path, version, schema.VERSION)


def _ledger_id(db: Connection, path: Path) -> str:
    ids = db.execute(select(schema.ledger.c.ledger_id)).scalars().all()
    if len(ids) != 1:
        raise LedgerCorrupt(path)
    return str(ids[0])


def driver(db: Connection) -> sqlite3.Connection:
    """Return the driver's own connection: pragmas must not open a transaction."""
    connection = db.connection.driver_connection
    assert isinstance(connection, sqlite3.Connection)  # noqa: S101 (the engine made it so)
    return connection


@contextmanager
def _connected(path: Path, *, write: bool, busy_milliseconds: int) -> Iterator[Connection]:
    """Connect to the file at `path` by the engine that all files share."""
    asked = _WANTED.set(_Wanted(path, busy_milliseconds / 1000))
    try:
        connection = _engine(write=write).connect()
    finally:
        _WANTED.reset(asked)
    with connection:
        yield connection


@cache  # a command opens several files, or one several times: statements stay compiled
def _engine(*, write: bool) -> Engine:
    # Values of members never reach a message: SQLAlchemy would quote them in errors.
    engine = create_engine(
        "sqlite://",
        creator=_connect,
        poolclass=NullPool,
        hide_parameters=True,
        query_cache_size=_STATEMENTS_KEPT,
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _record: object) -> None:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        if not write:
            connection.execute("PRAGMA query_only = ON")

    @event.listens_for(engine, "begin")
    def _begin(db: Connection) -> None:
        # A plain BEGIN would fail the second writer at once, whatever the timeout.
        db.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    return engine


def _connect() -> sqlite3.Connection:
    wanted = _WANTED.get()
    return sqlite3.connect(wanted.path, isolation_level=None, timeout=wanted.seconds)


# --- Failing ------------------------------------------------------------------------------
@contextmanager
def plain_words(path: Path) -> Iterator[None]:
    """Turn the database's failures into the project's, without quoting any value."""
    try:
        yield
    except PartyrollError:
        raise
    # SQLite quotes what it cannot read, and that need not be text.
    except (DatabaseError, sqlite3.DatabaseError, UnicodeDecodeError) as error:
        raise _refusal(path, getattr(error, "orig", None) or error) from None


def _refusal(path: Path, error: BaseException) -> BaseException:
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return LedgerBusy(path)
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_CANTOPEN")):
        return LedgerUnwritable(path)
    if name.startswith("SQLITE_NOTADB"):
        return NotALedger(path)
    if (
        name.startswith("SQLITE_CORRUPT") or "UTF-8" in str(error).upper()
    ):  # bytes that are no text
        return LedgerCorrupt(path)
    return error
