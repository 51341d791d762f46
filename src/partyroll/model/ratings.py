"""The yearly rating of a member."""

from dataclasses import dataclass
from enum import StrEnum

from partyroll.model.sources import NOWHERE, Source


class RatingLevel(StrEnum):
    """The yearly rating of a member."""

    EXCELLENT = "EXCELLENT"
    GOOD = "GOOD"
    COMPLETE = "COMPLETE"
    NOT_COMPLETE = "NOT_COMPLETE"
    NOT_RATED = "NOT_RATED"


class RatingStage(StrEnum):
    """Who rates: the member, the cell, the committee that decides."""

    SELF = "SELF"
    CELL = "CELL"
    COMMITTEE = "COMMITTEE"


@dataclass(frozen=True, slots=True)
class Rating:
    """A year's rating at one stage; `text` is the level as written."""

    year: int
    stage: RatingStage
    level: RatingLevel
    text: str = ""
    note: str = ""
    source: Source = NOWHERE
