"""Collecting what stands against a plan: every place, never only the first."""

from collections.abc import Sequence

from partyroll.model import Plan, PlanPlace, Problem, Severity
from partyroll.rules.reorganising.sentences import BLOCKERS, OF_A_DAY, SENTENCES

_CHOICES = 5  # that a sentence names; the others are counted


class Told:
    """What was found; an error blocks the whole plan, a warning does not."""

    def __init__(self, plan: Plan) -> None:
        self._file = plan.file
        self._undated = {
            (step.place.sheet, step.place.row) for step in plan.steps if step.undated
        }
        self.problems: list[Problem] = []

    def say(
        self, place: PlanPlace, column: str, code: str, found: str = "", **facts: object
    ) -> None:
        """Note a finding about the cell of a column.

        Of a line without a day nothing is said that rests on the day.
        """
        if code in OF_A_DAY and (place.sheet, place.row) in self._undated:
            return
        severity = Severity.ERROR if code in BLOCKERS else Severity.WARNING
        message = SENTENCES[code].format(found=found, **facts)
        cell = place.cells.get(column, "")
        self.problems.append(
            Problem(self._file, place.sheet, cell, place.row, code, severity, found, message)
        )


def named_or_counted(choices: Sequence[str], what: str) -> str:
    """Return the first few of several choices, and how many `what` there are beside them."""
    others = len(choices) - _CHOICES
    more = [f"và {others} {what} nữa"] if others > 0 else []
    return "; ".join([*choices[:_CHOICES], *more])
