"""What `flag --watch --json` says."""

from typing import TYPE_CHECKING

from partyroll.cli.contracts.flag import gap_object, month_object, rule_object
from partyroll.cli.options import Common

if TYPE_CHECKING:
    from partyroll.model import EarlyWarning
    from partyroll.report.watching import CellWatch, MissingBook, WatchedPerson
    from partyroll.tasks.watching import WatchResult


def watch_envelope(result: "WatchResult", at: Common) -> dict[str, object]:
    """Return the JSON contract of `flag --watch` (schema 1)."""
    review = result.review
    return {
        "command": "flag",
        "ledger": str(at.ledger),
        "as_of": review.as_of,
        "year": review.year,
        "rule": rule_object(review),
        "head": review.head,
        "limits": result.limits,
        "watch": [_cell(cell) for cell in result.cells],
    }


def _cell(cell: "CellWatch") -> dict[str, object]:
    return {
        "unit": cell.path[-1] if cell.path else None,
        "unit_path": cell.path,
        "people": [_person(one) for one in cell.people],
        "gaps": [_missing(one) for one in cell.missing],
    }


def _person(one: "WatchedPerson") -> dict[str, object]:
    return {
        "person_id": one.person_id,
        "full_name": one.full_name,
        "card_no": one.card_no,
        "contact": one.contact or None,
        "warnings": [_warning(warning) for warning in one.warnings],
    }


def _warning(warning: "EarlyWarning") -> dict[str, object]:
    return {
        "kind": warning.kind,
        "text": warning.text,
        "until": warning.until,
        "months": [month_object(fact) for fact in warning.months],
        "next_step": warning.step,
    }


def _missing(one: "MissingBook") -> dict[str, object]:
    return {**gap_object(one.gap), "next_step": one.step}
