"""What a workbook holds in one number: equal for the same content saved again."""

import hashlib
from collections.abc import Iterable

import msgpack

from partyroll.period import PartialDate
from partyroll.read.grid import Fault, Grid, Value
from partyroll.read.guard.wire import chunks, extended, packed_rows

_PUT_BACK = 9  # a tag for values that no reader gives: a month without a day, a fault


def content_digest(grids: Iterable[Grid]) -> str:
    """Return a digest of names, merged ranges and values of some sheets."""
    digest = hashlib.sha256()
    for grid in grids:
        digest.update(f"{grid.name}|{sorted(map(repr, grid.merges))}|".encode())
        digest.update((grid.digest or rows_digest(grid.rows)).encode())
    return digest.hexdigest()


def rows_digest(rows: Iterable[list[Value]]) -> str:
    """Return the digest of rows; whoever receives them packed takes it of the same bytes."""
    digest = hashlib.sha256()
    for chunk in chunks(rows):
        digest.update(packed_rows(chunk, _packed))
    return digest.hexdigest()


def _packed(value: object) -> msgpack.ExtType:
    if isinstance(value, PartialDate | Fault):
        return msgpack.ExtType(_PUT_BACK, repr(value).encode("utf-8", "surrogatepass"))
    return extended(value)
