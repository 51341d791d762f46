"""What `report --json` says."""

from dataclasses import replace
from typing import TYPE_CHECKING

from partyroll.cli.options import Common

if TYPE_CHECKING:
    from partyroll.model import ExitRecord
    from partyroll.report.opening import OpenedCell
    from partyroll.report.term import TermReport
    from partyroll.tasks.keeping_reports import KeptReport
    from partyroll.tasks.reporting import ReportResult


def report_envelope(
    result: "ReportResult", at: Common, kept: "KeptReport | None" = None
) -> dict[str, object]:
    """Return the JSON contract of `report` (schema 1); `kept` is what it is kept as."""
    found = result.report
    return {
        "command": "report",
        "ledger": str(at.ledger),
        "as_of": result.as_of,
        "term": {
            "from": found.term.start,
            "to": found.term.end,
            "name": found.term.label,
            "planned_to": found.term.planned_end,
            "congress": found.term.congress,
            "counted_by": "decision_date",
        },
        "structure": found.structure,
        "audience": at.recipient.audience,
        "for": at.recipient.name or None,
        "totals": {kind.value: number for kind, number in found.totals.items()},
        "tables": found.tables,
        "checks": found.checks,
        "problems": found.problems,
        "cautions": _cautions(found),
        "undated": len(found.undated),
        "unsaid": found.unsaid or None,
        "head": result.head,
        "report": kept and {"number": kept.number, "id": kept.report_id},
    }


def _cautions(report: "TermReport") -> list[dict[str, object]]:
    """Return each sort of doubt with its number, and how to see the people."""
    doubts = report.crosses.get("doubts")
    return [
        {
            "code": row.code,
            "text": row.title,
            "count": doubts.count(row.code, "count"),
            "open": f"{doubts.id}:{row.code}",
        }
        for row in (doubts.rows if doubts else ())
        if doubts
    ]


def opened_envelope(
    result: "ReportResult", opened: "OpenedCell", at: Common
) -> dict[str, object]:
    """Return the contract of `report --open`: the report, and the people behind one number."""
    return {
        **report_envelope(result, at),
        "opened": {
            "cell": opened.address,
            "table": opened.table,
            "row": {"code": opened.row.code, "title": opened.row.title},
            "column": {"code": opened.column.code, "title": opened.column.title},
            "count": len(opened.exits),
            "members": [_seen(record, at) for record in opened.exits],
        },
    }


def _seen(record: "ExitRecord", at: Common) -> dict[str, object]:
    """Return a person as the recipient may see them."""
    from partyroll.model import Audience
    from partyroll.report.masking import age_in_words, without_numbers

    if at.recipient.audience is Audience.INTERNAL:
        return _member(record)
    masked = replace(
        record,
        birth_date=None,
        card_no=None,
        reason_text=without_numbers(record.reason_text),
    )
    return {**_member(masked), "age": age_in_words(record.birth_date, record.counted_on)}


def _member(record: "ExitRecord") -> dict[str, object]:
    return {
        "person_id": record.person_id,
        "full_name": record.full_name,
        "gender": record.gender,
        "birth_date": record.birth_date,
        "card_no": record.card_no,
        "unit": record.unit_path[-1] if record.unit_path else None,
        "unit_path": record.unit_path,
        "admission_date": record.admission_date,
        "official_date": record.official_date,
        "exit": {
            "kind": None if record.kind == "LEFT_UNSTATED" else record.kind,
            "date": record.event_date or record.decision_date,
            "reasons": record.reasons,
            "reason_text": record.reason_text,
            "decision_no": record.decision_no or None,
            "decision_date": record.decision_date,
        },
        "source": {
            "file": record.source.file,
            "sheet": record.source.sheet,
            "row": record.source.row,
        },
    }
