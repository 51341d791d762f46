"""What `report --reports --json` says."""

from typing import TYPE_CHECKING

from partyroll.cli.options import Common

if TYPE_CHECKING:
    from partyroll.tasks.keeping_reports import KeptReport


def reports_envelope(kept: "tuple[KeptReport, ...]", at: Common) -> dict[str, object]:
    """Return the JSON contract of `report --reports` (schema 1)."""
    return {
        "command": "report",
        "ledger": str(at.ledger),
        "as_of": at.today,
        "reports": [kept_object(one) for one in kept],
    }


def kept_object(kept: "KeptReport") -> dict[str, object]:
    """Return a report that went out: what it is called, and its totals."""
    report = kept.result.report
    return {
        "number": kept.number,
        "id": kept.report_id,
        "change": kept.change,
        "known_at": kept.known_at,
        "made_by": kept.made_by,
        "made_at": kept.made_at,
        "term": {"from": report.term.start, "to": report.term.end},
        "structure": report.structure,
        "unit": kept.result.unit or None,
        "totals": {kind.value: number for kind, number in report.totals.items()},
    }
