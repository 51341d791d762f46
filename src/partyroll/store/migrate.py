"""Bringing an older ledger to this version: numbered steps, all or nothing.

Alembic's batch mode deletes child rows when foreign keys are on, so the steps are our own:
a verified backup first, keys off outside the transaction, and before the commit the same
facts as before, no broken key, and exactly the expected schema.
"""

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path

from partyroll.store import schema
from partyroll.store.backup import make_backup
from partyroll.store.refusals import LedgerCorrupt

Step = Callable[[sqlite3.Connection], None]

# STEPS[2] brings a version-1 ledger to version 2, and so on.
STEPS: Mapping[int, Step] = {}


def migrate(
    path: Path,
    *,
    at: datetime,
    steps: Mapping[int, Step] = STEPS,
    target: int = schema.VERSION,
) -> int:
    """Bring the ledger at `path` to version `target`; return the version it had.

    Raises `LedgerCorrupt`, with the ledger as it was, when a step would lose a fact.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        (version,) = db.execute("PRAGMA user_version").fetchone()
        if version >= target:
            return int(version)
        if db.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise LedgerCorrupt(path)
    make_backup(path, at=at)
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA foreign_keys = OFF")  # does nothing inside a transaction
        db.execute("BEGIN IMMEDIATE")
        try:
            _climb(db, path, range(version + 1, target + 1), steps)
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise
    return int(version)


def _climb(
    db: sqlite3.Connection, path: Path, versions: range, steps: Mapping[int, Step]
) -> None:
    before = _row_counts(db)
    for number in versions:
        steps[number](db)
        db.execute(f"PRAGMA user_version = {number}")
    after = _row_counts(db)
    lost = any(after.get(table, 0) < count for table, count in before.items())
    if lost or db.execute("PRAGMA foreign_key_check").fetchone() or _unguarded(db):
        raise LedgerCorrupt(path)


def _row_counts(db: sqlite3.Connection) -> dict[str, int]:
    names = [
        row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    ]
    return {
        name: db.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 (own names)
        for name in names
    }


def _unguarded(db: sqlite3.Connection) -> bool:
    """Whether a table lost the triggers that keep its history (a rebuild drops them)."""
    triggers = {
        row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    }
    tables = (*schema.FACTS, *schema.IDENTITIES, schema.change, schema.ledger)
    return any(
        f"{table.name}_{guard}" not in triggers
        for table in tables
        for guard in ("stays", "as_written")
    )
