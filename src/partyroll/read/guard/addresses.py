"""Addresses of cells as bytes of XML: C7 is row 6, column 2."""

import re
from functools import cache

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384  # XFD
_ADDRESS = re.compile(rb"([A-Za-z]{1,3})([1-9]\d{0,6})")


@cache
def column_number(letters: bytes) -> int:
    """Return the number of a column: A is 1, XFD is 16384."""
    number = 0
    for sign in letters.upper():
        number = number * 26 + sign - 64
    return number


def place_of(address: bytes) -> tuple[int, int] | None:
    """Return row and column, both from 0; None for an address that no sheet has."""
    found = _ADDRESS.fullmatch(address)
    if found is None:
        return None
    row, column = int(found[2]), column_number(found[1])
    return (row - 1, column - 1) if row <= LAST_ROW and column <= LAST_COLUMN else None


def is_row(number: bytes) -> bool:
    """Return whether a sheet has a row of this number."""
    return number.isdigit() and len(number) < 8 and 1 <= int(number) <= LAST_ROW
