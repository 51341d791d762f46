"""Reading what was done about people: the lists they stood on, the steps, the answers."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, RowMapping, Table, select, true

from partyroll.model import (
    AnswerField,
    Ground,
    Judged,
    Outcome,
    ReviewAnswer,
    ReviewList,
    ReviewStep,
    State,
    StepKind,
)
from partyroll.period import Month
from partyroll.store.ledger import Ledger
from partyroll.store.people import file_names, source_of
from partyroll.store.reading import live, partial
from partyroll.store.schema import (
    change,
    review_answer,
    review_item,
    review_list,
    review_step,
)


@dataclass(frozen=True, slots=True)
class Stood:
    """Somebody's place on a list that went out."""

    person_id: str
    list_id: str
    number: int
    year: int
    as_of: date
    made_on: date
    list: ReviewList


def steps(ledger: Ledger, person_id: str = "") -> tuple[ReviewStep, ...]:
    """Return every step, or one person's, in the order in which they happened.

    One without a date comes where it was told: the day it was first written down.
    """
    files = file_names(ledger)
    rows = ledger.db.execute(
        select(review_step, change.c.at)
        .join(
            change,
            (change.c.ledger_id == review_step.c.ledger_id)
            & (change.c.number == review_step.c.said_in),
        )
        .where(live(ledger, review_step), _of(review_step, person_id))
    ).mappings()
    placed = [(_place(row), _step(row, files)) for row in rows]
    return tuple(step for _, step in sorted(placed, key=lambda one: one[0]))


def answers(ledger: Ledger, person_id: str) -> tuple[ReviewAnswer, ...]:
    """Return what cells answered about a person on lists that came back."""
    files = file_names(ledger)
    rows = ledger.db.execute(
        select(review_answer)
        .where(live(ledger, review_answer), review_answer.c.person_id == person_id)
        .order_by(review_answer.c.change_in, review_answer.c.field)
    ).mappings()
    return tuple(_answer(row, files) for row in rows)


def places_on_lists(ledger: Ledger, person_id: str = "") -> Iterator[Stood]:
    """Yield every place on a list that went out, or one person's, the oldest list first."""
    known = true() if ledger.known_at is None else review_list.c.change_in <= ledger.known_at
    rows = ledger.db.execute(
        select(review_item.c.person_id, review_item.c.list, review_list, change.c.at)
        .join(
            review_list,
            (review_list.c.ledger_id == review_item.c.ledger_id)
            & (review_list.c.list_id == review_item.c.list_id),
        )
        .join(
            change,
            (change.c.ledger_id == review_list.c.ledger_id)
            & (change.c.number == review_list.c.change_in),
        )
        .where(review_item.c.ledger_id == ledger.ledger_id, known, _of(review_item, person_id))
        .order_by(review_list.c.number, review_item.c.position)
    )
    for row in rows:
        yield Stood(
            row.person_id,
            row.list_id,
            row.number,
            row.year,
            date.fromisoformat(row.as_of),
            datetime.fromisoformat(row.at).date(),
            ReviewList(row.list),
        )


def _of(table: Table, person_id: str) -> ColumnElement[bool]:
    return table.c.person_id == person_id if person_id else true()


def _place(row: RowMapping) -> tuple[date, int, str]:
    """Return where a step comes: of an imprecise date the earliest day counts."""
    happened = partial(row["happened_on"]) or partial(row["paper_date"])
    told = datetime.fromisoformat(row["at"]).date()
    return happened.first if happened else told, row["said_in"], row["step_id"]


def _step(row: RowMapping, files: dict[str, str]) -> ReviewStep:
    return ReviewStep(
        step_id=row["step_id"],
        person_id=row["person_id"],
        year=row["year"],
        kind=StepKind(row["kind"]),
        outcome=Outcome(row["outcome"]) if row["outcome"] else None,
        happened_on=partial(row["happened_on"]),
        said_by=row["said_by"] or "",
        paper=row["paper"] or "",
        paper_date=partial(row["paper_date"]),
        note=row["note"] or "",
        list_id=row["list_id"] or "",
        judged=tuple(_judged(row["evidence"])),
        event_id=row["event_id"] or "",
        change=row["said_in"],
        source=source_of(row, files),
    )


def _judged(evidence: str | None) -> Iterable[Judged]:
    for month in json.loads(evidence or "[]"):
        yield Judged(
            Ground(month["ground"]),
            Month.parse(month["month"]),
            State(month["state"]),
            month["note"],
        )


def _answer(row: RowMapping, files: dict[str, str]) -> ReviewAnswer:
    return ReviewAnswer(
        row["list_id"],
        row["person_id"],
        AnswerField(row["field"]),
        row["text"],
        row["value"] or "",
        source_of(row, files),
    )
