"""The changes that were made: who, when, what for, and whether they were taken back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from partyroll.store.ledger import Ledger
from partyroll.store.schema import change


@dataclass(frozen=True, slots=True)
class ChangeRecord:
    """A finished change as the history shows it."""

    number: int
    kind: str
    actor: str
    at: str
    tool_version: str
    note: str
    undoes: int | None
    hash: str
    undone_by: int | None = None


def history(ledger: Ledger) -> Iterator[ChangeRecord]:
    """Yield every change, the newest first."""
    later = change.alias("later")
    rows = ledger.db.execute(
        select(change, later.c.number.label("undone_by"))
        .outerjoin(
            later,
            (later.c.ledger_id == change.c.ledger_id) & (later.c.undoes == change.c.number),
        )
        .where(change.c.ledger_id == ledger.ledger_id)
        .order_by(change.c.number.desc())
    )
    for row in rows:
        yield ChangeRecord(
            row.number,
            row.kind,
            row.actor,
            row.at,
            row.tool_version,
            row.note,
            row.undoes,
            row.hash,
            row.undone_by,
        )


def change_known_at(ledger: Ledger, day_end: datetime) -> int:
    """Return the number of the last change made up to `day_end` (0 = none yet)."""
    last = ledger.db.execute(
        select(func.max(change.c.number)).where(
            change.c.ledger_id == ledger.ledger_id,
            change.c.at <= day_end.isoformat(timespec="seconds"),
        )
    ).scalar()
    return last or 0
