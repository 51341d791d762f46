"""What holds of the checks whatever the ratings, the months and the papers are."""

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from partyroll.model import (
    Discipline,
    DisciplineForm,
    MatterKind,
    MonthFact,
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


decisions = st.builds(
    Discipline, st.just("d"), st.just("1"), st.sampled_from(DisciplineForm), decided_on=days
)


def tuples(each: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(each).map(tuple)


facts = st.fixed_dictionaries(
    {
        "defaults": defaults(),
        "permissions": tuples(papers),
        "away": tuples(aways),
        "disciplines": tuples(decisions),
    }
)


@given(levels, levels, facts)
def test_a_lower_rating_never_raises_more(
    one: RatingLevel, other: RatingLevel, known: dict[str, Any]
) -> None:
    higher, lower = sorted((one, other), key=FROM_THE_TOP.index)

    raised = matters(member(lower, **known)).keys() & {L1, L2, L3}

    assert raised <= matters(member(higher, **known)).keys()


@given(levels, facts, st.sampled_from([YEAR, YEAR - 1]))
def test_a_remark_never_raises_anything(
    level: RatingLevel, known: dict[str, Any], year: int
) -> None:
    remark = StayRemark(year, "A", "chấp hành tốt")

    with_it = matters(member(level, remarks=(remark,), **known))

    assert with_it.keys() <= matters(member(level, **known)).keys()


@given(levels)
def test_of_whom_nothing_else_is_known_nothing_is_said(level: RatingLevel) -> None:
    assert matters(member(level)) == {}
