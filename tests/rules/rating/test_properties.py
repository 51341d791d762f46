"""What holds of the checks whatever the ratings, the months and the papers are."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from partyroll.model import (
    MatterKind,
    MonthFact,
    Permission,
    PermissionKind,
    RatingLevel,
    StayAway,
    StayRemark,
)
from partyroll.period import PartialDate
from rules.rating.ratings import YEAR, matters, member, missed, paper, unpaid

L1, L2 = MatterKind.RATED_WITH_DEFAULTS, MatterKind.RATED_WITH_DISCIPLINE
L3 = MatterKind.RATED_WITHOUT_REMARKS
FROM_THE_TOP: list[RatingLevel] = [
    level for level in RatingLevel if level is not RatingLevel.NOT_RATED
]

months = st.sets(st.integers(1, 12))
levels = st.sampled_from(FROM_THE_TOP)
days = st.dates(date(2022, 1, 1), date(2025, 6, 30)).map(PartialDate.of)
papers = st.builds(paper, st.sampled_from(PermissionKind), days, st.none() | days)
aways = st.builds(StayAway, st.just("A"), st.none() | days, st.none() | days)


@st.composite
def defaults(draw: st.DrawFn) -> tuple[MonthFact, ...]:
    return (*unpaid(*draw(months)), *missed(*draw(months)))


@given(levels, levels, defaults(), st.lists(papers), st.lists(aways))
def test_a_lower_rating_never_raises_more(
    one: RatingLevel,
    other: RatingLevel,
    held: tuple[MonthFact, ...],
    permissions: list[Permission],
    away: list[StayAway],
) -> None:
    higher, lower = sorted((one, other), key=FROM_THE_TOP.index)
    facts = {"defaults": held, "permissions": tuple(permissions), "away": tuple(away)}

    raised = matters(member(lower, **facts)).keys() & {L1, L2, L3}

    assert raised <= matters(member(higher, **facts)).keys()


@given(levels, st.lists(papers), st.lists(aways), st.sampled_from([YEAR, YEAR - 1]))
def test_a_remark_never_raises_anything(
    level: RatingLevel, permissions: list[Permission], away: list[StayAway], year: int
) -> None:
    facts = {"permissions": tuple(permissions), "away": tuple(away)}
    remark = StayRemark(year, "A", "chấp hành tốt")

    with_it = matters(member(level, remarks=(remark,), **facts))

    assert with_it.keys() <= matters(member(level, **facts)).keys()


@given(levels)
def test_of_whom_nothing_else_is_known_nothing_is_said(level: RatingLevel) -> None:
    assert matters(member(level)) == {}
