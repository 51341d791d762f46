"""A problem and an open question as several commands give them to programs."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from partyroll.model import Problem
    from partyroll.tasks.answering import OpenQuestion


def problem_object(problem: "Problem") -> dict[str, object]:
    """Return a problem as programs see it; the file is named around it."""
    return {
        "sheet": problem.sheet,
        "cell": problem.cell,
        "row": problem.row,
        "code": problem.code,
        "severity": problem.severity,
        "found": problem.found,
        "message": problem.message,
        "answers": problem.answers,
    }


def question_object(question: "OpenQuestion") -> dict[str, object]:
    """Return an open question as programs see it."""
    asked = question.waiting.question
    return {
        "number": question.number,
        "code": question.rows[0].code,
        "about": asked.asked,
        "found": asked.found,
        "message": question.waiting.message,
        "answers": asked.answers,
        "rows": [
            {"file": row.file, "sheet": row.sheet, "row": row.row} for row in question.rows
        ],
    }
