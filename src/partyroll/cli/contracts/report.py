"""What `report --json` says."""

from typing import TYPE_CHECKING

from partyroll.cli.options import Common

if TYPE_CHECKING:
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
        "totals": {kind.value: number for kind, number in found.totals.items()},
        "tables": found.tables,
        "checks": found.checks,
        "problems": found.problems,
        "undated": len(found.undated),
        "head": result.head,
        "report": kept and {"number": kept.number, "id": kept.report_id},
    }
