"""What went out and is kept: lists, reports.  The changes that keep it state no fact."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, Table, func, select

from partyroll.store.ledger import Ledger
from partyroll.store.schema import change

LIST_KEPT = "list"
REPORT_KEPT = "report"

# Undo passes them by; to one who asks for it by number, it says why.
KEEPING: Mapping[str, str] = {
    LIST_KEPT: "danh sách đã lập thì giữ nguyên như lúc lập",
    REPORT_KEPT: "báo cáo đã lập thì giữ nguyên như lúc lập",
}


def last_number(ledger: Ledger, table: Table) -> int:
    """Return by which number people call the newest of a table; 0 where none went out."""
    last = ledger.db.execute(
        select(func.max(table.c.number)).where(table.c.ledger_id == ledger.ledger_id)
    ).scalar()
    return last or 0


def kept_rows(ledger: Ledger, table: Table, *wanted: ColumnElement[bool]) -> Sequence[Row[Any]]:
    """Return what is kept, the newest first, each row with `actor` and `at` of its change."""
    return ledger.db.execute(
        select(table, change.c.actor, change.c.at)
        .join(
            change,
            (change.c.ledger_id == table.c.ledger_id) & (change.c.number == table.c.change_in),
        )
        .where(table.c.ledger_id == ledger.ledger_id, *wanted)
        .order_by(table.c.number.desc())
    ).all()
