"""What `report --reports --json` and `report --explain --json` say."""

from typing import TYPE_CHECKING

from partyroll.cli.contracts.flag_lists import change_object
from partyroll.cli.options import Common

if TYPE_CHECKING:
    from partyroll.model import ExitRecord
    from partyroll.tasks.keeping_reports import ReportSummary
    from partyroll.tasks.report_differences import NumberMoved, PersonMoved, ReportDifference


def reports_envelope(kept: "tuple[ReportSummary, ...]", at: Common) -> dict[str, object]:
    """Return the JSON contract of `report --reports` (schema 1)."""
    return {
        "command": "report",
        "ledger": str(at.ledger),
        "as_of": at.today,
        "reports": [kept_object(one) for one in kept],
    }


def kept_object(kept: "ReportSummary") -> dict[str, object]:
    """Return a report that went out: what it is called, and its totals."""
    return {
        "number": kept.number,
        "id": kept.report_id,
        "change": kept.change,
        "known_at": kept.known_at,
        "made_by": kept.made_by,
        "made_at": kept.made_at,
        "term": {"from": kept.term.start, "to": kept.term.end},
        "structure": kept.structure,
        "unit": kept.unit or None,
        "totals": {kind.value: number for kind, number in kept.totals.items()},
    }


def difference_envelope(found: "ReportDifference", at: Common) -> dict[str, object]:
    """Return the JSON contract of `report --explain` (schema 1)."""
    return {
        "command": "report",
        "ledger": str(at.ledger),
        "as_of": found.after.result.as_of,
        "reports": [kept_object(found.before.summary), kept_object(found.after.summary)],
        "asked": [
            {"name": name, "before": then, "after": now} for name, then, now in found.asked
        ],
        "numbers": [_number(one) for one in found.numbers],
        "people": [_person(one) for one in found.people],
        "changes": [change_object(record) for record in found.changes],
    }


def _number(one: "NumberMoved") -> dict[str, object]:
    return {
        "table": one.table,
        "row": one.row,
        "column": one.column,
        "before": one.before,
        "after": one.after,
        "came": one.came,
        "went": one.went,
        "changes": [record.number for record in one.changes],
    }


def _person(one: "PersonMoved") -> dict[str, object]:
    return {
        "person_id": one.person_id,
        "full_name": one.full_name,
        "before": one.before and _exit(one.before),
        "after": one.after and _exit(one.after),
        "changed": one.changed,
        "why": one.why,
        "changes": [record.number for record in one.changes],
    }


def _exit(record: "ExitRecord") -> dict[str, object]:
    return {
        "kind": record.kind,
        "counted_on": record.counted_on,
        "reasons": record.reasons,
        "unit_path": record.unit_path,
    }
