"""Early signs: facts of a member side by side; what is not known is no sign."""

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partyroll.model import (
    Discipline,
    DisciplineForm,
    Finding,
    Ground,
    MonthFact,
    Need,
    Person,
    Rating,
    RatingLevel,
    RatingStage,
    ReviewList,
    SignKind,
    Source,
    State,
    Status,
    StayAway,
    Support,
    SupportLimits,
    SupportMeasure,
    WatchLimits,
    YearRating,
)
from partyroll.period import Month, PartialDate
from partyroll.rules.early_signs import SIGNS, Known, Looking, early_signs
from partyroll.rules.watched import Watched

AT = Looking(date(2026, 7, 1), SupportLimits(), WatchLimits())
SOMEBODY = Person("P1", "Lò Văn An", on_roster=True)
NOTHING = Known(Watched(SOMEBODY))
BOOK = Source("so.xlsx", "Sổ", 7, "F7")
DUES, MEETINGS = Ground.UNPAID_DUES, Ground.SKIP_MEETINGS


def day(iso: str) -> PartialDate:
    return PartialDate.parse(iso)


def finding(*months: MonthFact, silenced: bool = False) -> Finding:
    return Finding(
        list=ReviewList.WATCH,
        ground=DUES,
        count=len(months),
        grounds=(),
        months=months,
        only_inferred=False,
        why="",
        silenced=silenced,
    )


def month(number: int, ground: Ground, state: State) -> MonthFact:
    return MonthFact(Month(2026, number), ground, state, source=BOOK)


def with_finding(*months: MonthFact, silenced: bool = False) -> Known:
    return Known(Watched(SOMEBODY, finding(*months, silenced=silenced)))


def texts(known: Known) -> list[tuple[str, str]]:
    return [(sign.kind.value, sign.text) for sign in early_signs(known, AT)]


def punished(on: str | None, until: str | None = None) -> Discipline:
    return Discipline(
        "D1",
        "P1",
        DisciplineForm.REPRIMAND,
        decided_on=day(on) if on else None,
        valid_to=day(until) if until else None,
        decision_no="05-QĐ/ĐU",
    )


def rated(level: RatingLevel, stage: RatingStage, year: int = 2025) -> Known:
    own = {year: YearRating({stage: Rating(year, stage, level, "KHTNV")})}
    return replace(NOTHING, ratings=own)


# --- Each sign ----------------------------------------------------------------------------
def test_nothing_known_is_no_sign() -> None:
    assert texts(NOTHING) == []


def test_unpaid_months_are_named_with_their_cell() -> None:
    known = with_finding(
        month(2, DUES, State.UNPAID),
        month(3, DUES, State.UNPAID_INFERRED),
        month(4, DUES, State.UNKNOWN),
    )

    (sign,) = early_signs(known, AT)

    assert sign.kind is SignKind.UNPAID
    assert sign.text == ("2 tháng chưa đóng: 2, 3/2026, trong đó 1 tháng suy ra từ ô trống")
    assert sign.source == BOOK


def test_months_missed_are_a_sign_of_their_own() -> None:
    known = with_finding(
        month(5, DUES, State.UNPAID), month(5, MEETINGS, State.UNEXCUSED), silenced=True
    )

    assert texts(known) == [
        ("unpaid", "1 tháng chưa đóng: 5/2026 (chi bộ đã xem xét)"),
        ("absent", "1 tháng vắng: 5/2026 (chi bộ đã xem xét)"),
    ]


def test_somebody_long_away_without_papers() -> None:
    stay = StayAway("Đồng Nai", day("2026-01"), source=BOOK)

    (sign,) = early_signs(Known(Watched(SOMEBODY, away=(stay,))), AT)

    assert (sign.kind, sign.source) == (SignKind.AWAY, BOOK)
    assert "Đồng Nai" in sign.text


@pytest.mark.parametrize(
    "said", [{"transferred": True}, {"paper": "12-GGT"}, {"returned_on": day("2026-06-01")}]
)
def test_away_with_papers_or_back_is_no_sign(said: dict[str, object]) -> None:
    stay = StayAway("Đồng Nai", day("2026-01"), **said)  # type: ignore[arg-type]

    assert texts(Known(Watched(SOMEBODY, away=(stay,)))) == []


def test_an_open_need_says_what_was_done() -> None:
    need = Support("S1", 1, "P1", Need.HARDSHIP, opened_on=day("2026-03"))
    helped = replace(need, measure=SupportMeasure.LOAN)

    assert texts(replace(NOTHING, supports=(need, helped))) == [
        ("hardship", "khó khăn về kinh tế, nêu tháng 03/2026; chưa ghi đã giúp gì"),
        ("hardship", "khó khăn về kinh tế, nêu tháng 03/2026; đã giúp: cho vay vốn"),
    ]


def test_a_need_with_an_outcome_and_a_homecoming_are_no_sign() -> None:
    settled = Support("S1", 1, "P1", Need.HARDSHIP, outcome_text="ổn")
    home = Support("S2", 2, "P1", Need.DISCHARGED)

    assert texts(replace(NOTHING, supports=(settled, home))) == []


def test_probation_is_a_fact_beside_the_others() -> None:
    new = replace(SOMEBODY, admission_date=day("2025-12-01"))

    assert texts(Known(Watched(new), Status.PROBATIONARY)) == [
        ("probation", "đang dự bị, vào Đảng ngày 01/12/2025")
    ]


@pytest.mark.parametrize(
    ("on", "until", "told"),
    [
        ("2025-03-05", None, 1),
        ("2024-07-01", None, 1),  # two years to the day
        ("2024-06-30", None, 0),
        ("2020-01-01", "2026-12-31", 1),  # a paper says that it still holds
        ("2026-01-01", "2026-06-30", 0),
        ("2026-08-01", None, 0),  # has not come
        (None, None, 1),
    ],
)
def test_discipline_of_late_or_still_in_force(
    on: str | None, until: str | None, told: int
) -> None:
    assert len(texts(replace(NOTHING, disciplines=(punished(on, until),)))) == told


@pytest.mark.parametrize(
    ("level", "stage", "year", "told"),
    [
        (RatingLevel.NOT_COMPLETE, RatingStage.COMMITTEE, 2025, 1),
        (RatingLevel.NOT_COMPLETE, RatingStage.CELL, 2025, 1),
        (RatingLevel.NOT_COMPLETE, RatingStage.SELF, 2025, 0),  # their own word never counts
        (RatingLevel.COMPLETE, RatingStage.COMMITTEE, 2025, 0),
        (RatingLevel.NOT_COMPLETE, RatingStage.COMMITTEE, 2023, 0),
        (RatingLevel.NOT_COMPLETE, RatingStage.COMMITTEE, 2024, 1),
    ],
)
def test_a_low_rating_of_late(
    level: RatingLevel, stage: RatingStage, year: int, told: int
) -> None:
    assert len(texts(rated(level, stage, year))) == told


@pytest.mark.parametrize(("as_of", "told"), [(date(2027, 12, 31), 1), (date(2028, 1, 1), 0)])
def test_a_low_rating_is_of_late_for_two_years_after_its_own(as_of: date, told: int) -> None:
    low = rated(RatingLevel.NOT_COMPLETE, RatingStage.COMMITTEE, 2025)

    assert len(early_signs(low, replace(AT, as_of=as_of))) == told


# --- Whatever is known --------------------------------------------------------------------
EVERYTHING = Known(
    Watched(
        SOMEBODY,
        finding(month(2, DUES, State.UNPAID), month(3, MEETINGS, State.UNEXCUSED)),
        (StayAway("Đồng Nai", day("2026-01")),),
    ),
    Status.PROBATIONARY,
    (Support("S1", 1, "P1", Need.HARDSHIP),),
    (punished("2026-01-05"),),
    {
        2025: YearRating(
            {RatingStage.CELL: Rating(2025, RatingStage.CELL, RatingLevel("NOT_COMPLETE"))}
        )
    },
)
BLANK = {"status": None, "supports": (), "disciplines": (), "ratings": None}


def test_each_sort_of_fact_is_said_once_in_the_order_of_the_tuple() -> None:
    assert [kind for kind, _ in texts(EVERYTHING)] == [kind.value for kind in SignKind]
    assert len(SIGNS) == len(SignKind)


@given(lost=st.sets(st.sampled_from([*BLANK])))
def test_a_fact_that_is_not_known_only_takes_its_own_sign_away(lost: set[str]) -> None:
    known = replace(EVERYTHING, **{name: BLANK[name] for name in lost})  # type: ignore[arg-type]

    assert set(texts(known)) <= set(texts(EVERYTHING))
    assert len(texts(known)) == len(SignKind) - len(lost)


def test_a_sign_has_no_number_to_order_people_by() -> None:
    fields = {field for sign in early_signs(EVERYTHING, AT) for field in sign.__slots__}

    assert fields == {"kind", "text", "source"}


def test_facts_stated_in_another_order_are_the_same_facts() -> None:
    needs = [Support(f"S{n}", n, "P1", Need.HARDSHIP, need_text="abc"[n]) for n in range(3)]

    told = {frozenset(texts(replace(NOTHING, supports=order))) for order in permutations(needs)}

    assert len(told) == 1
