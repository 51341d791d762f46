"""What `answer --json` says."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from partyroll.cli.contracts.problems import problem_object, question_object
from partyroll.cli.options import Common

if TYPE_CHECKING:
    from partyroll.tasks.answering import Answered, OpenQuestion


def questions_envelope(questions: "Sequence[OpenQuestion]", at: Common) -> dict[str, object]:
    """Return the JSON contract of `answer` without a number (schema 1)."""
    return {
        "command": "answer",
        "ledger": str(at.ledger),
        "as_of": at.today,
        "questions": [question_object(question) for question in questions],
    }


def answer_envelope(done: "Answered", at: Common, *, dry_run: bool) -> dict[str, object]:
    """Return the JSON contract of `answer NUMBER ANSWER` (schema 1)."""
    return {
        "command": "answer",
        "ledger": str(at.ledger),
        "as_of": at.today,
        "dry_run": dry_run,
        "question": question_object(done.question),
        "said": done.said,
        "brought": done.brought,
        "change": done.change,
        "problems": [problem_object(problem) for problem in done.problems],
    }
