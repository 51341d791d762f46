"""What may be done about a cause: proposals for people to weigh, never a decision."""

from dataclasses import dataclass

from partyroll.model.exits import Reason


@dataclass(frozen=True, slots=True)
class Measure:
    """A proposal in the office's words, and the causes it answers; none = it always fits."""

    id: str
    text: str
    causes: tuple[Reason, ...] = ()
