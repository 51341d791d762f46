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


def line_of(
    work: Work, row: BookRow, key: tuple[str, str], unit_id: str | None
) -> tuple[Value, ...]:
    """Return the line of a row in the order of `LINE`; the key is its book and its person."""
    kind, year = work.table.kind.value, work.table.year or 0
    return (*key, kind, year, unit_id, *_said(row), *work.place(row.row))


def _said(row: BookRow) -> tuple[Value, ...]:
    """Return what a row says of its months and beside them."""
    cells = json.dumps({str(p): c for p, c in row.cells.items()}) if row.cells else None
    window = iso(row.since), iso(row.until), int(row.unallocated)
    amounts = as_stored(row.amounts)
    return (row.letters, amounts, row.rate, row.remark or None, *window, cells)
