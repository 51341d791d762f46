"""Term reports that went out, kept as they were printed; nothing ever closes them."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement

from partyroll.period import Term
from partyroll.store.changes import Change
from partyroll.store.ids import Ids
from partyroll.store.ledger import Ledger
from partyroll.store.outgoing import kept_rows, last_number
from partyroll.store.schema import report_run


@dataclass(frozen=True, slots=True)
class KeptRun:
    """A report as it went out; `asked` and `result` are JSON.

    `known_at` is the last change it knew of, `head` the link of the chain it stood on.
    """

    report_id: str
    number: int
    asked: str
    known_at: int
    head: str
    result: str
    change: int
    made_by: str
    made_at: str


def keep_run(
    writing: Change, *, term: Term, asked: str, known_at: int, head: str, result: str
) -> tuple[str, int]:
    """Write a report as part of a change; return its id and its number."""
    report_id = Ids().new()
    number = last_number(writing.ledger, report_run) + 1
    writing.open(
        report_run,
        [
            {
                "report_id": report_id,
                "number": number,
                "starts_on": term.start.isoformat(),
                "ends_on": term.end.isoformat(),
                "asked": asked,
                "known_at": known_at,
                "head": head,
                "result": result,
            }
        ],
    )
    return report_id, number


def kept_run(ledger: Ledger, number: int) -> KeptRun | None:
    """Return the report with a number; None where there is none."""
    found = _runs(ledger, report_run.c.number == number)
    return found[0] if found else None


def last_run(ledger: Ledger) -> KeptRun | None:
    """Return the newest report; None where none went out."""
    return kept_run(ledger, last_number(ledger, report_run))


def kept_runs(ledger: Ledger) -> tuple[KeptRun, ...]:
    """Return every report, the newest first."""
    return _runs(ledger)


def _runs(ledger: Ledger, *wanted: ColumnElement[bool]) -> tuple[KeptRun, ...]:
    return tuple(
        KeptRun(
            report_id=row.report_id,
            number=row.number,
            asked=row.asked,
            known_at=row.known_at,
            head=row.head,
            result=row.result,
            change=row.change_in,
            made_by=row.actor,
            made_at=row.at,
        )
        for row in kept_rows(ledger, report_run, *wanted)
    )
