"""The yearly rating of members and units, and what an office reads beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from partyroll.model.sources import NOWHERE, Source
from partyroll.period import PartialDate
from partyroll.text import unit_key


class RatingLevel(StrEnum):
    """The yearly rating of a member."""

    EXCELLENT = "EXCELLENT"
    GOOD = "GOOD"
    COMPLETE = "COMPLETE"
    NOT_COMPLETE = "NOT_COMPLETE"
    NOT_RATED = "NOT_RATED"


GOOD_OR_BETTER = frozenset({RatingLevel.EXCELLENT, RatingLevel.GOOD})
BELOW_GOOD = frozenset({RatingLevel.COMPLETE, RatingLevel.NOT_COMPLETE})


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


@dataclass(frozen=True, slots=True)
class YearRating:
    """All that is stated of one member's rating for a year, and for which unit."""

    stages: Mapping[RatingStage, Rating]
    unit_id: str | None = None

    @property
    def decided(self) -> Rating | None:
        """The rating that counts: the committee's, else what the cell proposes.

        What members say of themselves never counts.
        """
        return self.stages.get(RatingStage.COMMITTEE) or self.stages.get(RatingStage.CELL)

    @property
    def level(self) -> RatingLevel | None:
        """The level that counts; None where nobody but the member has rated."""
        return self.decided.level if self.decided else None


@dataclass(frozen=True, slots=True)
class UnitRating:
    """A unit's own rating for a year."""

    year: int
    level: RatingLevel
    text: str = ""
    source: Source = NOWHERE


@dataclass(frozen=True, slots=True)
class StayRemark:
    """What a place of stay says of a member for a year."""

    year: int
    place: str
    remark: str
    source: Source = NOWHERE


@dataclass(frozen=True, slots=True)
class Screening:
    """A cell looked at what keeps a member from fulfilling the duties, and agreed on help."""

    year: int
    held_on: PartialDate | None = None
    conclusion: str = ""
    helper: str = ""
    paper: str = ""
    source: Source = NOWHERE


@dataclass(frozen=True, slots=True)
class RatingTally:
    """How many of a unit have each level; `proposed` of them by the cell alone."""

    excellent: int = 0
    good: int = 0
    complete: int = 0
    not_complete: int = 0
    not_rated: int = 0
    proposed: int = 0

    @property
    def rated(self) -> int:
        """How many have a level."""
        return self.good_or_better + self.below_good

    @property
    def good_or_better(self) -> int:
        """How many are good or excellent."""
        return self.excellent + self.good

    @property
    def below_good(self) -> int:
        """How many are below good."""
        return self.complete + self.not_complete

    def count(self, level: RatingLevel) -> int:
        """Return how many have a level."""
        counts: int = getattr(self, level.value.lower())
        return counts


class Side(StrEnum):
    """Where a share lies beside the interval of its size."""

    WITHIN = "within"
    ABOVE = "above"
    BELOW = "below"


@dataclass(frozen=True, slots=True)
class Compared:
    """From how many to how many are likely to be good or better, and where the unit lies."""

    low: int
    high: int
    side: Side


class CapBase(StrEnum):
    """Of what the share of excellent ratings is taken: published tables use both readings."""

    NESTED = "nested"  # of good or better: excellent is a part of it
    DISJOINT = "disjoint"  # of good without excellent


@dataclass(frozen=True, slots=True)
class RatingLimits:
    """From when on a rating is worth a second look; shares in per cent.

    `special` has the keys of the names of those grassroots organisations to which
    `cap_special` applies, each with its years, none = every year.
    """

    cap: int = 20
    cap_special: int = 25
    cap_base: CapBase = CapBase.NESTED
    least_number: int = 20  # of rated members, where shares are compared
    least_alike: int = 3  # of rated members, where all are rated alike
    years: int = 3  # without anybody below good; with the same excellent members
    excellent_years: int = 4
    months: int = 3  # unpaid, or missed without an excuse
    away_months: int = 6
    new_months: int = 6  # whoever was admitted more recently is not rated
    interval: int = 95
    special: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    def cap_for(self, name: str, year: int) -> int:
        """Return the cap of the grassroots organisation of that name in a year."""
        years = self.special.get(unit_key(name))
        special = years is not None and (not years or year in years)
        return self.cap_special if special else self.cap
