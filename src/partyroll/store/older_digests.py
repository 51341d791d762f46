"""Digests as earlier versions took them: what was sealed then is checked as it was sealed."""

import hashlib

from partyroll.store.digests import BY_NAME, canonical, rows_opened
from partyroll.store.ledger import Ledger
from partyroll.store.schema import blank

_CHUNK = 1_000  # rows that the second form encodes as one list


def first_opened_digest(ledger: Ledger, number: int) -> str:
    """Return the first form: a row at a time, without its blank columns."""
    digest = hashlib.sha256()
    for table in BY_NAME:
        opened = rows_opened(ledger, table, number)
        blanks = [(name, blank(table.c[name])) for name in opened.columns]
        for row in opened.rows:
            stated = {
                name: value
                for (name, nothing), value in zip(blanks, row, strict=True)
                if value != nothing
            }
            digest.update(canonical([table.name, stated]))
    return digest.hexdigest()


def second_opened_digest(ledger: Ledger, number: int) -> str:
    """Return the second form: lists of rows as JSON, without columns that are always blank."""
    digest = hashlib.sha256()
    for table in BY_NAME:
        opened = rows_opened(ledger, table, number)
        if not opened.rows:
            continue
        values = dict(zip(opened.columns, zip(*opened.rows, strict=True), strict=True))
        used = [n for n in opened.columns if any(v != blank(table.c[n]) for v in values[n])]
        digest.update(canonical([table.name, used]))
        rows = list(zip(*(values[name] for name in used), strict=True))
        for start in range(0, len(rows), _CHUNK):
            digest.update(canonical(rows[start : start + _CHUNK]))
    return digest.hexdigest()
