"""The worked examples of the three-month rule."""

from datetime import date

import pytest

from partyroll.model import (
    Finding,
    Ground,
    Payment,
    PermissionKind,
    ReviewList,
    State,
    Stay,
)
from partyroll.period import Month, PartialDate
from partyroll.rules.review import RULES
from rules.booklet import (
    ALL_PAID,
    DONG,
    DUES,
    HOME,
    MEETINGS,
    TRAM,
    dues,
    judged,
    listed,
    look,
    meetings,
    member,
    paper,
    states,
    took_in,
)


def found(finding: Finding | None) -> Finding:
    """The finding that must be there."""
    assert finding is not None
    return finding


def test_both_grounds_are_rules() -> None:
    assert [ground for ground, _ in RULES] == [DUES, MEETINGS]


# --- Three scattered months ---------------------------------------------------------------
def test_three_scattered_unpaid_months_are_for_review() -> None:
    finding = found(look(member(dues("PUPPPUPPPPUP"))))
    dues_count, meeting_count = finding.grounds

    assert finding.list is ReviewList.REVIEW
    assert finding.ground is Ground.UNPAID_DUES
    assert finding.count == 3
    assert finding.why == "3 tháng chưa đóng đảng phí: 2, 6, 11/2024"
    assert [str(fact.month) for fact in finding.months] == ["2024-02", "2024-06", "2024-11"]
    assert (dues_count.plain, dues_count.longest_run) == (3, 1)
    assert meeting_count.all == 0


def test_scattered_months_are_nothing_where_only_a_run_counts() -> None:
    assert listed(member(dues("PUPPPUPPPPUP")), run="consecutive") is None


def test_the_longest_run_replaces_every_count() -> None:
    finding = found(look(member(dues("PUPPUUUUPPUP")), run="consecutive"))

    assert finding.count == 4
    assert finding.grounds[0].plain == 4
    assert finding.why == "4 tháng chưa đóng đảng phí: 5–8/2024"


def test_two_months_are_watched() -> None:
    finding = found(look(member(dues("PUPPPUPPPPPP"))))

    assert (finding.list, finding.count) == (ReviewList.WATCH, 2)


def test_one_month_is_on_no_list() -> None:
    assert look(member(dues("PUPPPPPPPPPP"))) is None


def test_fewer_months_may_be_asked() -> None:
    assert listed(member(dues("PUPPPUPPPPPP")), months=2) == "review"


def test_where_one_month_is_enough_no_month_is_not_watched() -> None:
    assert listed(member(dues(ALL_PAID)), months=1) is None


# --- Over the turn of the year ------------------------------------------------------------
OVER_NEW_YEAR = member(dues("PPPPPPPPPPUU", 2023), dues("UPPPPPPPPPPP", 2024))


def test_three_months_over_the_turn_of_the_year_are_watched() -> None:
    finding = found(look(OVER_NEW_YEAR, as_of=date(2024, 1, 31)))

    assert finding.list is ReviewList.WATCH
    assert (finding.grounds[0].plain, finding.grounds[0].cross_run) == (1, 3)
    assert finding.count == 3
    assert [fact.month.vi for fact in finding.months] == ["11/2023", "12/2023", "1/2024"]
    assert finding.why == (
        "3 tháng chưa đóng đảng phí, liền nhau vắt qua hai năm: 11, 12/2023, 1/2024"
    )


def test_the_last_twelve_months_are_for_review_where_they_are_the_year() -> None:
    finding = found(look(OVER_NEW_YEAR, as_of=date(2024, 1, 31), year_basis="rolling12"))

    assert (finding.list, finding.count) == (ReviewList.REVIEW, 3)
    assert finding.grounds[0].cross_run == 0


def test_the_last_twelve_months_of_an_earlier_year_end_with_it() -> None:
    finding = found(look(OVER_NEW_YEAR, year=2023, year_basis="rolling12"))

    assert (finding.list, finding.count) == (ReviewList.WATCH, 2)


def test_at_the_end_of_the_first_year_two_months_are_watched() -> None:
    finding = found(look(OVER_NEW_YEAR, year=2023, as_of=date(2023, 12, 31)))

    assert (finding.list, finding.count) == (ReviewList.WATCH, 2)


def test_a_run_of_the_year_before_alone_is_not_this_years() -> None:
    case = member(dues("PPPPPPPPPUUU", 2023), dues(ALL_PAID, 2024))

    assert look(case) is None


def test_absences_marked_as_excused_make_no_run_over_the_turn_of_the_year() -> None:
    case = member(meetings("PPPPPPPPPPEE", 2023), meetings("APPPPPPPPPPP", 2024))

    assert look(case) is None


# --- Two grounds --------------------------------------------------------------------------
TWO_GROUNDS = member(dues("PPUUPPPPPPPP"), meetings("PPPPPPPPAPPP"))


def test_grounds_do_not_add_up_but_are_watched() -> None:
    finding = found(look(TWO_GROUNDS))

    assert finding.list is ReviewList.WATCH
    assert (finding.ground, finding.count) == (Ground.UNPAID_DUES, 2)


def test_grounds_add_up_where_they_are_combined() -> None:
    finding = found(look(TWO_GROUNDS, combine_grounds=True))

    assert finding.list is ReviewList.REVIEW
    assert (finding.ground, finding.count) == (Ground.MIXED, 3)
    assert finding.why == "3 tháng chưa đóng đảng phí hoặc vắng sinh hoạt: 3, 4, 9/2024"


@pytest.mark.parametrize("combine", [True, False])
def test_a_month_on_both_grounds_is_one_month(combine: bool) -> None:  # noqa: FBT001 - a setting
    case = member(dues("PPUUPPPPPPPP"), meetings("PPPAPPPPPPPP"))

    assert listed(case, combine_grounds=combine) == "watch"


def test_months_of_both_grounds_are_watched_even_if_neither_is_alone() -> None:
    case = member(dues("UUPPPPPPPPPP"), meetings("PPAAPPPPPPPP"))
    finding = found(look(case, months=4))

    assert (finding.list, finding.ground, finding.count) == (
        ReviewList.WATCH,
        Ground.MIXED,
        4,
    )


def test_noted_months_of_both_grounds_are_to_be_checked_where_combined() -> None:
    case = member(dues("NPPPPPPPPPPP", notes={0: "ốm"}), meetings("PEPEPPPPPPPP"))

    assert listed(case) is None
    assert listed(case, combine_grounds=True) == "check_reason"


def test_one_ground_alone_is_never_mixed() -> None:
    case = member(dues("UUUPPPPPPPPP"))
    finding = found(look(case, combine_grounds=True))

    assert finding.ground is Ground.UNPAID_DUES


def test_only_the_ground_asked_for_is_looked_at() -> None:
    case = member(dues("UUUPPPPPPPPP"), meetings("AAAAPPPPPPPP"))
    by_dues, by_meetings = (
        found(look(case, ground="dues")),
        found(look(case, ground="meetings")),
    )

    assert [count.ground for count in by_dues.grounds] == [DUES]
    assert [count.ground for count in by_meetings.grounds] == [MEETINGS]
    assert by_meetings.why == "4 tháng vắng sinh hoạt không phép: 1–4/2024"


def test_the_ground_with_more_months_leads() -> None:
    finding = found(look(member(dues("UUUPPPPPPPPP"), meetings("AAAAPPPPPPPP"))))

    assert (finding.ground, finding.count) == (MEETINGS, 4)
    assert len(finding.months) == 7


def test_meetings_may_need_fewer_months_than_dues() -> None:
    case = member(dues("UPPPPPPPPPPP"), meetings("APPPPPPPPPPP"))
    finding = found(look(case, meeting_reading="own_count", meeting_months=1))

    assert (finding.list, finding.ground) == (ReviewList.REVIEW, MEETINGS)


# --- Current and future months ------------------------------------------------------------
def test_in_february_only_january_can_count() -> None:
    case = member(dues("U...........", 2026))

    assert look(case, year=2026, as_of=date(2026, 2, 15)) is None
    assert states(case, year=2026, as_of=date(2026, 2, 15)) == [
        State.UNPAID,
        *[State.NOT_DUE] * 11,
    ]


# --- Blanks -------------------------------------------------------------------------------
THREE_BLANKS = dues("P.PPP.PPPP.P")


def test_blanks_among_payments_are_for_review_and_said_to_be_inferred() -> None:
    finding = found(look(member(THREE_BLANKS)))

    assert finding.list is ReviewList.REVIEW
    assert finding.only_inferred
    assert (finding.grounds[0].confirmed, finding.grounds[0].inferred) == (0, 3)
    assert finding.why == ("3 tháng chưa đóng đảng phí, đều suy ra từ ô trống: 2, 6, 11/2024")


def test_stated_months_that_suffice_do_not_rest_on_blanks() -> None:
    finding = found(look(member(dues("UUU.PPPPPPPP"))))

    assert not finding.only_inferred
    assert (finding.grounds[0].confirmed, finding.grounds[0].inferred) == (3, 1)


def test_a_list_reached_only_with_a_blank_rests_on_it() -> None:
    finding = found(look(member(dues("UU.PPPPPPPPP"))))

    assert finding.only_inferred


def test_absences_that_reach_their_own_number_with_a_blank_rest_on_it() -> None:
    case = member(meetings("AAA.PPPPPPPP"))

    finding = found(
        look(case, meeting_reading="own_count", meeting_months=4, infer_blank_meeting=True)
    )

    assert (finding.list, finding.count) == (ReviewList.REVIEW, 4)
    assert finding.only_inferred


def test_blanks_never_count_where_they_are_not_inferred() -> None:
    assert look(member(THREE_BLANKS), infer_blank=False) is None


def test_a_year_of_blanks_in_a_kept_book_is_for_review_with_its_remark() -> None:
    finding = found(look(member(dues("." * 12, remark="đi làm ăn xa"))))

    assert (finding.list, finding.count) == (ReviewList.REVIEW, 12)
    assert finding.only_inferred
    assert finding.remarks == ("đi làm ăn xa",)


# --- Receipts -----------------------------------------------------------------------------
def test_a_quarter_paid_in_march_is_late_for_two_months() -> None:
    paid_on = PartialDate(2024, 3, 20)
    receipts = tuple(Payment(Month(2024, number), paid_on, span=3) for number in (1, 2, 3))
    case = member(dues("UU.........."), payments=receipts)

    assert states(case, as_of=date(2024, 3, 31))[:3] == [
        State.PAID_LATE,
        State.PAID_LATE,
        State.PAID,
    ]
    assert listed(case, as_of=date(2024, 3, 31)) is None
    assert listed(case, as_of=date(2024, 2, 29)) == "watch"


def test_late_months_count_where_the_office_says_so() -> None:
    paid_on = PartialDate(2024, 4, 2)
    receipts = tuple(Payment(Month(2024, number), paid_on) for number in (1, 2, 3))
    case = member(dues("UUUPPPPPPPPP"), payments=receipts)
    finding = found(look(case, count_late=True))

    assert finding.list is ReviewList.REVIEW
    assert [fact.state for fact in finding.months] == [State.PAID_LATE] * 3
    assert listed(case) is None


# --- Exempt, suspended, elsewhere ---------------------------------------------------------
def test_who_is_exempt_from_meetings_still_owes_dues() -> None:
    case = member(
        dues("UUUPPPPPPPPP"),
        meetings("A" * 12),
        permissions=(paper(PermissionKind.EXEMPT_ACTIVITY, "2024-01-01"),),
    )
    finding = found(look(case, as_of=date(2024, 3, 31)))

    assert (finding.list, finding.ground) == (ReviewList.REVIEW, DUES)
    assert states(case, MEETINGS)[:3] == [State.NOT_OWED] * 3


def test_who_is_suspended_owes_dues_and_no_meetings() -> None:
    case = member(
        dues("PPPUUUPPPPPP"),
        meetings("PPPAAAPPPPPP"),
        permissions=(paper(PermissionKind.SUSPENDED, "2024-04-01", "2024-06-30"),),
    )
    finding = found(look(case, as_of=date(2024, 6, 30)))

    assert finding.list is ReviewList.REVIEW
    assert [count.all for count in finding.grounds] == [3, 0]


AT_HOST = (*HOME, Stay(TRAM, date(2024, 3, 1), date(2024, 11, 1), temporary=True))


def test_who_pays_the_host_owes_nothing_at_home() -> None:
    case = member(dues("PP........PP"), dues("..PPPPPPPP..", unit=TRAM), stays=AT_HOST)

    assert look(case) is None


def test_a_host_whose_book_is_missing_must_be_asked() -> None:
    case = member(dues("PP........PP"), stays=AT_HOST)

    assert look(case) is None
    assert states(case)[2:10] == [State.UNKNOWN] * 8


def test_after_an_exemption_months_are_owed_again() -> None:
    case = member(
        dues(".UUUPPPPPPPP", 2027),
        permissions=(paper(PermissionKind.EXEMPT, "2026-02-01", "2027-01-31"),),
    )
    finding = found(look(case, year=2027, as_of=date(2027, 4, 30)))

    assert (finding.list, finding.count) == (ReviewList.REVIEW, 3)


# --- Typed reasons ------------------------------------------------------------------------
SICK = dues("PUPPPUPPNPPP", notes={8: "nghỉ ốm"})
SEPTEMBER = date(2024, 9, 1), date(2024, 9, 30)


def test_a_reason_typed_in_a_cell_is_to_be_checked() -> None:
    finding = found(look(member(SICK)))

    assert (finding.list, finding.count) == (ReviewList.CHECK_REASON, 3)
    assert (finding.grounds[0].plain, finding.grounds[0].noted) == (2, 1)
    assert finding.why == (
        "3 tháng chưa đóng đảng phí, trong đó 1 tháng có ghi lý do: 2, 6, 9/2024"
    )


def test_an_accepted_reason_does_not_count() -> None:
    case = member(SICK, excuses=(judged(DUES, *SEPTEMBER, accepted=True),))

    assert listed(case) == "watch"
    assert states(case)[8] is State.EXCUSED


def test_a_rejected_reason_counts() -> None:
    case = member(SICK, excuses=(judged(DUES, *SEPTEMBER, accepted=False),))
    finding = found(look(case))

    assert (finding.list, finding.count) == (ReviewList.REVIEW, 3)
    assert finding.months[-1].explanation == "lý do không được chấp nhận: nghỉ ốm"


def test_six_months_of_maternity_leave_are_to_be_checked() -> None:
    finding = found(
        look(member(dues("NNNNNNPPPPPP", notes=dict.fromkeys(range(6), "thai sản"))))
    )

    assert (finding.list, finding.grounds[0].plain, finding.count) == (
        ReviewList.CHECK_REASON,
        0,
        6,
    )


def test_three_months_without_a_reason_outweigh_one_with() -> None:
    case = member(dues("UUUNPPPPPPPP", notes={3: "nghỉ ốm"}))

    assert listed(case) == "review"


def test_absences_marked_as_excused_are_to_be_checked() -> None:
    finding = found(look(member(meetings("PPPEEEPPPPPP"))))

    assert (finding.list, finding.count) == (ReviewList.CHECK_REASON, 3)
    assert finding.why == ("3 tháng vắng sinh hoạt, đều sổ ghi có phép: 4–6/2024")


def test_two_absences_marked_as_excused_are_not_watched() -> None:
    assert listed(member(meetings("PPPEEPPPPPPP"))) is None


def test_two_noted_dues_months_are_watched() -> None:
    assert listed(member(dues("NNPPPPPPPPPP", notes={0: "ốm", 1: "ốm"}))) == "watch"


def test_marks_of_excused_absence_may_be_trusted() -> None:
    case = member(meetings("PPPEEEPPPPPP"))

    assert listed(case, trust_excused_mark=True) is None
    assert states(case, MEETINGS, trust_excused_mark=True)[3] is State.EXCUSED


# --- Who is no member ---------------------------------------------------------------------
def test_who_has_left_stands_on_no_list() -> None:
    case = member(dues("UUUUUPPPPPPP"), left=PartialDate(2024, 6, 3))

    assert listed(case, as_of=date(2024, 6, 3)) is None
    assert listed(case, as_of=date(2024, 6, 2)) == "review"


def test_who_may_have_left_stands_on_no_list() -> None:
    case = member(dues("UUUUUPPPPPPP"), left=PartialDate(2024, 6))

    assert listed(case, as_of=date(2024, 6, 1)) is None
    assert listed(case, as_of=date(2024, 5, 31)) == "review"


def test_blanks_guarded_by_the_book_name_nobody() -> None:
    """Of March to December the book holds but one member's year, paid in January."""
    row = dues("P" + "." * 11)

    assert listed(member(row), collections=took_in(20, 40, row, months=[1])) is None


def test_a_book_made_before_the_month_ended_says_nothing_of_it() -> None:
    row = dues("PP.PPPPPPPPP", 2026, book_date=date(2026, 3, 5))
    case = member(row)
    collections = took_in(3, 40, row)

    assert (
        states(case, year=2026, as_of=date(2026, 3, 31), collections=collections)[2]
        is State.UNKNOWN
    )


def test_a_single_stated_debt_collects_nothing() -> None:
    debtor, other = dues("PPUPPPPPPPPP"), dues("PP.PPPPPPPPP")
    collections = took_in(0, 40, debtor, months=[3])

    assert states(member(debtor), collections=collections)[2] is State.UNPAID
    assert states(member(other), collections=collections)[2] is State.UNKNOWN


def test_the_cell_behind_a_month_is_named() -> None:
    row = dues("UUUPPPPPPPPP", columns={number: "DEFGHIJKLMNO"[number] for number in range(12)})
    finding = found(look(member(row)))

    assert [fact.source and fact.source.cell for fact in finding.months] == ["D7", "E7", "F7"]
    assert DONG in row.book_id


def test_where_late_months_count_a_finding_says_which_of_its_months_were_paid_late() -> None:
    late = tuple(Payment(Month(2024, month), PartialDate(2024, 9, 5)) for month in (1, 2))

    finding = look(member(dues("UUUPPPPPPPPP"), payments=late), count_late=True)

    assert finding is not None
    assert finding.why == (
        "3 tháng chưa đóng hoặc đóng chậm đảng phí, trong đó 2 tháng đóng chậm: 1–3/2024"
    )
