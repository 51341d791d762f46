"""A ledger in a folder of its own: recording into it, taking back, and looking at it."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from partyroll.read.facts import ReadFile
from partyroll.store.chain import broken_links
from partyroll.store.digests import live_digest
from partyroll.store.ledger import create_ledger, open_ledger
from partyroll.store.undo import Undone, undo_change
from partyroll.tasks.imports import FileResult, ImportRequest
from partyroll.tasks.recording.files import record_files

DatabaseError = sqlite3.DatabaseError
NOW = datetime(2025, 6, 30, 9)  # noqa: DTZ001 (a clerk's own clock)
HOUR = timedelta(hours=1)


def empty(folder: Path, name: str = "partyroll.db") -> Path:
    """Make a ledger without facts."""
    path = folder / name
    create_ledger(path, label="thử", at=NOW)
    return path


def record(path: Path, *files: ReadFile, at: datetime = NOW) -> int | None:
    """Record workbooks in one change; return its number."""
    return record_all(path, *files, at=at)[1]


def record_all(
    path: Path, *files: ReadFile, at: datetime = NOW
) -> tuple[list[FileResult], int | None]:
    """Record workbooks in one change; return what each brought, too."""
    request = ImportRequest((), path, "thử", at, accepted=True)
    with open_ledger(path, write=True) as ledger:
        results, number, _ = record_files(ledger, request, list(files))
    return results, number


def take_back(path: Path, number: int, at: datetime = NOW) -> Undone:
    """Undo one change."""
    with open_ledger(path, write=True) as ledger:
        return undo_change(ledger, number, actor="thử", at=at)


def digest(path: Path) -> str:
    """Return the digest of what the ledger states now."""
    with open_ledger(path) as ledger:
        return live_digest(ledger)


def broken(path: Path) -> list[int]:
    """Return the links of the chain that do not hold."""
    with open_ledger(path) as ledger:
        return broken_links(ledger)


@contextmanager
def raw(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the file as any database browser would, without the ledger's own rules."""
    with closing(sqlite3.connect(path)) as db:
        yield db
        db.commit()


def ask(path: Path, question: str) -> list[tuple[Any, ...]]:
    """Return the rows a database browser would show."""
    with raw(path) as db:
        return db.execute(question).fetchall()


def on(table: str, column: str, statement: str, word: str = "") -> str:
    """Return a statement about a column of a table."""
    named = statement.replace("TABLE", table).replace("COLUMN", f'"{column}"')
    return named.replace("WORD", word)


def copy_of(path: Path) -> Path:
    """Return a copy of a ledger beside it, the same one each time."""
    return Path(shutil.copyfile(path, path.with_name("copy.db")))


def edit(path: Path, *statements: str) -> None:
    """Change the file behind the ledger's back: away with the guards, then the statements."""
    with raw(path) as db:
        guards = db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in guards:
            db.execute(f'DROP TRIGGER "{name}"')
        for statement in statements:
            db.execute(statement)


def stated(path: Path) -> list[tuple[Any, ...]]:
    """Return what the ledger says of people and their places, by name instead of by id."""
    return ask(
        path,
        """
        SELECT p.full_name, p.birth_date, p.card_no, p.admission_date, p.stated_status, p.note,
               u.name, q.kind, q.valid_from, e.kind, e.event_date, l.leg_date, a.value
        FROM person_version AS p
        LEFT JOIN assignment AS s ON s.person_id = p.person_id AND s.change_out IS NULL
        LEFT JOIN unit_version AS u ON u.unit_id = s.unit_id AND u.change_out IS NULL
        LEFT JOIN permission AS q ON q.person_id = p.person_id AND q.change_out IS NULL
        LEFT JOIN life_event AS e ON e.person_id = p.person_id AND e.change_out IS NULL
        LEFT JOIN transfer_leg AS l ON l.person_id = p.person_id AND l.change_out IS NULL
        LEFT JOIN person_attribute AS a ON a.person_id = p.person_id AND a.change_out IS NULL
        WHERE p.change_out IS NULL
        ORDER BY 1, 2, 3
        """,
    )
