"""People who look like defaulters and are not, and some who are, each with the books drawn."""

from dataclasses import replace
from datetime import date

import pytest

from partyroll.model import (
    BookLine,
    Ground,
    Payment,
    Permission,
    PermissionKind,
    State,
    Stay,
    TransferLeg,
)
from partyroll.period import Month, PartialDate
from rules.booklet import (
    DONG,
    DUES,
    HOME,
    MEETINGS,
    TRAM,
    YEAR_END,
    facts_of,
    judged,
    listed,
    look,
    member,
    paper,
    states,
    took_in,
)

Drawn = tuple[BookLine, ...]


def leg(day: str, *, out: bool, temporary: bool = False) -> TransferLeg:
    return TransferLeg(day, out, temporary, PartialDate.parse(day))


# --- Own cell -----------------------------------------------------------------------------
def test_an_official_member_owes_dues_and_meetings(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | P U P U P U P P P P P P
    sinh hoạt Đông 2024 | P P P P P P A A A P P P
    """
    finding = look(member(*drawn))

    assert finding is not None
    assert [(count.ground, count.plain) for count in finding.grounds] == [
        (DUES, 3),
        (MEETINGS, 3),
    ]


def test_a_probationary_member_owes_both_from_the_month_after_the_ceremony(
    drawn: Drawn,
) -> None:
    """
    đảng phí  Đông 2024 | U U U U U U U P P P P P
    sinh hoạt Đông 2024 | A A A A A A P P P P P P
    """
    case = member(*drawn, admission_date=PartialDate(2024, 5, 19))

    assert [n for n, fact in facts_of(case).items() if fact.state is State.UNPAID] == [6, 7]
    assert [
        n for n, fact in facts_of(case, MEETINGS).items() if fact.state is State.UNEXCUSED
    ] == [6]
    assert listed(case) == "watch"


def test_who_is_exempt_from_meetings_still_owes_dues(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | U U U P P P P P P P P P
    sinh hoạt Đông 2024 | A A A A A A A A A A A A
    """
    exempt = paper(PermissionKind.EXEMPT_ACTIVITY, "2024-01-01")
    finding = look(member(*drawn, permissions=(exempt,)), as_of=date(2024, 3, 31))

    assert finding is not None
    assert (finding.list, finding.ground, finding.count) == ("review", DUES, 3)
    assert finding.grounds[1].all == 0


def test_who_is_exempt_for_a_time_owes_dues_unless_they_are_deferred(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | P P U U U U P P P P P P
    sinh hoạt Đông 2024 | P P A A A A P P P P P P
    """
    away = paper(PermissionKind.TEMP_EXEMPT, "2024-03-01", "2024-06-30")
    deferred = paper(PermissionKind.DEFERRED, "2024-03-01", "2024-06-30")

    assert listed(member(*drawn, permissions=(away,))) == "review"
    assert listed(member(*drawn, permissions=(away, deferred)), as_of=date(2024, 6, 30)) is None
    assert listed(member(*drawn, permissions=(away, deferred))) == "check_reason"


def test_who_is_suspended_owes_dues_and_no_meetings(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | P P P U U U P P P P P P
    sinh hoạt Đông 2024 | P P P A A A P P P P P P
    """
    suspended = paper(PermissionKind.SUSPENDED, "2024-04-01", "2024-06-30")
    finding = look(member(*drawn, permissions=(suspended,)), as_of=date(2024, 6, 30))

    assert finding is not None
    assert [count.all for count in finding.grounds] == [3, 0]


def test_after_a_suspension_meetings_are_owed_again(drawn: Drawn) -> None:
    """
    sinh hoạt Đông 2024 | A A A A A A A A A P P P
    """
    suspended = paper(PermissionKind.SUSPENDED, "2024-01-01", "2024-06-30")

    assert listed(member(*drawn, permissions=(suspended,))) == "review"
    assert states(member(*drawn, permissions=(suspended,)), MEETINGS)[5:7] == [
        State.NOT_OWED,
        State.UNEXCUSED,
    ]


def test_who_is_exempt_from_dues_owes_meetings(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | U U U U U U U U U U U U
    sinh hoạt Đông 2024 | A A A P P P P P P P P P
    """
    exempt = paper(PermissionKind.EXEMPT, "2024-01-01", "2024-12-31")
    finding = look(member(*drawn, permissions=(exempt,)))

    assert finding is not None
    assert (finding.ground, [count.all for count in finding.grounds]) == (MEETINGS, [0, 3])


def test_after_an_exemption_dues_are_owed_again(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2027 | U U U U P P P P P P P P
    """
    exempt = paper(PermissionKind.EXEMPT, "2026-02-01", "2027-01-31")
    case = member(*drawn, permissions=(exempt,))
    finding = look(case, year=2027, as_of=date(2027, 4, 30))

    assert finding is not None
    assert (finding.list, finding.count) == ("review", 3)


# --- Reductions and sums ------------------------------------------------------------------
HALF = paper(PermissionKind.REDUCED, "2024-01-01", "2024-12-31")
HALF = replace(HALF, share=50)
RATE = 16_000


def sums(drawn: Drawn, *amounts: int | None, rate: int | None = RATE) -> BookLine:
    """The first line drawn, with these sums in its first cells."""
    rest = (None,) * (12 - len(amounts))
    return replace(drawn[0], amounts=(*amounts, *rest), rate=rate)


def test_a_reduced_amount_pays_the_month(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | P P P P P P P P P P P P
    """
    row = sums(drawn, 8_000, 8_000, 8_000)
    case = member(row, permissions=(HALF,))

    assert states(case)[:3] == states(case, partial_payment="unpaid")[:3] == [State.PAID] * 3
    assert facts_of(case)[1].warning == ""


def test_nothing_paid_of_a_reduced_amount_is_unpaid(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | U U U P P P P P P P P P
    """
    assert listed(member(*drawn, permissions=(HALF,))) == "review"


def test_less_than_the_rate_is_paid_and_told(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | P P P P P P P P P P P P
    """
    case = member(sums(drawn, 8_000, 16_000, 7_000))
    facts = facts_of(case)

    assert listed(case) is None
    assert (facts[1].state, facts[1].warning) == (State.PAID, "amount_below_rate")
    assert facts[1].explanation == "đóng 8.000/16.000 đồng"
    assert (facts[2].warning, facts[3].warning, facts[4].warning) == (
        "",
        "amount_below_rate",
        "",
    )


def test_less_than_the_rate_counts_where_the_office_says_so(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | P P P P P P P P P P P P
    """
    case = member(sums(drawn, 8_000, 7_000, 1_000))
    finding = look(case, partial_payment="unpaid")

    assert finding is not None
    assert (finding.list, finding.count) == ("review", 3)
    assert finding.months[0].explanation == "đóng 8.000/16.000 đồng"
    assert finding.months[0].source is not None


def test_less_than_a_reduced_amount_is_told_with_what_is_due(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | P P P P P P P P P P P P
    """
    fact = facts_of(member(sums(drawn, 7_000), permissions=(HALF,)))[1]

    assert fact.explanation == "đóng 7.000/8.000 đồng"


@pytest.mark.parametrize(
    ("share", "paid", "short"),
    [(30, 11_000, False), (30, 10_999, True), (70, 4_000, False), (70, 3_999, True)],
)
def test_a_reduced_amount_may_be_rounded_down_to_a_thousand(
    drawn: Drawn,
    share: int,
    paid: int,
    short: bool,  # noqa: FBT001 - what is expected
) -> None:
    """
    đảng phí  Đông 2024 | P P P P P P P P P P P P
    """
    reduction = replace(HALF, share=share)
    fact = facts_of(member(sums(drawn, paid), permissions=(reduction,)))[1]

    assert bool(fact.warning) is short


def test_of_two_reductions_the_larger_counts(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | P P P P P P P P P P P P
    """
    more = replace(HALF, share=70)

    assert facts_of(member(sums(drawn, 5_000), permissions=(HALF, more)))[1].warning == ""


def test_a_reduction_that_does_not_say_how_much_makes_nobody_short(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | P P P P P P P P P P P P
    """
    unclear = replace(HALF, share=None)

    assert facts_of(member(sums(drawn, 1), permissions=(unclear,)))[1].warning == ""


def test_after_a_reduction_the_whole_rate_is_due(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | P P P P P P P P P P P P
    """
    until_january = replace(HALF, end=PartialDate(2024, 1, 31))
    facts = facts_of(member(sums(drawn, 8_000, 8_000), permissions=(until_january,)))

    assert (facts[1].warning, facts[2].warning) == ("", "amount_below_rate")


def test_without_a_stated_rate_nobody_is_short(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | P P P P P P P P P P P P
    """
    case = member(sums(drawn, 8_000, 1, 1, 1, rate=None))

    assert listed(case, partial_payment="unpaid") is None


def test_a_mark_is_the_whole_amount(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | P P P P P P P P P P P P
    """
    case = member(sums(drawn, None, None, None))

    assert listed(case, partial_payment="unpaid") is None


def test_a_book_in_blocks_says_itself_what_is_unpaid(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | P P P P P P P P P P P P
    """
    blocks = replace(
        sums(drawn, 1, 1, 1), cells={place: f"I{place + 5}" for place in range(12)}
    )

    assert listed(member(blocks), partial_payment="unpaid") is None


def test_of_two_rates_the_smaller_is_due(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | P P P P P P P P P P P P
    """
    other = replace(drawn[0], book_id="sổ thu 2", letters="." * 12, rate=8_000)

    assert facts_of(member(sums(drawn, 8_000), other))[1].warning == ""


def test_the_rate_of_another_year_is_not_due(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | P P P P P P P P P P P P
    đảng phí  Đông 2023 | P P P P P P P P P P P P
    """
    before = replace(drawn[1], rate=RATE)

    assert facts_of(member(sums(drawn, 1, rate=None), before))[1].warning == ""


JANUARY = Month(2024, 1)


def test_marks_of_meetings_and_of_other_years_complete_no_sum(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | P P P P P P P P P P P P
    sinh hoạt Đông 2024 | P P P P P P P P P P P P
    đảng phí  Đông 2023 | P P P P P P P P P P P P
    """
    case = member(sums(drawn, 8_000), *drawn[1:])

    assert facts_of(case)[1].warning == "amount_below_rate"


def test_what_is_paid_later_completes_the_sum(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | P P P P P P P P P P P P
    """
    rest = Payment(JANUARY, PartialDate(2024, 3, 5), 8_000)
    case = member(sums(drawn, 8_000), payments=(rest,))

    assert facts_of(case, as_of=date(2024, 3, 4))[1].warning == "amount_below_rate"
    assert facts_of(case, as_of=date(2024, 3, 5))[1].warning == ""


def test_an_entry_for_several_months_is_the_whole_amount(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | . . . P P P P P P P P P
    """
    quarter = Payment(JANUARY, PartialDate(2024, 3, 5), 8_000, span=3)

    assert facts_of(member(sums(drawn), payments=(quarter,)))[1].warning == ""


def test_a_dated_sum_is_that_of_its_own_entry(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | P P P P P P P P P P P P
    """
    own = Payment(JANUARY, PartialDate(2024, 1, 5), 8_000, own=True, book_id=drawn[0].book_id)
    fact = facts_of(member(sums(drawn, 8_000), payments=(own,)))[1]

    assert fact.explanation == "đóng 05/01/2024; đóng 8.000/16.000 đồng"


def test_an_exemption_lifts_a_month_that_is_short(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | P P P P P P P P P P P P
    """
    exempt = paper(PermissionKind.EXEMPT, "2024-01-01", "2024-12-31")
    case = member(sums(drawn, 1, 1, 1), permissions=(exempt,))

    assert states(case, partial_payment="unpaid")[:3] == [State.EXEMPT] * 3


def test_a_month_that_an_imprecise_admission_could_exclude_is_not_short(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | P P P P P P P P P P P P
    """
    case = member(sums(drawn, 16_000, 1, 1), admission_date=PartialDate(2024))

    assert states(case, partial_payment="unpaid")[1:3] == [State.UNKNOWN] * 2


# --- Temporarily elsewhere ----------------------------------------------------------------
AT_HOST = (*HOME, Stay(TRAM, date(2024, 3, 1), date(2024, 11, 1), temporary=True))


def test_who_pays_and_meets_at_the_host_owes_nothing_at_home(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | P P . . . . . . . . P P
    đảng phí  Trạm 2024 | . . P P P P P P P P . .
    sinh hoạt Đông 2024 | P P A A A A A A A A P P
    sinh hoạt Trạm 2024 | . . P P P P P P P P . .
    """
    assert look(member(*drawn, stays=AT_HOST)) is None


def test_what_the_host_states_counts(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | P P . . . . . . . . P P
    đảng phí  Trạm 2024 | . . U U U P P P P P . .
    """
    finding = look(member(*drawn, stays=AT_HOST))

    assert finding is not None
    assert (finding.list, [fact.month.number for fact in finding.months]) == (
        "review",
        [3, 4, 5],
    )


def test_a_host_whose_book_is_not_imported_must_be_asked(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | P P U U . . . . . . P P
    sinh hoạt Đông 2024 | P P A A A A A A A A P P
    """
    case = member(*drawn, stays=AT_HOST)
    facts, meetings = facts_of(case), facts_of(case, MEETINGS)

    assert look(case) is None
    assert {facts[number].state for number in range(3, 11)} == {State.UNKNOWN}
    assert {facts[number].warning for number in range(3, 11)} == {"host_book_missing"}
    assert meetings[3].explanation == "cần xác nhận từ nơi sinh hoạt tạm thời"


def test_who_is_abroad_is_somebody_elses_to_ask(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | P . . . . . . . . . . .
    """
    abroad = (*HOME, Stay("chi bộ ở nước ngoài", date(2024, 2, 1), None, temporary=True))

    assert look(member(*drawn, stays=abroad)) is None


# --- On the way ---------------------------------------------------------------------------
MOVED_IN_AUTUMN = (leg("2024-08-20", out=True), leg("2024-10-15", out=False))
TWO_HOMES = (Stay(DONG, None, date(2024, 10, 15)), Stay(TRAM, date(2024, 10, 15)))


def test_papers_on_the_way_excuse_their_months(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | P P P P P P P U U U U U
    sinh hoạt Đông 2024 | P P P P P P P A A A A A
    đảng phí  Trạm 2024 | . . . . . . . . . . U P
    """
    case = member(*drawn, stays=TWO_HOMES, legs=MOVED_IN_AUTUMN)
    facts, meetings = facts_of(case), facts_of(case, MEETINGS)

    assert [facts[number].state for number in (7, 8, 9, 10, 11, 12)] == [
        State.PAID,
        State.EXCUSED,
        State.EXCUSED,
        State.EXCUSED,
        State.UNPAID,
        State.PAID,
    ]
    assert meetings[9].state is State.EXCUSED
    assert facts[9].warning == "transfer_in_progress"
    assert facts[9].explanation == (
        "đang chuyển sinh hoạt đảng, nộp giấy đến hết ngày 01/10/2024 "
        "(chưa kiểm chứng cho giai đoạn này; chưa trừ ngày lễ)"
    )
    assert listed(case) is None


def test_months_after_the_clock_and_before_the_reception_are_unknown(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | U U U P . . . . . . . .
    đảng phí  Trạm 2024 | . . . . . . . . . . P P
    """
    legs = (leg("2024-04-10", out=True), leg("2024-10-31", out=False))
    facts = facts_of(member(*drawn, stays=TWO_HOMES, legs=legs))

    assert [facts[number].state for number in (3, 5, 6, 9)] == [
        State.UNPAID,
        State.EXCUSED,
        State.UNKNOWN,
        State.UNKNOWN,
    ]
    assert facts[6].explanation == "đã chuyển sinh hoạt đi, chưa có nơi tiếp nhận"


def test_debts_before_a_move_inside_the_ledger_stay(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | U U U P P P P . . . . .
    đảng phí  Trạm 2024 | . . . . . . . . . P P P
    """
    assert listed(member(*drawn, stays=TWO_HOMES, legs=MOVED_IN_AUTUMN)) == "review"


def test_holidays_give_the_papers_more_time(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | P P P P P P P U U U P P
    """
    legs = (leg("2024-08-20", out=True), leg("2024-11-15", out=False))
    case = member(*drawn, legs=legs)
    holidays = frozenset({date(2024, 9, 2), date(2024, 9, 3)})
    without, with_them = facts_of(case), facts_of(case, holidays=holidays)

    assert "01/10/2024" in without[9].explanation
    assert "03/10/2024 (chưa kiểm chứng cho giai đoạn này)" in with_them[9].explanation


def test_a_month_partly_on_the_way_may_be_owed(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | P P P P P P P U U U U P
    đảng phí  Trạm 2024 | . . . . . . . . . U U P
    """
    case = member(*drawn, stays=TWO_HOMES, legs=MOVED_IN_AUTUMN)
    found = states(case, partial_exempt_month="due")

    assert found[7:11] == [State.UNKNOWN, State.EXCUSED, State.UNPAID, State.UNPAID]


def test_who_left_on_the_last_day_of_a_month_is_gone_from_its_book(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | P P P P P P U U U P P P
    """
    legs = (leg("2024-08-31", out=True), leg("2024-10-31", out=False))
    found = states(member(*drawn, legs=legs), partial_exempt_month="due")

    assert found[6:9] == [State.UNPAID, State.UNKNOWN, State.EXCUSED]


def test_who_came_from_elsewhere_owes_nothing_before(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | U . . . . . U P P P P P
    sinh hoạt Đông 2024 | A A A A A A A A P P P P
    """
    case = member(*drawn, legs=(leg("2024-06-15", out=False),))

    assert states(case)[4:7] == [State.NOT_DUE, State.NOT_DUE, State.UNPAID]
    assert states(case, first_due_month="ceremony_month")[4:6] == [
        State.NOT_DUE,
        State.UNPAID_INFERRED,
    ]
    assert states(case, MEETINGS)[5:8] == [State.NOT_DUE, State.UNEXCUSED, State.UNEXCUSED]


def test_of_several_arrivals_the_last_opens_the_books(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | U U U U U U U P P P P P
    """
    legs = (leg("2024-06-15", out=False), leg("2003-02-01", out=False))

    assert states(member(*drawn, legs=legs))[5:7] == [State.NOT_DUE, State.UNPAID]


def test_who_moved_inside_the_ledger_has_not_arrived_from_elsewhere(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | U U U P P P P P P . . .
    đảng phí  Trạm 2024 | . . . . . . . . . P P P
    """
    received = leg("2024-10-15", out=False)

    assert listed(member(*drawn, stays=TWO_HOMES, legs=(received,))) == "review"


def test_an_arrival_of_which_only_the_year_is_known_leaves_its_months_open(
    drawn: Drawn,
) -> None:
    """
    đảng phí  Đông 2024 | U U U U U U U U U U U U
    """
    facts = facts_of(member(*drawn, legs=(leg("2024", out=False),)))

    assert facts[3].state is State.UNKNOWN
    assert facts[3].explanation == "ngày chuyển đến chỉ ghi 2024"


def test_an_imprecise_move_is_read_at_its_widest(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | P P P P U U U U U U P P
    """
    legs = (leg("2024-06", out=True), leg("2024-07", out=False))

    assert states(member(*drawn, legs=legs))[4:8] == [
        State.UNPAID,
        State.EXCUSED,
        State.EXCUSED,
        State.UNPAID,
    ]


def test_a_leg_without_a_day_moves_nobody(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | U U U P P P P P P P P P
    """
    undated = TransferLeg("1", out=False, temporary=False)

    assert listed(member(*drawn, legs=(undated,))) == "review"


def test_a_temporary_leg_is_no_move(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | U U U P P P P P P P P P
    """
    legs = (
        leg("2024-01-02", out=True, temporary=True),
        leg("2024-03-30", out=False, temporary=True),
    )

    assert listed(member(*drawn, legs=legs)) == "review"


def test_a_departure_that_two_lists_state_is_one(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | P P P P P P P P P U . .
    """
    first = leg("2024-10-01", out=True)
    legs = (first, replace(first, leg_id="second list", decision_no="05-GGT"))

    assert facts_of(member(*drawn, legs=legs))[10].state is State.EXCUSED


def test_a_month_on_the_way_says_until_when_the_papers_may_be_handed_in(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2025 | P P P P P P P P P U . .
    """
    case = member(*drawn, legs=(leg("2025-10-01", out=True),))
    year_end, holiday = date(2025, 12, 31), date(2025, 10, 10)

    plain, with_holidays = (
        facts_of(case, year=2025, as_of=year_end, holidays=days)[10].explanation
        for days in ((), (holiday,))
    )

    assert plain == (
        "đang chuyển sinh hoạt đảng, nộp giấy đến hết ngày 12/11/2025 (chưa trừ ngày lễ)"
    )
    assert with_holidays == "đang chuyển sinh hoạt đảng, nộp giấy đến hết ngày 13/11/2025"


def test_of_one_day_the_departure_comes_first(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | U U U P P P P P P P P P
    """
    legs = (leg("2024-06-15", out=False), leg("2024-06-15", out=True))

    assert states(member(*drawn, legs=legs))[:4] == [State.UNPAID] * 3 + [State.PAID]


def test_both_units_may_record_one_departure(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | P P P . . . P P P P P P
    """
    twice = (leg("2024-04-02", out=True), leg("2024-04-02", out=True))
    back = leg("2024-05-31", out=False)

    assert states(member(*drawn, legs=(*twice, back)))[3:6] == [
        State.EXCUSED,
        State.EXCUSED,
        State.UNPAID_INFERRED,
    ]


def test_two_departures_in_a_row_are_one_time_away(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | P P P . . . . . . P P P
    """
    legs = (
        leg("2024-04-02", out=True),
        leg("2024-06-02", out=True),
        leg("2024-09-30", out=False),
    )

    assert states(member(*drawn, legs=legs))[3:9] == [
        State.EXCUSED,
        State.EXCUSED,
        *[State.UNKNOWN] * 3,
        State.UNPAID_INFERRED,
    ]


def test_who_left_for_elsewhere_is_on_the_way_in_the_month_of_leaving(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | P P P P P P P P P U U U
    """
    legs = (leg("2024-10-10", out=True),)
    case = member(*drawn, legs=legs, left=PartialDate(2024, 10, 10))

    assert states(case)[8:12] == [State.PAID, *[State.NOT_DUE] * 3]
    assert states(case, last_due_month="exit_month")[9:11] == [State.EXCUSED, State.NOT_DUE]


# --- Money at other times -----------------------------------------------------------------
def receipts(day: str, *numbers: int, span: int = 1) -> tuple[Payment, ...]:
    paid_on = PartialDate.parse(day)
    return tuple(Payment(Month(2024, number), paid_on, span=span) for number in numbers)


def test_months_paid_before_they_began_are_prepaid(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | P P P . . . P P P P P P
    """
    case = member(*drawn, payments=receipts("2024-03-20", 4, 5, 6))

    assert states(case)[3:6] == [State.PREPAID] * 3
    assert look(case) is None


def test_one_receipt_covers_many_months(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | . . . . . . . . . . . .
    """
    case = member(*drawn, payments=receipts("2024-01-10", *range(1, 13), span=12))

    assert states(case) == [State.PAID, *[State.PREPAID] * 11]


def test_months_settled_later_are_late_and_no_debt(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | U U U P P P P P P P P P
    """
    case = member(*drawn, payments=receipts("2024-06-05", 1, 2, 3))

    assert listed(case, as_of=date(2024, 6, 4)) == "review"
    assert listed(case, as_of=date(2024, 6, 5)) is None
    assert listed(case, count_late=True) == "review"


# --- Part of a year -----------------------------------------------------------------------
def test_who_was_admitted_in_the_middle_of_the_year_owes_from_then_on(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | . . . . . . . . P P P P
    """
    case = member(*drawn, admission_date=PartialDate(2024, 8, 19))

    assert states(case) == [State.NOT_DUE] * 8 + [State.PAID] * 4


def test_who_died_or_left_in_the_middle_of_the_year_owed_until_then(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | P P U U . . . . . . . .
    """
    case = member(*drawn, left=PartialDate(2024, 5, 20))

    assert states(case)[2:6] == [
        State.UNPAID,
        State.UNPAID,
        State.NOT_DUE,
        State.NOT_DUE,
    ]
    assert listed(case, as_of=date(2024, 5, 19)) == "watch"
    assert listed(case, as_of=YEAR_END) is None


def test_an_accepted_reason_lifts_the_month_and_not_the_money(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | U U U P P P P P P P P P
    """
    spring = judged(Ground.MIXED, date(2024, 1, 1), date(2024, 1, 31), accepted=True)
    pending = replace(spring, accepted=False, pending=True)

    assert listed(member(*drawn, excuses=(spring,))) == "watch"
    assert listed(member(*drawn, excuses=(pending,))) == "review"


def test_a_pending_reason_leaves_a_typed_one_to_be_checked(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | U U N P P P P P P P P P
    """
    noted = replace(drawn[0], notes={2: "nằm viện"})
    march = judged(DUES, date(2024, 3, 1), date(2024, 3, 31), accepted=False)
    pending = replace(march, pending=True)

    assert listed(member(noted, excuses=(pending,))) == "check_reason"
    assert listed(member(noted, excuses=(march,))) == "review"


def test_collections_of_the_host_let_no_blank_of_the_home_speak(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | P P . . . . . . . . P P
    đảng phí  Trạm 2024 | . . . . . . . . . . . .
    """
    case = member(*drawn, stays=AT_HOST)
    home_full = took_in(39, 40, drawn[0])

    assert states(case, collections=home_full)[2:10] == [State.UNKNOWN] * 8


def test_permissions_may_be_of_any_kind_and_lift_only_their_own(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | U P P P P P P P P P P P
    sinh hoạt Đông 2024 | A P P P P P P P P P P P
    """
    lifted = {
        kind: (
            states(member(*drawn, permissions=(whole_year(kind),)))[0],
            states(member(*drawn, permissions=(whole_year(kind),)), MEETINGS)[0],
        )
        for kind in PermissionKind
    }

    assert lifted == {
        PermissionKind.EXEMPT_ACTIVITY: (State.UNPAID, State.NOT_OWED),
        PermissionKind.TEMP_EXEMPT: (State.UNPAID, State.NOT_OWED),
        PermissionKind.SUSPENDED: (State.UNPAID, State.NOT_OWED),
        PermissionKind.EXEMPT: (State.EXEMPT, State.UNEXCUSED),
        PermissionKind.DEFERRED: (State.DEFERRED, State.UNEXCUSED),
        PermissionKind.REDUCED: (State.UNPAID, State.UNEXCUSED),
    }


def whole_year(kind: PermissionKind) -> Permission:
    return Permission(kind, PartialDate(2024), PartialDate(2024), share=50)
