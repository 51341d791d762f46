"""Short words for members and units with their ratings; everyone here is invented."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from partyroll.model import (
    CapBase,
    Ground,
    Matter,
    MatterKind,
    MonthFact,
    Permission,
    PermissionKind,
    Rating,
    RatingLevel,
    RatingLimits,
    RatingStage,
    RatingTally,
    Source,
    State,
    UnitRating,
    YearRating,
)
from partyroll.period import Month, PartialDate
from partyroll.rules.rating.checks import matters_of_person, matters_of_unit
from partyroll.rules.rating.facts import Question, RatedPerson, RatedUnit

EXCELLENT, GOOD = RatingLevel.EXCELLENT, RatingLevel.GOOD
COMPLETE, NOT_COMPLETE = RatingLevel.COMPLETE, RatingLevel.NOT_COMPLETE
NOT_RATED = RatingLevel.NOT_RATED
YEAR = 2024
LATER = date(2025, 12, 1)
BOOK = Source("xep-loai.xlsx", "2024", 9)


def rated(
    year: int,
    level: RatingLevel,
    stage: RatingStage = RatingStage.COMMITTEE,
    text: str = "",
) -> Rating:
    """A rating as a list states it."""
    return Rating(year, stage, level, text, source=BOOK)


def years(levels: Mapping[int, RatingLevel]) -> dict[int, YearRating]:
    """The ratings that the committee gave, by year."""
    return {
        year: YearRating({RatingStage.COMMITTEE: rated(year, level)})
        for year, level in levels.items()
    }


def member(levels: Mapping[int, RatingLevel] | RatingLevel = GOOD, **facts: Any) -> RatedPerson:
    """A member with these levels by year; one level is of 2024."""
    by_year = {YEAR: levels} if isinstance(levels, RatingLevel) else levels
    return RatedPerson("1", "Nguyễn Thử", years(by_year), **facts)


def unpaid(*numbers: int, state: State = State.UNPAID, note: str = "") -> tuple[MonthFact, ...]:
    """Months of 2024 without dues, each with its cell."""
    return tuple(
        MonthFact(
            Month(YEAR, number),
            Ground.UNPAID_DUES,
            state,
            note,
            source=Source("dang-phi.xlsx", "2024", 7, f"{'ABCDEFGHIJKLMN'[number]}7"),
        )
        for number in numbers
    )


def missed(*numbers: int) -> tuple[MonthFact, ...]:
    """Months of 2024 in which no meeting was attended, without a reason."""
    return tuple(
        MonthFact(Month(YEAR, number), Ground.SKIP_MEETINGS, State.UNEXCUSED)
        for number in numbers
    )


def paper(
    kind: PermissionKind, start: PartialDate | None, end: PartialDate | None = None
) -> Permission:
    """An exemption or suspension."""
    return Permission(kind, start, end)


def unit(
    tallies: Mapping[int, RatingTally] | RatingTally, *, grassroots: bool = False, **facts: Any
) -> RatedUnit:
    """A unit with these counts by year; one count is of 2024."""
    by_year = {YEAR: tallies} if isinstance(tallies, RatingTally) else tallies
    return RatedUnit("u", "Đảng bộ xã Mẫu", grassroots, by_year, **facts)


def asked(year: int = YEAR, as_of: date = LATER, **limits: Any) -> Question:
    """A question about a year, with other limits than the usual ones."""
    return Question(year, as_of, RatingLimits(**limits))


def matters(found: RatedPerson | RatedUnit, **question: Any) -> dict[MatterKind, Matter]:
    """What is worth a second look, by its kind."""
    of = asked(**question)
    every = (
        matters_of_person(found, of)
        if isinstance(found, RatedPerson)
        else matters_of_unit(found, of)
    )
    return {matter.kind: matter for matter in every}


def unit_ratings(levels: Mapping[int, RatingLevel]) -> dict[int, UnitRating]:
    """A unit's own ratings by year."""
    return {year: UnitRating(year, level) for year, level in levels.items()}


def same_names(at: Iterable[int], *names: str) -> dict[int, dict[str, str]]:
    """The same people excellent in each of these years."""
    return {year: {name: name for name in names} for year in at}


NESTED, DISJOINT = CapBase.NESTED, CapBase.DISJOINT
