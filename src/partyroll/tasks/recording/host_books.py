"""What the place of a temporary stay kept: its own books for one person, and its remarks."""

import json
from collections.abc import Iterator

from partyroll.model import DuesKept, Letter, Transfer
from partyroll.read.facts import SlipRow
from partyroll.store.draft import Outcome
from partyroll.store.facts import Key
from partyroll.store.facts import Values as Stored
from partyroll.store.reading import iso
from partyroll.tasks.recording.amounts import as_stored
from partyroll.tasks.recording.session import Session, Work
from partyroll.tasks.transferring.finding import stays_of

_MONTHS = range(1, 13)


class HostBooks:
    """The books of places of stay, a book for each slip: each speaks of its own member only."""

    def __init__(self, session: Session) -> None:
        self._session, self._draft = session, session.draft

    def stays(self, one: Transfer) -> list[Key]:
        """Return the temporary stays that a transfer made, by their keys."""
        return stays_of(self._draft, one)

    def record(self, work: Work, row: SlipRow, one: Transfer, host: str) -> list[Outcome]:
        """Put what a slip says of the months and of the member."""
        slip = row.slip
        self._draft.load("book", year=[slip.year])
        for name in ("book_line", "payment"):
            self._draft.load(name, person_id=[one.person_id])
        outcomes: list[Outcome] = []
        if slip.dues:
            outcomes += self._dues(work, row, one, host)
        if slip.meetings:
            outcomes += self._meetings(work, row, one, host)
        return [*outcomes, *self._remarks(work, row, one)]

    # --- Dues -----------------------------------------------------------------------------
    def _dues(self, work: Work, row: SlipRow, one: Transfer, host: str) -> Iterator[Outcome]:
        slip, place = row.slip, work.place(row.row)
        said = {kept.month.number: kept for kept in slip.dues}
        book_id = self._book(work, row, "dues", host, list(_MONTHS))
        cells = {n - 1: row.cells[f"dues/{k.month}"] for n, k in said.items()}
        yield self._line(
            work,
            row,
            {
                "book_id": book_id,
                "person_id": one.person_id,
                "kind": "dues",
                "year": slip.year,
                "unit_id": host,
                "letters": "".join(_letter(said.get(number)) for number in _MONTHS),
                "amounts": as_stored(tuple(_amount(said.get(number)) for number in _MONTHS)),
                "cells": json.dumps({str(p): c for p, c in cells.items()}),
            },
        )
        for kept in slip.dues:
            if kept.paid_on is not None:
                values: Stored = {
                    "book_id": book_id,
                    "person_id": one.person_id,
                    "month": str(kept.month),
                    "paid_on": iso(kept.paid_on),
                    "amount": kept.amount,
                    "span": 1,
                    "own": 1,
                    "cell": row.cells[f"dues/{kept.month}"],
                }
                yield self._draft.put("payment", values, place)

    # --- Meetings -------------------------------------------------------------------------
    def _meetings(
        self, work: Work, row: SlipRow, one: Transfer, host: str
    ) -> Iterator[Outcome]:
        held = [(kept, letter) for kept in row.slip.meetings for letter in kept.letters]
        months = [kept.month.number for kept, _ in held]
        book_id = self._book(work, row, "meetings", host, months)
        cells = {str(p): row.cells[f"meetings/{k.month}"] for p, (k, _) in enumerate(held)}
        yield self._line(
            work,
            row,
            {
                "book_id": book_id,
                "person_id": one.person_id,
                "kind": "meetings",
                "year": row.slip.year,
                "unit_id": host,
                "letters": "".join(letter for _, letter in held),
                "amounts": "",
                "cells": json.dumps(cells),
            },
        )

    # --- Both -----------------------------------------------------------------------------
    def _book(self, work: Work, row: SlipRow, kind: str, host: str, months: list[int]) -> str:
        """Return the book of a slip; one that says more later is a new version of it."""
        slip = row.slip
        layout = f"slip:{slip.transfer_id}"
        same = (kind, slip.year, layout)
        known = next(
            (
                book
                for book in self._draft.rows("book").values()
                if (book["kind"], book["year"], book["layout"]) == same
            ),
            None,
        )
        book_id = str(known["book_id"]) if known else self._draft.ids.new()
        heading: Stored = {
            "book_id": book_id,
            "kind": kind,
            "unit_id": host,
            "year": slip.year,
            "layout": layout,
            "months": " ".join(map(str, months)),
            "columns": "{}",
            "book_date": str(slip.written_on),
        }
        self._draft.put("book", heading, work.place(row.row))
        return book_id

    def _line(self, work: Work, row: SlipRow, values: Stored) -> Outcome:
        for key, paid in [*self._draft.rows("payment").items()]:
            if paid["book_id"] == values["book_id"]:
                self._draft.end("payment", key)
        return self._draft.put("book_line", values, work.place(row.row))

    def _remarks(self, work: Work, row: SlipRow, one: Transfer) -> Iterator[Outcome]:
        slip = row.slip
        if slip.year is None or not slip.remarks:
            return
        self._draft.load("host_remark", person_id=[one.person_id])
        place = slip.destination or one.place
        values: Stored = {
            "person_id": one.person_id,
            "year": slip.year,
            "place": place,
            "remark": "; ".join(remark.text for remark in slip.remarks),
            "said_on": iso(slip.remarks[-1].on),
        }
        yield self._draft.put("host_remark", values, work.place(row.row))


def _letter(kept: DuesKept | None) -> str:
    return Letter.BLANK if kept is None else kept.letter


def _amount(kept: DuesKept | None) -> int | None:
    return None if kept is None else kept.amount
