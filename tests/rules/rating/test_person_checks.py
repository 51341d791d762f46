"""What is worth a second look in one rating: each check by an example and its limits."""

from datetime import date

import pytest

from partyroll.model import (
    Discipline,
    DisciplineForm,
    EventKind,
    LifeEvent,
    MatterKind,
    MonthFact,
    PermissionKind,
    RatingLevel,
    RatingStage,
    Screening,
    State,
    Stay,
    StayAway,
    StayRemark,
    YearRating,
)
from partyroll.period import PartialDate
from partyroll.rules.rating.facts import RatedPerson
from rules.rating.ratings import (
    COMPLETE,
    EXCELLENT,
    GOOD,
    NOT_COMPLETE,
    NOT_RATED,
    matters,
    member,
    missed,
    paper,
    rated,
    unit_ratings,
    unpaid,
)

L1, L2 = MatterKind.RATED_WITH_DEFAULTS, MatterKind.RATED_WITH_DISCIPLINE
L3 = MatterKind.RATED_WITHOUT_REMARKS
L6, L8 = MatterKind.ALWAYS_EXCELLENT, MatterKind.LEFT_AFTER_GOOD
L10 = MatterKind.TWICE_NOT_COMPLETE
THOUGH_EXEMPT = MatterKind.RATED_THOUGH_EXEMPT
NOT_YET = MatterKind.NOT_RATED_YET
SINCE_JANUARY = PartialDate(2024, 1, 1)
AWAY = StayAway("Khu công nghiệp Mẫu", PartialDate(2024, 3, 1))


# --- L1 -----------------------------------------------------------------------------------
def test_three_unpaid_months_beside_a_good_rating_are_shown_with_their_cells() -> None:
    matter = matters(member(GOOD, defaults=unpaid(2, 6, 11)))[L1]

    assert "3 tháng chưa đóng đảng phí: 2, 6, 11" in matter.text
    assert "dang-phi.xlsx › 2024 › C7, G7, L7" in matter.text
    assert "xep-loai.xlsx › 2024 › dòng 9" in matter.text
    assert matter.step.startswith("Cần rà soát")
    assert matter.about == "2024"


def test_three_missed_meetings_beside_an_excellent_rating_are_shown() -> None:
    assert (
        "3 tháng vắng sinh hoạt"
        in matters(member(EXCELLENT, defaults=missed(1, 2, 3)))[L1].text
    )


@pytest.mark.parametrize(
    "defaults",
    [
        pytest.param(unpaid(2, 6), id="two months"),
        pytest.param((*unpaid(2, 6), *missed(9)), id="grounds do not add up"),
        pytest.param(unpaid(2, 6, 9, note="nghỉ ốm"), id="reasons nobody has judged"),
        pytest.param(unpaid(2, 6, 9, state=State.PAID_LATE), id="settled later"),
        pytest.param((*unpaid(2, 6), *unpaid(6)), id="one month in two books"),
    ],
)
def test_fewer_months_or_months_with_a_reason_say_nothing(
    defaults: tuple[MonthFact, ...],
) -> None:
    assert L1 not in matters(member(GOOD, defaults=defaults))


@pytest.mark.parametrize("level", [COMPLETE, NOT_COMPLETE, NOT_RATED])
def test_months_beside_a_lower_rating_are_no_leniency(level: RatingLevel) -> None:
    assert L1 not in matters(member(level, defaults=unpaid(2, 6, 11)))


def test_what_members_say_of_themselves_is_no_rating() -> None:
    own = YearRating({RatingStage.SELF: rated(2024, EXCELLENT, RatingStage.SELF)})
    person = RatedPerson("1", "Nguyễn Thử", {2024: own}, defaults=unpaid(2, 6, 11))

    assert L1 not in matters(person)


def test_months_that_rest_on_blank_cells_are_said_to() -> None:
    blank = unpaid(2, 6, 11, state=State.UNPAID_INFERRED)

    assert matters(member(GOOD, defaults=blank))[L1].remarks


# --- L2 -----------------------------------------------------------------------------------
def decision(on: PartialDate | None) -> Discipline:
    """A reprimand with its paper."""
    return Discipline("d", "1", DisciplineForm.REPRIMAND, "", on, "05-QĐ/UBKT")


@pytest.mark.parametrize("day", [PartialDate(2024, 7, 2), PartialDate(2024)])
def test_discipline_in_the_year_of_a_good_rating_is_shown_with_its_paper(
    day: PartialDate,
) -> None:
    matter = matters(member(GOOD, disciplines=(decision(day),)))[L2]

    assert f"khiển trách số 05-QĐ/UBKT ngày {day.vi}" in matter.text


def test_discipline_of_another_year_or_of_no_known_day_says_nothing() -> None:
    other = (decision(PartialDate(2023, 12, 31)), decision(None))

    assert L2 not in matters(member(GOOD, disciplines=other))


@pytest.mark.parametrize("level", [COMPLETE, NOT_COMPLETE, NOT_RATED])
def test_discipline_beside_a_lower_rating_is_no_leniency(level: RatingLevel) -> None:
    assert L2 not in matters(member(level, disciplines=(decision(PartialDate(2024)),)))


# --- L3 and worked example 19 -------------------------------------------------------------
def test_an_exempt_member_with_a_level_is_a_doubt_of_the_list_and_asks_for_remarks() -> None:
    exempt = (paper(PermissionKind.EXEMPT_ACTIVITY, SINCE_JANUARY),)

    found = matters(member(GOOD, permissions=exempt))

    assert {THOUGH_EXEMPT, L3} <= found.keys()
    assert "được miễn công tác và sinh hoạt từ 01/01/2024" in found[THOUGH_EXEMPT].text


def test_remarks_on_an_exempt_member_leave_only_the_doubt_of_the_list() -> None:
    exempt = (paper(PermissionKind.EXEMPT_ACTIVITY, SINCE_JANUARY),)
    remarks = (StayRemark(2024, "thôn Đông", "chấp hành tốt"),)

    found = matters(member(GOOD, permissions=exempt, remarks=remarks))

    assert THOUGH_EXEMPT in found
    assert L3 not in found


def test_an_exempt_member_who_is_not_rated_is_as_it_should_be() -> None:
    exempt = (paper(PermissionKind.EXEMPT_ACTIVITY, SINCE_JANUARY),)

    assert matters(member(NOT_RATED, permissions=exempt)) == {}


def test_an_exemption_that_began_after_people_were_rated_is_no_doubt() -> None:
    late = (paper(PermissionKind.EXEMPT_ACTIVITY, PartialDate(2024, 12, 20)),)
    imprecise = (paper(PermissionKind.EXEMPT_ACTIVITY, PartialDate(2024)),)

    assert matters(member(GOOD, permissions=late)) == {}
    assert matters(member(GOOD, permissions=imprecise)) == {}


def test_half_a_year_elsewhere_asks_for_remarks_from_there() -> None:
    matter = matters(member(GOOD, away=(AWAY,)))[L3]

    assert "10 tháng trong năm: ở Khu công nghiệp Mẫu từ 01/03/2024" in matter.text


def test_a_temporary_transfer_asks_for_remarks_of_the_host() -> None:
    stay = Stay("host", date(2024, 3, 1), date(2024, 9, 1), temporary=True)

    found = matters(member(GOOD, stays=(stay,), hosts={"host": "Chi bộ Khu phố Mẫu"}))

    assert "sinh hoạt tạm thời tại Chi bộ Khu phố Mẫu" in found[L3].text


def test_times_that_overlap_are_counted_once() -> None:
    march_to_june = StayAway("A", PartialDate(2024, 3, 1), PartialDate(2024, 6, 30))
    april_to_july = StayAway("B", PartialDate(2024, 4, 1), PartialDate(2024, 7, 31))

    assert L3 not in matters(member(GOOD, away=(march_to_june, april_to_july)))


@pytest.mark.parametrize(
    "away",
    [
        pytest.param(StayAway("A"), id="nobody knows since when"),
        pytest.param(StayAway("A", PartialDate(2024)), id="the year alone"),
        pytest.param(StayAway("A", PartialDate(2024, 9, 1)), id="four months"),
        pytest.param(StayAway("A", PartialDate(2022), PartialDate(2023, 12)), id="before"),
    ],
)
def test_missing_or_short_times_ask_for_nothing(away: StayAway) -> None:
    assert L3 not in matters(member(GOOD, away=(away,)))


def test_remarks_of_another_year_do_not_speak_for_this_one() -> None:
    remarks = (StayRemark(2023, "Khu công nghiệp Mẫu", "tốt"),)

    assert L3 in matters(member(GOOD, away=(AWAY,), remarks=remarks))


# --- Others who are not rated -------------------------------------------------------------
def test_a_newly_admitted_member_with_a_level_is_a_doubt_with_its_weak_ground() -> None:
    matter = matters(member(GOOD, admission_date=PartialDate(2024, 9, 3)))[THOUGH_EXEMPT]

    assert "chưa đủ 6 tháng" in matter.text
    assert matter.remarks


@pytest.mark.parametrize("admitted", [PartialDate(2024, 6, 30), PartialDate(2024), None])
def test_an_admission_that_may_be_long_enough_ago_is_no_doubt(
    admitted: PartialDate | None,
) -> None:
    assert matters(member(GOOD, admission_date=admitted)) == {}


def test_a_suspended_member_with_a_level_is_a_doubt() -> None:
    suspended = (paper(PermissionKind.SUSPENDED, PartialDate(2024, 10, 1)),)

    assert THOUGH_EXEMPT in matters(member(COMPLETE, permissions=suspended))


# --- L6 -----------------------------------------------------------------------------------
FOUR_YEARS = (2021, 2022, 2023, 2024)


def test_four_excellent_years_in_a_lower_unit_are_worth_a_look() -> None:
    lower = unit_ratings(dict.fromkeys(FOUR_YEARS, GOOD))
    person = member(dict.fromkeys(FOUR_YEARS, EXCELLENT), unit_ratings=lower)

    assert "4 năm liền hoàn thành xuất sắc nhiệm vụ (2021-2024)" in matters(person)[L6].text


@pytest.mark.parametrize(
    ("levels", "units"),
    [
        ({2022: EXCELLENT, 2023: EXCELLENT, 2024: EXCELLENT}, dict.fromkeys(FOUR_YEARS, GOOD)),
        ({**dict.fromkeys(FOUR_YEARS, EXCELLENT), 2022: GOOD}, dict.fromkeys(FOUR_YEARS, GOOD)),
        (
            dict.fromkeys(FOUR_YEARS, EXCELLENT),
            {**dict.fromkeys(FOUR_YEARS, GOOD), 2023: EXCELLENT},
        ),
        (dict.fromkeys(FOUR_YEARS, EXCELLENT), {2021: GOOD, 2022: GOOD, 2024: GOOD}),
    ],
    ids=["three years", "good in between", "the unit was excellent", "a year nobody knows"],
)
def test_fewer_years_or_unknown_units_say_nothing(
    levels: dict[int, RatingLevel], units: dict[int, RatingLevel]
) -> None:
    assert L6 not in matters(member(levels, unit_ratings=unit_ratings(units)))


# --- L8 -----------------------------------------------------------------------------------
def left(kind: EventKind, *on: int) -> LifeEvent:
    return LifeEvent("e", kind, decision_no="12-QĐ/ĐU", decision_date=PartialDate(*on))


def test_a_removal_in_may_after_a_good_rating_in_december_is_worth_a_look() -> None:
    person = member(GOOD, member=False, events=(left(EventKind.REMOVED, 2025, 5, 20),))

    assert "xóa tên ngày 20/05/2025, quyết định số 12-QĐ/ĐU" in matters(person)[L8].text


@pytest.mark.parametrize(
    "event",
    [
        left(EventKind.REMOVED, 2025, 7, 1),
        left(EventKind.REMOVED, 2024, 12, 20),
        left(EventKind.REMOVED, 2025),
        left(EventKind.WITHDREW, 2025, 2, 1),
        left(EventKind.DIED, 2025, 2, 1),
        LifeEvent("e", EventKind.REMOVED),
    ],
)
def test_later_imprecise_or_other_exits_say_nothing_of_the_rating(event: LifeEvent) -> None:
    assert L8 not in matters(member(GOOD, events=(event,)))


def test_a_removal_that_has_not_happened_yet_says_nothing() -> None:
    person = member(GOOD, events=(left(EventKind.REMOVED, 2025, 5, 20),))

    assert L8 not in matters(person, as_of=date(2025, 4, 30))


# --- L10 and worked example 15 d ----------------------------------------------------------
TWICE = {2023: NOT_COMPLETE, 2024: NOT_COMPLETE}


def test_two_years_not_complete_lead_to_a_screening_and_never_to_a_removal() -> None:
    matter = matters(member(TWICE))[L10]

    assert "Hai năm liền không hoàn thành nhiệm vụ" in matter.text
    assert "giáo dục, giúp đỡ" in matter.step
    assert "Không phải căn cứ để xóa tên" in matter.step


@pytest.mark.parametrize(
    "screening", [Screening(2024), Screening(2025), Screening(2023, PartialDate(2024, 3))]
)
def test_a_screening_on_record_settles_it(screening: Screening) -> None:
    assert L10 not in matters(member(TWICE, screenings=(screening,)))


def test_a_screening_before_the_second_year_does_not_settle_it() -> None:
    assert L10 in matters(member(TWICE, screenings=(Screening(2023),)))


@pytest.mark.parametrize(
    "levels",
    [
        {2024: NOT_COMPLETE},
        {2022: NOT_COMPLETE, 2024: NOT_COMPLETE},
        {2023: COMPLETE, 2024: NOT_COMPLETE},
        {2023: NOT_RATED, 2024: NOT_COMPLETE},
    ],
)
def test_years_that_do_not_follow_each_other_lead_to_no_screening(
    levels: dict[int, RatingLevel],
) -> None:
    assert L10 not in matters(member(levels))


def test_a_level_that_stood_for_two_things_is_asked_about() -> None:
    text = "Vi phạm tư cách hoặc không hoàn thành nhiệm vụ"
    levels = {
        year: YearRating({RatingStage.COMMITTEE: rated(year, NOT_COMPLETE, text=text)})
        for year in (2015, 2016)
    }
    person = RatedPerson("1", "Nguyễn Thử", levels)

    matter = matters(person, year=2016)[L10]

    assert [remark for remark in matter.remarks if "hỏi chi bộ là vế nào" in remark]


# --- Left out of the list -----------------------------------------------------------------
def test_a_member_whom_the_list_of_the_cell_left_out_is_named() -> None:
    assert NOT_YET in matters(member({}, cell_rated=True))


@pytest.mark.parametrize(
    "facts",
    [
        {"cell_rated": False},
        {"cell_rated": True, "member": False},
        {"cell_rated": True, "admission_date": PartialDate(2024)},
        {
            "cell_rated": True,
            "permissions": (paper(PermissionKind.EXEMPT_ACTIVITY, SINCE_JANUARY),),
        },
    ],
    ids=["no list at all", "no member then", "perhaps new", "exempt"],
)
def test_nobody_is_missed_who_may_rightly_be_absent(facts: dict[str, object]) -> None:
    assert NOT_YET not in matters(member({}, **facts))


def test_nobody_is_missed_before_the_year_is_over() -> None:
    assert NOT_YET not in matters(member({}, cell_rated=True), as_of=date(2024, 12, 15))
