"""The number and the day of a decision, in a column each or in one cell."""

from dataclasses import dataclass
from datetime import date

from partyroll.period import PartialDate
from partyroll.read.cells import Cells
from partyroll.read.dates import date_in, read_date
from partyroll.read.grid import Value, as_text
from partyroll.read.values import fault_code
from partyroll.text import fold


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision's number and day."""

    number: str = ""
    day: PartialDate | None = None


def decision_of(cells: Cells, today: date) -> Decision:
    """Return the decision that a row names; its own column of days comes first.

    Of the decisions of two levels the later one counts, and that is told.
    """
    named = [_number_and_day(cells, v, today) for v in cells.values("exit_decision_no")]
    last = max(named, key=_later, default=Decision())
    if len({*named}) > 1:
        cells.say("exit_decision_no", "decisions_several", clue=last.number)
    own_day = cells.day("exit_decision_date")
    return Decision(last.number, own_day or last.day)


def _later(decision: Decision) -> date:
    return decision.day.first if decision.day else date.min


def _number_and_day(cells: Cells, value: Value, today: date) -> Decision:
    """Split "10-QĐ/HU, 05/01/2020" into its number and its day."""
    if code := fault_code(value):
        cells.say("exit_decision_no", code)
        return Decision()
    if not isinstance(value, (str, int, float)):
        return Decision(day=read_date(value, latest=today).value)
    reading, rest = date_in(as_text(value), latest=today)
    if reading.code:
        clue = reading.value.vi if reading.value else ""
        cells.say("exit_decision_no", reading.code, clue=clue)
    return Decision(paper_number(rest), reading.value)


def paper_number(text: str) -> str:
    """Return the number of a paper out of the words around its date."""
    words = [
        word for word in text.split() if fold(word).strip(",.;:()") not in {"ngay", "so", ""}
    ]
    kept = " ".join(words).strip(" ,.;:()-")
    return kept.removeprefix("QĐ ").strip() if kept.startswith("QĐ ") else kept
