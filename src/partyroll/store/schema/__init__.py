"""The ledger's tables, version 5.

Every key starts with `ledger_id`, so that ledgers can be merged and sharded.  A *fact* row is
opened by a change (`change_in`) and at most closed by a later one (`change_out`); triggers
refuse anything else.  `said_in` is the change that first said it: a row put back by an undo
keeps it, so that taking that change back finds the row.  Entity ids (`person_id`, `unit_id`, …)
outlive the rows that describe them.  Dates are ISO text as precise as the paper: ``1990``,
``1990-02`` or ``1990-02-03``.
"""

from functools import cache

from sqlalchemy import Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from partyroll.store.schema.answers import heading_meaning, verdict
from partyroll.store.schema.books import book, book_line, book_note, payment
from partyroll.store.schema.candidates import candidate, candidate_step
from partyroll.store.schema.declaring import blank, indexes_of, metadata
from partyroll.store.schema.happenings import event_reason, life_event, transfer_leg
from partyroll.store.schema.keeping import (
    admission_target,
    award,
    discipline,
    host_remark,
    matter_answer,
    screening,
    support,
    transfer,
    unit_rating,
)
from partyroll.store.schema.past import change, ledger
from partyroll.store.schema.people import (
    PARTICULARS,
    assignment,
    missing_mark,
    person,
    person_attribute,
    person_version,
)
from partyroll.store.schema.periods import away, excuse, holiday, permission, rating
from partyroll.store.schema.reports import report_run
from partyroll.store.schema.reviews import (
    review_answer,
    review_item,
    review_list,
    review_step,
)
from partyroll.store.schema.sources import set_aside, source, source_sheet
from partyroll.store.schema.units import (
    declared,
    declared_total,
    unit,
    unit_alias,
    unit_event,
    unit_succession,
    unit_version,
)

__all__ = [
    "APPLICATION_ID",
    "BOOKKEEPING",
    "FACTS",
    "IDENTITIES",
    "PARTICULARS",
    "VERSION",
    "admission_target",
    "assignment",
    "award",
    "away",
    "blank",
    "book",
    "book_line",
    "book_note",
    "candidate",
    "candidate_step",
    "change",
    "declared",
    "declared_total",
    "discipline",
    "event_reason",
    "excuse",
    "heading_meaning",
    "holiday",
    "host_remark",
    "indexes_of",
    "ledger",
    "life_event",
    "matter_answer",
    "metadata",
    "missing_mark",
    "payment",
    "permission",
    "person",
    "person_attribute",
    "person_version",
    "rating",
    "report_run",
    "review_answer",
    "review_item",
    "review_list",
    "review_step",
    "screening",
    "set_aside",
    "source",
    "source_sheet",
    "support",
    "tables",
    "transfer",
    "transfer_leg",
    "triggers",
    "unit",
    "unit_alias",
    "unit_event",
    "unit_rating",
    "unit_succession",
    "unit_version",
    "verdict",
]

VERSION = 5
APPLICATION_ID = 0x50524C31  # "PRL1"

FACTS: tuple[Table, ...] = tuple(t for t in metadata.sorted_tables if "change_out" in t.c)
IDENTITIES: tuple[Table, ...] = (
    source,
    unit,
    person,
    review_list,
    review_item,
    report_run,
)
# What a fact row says, apart from which row it is and which changes brought and ended it.
BOOKKEEPING = frozenset({"ledger_id", "row_id", "said_in", "change_in", "change_out"})


@cache
def tables() -> tuple[str, ...]:
    """Return the statements that make the tables and their indexes."""
    made: list[CreateTable | CreateIndex] = []
    for table in metadata.sorted_tables:
        made.append(CreateTable(table))
        made += map(CreateIndex, indexes_of(table))
    dialect = sqlite.dialect()
    return tuple(str(statement.compile(dialect=dialect)) for statement in made)


@cache
def triggers() -> tuple[str, ...]:
    """Return the SQLite triggers that keep history: rows are added, never rewritten."""
    statements = []
    for table in (*FACTS, *IDENTITIES, change, ledger):
        statements.append(
            f"CREATE TRIGGER {table.name}_stays BEFORE DELETE ON {table.name}"
            " BEGIN SELECT RAISE(ABORT, 'the ledger forgets nothing'); END"
        )
        guard = "" if "change_out" not in table.c else f" WHEN NOT ({_only_closes(table)})"
        statements.append(
            f"CREATE TRIGGER {table.name}_as_written BEFORE UPDATE ON {table.name}{guard}"
            " BEGIN SELECT RAISE(ABORT, 'the ledger rewrites nothing'); END"
        )
    return tuple(statements)


def _only_closes(table: Table) -> str:
    same = [f'NEW."{c.name}" IS OLD."{c.name}"' for c in table.c if c.name != "change_out"]
    return " AND ".join(["OLD.change_out IS NULL", "NEW.change_out IS NOT NULL", *same])
