from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partyroll.rulebook import Clock, clocks
from partyroll.rules.clocks import (
    Deadline,
    deadline,
    is_working_day,
    working_day_after,
    working_days_left,
)
from partyroll.rules.probation import probation
from trials import trials

MONDAY = date(2025, 10, 6)


def until(id_: str, start: date, *holidays: date, level: str = "") -> Deadline:
    return deadline(clocks(), id_, start, holidays=frozenset(holidays), level=level)


# --- Worked examples ----------------------------------------------------------------------
@pytest.mark.parametrize(
    ("id_", "level", "start", "last"),
    [
        ("transfer_start", "", MONDAY, date(2025, 12, 29)),
        ("transfer_present", "", MONDAY, date(2025, 11, 17)),
        ("complaint", "", MONDAY, date(2025, 11, 17)),
        ("complaint_answer", "province, district", date(2025, 11, 17), date(2026, 3, 23)),
        ("complaint_answer", "central", date(2025, 11, 17), date(2026, 7, 27)),
        ("admission_decision", "", MONDAY, date(2025, 12, 29)),
        ("ceremony", "", MONDAY, date(2025, 11, 17)),
        ("transfer_no_show", "", date(2025, 11, 30), date(2026, 2, 28)),
        ("readmit_wait", "", date(2023, 5, 10), date(2026, 5, 10)),
        ("readmit_wait_criminal", "", date(2025, 5, 10), date(2030, 5, 10)),
        ("class_valid", "", date(2025, 6, 30), date(2030, 6, 30)),
    ],
)
def test_a_clock_ends_on_the_day_the_regulation_means(
    id_: str, level: str, start: date, last: date
) -> None:
    assert until(id_, start, level=level).last == last


def test_a_term_strictly_below_twelve_months_ends_the_day_before() -> None:
    assert until("temp_exempt_max", date(2026, 3, 1)).last == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("start", "holidays", "last"),
    [
        (date(2026, 2, 2), [], date(2026, 3, 16)),
        (date(2026, 2, 2), [date(2026, 2, day) for day in range(16, 21)], date(2026, 3, 23)),
        (date(2026, 11, 2), [], date(2026, 12, 14)),
        (date(2026, 11, 2), [date(2026, 11, 24)], date(2026, 12, 15)),
    ],
)
def test_holidays_are_those_that_somebody_listed(
    start: date, holidays: list[date], last: date
) -> None:
    assert until("transfer_present", start, *holidays).last == last


def test_a_probation_ends_a_year_after_the_ceremony_and_is_reviewed_after_it() -> None:
    found = probation(clocks(), date(2024, 9, 15))

    assert found.ends.last == found.confirmed_on == date(2025, 9, 15)
    assert found.review.last == date(2025, 10, 27)


def test_holidays_postpone_the_review_of_a_probation() -> None:
    holiday = frozenset({date(2025, 9, 16)})

    assert probation(clocks(), date(2024, 9, 15), holidays=holiday).review.last == (
        date(2025, 10, 28)
    )


# --- What is said beside a deadline -------------------------------------------------------
def test_without_a_list_of_holidays_the_deadline_says_so() -> None:
    assert until("complaint", MONDAY).remarks == ("chưa trừ ngày lễ",)


def test_with_the_holidays_of_its_year_the_deadline_has_no_remark() -> None:
    assert until("complaint", MONDAY, date(2025, 9, 2)).remarks == ()


def test_a_year_that_no_list_speaks_of_is_named() -> None:
    found = until("complaint_answer", date(2025, 11, 17), date(2025, 9, 2), level="central")

    assert found.remarks == ("chưa trừ ngày lễ năm 2026",)


def test_every_year_of_which_no_holidays_are_known_is_named() -> None:
    over_new_year = until("transfer_start", MONDAY.replace(month=12, day=1), date(2024, 9, 2))

    assert over_new_year.remarks == ("chưa trừ ngày lễ năm 2025, 2026",)


def test_holidays_do_not_matter_to_months() -> None:
    assert until("readmit_wait", date(2023, 5, 10)).remarks == ()


def test_before_the_first_text_the_term_is_used_and_said_to_be_unverified() -> None:
    found = until("transfer_present", date(2025, 5, 23))

    assert found.last == date(2025, 7, 4)
    assert found.remarks == ("chưa kiểm chứng cho giai đoạn này", "chưa trừ ngày lễ")


def test_from_its_first_day_a_term_is_verified() -> None:
    assert until("transfer_present", date(2025, 5, 26)).remarks == ("chưa trừ ngày lễ",)


def test_a_doubtful_source_is_said() -> None:
    assert until("class_valid", date(2025, 6, 9)).remarks == ("nguồn chưa chắc chắn",)


def test_the_sentence_says_what_until_when_and_what_is_doubtful() -> None:
    assert until("complaint", MONDAY).vi == (
        "khiếu nại quyết định xóa tên: đến hết ngày 17/11/2025 (chưa trừ ngày lễ)"
    )
    assert until("readmit_wait", date(2023, 5, 10)).vi == (
        "xét kết nạp lại: đến hết ngày 10/05/2026"
    )


def test_the_last_day_is_in_time() -> None:
    found = until("complaint", MONDAY)

    assert not found.passed(date(2025, 11, 17))
    assert found.passed(date(2025, 11, 18))


# --- Clocks by date -----------------------------------------------------------------------
def test_the_ceremony_runs_from_the_issue_of_the_decision_since_july_2026() -> None:
    before, after = until("ceremony", date(2026, 7, 25)), until("ceremony", date(2026, 7, 26))

    assert before.clock.starts == "ngày chi bộ nhận quyết định kết nạp"
    assert after.clock.starts == "ngày ban hành quyết định kết nạp"
    assert "nguồn chưa chắc chắn" in after.remarks


def test_of_several_texts_the_latest_that_had_begun_counts() -> None:
    texts = [Clock("x", date(year, 1, 1), "", "", working_days=year % 100) for year in (16, 12)]

    assert deadline(texts, "x", date(14, 1, 1)).clock.working_days == 12
    assert deadline(texts, "x", date(16, 1, 1)).clock.working_days == 16
    assert deadline(texts, "x", date(10, 1, 1)).clock.working_days == 12


def test_a_clock_that_nobody_described_is_no_clock() -> None:
    with pytest.raises(LookupError, match="lunch"):
        until("lunch", MONDAY)


def test_every_clock_says_what_it_is_and_from_when_it_runs() -> None:
    vague = [
        clock.id
        for clock in clocks()
        if not (clock.what and clock.starts) or bool(clock.months) is bool(clock.working_days)
    ]

    assert vague == []


# --- Working days -------------------------------------------------------------------------
def test_weekends_are_off() -> None:
    week = [MONDAY + timedelta(days=step) for step in range(7)]

    assert [is_working_day(day) for day in week] == [True] * 5 + [False] * 2


def test_the_day_itself_is_day_nought() -> None:
    assert working_day_after(MONDAY, 0) == MONDAY
    assert working_day_after(MONDAY, 1) == date(2025, 10, 7)


def test_an_event_on_a_weekend_starts_counting_on_monday() -> None:
    assert working_day_after(date(2025, 10, 4), 1) == MONDAY


def test_days_left_are_working_days_after_today() -> None:
    friday, next_tuesday = date(2025, 10, 10), date(2025, 10, 14)

    assert working_days_left(friday, next_tuesday) == 2
    assert working_days_left(friday, next_tuesday, {MONDAY + timedelta(days=7)}) == 1
    assert working_days_left(next_tuesday, friday) == 0


some_days = st.dates(date(2016, 1, 1), date(2040, 1, 1))


@trials(20, many=60)
@given(some_days, st.integers(1, 200), st.frozensets(some_days, max_size=20))
def test_as_many_working_days_remain_as_were_given(
    start: date, count: int, holidays: frozenset[date]
) -> None:
    last = working_day_after(start, count, holidays)

    assert working_days_left(start, last, holidays) == count
    assert is_working_day(last, holidays)
