"""What was answered on a list before, and which files said so."""

from collections import defaultdict

from sqlalchemy import select

from partyroll.store.ledger import Ledger
from partyroll.store.reading import live
from partyroll.store.schema import change, review_answer, source

AnswerKey = tuple[str, str]  # the person, the field


def former_answers(ledger: Ledger, list_id: str) -> dict[AnswerKey, set[str]]:
    """Return the answers that a later import replaced; what was taken back is none of them."""
    closing = (change.c.ledger_id == review_answer.c.ledger_id) & (
        change.c.number == review_answer.c.change_out
    )
    rows = ledger.db.execute(
        select(review_answer.c.person_id, review_answer.c.field, review_answer.c.text)
        .join(change, closing)
        .where(
            review_answer.c.ledger_id == ledger.ledger_id,
            review_answer.c.list_id == list_id,
            change.c.kind != "undo",
        )
    )
    found: dict[AnswerKey, set[str]] = defaultdict(set)
    for person_id, field, text in rows:
        found[person_id, field].add(text)
    return found


def answering_files(ledger: Ledger, list_id: str) -> dict[str, str]:
    """Return the name of each file whose answers to a list stand, by source."""
    rows = ledger.db.execute(
        select(source.c.source_id, source.c.file_name)
        .join(
            review_answer,
            (review_answer.c.ledger_id == source.c.ledger_id)
            & (review_answer.c.source_id == source.c.source_id),
        )
        .where(live(ledger, review_answer), review_answer.c.list_id == list_id)
        .distinct()
    )
    return {row.source_id: row.file_name for row in rows}
