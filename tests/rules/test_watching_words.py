"""The sentences of early warnings leave out what nobody wrote."""

from datetime import date

import pytest

from partyroll.model import (
    Finding,
    Ground,
    MonthFact,
    Permission,
    PermissionKind,
    ReviewList,
    State,
    StayAway,
)
from partyroll.period import Month, PartialDate
from partyroll.rulebook import clocks
from partyroll.rules import watching_words as words
from partyroll.rules.clocks import deadline
from partyroll.rules.probation import probation

SINCE = PartialDate(2026, 1, 15)
LEAVE = Permission(PermissionKind.TEMP_EXEMPT, paper="7-NQ/CB")
DUE = deadline(clocks(), "transfer_present", date(2026, 6, 1))


def test_a_stay_names_the_host_where_it_is_known() -> None:
    assert words.stay_ends("", SINCE) == "Sinh hoạt tạm thời đến hết 15/01/2026"
    assert words.stay_long("Chi bộ Trạm", SINCE, 12) == (
        "Sinh hoạt tạm thời tại Chi bộ Trạm từ 15/01/2026, đã đủ 12 tháng"
    )


def test_a_stay_that_still_stands_says_where_and_since_when_as_far_as_known() -> None:
    assert words.stays_still("", None) == "sinh hoạt tạm thời"
    assert words.stays_still("Chi bộ Trạm", SINCE) == (
        "sinh hoạt tạm thời tại Chi bộ Trạm từ 15/01/2026"
    )


def test_who_is_back_is_told_with_the_paper_that_still_holds() -> None:
    back = StayAway("x", returned_on=SINCE)

    assert words.returned(back, words.stays_still("", None)) == (
        "Đã về 15/01/2026, sổ còn ghi sinh hoạt tạm thời"
    )


def test_who_was_to_be_back_is_told_without_a_place_that_nobody_wrote() -> None:
    assert words.expected_back(StayAway("", end=PartialDate(2026, 10))) == (
        "Đi làm ăn xa, ghi về 10/2026, sổ chưa ghi đã về hay còn đi"
    )


def test_a_leave_that_still_holds_names_its_paper_and_its_end_where_it_has_one() -> None:
    dated = Permission(PermissionKind.TEMP_EXEMPT, end=PartialDate(2026, 12), paper="7-NQ/CB")

    assert words.exempt_still(dated) == f"{words.exempt_still(LEAVE)} đến hết 12/2026"
    assert words.exempt_still(LEAVE).endswith(" (7-NQ/CB)")


@pytest.mark.parametrize(
    ("place", "left", "begins", "ends"),
    [
        ("", 0, "Chuyển sinh hoạt đảng từ 15/01/2026. ", ", hôm nay là ngày cuối"),
        (
            "Đảng bộ xã Khác",
            2,
            "Chuyển sinh hoạt đảng đến Đảng bộ xã Khác từ 15/01/2026. ",
            ", còn 2 ngày làm việc",
        ),
    ],
)
def test_a_letter_that_must_be_handed_in_names_the_place_and_the_days(
    place: str, left: int, begins: str, ends: str
) -> None:
    said = words.introduction_due(place, SINCE, DUE, left)

    assert said.startswith(begins)
    assert said.endswith(ends)


def test_of_blank_months_alone_nobody_is_reminded_to_pay() -> None:
    blank = MonthFact(Month(2026, 3), Ground.UNPAID_DUES, State.UNPAID_INFERRED)
    finding = Finding(
        ReviewList.WATCH, Ground.UNPAID_DUES, 1, (), (blank,), only_inferred=True, why=""
    )

    assert words.remind(finding) == (
        "Đối chiếu sổ, biên lai tháng 3/2026 (ô trống): đã đóng thì ghi bổ sung, chưa đóng thì"
        " nhắc. Nếu có lý do chính đáng, đề nghị nộp giấy tờ để chi bộ xem xét chấp nhận."
    )


def test_doubts_of_a_clock_are_told_one_after_the_other() -> None:
    twice = deadline(clocks(), "transfer_present", date(2000, 6, 1))

    assert "; ".join(twice.remarks) in twice.vi
    assert len(twice.remarks) > 1


def test_a_holiday_lengthens_the_term_of_the_review_of_a_probation() -> None:
    plain = probation(clocks(), date(2024, 9, 15))
    longer = probation(clocks(), date(2024, 9, 15), holidays={date(2025, 10, 8)})

    assert (plain.review.last, longer.review.last) == (date(2025, 10, 27), date(2025, 10, 28))
    assert plain.confirmed_on == longer.confirmed_on == date(2025, 9, 15)
