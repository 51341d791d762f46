"""What was answered on a list before, and which files said so."""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import exists, select

from partyroll.model import Source
from partyroll.store.ledger import Ledger
from partyroll.store.reading import live
from partyroll.store.schema import (
    change,
    review_answer,
    review_list,
    review_step,
    set_aside,
    source,
)

# Answers that are not in force are rows that stayed out, for one of these reasons; beside their
# texts, whose keys are letters of columns, stands whose they are.
LEFT_AS = "="
LEFT_CODES = (
    "answer_row_unknown",
    "answer_name_differs",
    "answer_twice",
    "answer_conflict",
    "answer_not_understood",
    "answer_day_unclear",
    "answer_without_decider",
    "answer_column_unknown",
    "answer_beside",
    "answer_ditto",
    "answer_in_comment",
    "answer_by_colour",
    "answer_line_below",
)

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


@dataclass(frozen=True, slots=True)
class AnswerLeftOut:
    """Answers on one row of a list that are not in force: whose, why, in which words."""

    code: str
    full_name: str
    list_number: int
    texts: tuple[str, ...]
    source: Source


def answers_left_out(ledger: Ledger) -> Iterator[AnswerLeftOut]:
    """Yield what no newer copy of its list has answered and no later step has settled."""
    query = (
        select(set_aside, source.c.file_name)
        .join(
            source,
            (source.c.ledger_id == set_aside.c.ledger_id)
            & (source.c.source_id == set_aside.c.source_id),
        )
        .where(live(ledger, set_aside), set_aside.c.code.in_(LEFT_CODES))
        .order_by(source.c.file_name, set_aside.c.sheet, set_aside.c.row, set_aside.c.code)
    )
    for row in ledger.db.execute(query).mappings():
        texts: dict[str, str] = json.loads(row["texts"])
        about = json.loads(row["texts"])[LEFT_AS]
        del texts[LEFT_AS]
        if _stepped_since(ledger, about["list"], about["person"], row["change_in"]):
            continue
        cell = f"{next(iter(texts), 'A')}{row['row']}"
        yield AnswerLeftOut(
            row["code"],
            about["name"],
            _number_of(ledger, about["list"]),
            tuple(texts.values()),
            Source(row["file_name"], row["sheet"], row["row"], cell),
        )


def _number_of(ledger: Ledger, list_id: str) -> int:
    query = select(review_list.c.number).where(
        review_list.c.ledger_id == ledger.ledger_id, review_list.c.list_id == list_id
    )
    return int(ledger.db.execute(query).scalar_one())


def _stepped_since(ledger: Ledger, list_id: str, person_id: str, number: int) -> bool:
    """Whether somebody wrote down a step of the same case after change `number`."""
    kept = review_list.c
    same_year = exists().where(
        kept.ledger_id == ledger.ledger_id,
        kept.list_id == list_id,
        kept.year == review_step.c.year,
    )
    query = select(review_step.c.row_id).where(
        live(ledger, review_step),
        review_step.c.person_id == person_id,
        review_step.c.change_in > number,
        review_step.c.outcome.is_not(None),
        same_year,
    )
    return ledger.db.execute(query.limit(1)).first() is not None
