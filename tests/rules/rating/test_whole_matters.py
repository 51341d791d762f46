"""What is told beside a rating, whole: its sentence, what to do, the year, the doubts."""

from datetime import date

import pytest

from partyroll.model import (
    Discipline,
    DisciplineForm,
    EventKind,
    LifeEvent,
    Matter,
    MatterKind,
    Permission,
    PermissionKind,
    RatingStage,
    RatingTally,
    Stay,
    StayAway,
    UnitRating,
    YearRating,
)
from partyroll.period import PartialDate
from partyroll.rules.rating.facts import RatedPerson
from partyroll.rules.rating.interval import likely_counts
from partyroll.rules.rating.names import may_mean_unfit, says_unfit
from rules.rating.ratings import (
    COMPLETE,
    EXCELLENT,
    GOOD,
    NOT_COMPLETE,
    matters,
    member,
    missed,
    paper,
    rated,
    unit,
    unpaid,
)

K = MatterKind
AT = "(xep-loai.xlsx › 2024 › dòng 9)"
REMARKS_STEP = (
    "Cần rà soát: xin nhận xét của nơi cư trú, nơi sinh hoạt tạm thời rồi ghi vào sổ (cột Nhận"
    " xét nơi cư trú trong bảng xếp loại)."
)
ADD_STEP = (
    "Bổ sung vào danh sách xếp loại rồi nhập lại; thuộc diện không đánh giá thì ghi “Chưa đánh"
    " giá”."
)
USUAL = "cách hiểu thường dùng, chưa tìm được văn bản nêu rõ"


def reprimand(on: PartialDate | None, number: str) -> Discipline:
    return Discipline("d", "1", DisciplineForm.REPRIMAND, "", on, number)


# --- People -------------------------------------------------------------------------------
def test_months_in_arrears_of_both_grounds_are_told_one_after_the_other() -> None:
    both = (*unpaid(2, 6, 11), *missed(1, 2, 3))
    matter = matters(member(GOOD, defaults=both))[K.RATED_WITH_DEFAULTS]

    assert "L7); 3 tháng vắng sinh hoạt" in matter.text
    assert matter.remarks == ()


def test_decisions_of_discipline_are_told_one_after_the_other() -> None:
    day = PartialDate(2024, 7, 2)
    two = (reprimand(day, "05-QĐ"), reprimand(day, ""))
    matter = matters(member(GOOD, disciplines=two))[K.RATED_WITH_DISCIPLINE]

    assert "khiển trách số 05-QĐ ngày 02/07/2024; khiển trách ngày 02/07/2024" in matter.text
    assert matter.step.startswith("Cần rà soát")
    assert matter.about == "2024"


def test_an_exemption_asks_for_remarks_even_after_few_months() -> None:
    exempt = (paper(PermissionKind.EXEMPT_ACTIVITY, PartialDate(2024, 11, 15)),)

    found = matters(member(GOOD, permissions=exempt))[K.RATED_WITHOUT_REMARKS]

    assert (found.step, found.about) == (REMARKS_STEP, "2024")
    assert found.text.endswith(
        "1 tháng trong năm: được miễn công tác và sinh hoạt từ 15/11/2024; sổ chưa có nhận xét"
        " của nơi đó"
    )


def test_times_elsewhere_are_told_one_after_the_other() -> None:
    stays = (
        Stay("x", date(2024, 1, 1), date(2024, 5, 1), temporary=True),
        Stay("home", date(2024, 1, 1)),
    )
    away = (StayAway("", PartialDate(2024, 6, 1), PartialDate(2024, 9, 30)),)

    found = matters(member(GOOD, stays=stays, away=away))[K.RATED_WITHOUT_REMARKS]

    assert (
        "8 tháng trong năm: sinh hoạt tạm thời tại nơi khác từ 01/01/2024; ở nơi khác từ"
        " 01/06/2024; sổ chưa có nhận xét của nơi đó"
    ) in found.text


def test_a_stay_that_goes_on_counts_to_the_end_of_the_year() -> None:
    stays = (Stay("x", date(2024, 3, 1), temporary=True),)

    found = matters(member(GOOD, stays=stays))[K.RATED_WITHOUT_REMARKS]

    assert "10 tháng trong năm" in found.text


def test_a_paper_without_days_covers_the_year_and_says_no_beginning() -> None:
    exempt = (Permission(PermissionKind.EXEMPT_ACTIVITY),)
    found = matters(member(GOOD, permissions=exempt))

    assert (
        "12 tháng trong năm: được miễn công tác và sinh hoạt; sổ chưa"
        in found[K.RATED_WITHOUT_REMARKS].text
    )
    assert found[K.RATED_THOUGH_EXEMPT].text.endswith("; được miễn công tác và sinh hoạt")
    assert found[K.RATED_THOUGH_EXEMPT].remarks == ()
    assert found[K.RATED_THOUGH_EXEMPT].about == "2024"
    assert found[K.RATED_THOUGH_EXEMPT].step.startswith("Đối chiếu")


@pytest.mark.parametrize(
    ("start", "end", "doubted"),
    [
        (PartialDate(2024, 12, 1), PartialDate(2024, 12, 31), True),
        (PartialDate(2024, 12, 2), None, False),
        (PartialDate(2024, 1, 1), PartialDate(2024, 12, 30), False),
    ],
)
def test_a_suspension_of_the_whole_of_december_is_doubted_as_usually_read(
    start: PartialDate,
    end: PartialDate | None,
    doubted: bool,  # noqa: FBT001 (a case of the table)
) -> None:
    held = (paper(PermissionKind.SUSPENDED, start, end),)

    found = matters(member(GOOD, permissions=held))

    assert [found[kind].remarks for kind in found if kind is K.RATED_THOUGH_EXEMPT] == [
        (USUAL,)
    ] * doubted


@pytest.mark.parametrize(
    ("admitted", "doubted"),
    [(PartialDate(2024, 6, 30), False), (PartialDate(2024, 7, 1), True)],
)
def test_who_was_admitted_less_than_six_months_ago_is_usually_not_rated(
    admitted: PartialDate,
    doubted: bool,  # noqa: FBT001 (a case of the table)
) -> None:
    found = matters(member(GOOD, admission_date=admitted))

    assert (K.RATED_THOUGH_EXEMPT in found) is doubted


def test_two_years_not_complete_are_told_with_their_places_and_the_year() -> None:
    person = member({2023: NOT_COMPLETE, 2024: NOT_COMPLETE})
    matter = matters(person)[K.TWICE_NOT_COMPLETE]

    assert matter.text == (
        f"Hai năm liền không hoàn thành nhiệm vụ: 2023 {AT}; 2024 {AT}; sổ chưa ghi rà soát,"
        " sàng lọc"
    )
    assert (matter.about, matter.remarks) == ("2024", ())


OWN = YearRating({RatingStage.SELF: rated(2024, GOOD, RatingStage.SELF)})


@pytest.mark.parametrize(
    ("years", "told"),
    [
        ({}, "Năm 2024: chưa có tên trong danh sách xếp loại"),
        ({2024: OWN}, "Năm 2024: mới có tự xếp loại"),
    ],
)
def test_whom_the_list_of_the_cell_left_out_is_told(
    years: dict[int, YearRating], told: str
) -> None:
    left_out = RatedPerson("1", "Nguyễn Thử", years, cell_rated=True, member=True)

    assert matters(left_out)[K.NOT_RATED_YET] == Matter(
        K.NOT_RATED_YET, told, ADD_STEP, about="2024"
    )


@pytest.mark.parametrize("day", [PartialDate(2025, 1, 1), PartialDate(2025, 6, 30)])
def test_a_removal_in_the_half_year_after_is_told_though_its_number_is_not_known(
    day: PartialDate,
) -> None:
    gone = LifeEvent("e", EventKind.REMOVED, decision_date=day)
    matter = matters(member(GOOD, member=False, events=(gone,)))[K.LEFT_AFTER_GOOD]

    assert matter.text.endswith(f"; xóa tên ngày {day.vi}, quyết định")
    assert matter.step
    assert matter.about == "2024"


# --- Units --------------------------------------------------------------------------------
@pytest.mark.parametrize("good", [2, 3])
def test_three_rated_alike_are_enough_to_be_told(good: int) -> None:
    found = matters(unit(RatingTally(good=good)))

    assert [
        (bool(one.step), one.about) for kind, one in found.items() if kind is K.ALL_ALIKE
    ] == [(True, "2024")] * (good == 3)


def test_three_years_with_nobody_below_good_name_the_last_year_and_what_to_do() -> None:
    three = dict.fromkeys((2022, 2023, 2024), RatingTally(excellent=1, good=2))
    matter = matters(unit(three))[K.NOBODY_BELOW_GOOD]

    assert matter.about == "2024"
    assert matter.step


@pytest.mark.parametrize(
    ("tally", "side"),
    [
        (RatingTally(good=40), "cao hơn hẳn"),
        (RatingTally(good=20, complete=20), "thấp hơn hẳn"),
    ],
)
def test_a_unit_far_from_its_parent_is_told_on_which_side(
    tally: RatingTally, side: str
) -> None:
    parent = {2024: RatingTally(good=160, complete=40)}
    matter = matters(unit(tally, parent=parent))[K.FAR_FROM_PARENT]

    assert f", {side} so với cấp trên" in matter.text
    assert matter.about == "2024"
    assert matter.step
    assert "cứ 100 đơn vị" in matter.remarks[0]


def test_an_interval_leaves_out_no_more_than_its_share_on_each_side() -> None:
    # Of ten that are as likely as not, two or fewer are rarer than one time in twenty are.
    assert likely_counts(10, 1, 2, 90) == (2, 8)
    assert likely_counts(10, 1, 2, 98) == (1, 9)
    assert likely_counts(10, 0, 2, 90) == (0, 0)
    assert likely_counts(10, 2, 2, 90) == (10, 10)


# --- Names --------------------------------------------------------------------------------
@pytest.mark.parametrize("text", ["Vi phạm tư cách", "vi phạm tư cách.", " Vi phạm tư cách; "])
def test_a_level_is_read_without_the_marks_around_it(text: str) -> None:
    assert says_unfit(text)
    assert not may_mean_unfit(text)


def test_units_of_years_of_excellence_are_told_one_after_the_other() -> None:
    four = range(2021, 2025)
    given = {year: UnitRating(year, COMPLETE) for year in four}
    person = member(dict.fromkeys(four, EXCELLENT), unit_ratings=given)
    matter = matters(person)[K.ALWAYS_EXCELLENT]

    assert "(2021: hoàn thành nhiệm vụ; 2022: hoàn thành nhiệm vụ; 2023" in matter.text
    assert matter.about == "2024"
    assert matter.step
