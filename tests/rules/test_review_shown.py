"""What a finding says of itself: the months shown, the blanks it rests on, the remarks."""

from datetime import date

import pytest

from partyroll.model import Finding, Ground, ReviewList, RuleSettings, TransferLeg
from partyroll.period import Month, PartialDate
from partyroll.rules.review import assessed_months, review
from rules.booklet import (
    ALL_PAID,
    dues,
    listed,
    look,
    meetings,
    member,
    took_in,
)


def found(finding: Finding | None) -> Finding:
    """The finding that must be there."""
    assert finding is not None
    return finding


# --- Meetings with a number of their own --------------------------------------------------
def test_one_excused_mark_is_to_be_checked_where_one_absence_suffices() -> None:
    case = member(meetings("EPPPPPPPPPPP"))

    assert listed(case, meeting_reading="own_count", meeting_months=1) == "check_reason"


def test_absences_below_their_own_higher_number_are_not_counted_with_no_dues() -> None:
    case = member(meetings("AAAPPPPPPPPP"))

    assert listed(case, meeting_reading="own_count", meeting_months=5) is None


def test_a_run_over_new_year_that_meets_the_meetings_own_number_is_shown_whole() -> None:
    case = member(meetings("PPPPPPPPPPPA", 2023), meetings("APPPPPPPPPPP", 2024))

    finding = found(look(case, meeting_reading="own_count", meeting_months=2))

    assert (finding.list, finding.count) == (ReviewList.WATCH, 2)
    assert [fact.month.vi for fact in finding.months] == ["12/2023", "1/2024"]


def test_a_stated_absence_that_suffices_does_not_rest_on_blanks() -> None:
    case = member(meetings("APPPPPPPPPPP"))

    finding = found(look(case, meeting_reading="own_count", meeting_months=1))

    assert not finding.only_inferred


# --- Runs over the turn of the year -------------------------------------------------------
def test_a_run_over_new_year_that_the_year_before_states_does_not_rest_on_blanks() -> None:
    case = member(dues("PPPPPPPPPPUU", 2023), dues("UPPPPPPPPPPP", 2024))

    finding = found(look(case))

    assert (finding.list, finding.count) == (ReviewList.WATCH, 3)
    assert not finding.only_inferred


def test_a_run_over_new_year_with_blanks_in_the_year_before_rests_on_them() -> None:
    case = member(dues("PPPPPPPPPP..", 2023), dues("UPPPPPPPPPPP", 2024))

    finding = found(look(case))

    assert (finding.list, finding.count) == (ReviewList.WATCH, 3)
    assert finding.only_inferred


def test_a_run_over_new_year_may_begin_in_january() -> None:
    case = member(dues("U" * 12, 2023), dues("UPPPPPPPPPPP", 2024))

    finding = found(look(case))

    assert (finding.count, finding.months[0].month) == (13, Month(2023, 1))


def test_absences_excused_in_the_new_year_do_not_lengthen_a_run_over_it() -> None:
    case = member(meetings("PPPPPPPPPPAA", 2023), meetings("EPPPPPPPPPPP", 2024))

    assert look(case) is None


# --- Twelve months that roll --------------------------------------------------------------
@pytest.mark.parametrize(
    ("grace_days", "as_of", "last"),
    [
        (0, date(2024, 11, 29), Month(2024, 10)),
        (0, date(2024, 11, 30), Month(2024, 11)),
        (5, date(2024, 12, 31), Month(2024, 11)),
        (5, date(2025, 1, 5), Month(2024, 11)),
    ],
)
def test_rolling_months_end_with_the_last_whose_grace_is_over(
    grace_days: int, as_of: date, last: Month
) -> None:
    settings = RuleSettings(year_basis="rolling12", grace_days=grace_days)

    assert assessed_months(2024, settings, as_of)[-1] == last


# --- What is said beside it ---------------------------------------------------------------
def test_a_blank_outside_the_run_that_counts_is_not_said_of_it() -> None:
    finding = found(look(member(dues("UUUPP.PPPPPP")), run="consecutive"))

    assert finding.why == "3 tháng chưa đóng đảng phí: 1–3/2024"


def test_remarks_of_other_years_and_other_books_are_not_told() -> None:
    case = member(
        dues("UUUPPPPPPPPP", remark="đã nhắc hai lần"),
        dues(ALL_PAID, 2023, remark="chuyển đến từ huyện khác"),
        meetings(ALL_PAID, remark="hay đến muộn"),
    )

    finding = found(look(case, ground="dues"))

    assert finding.ground is Ground.UNPAID_DUES
    assert finding.remarks == ("đã nhắc hai lần",)


def test_public_holidays_lengthen_the_time_on_the_way() -> None:
    """Thirty working days after 19 August end on 30 September; a holiday adds a day."""
    case = member(
        dues("PPPPPPPPUUUP", 2025),
        legs=(
            TransferLeg("1", out=True, temporary=False, leg_date=PartialDate(2025, 8, 19)),
            TransferLeg("2", out=False, temporary=False, leg_date=PartialDate(2025, 10, 20)),
        ),
    )

    def judged_with(*holidays: date) -> Finding | None:
        return review(
            case,
            year=2025,
            collections=took_in(39, 40, *case.lines),
            settings=RuleSettings(),
            as_of=date(2025, 12, 31),
            holidays=holidays,
        )

    without, with_one = found(judged_with()), judged_with(date(2025, 9, 2))

    assert [fact.month.number for fact in without.months] == [10, 11]
    assert with_one is None
