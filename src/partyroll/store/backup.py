"""Backups: made by SQLite's own backup, verified by reopening, kept beside the ledger."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

from partyroll.errors import PartyrollError
from partyroll.store.chain import HEAD_LETTERS, broken_links
from partyroll.store.files import (
    PASSING,
    abandoned,
    companions,
    discard,
    link,
    make_private,
    publish,
    sync_folder,
)
from partyroll.store.ledger import BUSY_MILLISECONDS, open_ledger, plain_words, version_of
from partyroll.store.refusals import (
    BackupUnusable,
    LedgerBusy,
    LedgerCorrupt,
    LedgerExists,
    LedgerNotFound,
    LedgerOlder,
    LedgerUnwritable,
    NotALedger,
)

KEPT = 10
HOURLY = timedelta(hours=1)
_STAMP = "%Y-%m-%d %H%M%S"
_NAME = re.compile(r"(\d{4}-\d{2}-\d{2} \d{6}) so (\d+) ([0-9a-f]+)(?: \(\d+\))?\.db")
_PAUSE = 0.05  # seconds between two tries at a ledger in use


@dataclass(frozen=True, slots=True)
class Backup:
    """A verified copy of the ledger as of one change."""

    path: Path
    made: datetime
    number: int
    head: str


# --- Making -------------------------------------------------------------------------------
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


def make_backup(ledger_path: Path, *, at: datetime, agree: bool = True) -> Backup:
    """Copy the ledger, check the copy, and thin out old copies.

    The newest ten and the first of every month stay.  A copy gets its name when it is whole
    and verified, without `agree` page by page only; the change it is named after is its own
    last one, since others may be writing to the ledger meanwhile.
    """
    version_of(ledger_path)
    folder = backup_folder(ledger_path)
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError:
        raise LedgerUnwritable(folder) from None
    for leftover in abandoned(folder, "", at):
        discard(leftover)
    copy = folder / f"{uuid4().hex[:8]}{PASSING}"
    try:
        copy_ledger(ledger_path, copy)
        verify(copy, agree=agree, rows=False)
        number, code = state(copy)
        target = folder / f"{at.strftime(_STAMP)} so {number} {code}.db"
        copy.replace(target)
    finally:
        discard(copy)
    sync_folder(folder)
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
    return make_backup(ledger_path, at=at.replace(tzinfo=None), agree=False)


def state(path: Path) -> tuple[int, str]:
    """Return the number of the last change and the head code as printed.

    In plain SQL, so that ledgers of older versions have a state too.
    """
    version_of(path)
    with plain_words(path), closing(sqlite3.connect(path)) as db:
        newest = db.execute(
            "SELECT number, hash FROM change ORDER BY number DESC LIMIT 1"
        ).fetchone()
    return (newest[0], newest[1][:HEAD_LETTERS]) if newest else (0, "0" * HEAD_LETTERS)


def copy_ledger(
    source: Path, target: Path, *, busy_milliseconds: int = BUSY_MILLISECONDS
) -> None:
    """Copy a ledger safely while it is in use; the copy is readable by its owner alone.

    Raises `LedgerExists` rather than write over a file.
    """
    if not source.is_file():
        raise LedgerNotFound(source)
    make_private(target)
    try:
        with (
            plain_words(target),
            closing(sqlite3.connect(source, timeout=0)) as old,
            closing(sqlite3.connect(target)) as new,
        ):
            _transfer(old, new, _patience(source, busy_milliseconds))
            new.execute("PRAGMA journal_mode = DELETE")  # one file, no -wal beside it
    except BaseException:
        discard(target)
        raise


def _transfer(
    old: sqlite3.Connection, new: sqlite3.Connection, patience: Callable[[int, int, int], None]
) -> None:
    old.backup(new, progress=patience, sleep=_PAUSE)


def _patience(path: Path, busy_milliseconds: int) -> Callable[[int, int, int], None]:
    """Return what ends a backup that waits too long: by itself it would wait for ever."""
    waits_left = busy_milliseconds / 1000 / _PAUSE

    def waited(status: int, _remaining: int, _total: int) -> None:
        nonlocal waits_left
        if status in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            waits_left -= 1
            if waits_left < 0:
                raise LedgerBusy(path)

    return waited


def verify(
    path: Path,
    *,
    number: int | None = None,
    code: str = "",
    agree: bool = True,
    rows: bool = True,
) -> None:
    """Raise `BackupUnusable` unless the copy opens whole, with its chain and its head.

    Without `agree` every page is walked, but rows are not compared with their indexes and with
    the rows they refer to; without `rows` not with what each link seals.  `check` and `restore`
    do all of it.

    The links of an older version are read after its upgrade.
    """
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as db:
            whole = _agree(db) if agree else _walked(db)
        found = state(path)
        broken = _broken(path, rows=rows)
    # SQLite quotes what it cannot read, and that need not be text.
    except (sqlite3.DatabaseError, UnicodeDecodeError, PartyrollError):
        raise BackupUnusable(path, "tệp bị hỏng hoặc không phải sổ partyroll") from None
    if not whole:
        raise BackupUnusable(path, "tệp bị hỏng")
    if broken:
        raise BackupUnusable(path, "chuỗi thay đổi không khớp")
    if number is not None and found != (number, code):
        raise BackupUnusable(path, "bản sao không trùng với sổ")


def _walked(db: sqlite3.Connection) -> bool:
    """Whether all pages hang together and every row keeps the rules of its table."""
    return bool(db.execute("PRAGMA quick_check").fetchone() == ("ok",))


def _agree(db: sqlite3.Connection) -> bool:
    """Whether the indexes say what the rows say, and every row referred to is there."""
    whole = db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    return whole and db.execute("PRAGMA foreign_key_check").fetchone() is None


def _broken(path: Path, *, rows: bool) -> list[int]:
    try:
        with open_ledger(path) as ledger:
            return broken_links(ledger, rows=rows)
    except LedgerOlder:
        return []


def _thin_out(ledger_path: Path) -> None:
    all_backups = backups(ledger_path)
    first_of_month = {f"{b.made:%Y-%m}": b.path for b in all_backups}.values()
    for old in all_backups[KEPT:]:
        if old.path not in first_of_month:
            old.path.unlink(missing_ok=True)


# --- Restoring ----------------------------------------------------------------------------
def restore(
    backup: Path,
    ledger_path: Path,
    *,
    at: datetime,
    busy_milliseconds: int = BUSY_MILLISECONDS,
) -> Path | None:
    """Put a verified backup in the ledger's place; return where the old ledger was kept.

    A sound ledger is overwritten in one transaction, so that whoever has it open sees the old
    one or the new.  A damaged one is moved aside as it is.
    """
    if not backup.is_file():
        raise BackupUnusable(backup, "không có tệp này")
    verify(backup)
    fresh = ledger_path.with_name(f"{ledger_path.name}.{uuid4().hex[:8]}{PASSING}")
    try:
        copy_ledger(backup, fresh)
        number, code = state(backup)
        verify(fresh, number=number, code=code)
        if not ledger_path.exists():
            publish(fresh, ledger_path)
            return None
        kept = _kept_name(ledger_path, at)
        if _sound(ledger_path):
            copy_ledger(ledger_path, kept, busy_milliseconds=busy_milliseconds)
            _overwrite(ledger_path, fresh, busy_milliseconds)
        else:
            _move_aside(ledger_path, kept)
            fresh.replace(ledger_path)
    finally:
        discard(fresh)
    sync_folder(ledger_path.parent)
    verify(ledger_path, number=number, code=code)
    return kept


def _kept_name(ledger_path: Path, at: datetime) -> Path:
    stem = f"{ledger_path.stem} truoc khoi phuc {at.strftime(_STAMP)}"
    kept = ledger_path.with_name(f"{stem}{ledger_path.suffix}")
    if kept.exists():
        raise LedgerExists(kept)
    return kept


def _sound(ledger_path: Path) -> bool:
    try:
        version_of(ledger_path)
        with plain_words(ledger_path), closing(sqlite3.connect(ledger_path)) as db:
            return _walked(db)
    except (LedgerCorrupt, NotALedger):
        return False


def _overwrite(ledger_path: Path, fresh: Path, busy_milliseconds: int) -> None:
    with (
        plain_words(ledger_path),
        closing(sqlite3.connect(fresh)) as new,
        closing(sqlite3.connect(ledger_path, timeout=0)) as old,
    ):
        _transfer(new, old, _patience(ledger_path, busy_milliseconds))


def _move_aside(ledger_path: Path, kept: Path) -> None:
    link(ledger_path, kept)
    for companion in companions(ledger_path):
        # An old -wal beside the new file would be played into it.
        companion.rename(kept.with_name(companion.name.replace(ledger_path.name, kept.name, 1)))
