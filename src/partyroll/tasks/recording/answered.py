"""What became of each answer of a list that came back."""

from dataclasses import dataclass, replace
from enum import StrEnum

from partyroll.model import AnswerField


class Became(StrEnum):
    """What became of one answer; an unreadable one is kept as written."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    CONFLICTING = "conflicting"
    UNREADABLE = "unreadable"
    UNKNOWN = "unknown"  # nobody knows whose it is: the whole row stayed out


STAYED_OUT = frozenset({Became.CONFLICTING, Became.UNKNOWN})


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """One answer: whose, what the ledger said, what the workbook says, what became of it."""

    full_name: str
    field: AnswerField
    before: str
    after: str
    became: Became
    cell: str = ""

    def agreed(self) -> "AnswerChange":
        """Return the answer as one that goes in: somebody looked at what it contradicts."""
        contradicts = self.became is Became.CONFLICTING
        return replace(self, became=Became.CHANGED) if contradicts else self

    def conflicting(self) -> "AnswerChange":
        """Return the answer as one that stays out beside a contradiction."""
        return replace(self, became=Became.CONFLICTING)
