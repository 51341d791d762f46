"""Names of sheets that Excel accepts."""

import re
from collections.abc import Sequence

from partyroll.write.plain import plain

_LONGEST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\n\t]")


def sheet_names(wanted: Sequence[str]) -> list[str]:
    """Return `wanted` without forbidden signs, cut to length, and no two alike."""
    names: list[str] = []
    taken = {"history"}  # Excel keeps this one for itself
    for name in wanted:
        free = _free(_allowed(name), taken)
        taken.add(free.casefold())
        names.append(free)
    return names


def _allowed(name: str) -> str:
    signs = _FORBIDDEN.sub("-", plain(name))
    return _cut(signs, _LONGEST).strip("' ") or "Trang"


def _free(name: str, taken: set[str]) -> str:
    free, number = name, 1
    while free.casefold() in taken:
        number += 1
        tail = f" ({number})"
        free = _cut(name, _LONGEST - len(tail)) + tail
    return free


def _cut(text: str, length: int) -> str:
    """Return the start of `text`; Excel counts in UTF-16, where some signs take two."""
    return text.encode("utf-16-le")[: length * 2].decode("utf-16-le", errors="ignore")
