"""What `check --json` says."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from partyroll.cli.contracts.problems import question_object
from partyroll.cli.options import Common

if TYPE_CHECKING:
    from partyroll.tasks.answering import OpenQuestion
    from partyroll.tasks.checking import CheckResult


def check_envelope(
    result: "CheckResult", questions: "Sequence[OpenQuestion]", at: Common
) -> dict[str, object]:
    """Return the JSON contract of `check` (schema 1)."""
    return {
        "command": "check",
        "ledger": str(at.ledger),
        "as_of": at.today,
        "head": result.head,
        "errors": result.errors,
        "warnings": len(result.found) - result.errors,
        "contradictions": result.found,
        "questions": [question_object(question) for question in questions],
    }
