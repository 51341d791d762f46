"""What the three-month rule looks at: people's cases, with the cell of each letter."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from sqlalchemy import select

from partyroll.model import (
    BookKind,
    BookLine,
    Case,
    EventKind,
    Excuse,
    Ground,
    Payment,
    Person,
    Source,
)
from partyroll.period import Month, PartialDate
from partyroll.store import schema
from partyroll.store.fullness import Book, books
from partyroll.store.ledger import Ledger
from partyroll.store.letters import OpenRow
from partyroll.store.people import StoredRow, by_person, chunks, file_names, people, source_of
from partyroll.store.reading import live, partial
from partyroll.store.turns import exits_by_person

_RETURNS = frozenset({EventKind.READMITTED, EventKind.RESTORED})


def cases(
    ledger: Ledger,
    person_ids: Iterable[str],
    years: Iterable[int],
    kept: Mapping[str, Book] | None = None,
) -> Iterator[tuple[Person, Case]]:
    """Yield each person of `person_ids` with all that the rule may look at for `years`.

    `kept` are the books of those years, where the caller has them.
    """
    years_ = sorted(set(years))
    of = books(ledger, years_) if kept is None else kept
    places = Places(ledger)
    left = exits_by_person(ledger)
    for chunk in chunks(sorted(set(person_ids))):
        notes = by_person(ledger, schema.book_note, chunk)
        lines = by_person(ledger, schema.book_line, chunk, years_)
        payments = by_person(ledger, schema.payment, chunk)
        excuses = by_person(ledger, schema.excuse, chunk)
        for person in people(ledger, chunk):
            person_id = person.person_id
            own_notes = _notes(notes.get(person_id, ()))
            yield (
                person,
                Case(
                    person_id=person_id,
                    full_name=person.full_name,
                    card_no=person.card_no,
                    admission_date=person.admission_date,
                    admission_decision_date=person.admission_decision_date,
                    left=left.get(person_id),
                    returned=_returned(person),
                    stays=person.stays,
                    lines=tuple(
                        places.line(row, of[row["book_id"]], own_notes)
                        for row in lines.get(person_id, ())
                        if row["book_id"] in of
                    ),
                    payments=tuple(places.payment(row) for row in payments.get(person_id, ())),
                    permissions=person.permissions,
                    excuses=tuple(_excuse(row) for row in excuses.get(person_id, ())),
                    legs=person.legs,
                    roster_note=person.note,
                ),
            )


def _returned(person: Person) -> PartialDate | None:
    """Return when someone who had left the Party was last taken back into it."""
    back = [event.on for event in person.events if event.kind in _RETURNS]
    return max((day for day in back if day), key=lambda day: day.first, default=None)


@lru_cache(maxsize=4096)  # most rows of a book are alike
def _amounts(stored: str) -> tuple[int | None, ...]:
    return tuple(int(amount) if amount else None for amount in stored.split(","))


def _notes(rows: Iterable[StoredRow]) -> dict[str, dict[int, str]]:
    found: dict[str, dict[int, str]] = defaultdict(dict)
    for row in rows:
        found[row["book_id"]][row["position"]] = row["text"]
    return found


class Places:
    """Turns a stored row into values with the cell each letter stood in."""

    def __init__(self, ledger: Ledger) -> None:
        self._files = file_names(ledger)
        self._maps: dict[tuple[str, str], list[tuple[int, int, str]]] = defaultdict(list)
        table = schema.source_sheet
        for row in ledger.db.execute(select(table).where(live(ledger, table))).mappings():
            part = (row["first_row"], row["last_row"], row["columns"])
            self._maps[row["source_id"], row["sheet"]].append(part)

    def line(self, row: StoredRow, book: Book, notes: dict[str, dict[int, str]]) -> BookLine:
        """Return a row of a book, with the cells of its letters and the notes in them."""
        return BookLine(
            book_id=book.book_id,
            kind=book.kind,
            unit_id=row["unit_id"],
            year=book.year,
            letters=row["letters"],
            months=book.months,
            notes=notes.get(book.book_id, {}),
            columns=self._positions(row, book),
            remark=row["remark"] or "",
            since=partial(row["since"]),
            until=partial(row["until"]),
            unallocated=bool(row["unallocated"]),
            book_date=book.book_date,
            source=source_of(row, self._files),
            cells=_own_cells(row["cells"]),
            amounts=_amounts(row["amounts"]),
            rate=row["rate"],
        )

    def payment(self, row: StoredRow) -> Payment:
        """Return a payment with the cell in which it stands."""
        sheet, _, cell = (row["cell"] or "").rpartition("!")
        source = source_of(row, self._files, cell)
        return Payment(
            Month.parse(row["month"]),
            partial(row["paid_on"]),
            row["amount"],
            row["span"],
            bool(row["own"]),
            row["book_id"],
            replace(source, sheet=sheet, row=None) if sheet else source,
        )

    def cell_of(self, row: StoredRow, kind: BookKind, month: Month) -> str:
        """Return the cell of a month on a row of a book; empty where no one column says it."""
        columns: dict[str, list[str]] = json.loads(
            self._meanings(row["source_id"], row["sheet"], row["row"])
        )
        wanted = f"{kind.value}:{month}"
        found = [column for column, meanings in columns.items() if wanted in meanings]
        return f"{found[0]}{row['row']}" if len(found) == 1 else ""

    def columns(self, row: OpenRow, kind: BookKind) -> dict[int, str]:
        """Return the sheet column of each position of a row; empty = no map tells it."""
        return _columns(self._meanings(row.source_id, row.sheet, row.row), kind)

    def cell(self, row: OpenRow, column: str) -> Source:
        """Return the cell of a row in a column; without a column the row itself."""
        cell = f"{column}{row.row}" if column and row.row else ""
        return Source(self._files.get(row.source_id or "", ""), row.sheet or "", row.row, cell)

    def spoken(self, row: OpenRow, kind: BookKind) -> tuple[int, ...]:
        """Return the positions of a row that its sheet speaks of; empty = all."""
        if row.cells:
            return tuple(int(position) for position in json.loads(row.cells))
        return tuple(self.columns(row, kind))

    def _positions(self, row: StoredRow, book: Book) -> dict[int, str]:
        return _columns(self._meanings(row["source_id"], row["sheet"], row["row"]), book.kind)

    def _meanings(self, source_id: str | None, sheet: str | None, row: int | None) -> str:
        columns = "{}"
        for first, last, found in self._maps[source_id or "", sheet or ""]:
            if first <= (row or 0) <= last:
                columns = found
        return columns


def _own_cells(stored: str | None) -> dict[int, str]:
    return {int(p): c for p, c in json.loads(stored).items()} if stored else {}


@lru_cache(maxsize=1024)  # a sheet has many rows
def _columns(stored: str, kind: BookKind) -> dict[int, str]:
    """Return the sheet column of each position, from what a sheet's columns mean."""
    columns: dict[str, list[str]] = json.loads(stored)
    stated = [
        (column, int(meaning.rsplit("-", 1)[1]))
        for column, meanings in columns.items()
        for meaning in meanings
        if meaning.startswith(f"{kind.value}:")
    ]
    if kind is BookKind.MEETINGS:
        return {position: column for position, (column, _) in enumerate(stated)}
    return {number - 1: column for column, number in stated}


def _excuse(row: StoredRow) -> Excuse:
    start, end = PartialDate.parse(row["valid_from"]), PartialDate.parse(row["valid_to"])
    return Excuse(
        Ground(row["ground"]),
        start.first,
        end.last,
        bool(row["accepted"]),
        row["kind"],
        row["accepted_by"] or "",
        row["paper"] or "",
        bool(row["pending"]),
        row["reason_text"] or "",
        partial(row["judged_on"]),
        row["excuse_id"],
    )
