"""Backups: made by SQLite's own backup, verified by reopening, kept beside the ledger."""

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from partyroll.errors import PartyrollError
from partyroll.store.changes import HEAD_LETTERS, broken_links, head, history
from partyroll.store.ledger import open_ledger
from partyroll.store.refusals import BackupUnusable, LedgerNotFound, LedgerUnwritable

KEPT = 10
HOURLY = timedelta(hours=1)
_STAMP = "%Y-%m-%d %H%M%S"
_NAME = re.compile(r"(\d{4}-\d{2}-\d{2} \d{6}) so (\d+) ([0-9a-f]+)(?: \(\d+\))?\.db")


@dataclass(frozen=True, slots=True)
class Backup:
    """A verified copy of the ledger as of one change."""

    path: Path
    made: datetime
    number: int
    head: str


def backups(ledger_path: Path) -> list[Backup]:
    """Return the backups beside the ledger, the newest first."""
    folder = backup_folder(ledger_path)
    return sorted(_backups_in(folder), key=lambda b: (b.made, b.path.name), reverse=True)


def backup_folder(ledger_path: Path) -> Path:
    """Return the folder that holds a ledger's backups."""
    return ledger_path.with_name(f"{ledger_path.stem}-sao-luu")


def _backups_in(folder: Path) -> Iterator[Backup]:
    for path in folder.glob("*.db"):
        found = _NAME.fullmatch(path.name)
        if found:
            made = datetime.strptime(found[1], _STAMP)  # noqa: DTZ007 (local clock, as named)
            yield Backup(path, made, int(found[2]), found[3])


def make_backup(ledger_path: Path, *, at: datetime) -> Backup:
    """Copy the ledger, check the copy, and thin out old copies.

    The newest ten and the first of every month stay.
    """
    number, code = state(ledger_path)
    folder = backup_folder(ledger_path)
    folder.mkdir(mode=0o700, exist_ok=True)
    target = folder / f"{at.strftime(_STAMP)} so {number} {code}.db"
    if not target.exists():
        copy_ledger(ledger_path, target)
        verify(target, number=number, code=code)
    _thin_out(ledger_path)
    return Backup(target, at.replace(microsecond=0), number, code)


def backup_if_due(
    ledger_path: Path, *, at: datetime, every: timedelta = HOURLY
) -> Backup | None:
    """Make a backup unless one is younger than `every` or nothing changed since the last."""
    newest = next(iter(backups(ledger_path)), None)
    number, code = state(ledger_path)
    if number == 0 or (newest and newest.head == code):
        return None
    if newest and timedelta() <= at.replace(tzinfo=None) - newest.made < every:
        return None
    return make_backup(ledger_path, at=at.replace(tzinfo=None))


def state(path: Path) -> tuple[int, str]:
    """Return the number of the last change and the head code as printed."""
    with open_ledger(path) as ledger:
        newest = next(history(ledger), None)
        return (newest.number if newest else 0), head(ledger)[:HEAD_LETTERS]


def copy_ledger(source: Path, target: Path) -> None:
    """Copy a ledger safely while it is in use; the copy is readable by its owner alone."""
    if not source.is_file():
        raise LedgerNotFound(source)
    try:
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
            old.backup(new)
            new.execute("PRAGMA journal_mode = DELETE")  # one file, no -wal beside it
    except (OSError, sqlite3.DatabaseError):
        target.unlink(missing_ok=True)
        raise LedgerUnwritable(target) from None


def verify(path: Path, *, number: int | None = None, code: str = "") -> None:
    """Raise `BackupUnusable` unless the copy opens whole, with its chain and its head."""
    try:
        with closing(sqlite3.connect(f"file:{path.as_posix()}?mode=ro", uri=True)) as db:
            if db.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                raise BackupUnusable(path, "tệp bị hỏng")
        found, head_code = state(path)
        with open_ledger(path) as ledger:
            broken = broken_links(ledger)
    except (sqlite3.DatabaseError, PartyrollError) as error:
        if isinstance(error, BackupUnusable):
            raise
        raise BackupUnusable(path, "tệp bị hỏng hoặc không phải sổ partyroll") from None
    if broken:
        raise BackupUnusable(path, "chuỗi thay đổi không khớp")
    if number is not None and (found, head_code) != (number, code):
        raise BackupUnusable(path, "bản sao không trùng với sổ")


def restore(backup: Path, ledger_path: Path, *, at: datetime) -> Path | None:
    """Put a verified backup in the ledger's place; return where the old ledger was kept."""
    if not backup.is_file():
        raise BackupUnusable(backup, "không có tệp này")
    verify(backup)
    fresh = ledger_path.with_name(f"{ledger_path.name}.khoi-phuc")
    fresh.unlink(missing_ok=True)
    copy_ledger(backup, fresh)
    number, code = state(backup)
    verify(fresh, number=number, code=code)
    kept = None
    if ledger_path.exists():
        kept = ledger_path.with_name(
            f"{ledger_path.stem} truoc khoi phuc {at.strftime(_STAMP)}{ledger_path.suffix}"
        )
        copy_ledger(ledger_path, kept)
    for leftover in ("-wal", "-shm"):
        ledger_path.with_name(ledger_path.name + leftover).unlink(missing_ok=True)
    fresh.replace(ledger_path)
    return kept


def _thin_out(ledger_path: Path) -> None:
    all_backups = backups(ledger_path)
    first_of_month = {f"{b.made:%Y-%m}": b.path for b in all_backups}.values()
    for old in all_backups[KEPT:]:
        if old.path not in first_of_month:
            old.path.unlink(missing_ok=True)
