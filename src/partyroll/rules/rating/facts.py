"""What the checks of ratings look at: a member, a unit, the year that is asked about."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from partyroll.model import (
    GOOD_OR_BETTER,
    Discipline,
    LifeEvent,
    MonthFact,
    Permission,
    Rating,
    RatingLevel,
    RatingLimits,
    RatingTally,
    Screening,
    Stay,
    StayAway,
    StayRemark,
    UnitRating,
    YearRating,
)
from partyroll.period import PartialDate

NOT_YET = YearRating({})


@dataclass(frozen=True, slots=True)
class Question:
    """The year whose ratings are looked at, as of a day, and from when on something is said."""

    year: int
    as_of: date
    limits: RatingLimits = field(default_factory=RatingLimits)

    @property
    def ends(self) -> date:
        """The last day of the year: people are rated for the whole of it."""
        return date(self.year, 12, 31)

    @property
    def ended(self) -> bool:
        """Whether the year is over."""
        return self.ends <= self.as_of


@dataclass(frozen=True, slots=True)
class RatedPerson:
    """All that a check of one member's rating may rest on.

    `stays` are those elsewhere for a time, `defaults` the months of the year that were left
    unpaid or unattended without a reason, by ground.  `member`: on the last day of the year.
    `unit_ratings` are those of the unit in which the member was rated, by year.
    """

    person_id: str
    name: str
    years: Mapping[int, YearRating]
    admission_date: PartialDate | None = None
    member: bool = True
    permissions: tuple[Permission, ...] = ()
    stays: tuple[Stay, ...] = ()
    hosts: Mapping[str, str] = field(default_factory=dict)  # names of units by their id
    away: tuple[StayAway, ...] = ()
    disciplines: tuple[Discipline, ...] = ()
    remarks: tuple[StayRemark, ...] = ()
    screenings: tuple[Screening, ...] = ()
    events: tuple[LifeEvent, ...] = ()
    defaults: tuple[MonthFact, ...] = ()
    unit_ratings: Mapping[int, UnitRating] = field(default_factory=dict)
    cell_rated: bool = False  # others of the cell have a rating for the year

    def rated(self, year: int) -> Rating | None:
        """Return the rating that counts for a year; None = not rated, or said to be not."""
        rating = self.years.get(year, NOT_YET).decided
        return None if rating is None or rating.level is RatingLevel.NOT_RATED else rating

    def good(self, year: int) -> Rating | None:
        """Return the rating of a year if it is good or better."""
        rating = self.rated(year)
        return rating if rating and rating.level in GOOD_OR_BETTER else None


@dataclass(frozen=True, slots=True)
class RatedUnit:
    """All that a check of a unit's ratings may rest on.

    `excellent` are the members so rated, name by id, in each year; `parent` is the unit above,
    whose counts hold those of this one too.
    """

    unit_id: str
    name: str
    grassroots: bool
    tallies: Mapping[int, RatingTally]
    excellent: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    parent: Mapping[int, RatingTally] = field(default_factory=dict)
    parent_name: str = ""

    def tally(self, year: int) -> RatingTally:
        """Return the counts of a year; nobody where there is no list."""
        return self.tallies.get(year, RatingTally())
