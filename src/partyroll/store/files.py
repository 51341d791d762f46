"""Files that appear whole or not at all, readable by their owner alone."""

import os
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from partyroll.store.refusals import LedgerExists, LedgerUnwritable

_ABANDONED = timedelta(days=1)
PASSING = ".tam"  # ends the name of a file on its way to its own name
COMPANIONS = ("-wal", "-shm", "-journal")


def make_private(path: Path) -> None:
    """Make an empty file that only its owner can read; never over another file.

    Made before SQLite opens it: the -wal and -shm files inherit the mode.
    """
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        raise LedgerExists(path) from None
    except OSError:
        raise LedgerUnwritable(path) from None


def publish(made: Path, path: Path) -> None:
    """Give a finished ledger its name, unless something stands there already."""
    if companions(made):  # part of it is not in the file yet
        raise LedgerUnwritable(path)
    try:
        if os.name == "nt":
            made.rename(path)  # refuses an existing file there
        else:
            link(made, path)
            made.unlink()
    except FileExistsError:
        raise LedgerExists(path) from None
    sync_folder(path.parent)


def link(path: Path, name: Path) -> None:
    """Give a file a second name; on drives without such names, copy it."""
    try:
        name.hardlink_to(path)
    except FileExistsError:
        raise
    except OSError:
        make_private(name)
        shutil.copyfile(path, name)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder outlast a power cut, where the system offers that."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def companions(path: Path) -> list[Path]:
    """Return the files that SQLite keeps beside a ledger in use or left in a crash."""
    found = (path.with_name(path.name + suffix) for suffix in COMPANIONS)
    return [one for one in found if one.exists()]


def discard(path: Path) -> None:
    """Remove a passing ledger and what SQLite keeps beside it."""
    for one in (*companions(path), path):
        one.unlink(missing_ok=True)


def abandoned(folder: Path, prefix: str, at: datetime) -> Iterator[Path]:
    """Yield passing files that a crash left behind more than a day ago."""
    before = (at.replace(tzinfo=None) - _ABANDONED).timestamp()
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        passing = path.name.startswith(prefix) and path.name.endswith(PASSING)
        if passing and path.stat().st_mtime < before:
            yield path
