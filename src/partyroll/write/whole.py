"""A file appears whole or not at all."""

import errno
import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from partyroll.write.refusals import DiskFull, FileInUse, FolderMissing, FolderNotWritable


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` at `path` in one step: a crash leaves the old file or the new one.

    Raise a refusal that tells the user what to do when the file or folder does not allow it.
    """
    temporary = _beside(path)
    try:
        _fill(temporary, content)
        temporary.replace(path)
    except PermissionError as error:
        raise FileInUse(path) from error
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise DiskFull(path) from error
        raise
    finally:
        temporary.unlink(missing_ok=True)


def _beside(path: Path) -> Path:
    """Return a new empty file in the folder of `path`: a rename never crosses disks."""
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=".partyroll-", delete=False) as file:
            return Path(file.name)
    except FileNotFoundError as error:
        raise FolderMissing(path.parent) from error
    except PermissionError as error:
        raise FolderNotWritable(path.parent) from error


def _fill(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
