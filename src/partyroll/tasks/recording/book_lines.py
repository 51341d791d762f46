"""The line of a person in a book, as the ledger keeps it."""

import json

from partyroll.read.facts import BookRow
from partyroll.store.digests import Value
from partyroll.store.draft import Place
from partyroll.store.facts import Form
from partyroll.store.reading import iso
from partyroll.tasks.recording.amounts import as_stored
from partyroll.tasks.recording.session import Work

LINE = Form(
    "book_line",
    (
        *("book_id", "person_id", "kind", "year", "unit_id", "letters", "amounts", "rate"),
        *("remark", "since", "until", "unallocated", "cells", *Place._fields),
    ),
)


_NOTHING = (None, None, None, 0, None)


def line_of(
    work: Work, row: BookRow, key: tuple[str, str], unit_id: str | None
) -> tuple[Value, ...]:
    """Return the line of a row in the order of `LINE`; the key is its book and its person."""
    table = work.table
    return (
        *(*key, table.kind.value, table.year or 0, unit_id),
        *(row.letters, as_stored(row.amounts), row.rate, *_beside(row)),
        *(work.source_id, table.sheet, row.row),
    )


def _beside(row: BookRow) -> tuple[Value, ...]:
    """Return what a row says beside its months; nearly every row says nothing."""
    if not (row.remark or row.since or row.until or row.unallocated or row.cells):
        return _NOTHING
    cells = json.dumps({str(p): c for p, c in row.cells.items()}) if row.cells else None
    window = iso(row.since), iso(row.until), int(row.unallocated)
    return (row.remark or None, *window, cells)
