"""Early signs of a person: facts side by side, never a score."""

from dataclasses import dataclass
from enum import StrEnum

from partyroll.model.sources import NOWHERE, Source


class SignKind(StrEnum):
    """What a fact is about; the order is that of the columns, not of any weight."""

    UNPAID = "unpaid"
    ABSENT = "absent"
    AWAY = "away"
    HARDSHIP = "hardship"
    PROBATION = "probation"
    DISCIPLINE = "discipline"
    RATING = "rating"


@dataclass(frozen=True, slots=True)
class Sign:
    """One fact about a person, with its days in the words, and where it is stated."""

    kind: SignKind
    text: str
    source: Source = NOWHERE
