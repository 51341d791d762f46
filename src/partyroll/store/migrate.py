"""Bringing an older ledger to this version: numbered steps, all or nothing.

Alembic's batch mode deletes child rows when foreign keys are on, so the steps are our own:
a verified backup first, keys off outside the transaction, and before the commit the same
facts as before, no broken key, and exactly the expected schema.
"""

import hashlib
import json
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from importlib import resources
from pathlib import Path

from partyroll.store import schema
from partyroll.store.backup import Backup, make_backup
from partyroll.store.ledger import BUSY_MILLISECONDS, plain_words, version_of
from partyroll.store.refusals import LedgerCorrupt
from partyroll.store.shape import Shape, expected_shape, shape_of

Step = Callable[[sqlite3.Connection], None]


def _script(name: str) -> Step:
    """Return the step that a file of SQL beside this one describes."""

    def step(db: sqlite3.Connection) -> None:
        text = resources.files(__package__).joinpath("steps", name).read_text("utf-8")
        statement = ""
        # `executescript` would end the transaction.
        for line in text.splitlines(keepends=True):
            statement += line
            if sqlite3.complete_statement(statement):
                db.execute(statement)
                statement = ""

    return step


# STEPS[2] brings a version-1 ledger to version 2, and so on.  A step only adds columns that may
# be empty, and tables; indexes come and go.  What older links were made of stays as it is.
STEPS: Mapping[int, Step] = {n: _script(f"to_{n}.sql") for n in range(2, schema.VERSION + 1)}


@dataclass(frozen=True, slots=True)
class Table:
    """What one table says: its columns and a digest of all rows."""

    columns: tuple[str, ...]
    digest: str


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What was done to an older ledger before it was used."""

    found: int
    reached: int
    backup: Backup


def upgrade(
    path: Path,
    *,
    at: datetime,
    steps: Mapping[int, Step] | None = None,
    target: int | None = None,
    expected: Shape | None = None,
) -> Upgrade | None:
    """Bring the ledger at `path` to version `target`, else this one; None when it is there.

    Raises `LedgerCorrupt`, with the ledger as it was, when a step would lose or alter a fact
    or a guard; and the refusals of `open_ledger` where there is no ledger to upgrade.
    """
    goal = schema.VERSION if target is None else target
    if version_of(path) >= goal:
        return None
    with plain_words(path), closing(sqlite3.connect(path)) as db:
        if db.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise LedgerCorrupt(path)
    backup = make_backup(path, at=at)
    with plain_words(path), closing(_connect(path)) as db:
        db.execute("PRAGMA foreign_keys = OFF")  # does nothing inside a transaction
        db.execute("BEGIN IMMEDIATE")
        try:
            version = _version(db)  # another window may have been quicker
            before = _facts(db)
            _climb(db, range(version + 1, goal + 1), STEPS if steps is None else steps)
            _compare(db, path, before, expected or expected_shape())
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return Upgrade(version, goal, backup) if version < goal else None


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None, timeout=BUSY_MILLISECONDS / 1000)


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _climb(db: sqlite3.Connection, versions: range, steps: Mapping[int, Step]) -> None:
    for number in versions:
        steps[number](db)
        db.execute(f"PRAGMA user_version = {number}")


def _compare(
    db: sqlite3.Connection, path: Path, before: Mapping[str, Table], expected: Shape
) -> None:
    """Raise `LedgerCorrupt` unless every fact, key and guard is there after the steps."""
    columns = {name: table.columns for name, table in before.items()}
    if (
        _facts(db, columns) != before
        or db.execute("PRAGMA foreign_key_check").fetchone()
        or shape_of(db) != expected
    ):
        raise LedgerCorrupt(path)


def _facts(
    db: sqlite3.Connection, columns: Mapping[str, tuple[str, ...]] | None = None
) -> dict[str, Table]:
    """Return what every table says, as far as `columns` go; a lost table is left out."""
    present = _columns(db)
    return {
        name: Table(listed, _digest(db, name, listed))
        for name, listed in (columns or present).items()
        if set(listed) <= set(present.get(name, ()))
    }


def _columns(db: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    tables = db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return {
        name: tuple(row[1] for row in db.execute(f'PRAGMA table_info("{name}")'))
        for (name,) in tables
        if not name.startswith("sqlite_")
    }


def _digest(db: sqlite3.Connection, table: str, names: tuple[str, ...]) -> str:
    digest = hashlib.sha256()
    listed = ", ".join(f'"{name}"' for name in names)
    # Every key is the first column or two.
    rows = db.execute(f'SELECT {listed} FROM "{table}" ORDER BY 1, 2')  # noqa: S608 (own names)
    for row in rows:
        digest.update(json.dumps(row, ensure_ascii=False).encode())
    return digest.hexdigest()
