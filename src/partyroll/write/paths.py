"""Names of files that are not taken yet."""

from itertools import count
from pathlib import Path


def free_path(path: Path, *, force: bool = False) -> Path:
    """Return `path`, or "name (2).xlsx" when it is taken and `force` does not allow it."""
    if force or not path.exists():
        return path

    others = (path.with_name(f"{path.stem} ({number}){path.suffix}") for number in count(2))
    return next(other for other in others if not other.exists())
