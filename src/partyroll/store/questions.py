"""Rows that stayed out with a question, under numbers that never change."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select

from partyroll.store.ledger import Ledger
from partyroll.store.list_answers import LEFT_CODES
from partyroll.store.reading import live
from partyroll.store.schema import set_aside, source

_WITH_QUESTION = '%"?": {%'


@dataclass(frozen=True, slots=True)
class AsideRow:
    """A row that waits for an answer: its number, its place, what is kept of it."""

    number: int
    file: str
    source_id: str
    sheet: str
    row: int
    code: str
    texts: str


def rows_with_questions(ledger: Ledger) -> Iterator[AsideRow]:
    """Yield every row that waits for an answer, the oldest first.

    Answered questions keep their numbers: what was number 3 on last week's screen is
    number 3 or gone, never another question.
    """
    query = (
        select(set_aside, source.c.file_name)
        .join(
            source,
            (source.c.ledger_id == set_aside.c.ledger_id)
            & (source.c.source_id == set_aside.c.source_id),
        )
        .where(
            set_aside.c.ledger_id == ledger.ledger_id, set_aside.c.texts.like(_WITH_QUESTION)
        )
        .order_by(set_aside.c.change_in, set_aside.c.row_id)
    )
    for number, row in enumerate(ledger.db.execute(query).mappings(), start=1):
        if row["change_out"] is None:
            yield AsideRow(
                number,
                row["file_name"],
                row["source_id"],
                row["sheet"],
                row["row"],
                row["code"],
                row["texts"],
            )


@dataclass(frozen=True, slots=True, order=True)
class RowLeftOut:
    """A row that stayed out for an error, and has not come back corrected."""

    file: str
    sheet: str
    code: str
    row: int


def rows_left_out(ledger: Ledger) -> list[RowLeftOut]:
    """Return every row that is still out and asks nothing, by its place."""
    rows = ledger.db.execute(
        select(source.c.file_name, set_aside.c.sheet, set_aside.c.code, set_aside.c.row)
        .join(
            source,
            (source.c.ledger_id == set_aside.c.ledger_id)
            & (source.c.source_id == set_aside.c.source_id),
        )
        .where(
            live(ledger, set_aside),
            ~set_aside.c.texts.like(_WITH_QUESTION),
            set_aside.c.code.not_in(LEFT_CODES),
        )
    )
    return sorted(RowLeftOut(*row) for row in rows)
