"""What is worth doing about needs and help: facts, proposals, and nothing without a fact."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partyroll.model import (
    Matter,
    MatterKind,
    Need,
    Support,
    SupportLimits,
    SupportMeasure,
    SupportOutcome,
)
from partyroll.period import PartialDate
from partyroll.rules.supporting import (
    Circumstances,
    Discharge,
    Served,
    as_it_stood,
    lately_discharged,
    meeting_by_roster,
    support_matters,
)
from partyroll.rules.supporting.facts import need_in_words

TODAY = date(2026, 1, 15)
AT = Circumstances(TODAY, SupportLimits())
POOR = Support("S1", 1, "P1", Need.HARDSHIP)
HELPED = replace(POOR, measure=SupportMeasure.GIFT, measure_text="tặng quà Tết")
HOME = Support("S2", 2, "P1", Need.DISCHARGED)


def day(iso: str) -> PartialDate:
    return PartialDate.parse(iso)


def kinds(one: Support, at: Circumstances = AT) -> list[MatterKind]:
    return [matter.kind for matter in support_matters(one, at)]


def only(one: Support) -> Matter:
    (matter,) = support_matters(one, AT)
    return matter


# --- Needs --------------------------------------------------------------------------------
def test_a_need_without_a_measure_is_told_with_its_words_and_day() -> None:
    matter = only(replace(POOR, need_text="hộ nghèo", opened_on=day("2025-10")))

    assert matter.kind is MatterKind.NEED_WITHOUT_MEASURE
    assert matter.text == (
        "khó khăn về kinh tế (hộ nghèo), nêu tháng 10/2025; sổ chưa ghi đã giúp gì"
    )
    assert matter.about == "S1"


def test_what_was_written_beside_the_need_is_told_without_the_need_again() -> None:
    ill = replace(POOR, need=Need.HEALTH, need_text="mổ tim; Ốm đau")

    assert need_in_words(ill) == "ốm đau, bệnh tật (mổ tim)"


def test_all_that_was_written_of_a_need_is_told() -> None:
    ill = replace(POOR, need=Need.HEALTH, need_text="mổ tim; chạy thận")

    assert need_in_words(ill) == "ốm đau, bệnh tật (mổ tim; chạy thận)"


def test_words_of_no_list_are_told_as_written() -> None:
    other = replace(POOR, need=Need.OTHER, need_text="con hay quấy")

    assert only(other).text == "con hay quấy; sổ chưa ghi đã giúp gì"


@pytest.mark.parametrize(
    "said",
    [
        {"closed_on": day("2025-12-01")},
        {"outcome": SupportOutcome.RESOLVED},
        {"outcome_text": "tạm được"},
    ],
)
def test_what_is_closed_or_has_an_outcome_needs_nothing(said: dict[str, object]) -> None:
    assert kinds(replace(POOR, **said)) == []  # type: ignore[arg-type]


# --- Outcomes -----------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("2025-07-15", [MatterKind.OUTCOME_UNKNOWN]),  # six months to the day
        ("2025-07-16", []),
        ("2025-07", []),  # the month's last day is less than six months ago
        ("2025-06", [MatterKind.OUTCOME_UNKNOWN]),
        ("2025", []),
        ("2024", [MatterKind.OUTCOME_UNKNOWN]),
    ],
)
def test_an_outcome_is_asked_for_after_six_months(given: str, told: list[MatterKind]) -> None:
    assert kinds(replace(HELPED, provided_on=day(given))) == told


def test_the_office_says_after_how_many_months() -> None:
    helped = replace(HELPED, provided_on=day("2025-11-15"))

    assert kinds(helped, Circumstances(TODAY, SupportLimits(outcome_months=2))) == [
        MatterKind.OUTCOME_UNKNOWN
    ]


def test_help_on_a_day_nobody_wrote_is_asked_after_and_says_so() -> None:
    matter = only(HELPED)

    assert matter.text == "khó khăn về kinh tế: tặng quà Tết, chưa ghi kết quả"
    assert matter.remarks == ("sổ không ghi ngày giúp",)


def test_who_helped_and_when_stand_in_the_words() -> None:
    helped = replace(HELPED, provided_by="Hội Nông dân", provided_on=day("2025-04-05"))

    assert only(helped).text == (
        "khó khăn về kinh tế: tặng quà Tết (Hội Nông dân) ngày 05/04/2025, quá 6 tháng chưa"
        " ghi kết quả"
    )


# --- Those who came home ------------------------------------------------------------------
def test_who_came_home_is_to_be_met_until_somebody_met_them() -> None:
    home = replace(HOME, opened_on=day("2025-10-02"), need_text="xuất ngũ")

    assert only(home).text == "xuất ngũ ngày 02/10/2025; sổ chưa ghi đã gặp gỡ"
    assert kinds(replace(home, measure=SupportMeasure.MEETING)) == []


@pytest.mark.parametrize(
    ("text", "born", "found"),
    [
        ("Bộ đội xuất ngũ tháng 02/2025", None, Discharge("", day("2025-02"))),
        ("Công an xuất ngũ ngày 05/02/2025", None, Discharge("", day("2025-02-05"))),
        ("xuất ngũ năm 2025", None, Discharge("", day("2025"))),
        ("BỘ ĐỘI XUẤT NGŨ", "2000", Discharge("")),
        ("Bộ đội xuất ngũ", "1960", None),
        ("Bộ đội xuất ngũ", None, None),
        ("phục viên 1979", "1955", None),
        ("xuất ngũ 02/2024", "2000", None),
        ("xuất ngũ 02/2027", "2000", None),  # that day has not come
        ("Làm ruộng", "2000", None),
    ],
)
def test_a_roster_speaks_of_those_who_came_home_of_late(
    text: str, born: str | None, found: Discharge | None
) -> None:
    served = Served((text,), day(born) if born else None)

    got = lately_discharged(served, AT)

    assert (got and got.on, got is None) == (found and found.on, found is None)


def test_a_roster_without_the_day_is_remarked() -> None:
    matter = meeting_by_roster(Discharge("bộ đội xuất ngũ"))

    assert matter.kind is MatterKind.TO_BE_MET
    assert matter.remarks == ("danh sách không ghi ngày xuất ngũ",)


# --- As it stood --------------------------------------------------------------------------
def test_help_of_a_later_day_is_not_known_before() -> None:
    helped = replace(HELPED, opened_on=day("2025-03-01"), provided_on=day("2025-06-01"))

    before, between = (as_it_stood(helped, date(2025, m, 15)) for m in (2, 4))

    assert before is None
    assert between is not None
    assert between.measure is None


# --- Whatever is known --------------------------------------------------------------------
DAYS = st.one_of(
    st.none(),
    st.dates(date(2023, 1, 1), date(2026, 1, 1)).map(PartialDate.of),
    st.sampled_from([day("2024"), day("2025-03")]),
)
KNOWN = st.builds(
    Support,
    support_id=st.just("S"),
    number=st.just(1),
    person_id=st.just("P"),
    need=st.sampled_from(Need),
    need_text=st.sampled_from(["", "hộ nghèo"]),
    opened_on=DAYS,
    measure=st.one_of(st.none(), st.sampled_from(SupportMeasure)),
    provided_on=DAYS,
    outcome=st.one_of(st.none(), st.sampled_from(SupportOutcome)),
    outcome_text=st.sampled_from(["", "tạm được"]),
    closed_on=DAYS,
)


@given(one=KNOWN)
def test_each_need_has_one_thing_to_do_at_most_and_none_once_an_outcome_is_written(
    one: Support,
) -> None:
    assert len(kinds(one)) <= 1
    assert kinds(replace(one, outcome=SupportOutcome.BETTER)) == []


@given(one=KNOWN, measure=st.sampled_from(SupportMeasure), ago=st.integers(0, 150))
def test_help_given_of_late_leaves_nothing_to_do(
    one: Support, measure: SupportMeasure, ago: int
) -> None:
    given_on = PartialDate.of(TODAY - timedelta(days=ago))

    assert kinds(replace(one, measure=measure, provided_on=given_on)) == []
