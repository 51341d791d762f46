from datetime import date

import pytest

from partyroll.model import Payment, PermissionKind, State, Stay
from partyroll.period import Month, PartialDate
from rules.booklet import (
    ALL_PAID,
    DUES,
    HOME,
    TRAM,
    dues,
    facts_of,
    judged,
    meetings,
    member,
    paper,
    states,
    took_in,
)


# --- What a cell says ---------------------------------------------------------------------
@pytest.mark.parametrize(
    ("letter", "state"),
    [
        ("P", State.PAID),
        ("U", State.UNPAID),
        ("N", State.UNPAID),
        ("X", State.EXEMPT),
        ("D", State.DEFERRED),
        ("o", State.NOT_DUE),
        ("?", State.UNKNOWN),
        (".", State.UNPAID_INFERRED),
    ],
)
def test_each_letter_has_its_state(letter: str, state: State) -> None:
    assert states(member(dues("P" + letter + "P" * 10)))[1] is state


def test_a_cell_that_could_not_be_read_is_never_inferred() -> None:
    fact = facts_of(member(dues("?" + "P" * 11)))[1]

    assert (fact.state, fact.warning) == (State.UNKNOWN, "unreadable_cell")


def test_an_exemption_mark_without_a_paper_is_told() -> None:
    fact = facts_of(member(dues("X" * 12)))[1]

    assert (fact.warning, fact.explanation) == ("exempt_without_paper", "")


def test_an_exemption_mark_may_mean_the_exemption_from_meetings() -> None:
    temporary = paper(PermissionKind.TEMP_EXEMPT, "2024-01", "2024-06")
    facts = facts_of(member(dues("X" * 12), permissions=(temporary,)))

    assert facts[6].explanation == "chỉ thấy giấy miễn sinh hoạt, không phải miễn đảng phí"
    assert facts[7].explanation == ""


def test_a_note_stays_with_its_month() -> None:
    fact = facts_of(member(dues("PNPPPPPPPPPP", notes={1: "nằm viện"})))[2]

    assert fact.note == "nằm viện"


def test_a_noted_cell_without_words_is_noted_all_the_same() -> None:
    assert facts_of(member(dues("N" + "P" * 11)))[1].note == "có ghi lý do"


def test_not_yet_admitted_and_gone_are_told_apart() -> None:
    row = dues("ooPPPPPooooo", notes={0: "chưa KN", 7: "chuyển đi"})
    facts = facts_of(member(row))

    assert (facts[1].warning, facts[1].explanation) == ("admission_unclear", "chưa KN")
    assert (facts[8].warning, facts[8].explanation) == ("exit_without_record", "chuyển đi")


def test_a_row_shorter_than_the_year_is_blank_beyond() -> None:
    assert states(member(dues("PPP")))[3] is State.UNPAID_INFERRED


# --- Blanks -------------------------------------------------------------------------------
BLANK = dues("PP.PPPPPPPPP")


def test_a_blank_among_payments_says_how_many_paid() -> None:
    fact = facts_of(member(BLANK))[3]

    assert (fact.state, fact.explanation) == (State.UNPAID_INFERRED, "39/40 đã thu")


def test_a_month_empty_for_everyone_is_unknown() -> None:
    fact = facts_of(member(BLANK), collections=took_in(0, 40, BLANK))[3]

    assert (fact.state, fact.warning) == (State.UNKNOWN, "blank_not_inferred")
    assert fact.explanation == "tháng này sổ chưa ghi ai"


def test_a_month_the_book_never_heard_of_is_unknown() -> None:
    assert states(member(BLANK), collections={})[2] is State.UNKNOWN


def test_a_quarter_of_those_owing_is_enough() -> None:
    assert states(member(BLANK), collections=took_in(10, 40, BLANK))[2] is State.UNPAID_INFERRED


def test_less_than_a_quarter_is_not_enough() -> None:
    fact = facts_of(member(BLANK), collections=took_in(9, 40, BLANK))[3]

    assert (fact.state, fact.explanation) == (State.UNKNOWN, "mới có 9/40")


def test_the_share_that_is_enough_may_be_set() -> None:
    few = took_in(9, 40, BLANK)

    assert states(member(BLANK), collections=few, infer_min_share=0.2)[2] is (
        State.UNPAID_INFERRED
    )


def test_one_collection_is_needed_whatever_the_share() -> None:
    none = took_in(0, 40, BLANK)

    assert states(member(BLANK), collections=none, infer_min_share=0)[2] is State.UNKNOWN


def test_one_collection_is_enough_in_a_small_cell() -> None:
    assert states(member(BLANK), collections=took_in(1, 4, BLANK))[2] is State.UNPAID_INFERRED


def test_payments_of_people_who_do_not_owe_do_not_break_the_share() -> None:
    odd = took_in(2, 0, BLANK)

    assert facts_of(member(BLANK), collections=odd)[3].explanation == "2/2 đã thu"


def test_blanks_are_unknown_where_they_are_not_inferred() -> None:
    fact = facts_of(member(BLANK), infer_blank=False)[3]

    assert (fact.state, fact.explanation) == (State.UNKNOWN, "ô trống không được tính")


def test_a_book_of_the_months_last_day_speaks_of_it() -> None:
    on_the_day = dues("PP.PPPPPPPPP", book_date=date(2024, 3, 31))
    day_before = dues("PP.PPPPPPPPP", book_date=date(2024, 3, 30))

    assert states(member(on_the_day))[2] is State.UNPAID_INFERRED
    assert states(member(day_before))[2] is State.UNKNOWN


def test_a_book_of_unknown_date_lets_no_blank_speak() -> None:
    assert states(member(dues("PP.PPPPPPPPP", book_date=None)))[2] is State.UNKNOWN


def test_a_row_with_money_for_unnamed_months_lets_no_blank_speak() -> None:
    assert states(member(dues("PP.PPPPPPPPP", unallocated=True)))[2] is State.UNKNOWN


def test_blanks_of_people_without_a_unit_are_never_inferred() -> None:
    fact = facts_of(member(dues("PU.PPPPPPPPP", unit=None), stays=()))

    assert (fact[2].state, fact[3].state) == (State.UNPAID, State.UNKNOWN)


# --- Which book ---------------------------------------------------------------------------
def test_nobody_owes_by_a_book_that_does_not_name_them() -> None:
    fact = facts_of(member())[1]

    assert (fact.state, fact.warning) == (State.UNKNOWN, "member_not_in_book")


def test_the_book_of_another_unit_does_not_speak() -> None:
    assert states(member(dues("U" * 12, unit=TRAM)))[0] is State.UNKNOWN


def test_a_payment_in_another_units_book_is_a_payment() -> None:
    case = member(dues("U" * 12), dues(ALL_PAID, unit=TRAM))

    assert set(states(case)) == {State.PAID}


def test_a_book_that_names_no_unit_speaks_of_its_people() -> None:
    assert states(member(dues("U" * 12, unit=None)))[0] is State.UNPAID


def test_the_unit_on_the_last_day_of_the_month_is_asked() -> None:
    moved = (Stay("thôn Đông", None, date(2024, 3, 31)), Stay(TRAM, date(2024, 3, 31)))
    case = member(dues("UUUUUUUUUUUU"), dues("XXXXXXXXXXXX", unit=TRAM), stays=moved)

    assert states(case)[1:4] == [State.UNPAID, State.EXEMPT, State.EXEMPT]


def test_a_host_without_a_book_is_to_be_asked() -> None:
    host = Stay(TRAM, date(2024, 3, 1), date(2024, 11, 1), temporary=True)
    case = member(dues("UU........PP"), dues("U" * 12, unit=None), stays=(host, *HOME))
    fact = facts_of(case)[3]

    assert (fact.state, fact.warning) == (State.UNKNOWN, "host_book_missing")
    assert fact.explanation == "cần xác nhận từ nơi sinh hoạt tạm thời"
    assert facts_of(case)[11].state is State.PAID


def test_between_books_a_payment_speaks_first() -> None:
    second = dues("PPPPPPPPPPPP", book_id="sổ thu 2")

    assert set(states(member(dues("U" * 12), second))) == {State.PAID}


@pytest.mark.parametrize(
    ("one", "other", "state"),
    [
        ("X", "N", State.EXEMPT),
        ("D", "U", State.DEFERRED),
        ("o", "U", State.NOT_DUE),
        ("U", ".", State.UNPAID),
        ("U", "?", State.UNPAID),
        ("?", ".", State.UNKNOWN),
    ],
)
def test_books_that_disagree_speak_in_the_persons_favour(
    one: str, other: str, state: State
) -> None:
    first, second = dues(one * 12), dues(other * 12, book_id="sổ thu 2")
    fact = facts_of(member(second, first))[1]

    assert (fact.state, fact.warning) == (state, "books_disagree")


def test_a_reason_speaks_before_a_stated_debt_in_another_book() -> None:
    noted = dues("N" * 12, notes={0: "ốm"}, book_id="sổ thu 2")

    assert facts_of(member(dues("U" * 12), noted))[1].note == "ốm"


def test_of_two_blanks_the_one_its_book_explains_speaks() -> None:
    silent = dues("." * 12, book_id="sổ thu 2")
    kept = dues("." * 12)

    assert states(member(silent, kept), collections=took_in(39, 40, kept))[0] is (
        State.UNPAID_INFERRED
    )


def test_books_that_agree_carry_no_warning() -> None:
    case = member(dues("U" * 12), dues("U" * 12, book_id="sổ thu 2"))

    assert facts_of(case)[1].warning == ""


def test_a_column_the_sheet_does_not_have_says_nothing() -> None:
    half = dues("UUUUUU......", columns={number: "DEFGHI"[number] for number in range(6)})
    facts = facts_of(member(half))

    assert facts[6].source is not None
    assert facts[6].source.cell == "I7"
    assert facts[7].warning == "member_not_in_book"


# --- Payments -----------------------------------------------------------------------------
MARCH = Month(2024, 3)


def paid(paid_on: str | None, **facts: object) -> Payment:
    return Payment(MARCH, PartialDate.parse(paid_on) if paid_on else None, **facts)  # type: ignore[arg-type] # facts are those of a payment


@pytest.mark.parametrize(
    ("paid_on", "state"),
    [
        (None, State.PAID),
        ("2024-02-29", State.PREPAID),
        ("2024-03-01", State.PAID),
        ("2024-03-31", State.PAID),
        ("2024-04-01", State.PAID_LATE),
        ("2024-02", State.PREPAID),
        ("2024", State.PAID),
        ("2024-04", State.PAID_LATE),
    ],
)
def test_the_day_of_a_payment_tells_early_and_late(paid_on: str | None, state: State) -> None:
    assert states(member(BLANK, payments=(paid(paid_on),)))[2] is state


def test_days_of_grace_make_a_payment_timely() -> None:
    case = member(BLANK, payments=(paid("2024-04-10"),))

    assert states(case, grace_days=10)[2] is State.PAID
    assert states(case, grace_days=9)[2] is State.PAID_LATE


def test_days_of_grace_delay_the_month() -> None:
    case = member(dues("UUUUUUUUUUUU"))

    assert states(case, as_of=date(2024, 2, 9), grace_days=10)[0] is State.NOT_DUE
    assert states(case, as_of=date(2024, 2, 10), grace_days=10)[0] is State.UNPAID


def test_a_later_payment_does_not_exist_yet() -> None:
    case = member(dues("PPUPPPPPPPPP"), payments=(paid("2024-05-02"),))

    assert states(case, as_of=date(2024, 5, 1))[2] is State.UNPAID
    assert states(case, as_of=date(2024, 5, 2))[2] is State.PAID_LATE


def test_a_mark_in_a_month_to_come_is_no_payment_yet() -> None:
    case = member(dues(ALL_PAID, book_date=date(2025, 1, 10)))

    assert [states(case, as_of=date(2024, 3, 31))[month] for month in (2, 3, 4, 11)] == [
        State.PAID,
        State.NOT_DUE,
        State.NOT_DUE,
        State.NOT_DUE,
    ]


def test_a_mark_in_the_month_that_runs_is_a_payment() -> None:
    case = member(dues(ALL_PAID, book_date=date(2025, 1, 10)))

    assert states(case, as_of=date(2024, 4, 1))[3] is State.PAID


def test_a_mark_in_a_month_to_come_counts_where_the_book_was_closed_by_then() -> None:
    case = member(dues(ALL_PAID, book_date=date(2024, 3, 31)))

    assert states(case, as_of=date(2024, 3, 31))[11] is State.PAID


def test_a_payment_of_some_day_in_may_exists_from_the_first() -> None:
    case = member(dues("PPUPPPPPPPPP"), payments=(paid("2024-05"),))

    assert states(case, as_of=date(2024, 4, 30))[2] is State.UNPAID
    assert states(case, as_of=date(2024, 5, 1))[2] is State.PAID_LATE


def test_of_several_payments_the_earliest_settles() -> None:
    case = member(BLANK, payments=(paid("2024-05-02"), paid("2024-03-02")))

    assert states(case)[2] is State.PAID


def test_a_mark_dated_by_its_own_entry_is_as_late_as_the_entry() -> None:
    row = dues(ALL_PAID)
    case = member(row, payments=(paid("2024-05-02", own=True, book_id=row.book_id),))
    fact = facts_of(case)[3]

    assert (fact.state, fact.explanation) == (State.PAID_LATE, "đóng 02/05/2024")


def test_a_mark_made_later_leaves_a_blank_before() -> None:
    row = dues(ALL_PAID)
    case = member(row, payments=(paid("2024-05-02", own=True, book_id=row.book_id),))

    assert states(case, as_of=date(2024, 4, 30))[2] is State.UNPAID_INFERRED


def test_an_entry_of_another_book_does_not_date_a_mark() -> None:
    case = member(dues(ALL_PAID), payments=(paid("2024-05-02", own=True, book_id="sổ khác"),))

    assert states(case)[2] is State.PAID


# --- The membership window ----------------------------------------------------------------
def test_dues_begin_in_the_month_after_the_ceremony() -> None:
    case = member(dues("UUUUUUUUUUUU"), admission_date=PartialDate(2024, 5, 19))

    assert states(case)[3:6] == [State.NOT_DUE, State.NOT_DUE, State.UNPAID]


def test_dues_may_begin_in_the_month_of_the_ceremony() -> None:
    case = member(dues("UUUUUUUUUUUU"), admission_date=PartialDate(2024, 5, 19))

    assert states(case, first_due_month="ceremony_month")[3:5] == [State.NOT_DUE, State.UNPAID]


def test_an_earlier_payment_is_accepted() -> None:
    case = member(dues("....PPPPPPPP"), admission_date=PartialDate(2024, 5, 19))

    assert states(case)[3:6] == [State.NOT_DUE, State.PAID, State.PAID]


def test_the_remark_of_a_row_opens_the_window_where_no_date_is_known() -> None:
    row = dues("UUUUUUUUUUUU", since=PartialDate(2024, 5, 19))

    assert states(member(row))[4:6] == [State.NOT_DUE, State.UNPAID]


def test_who_came_from_elsewhere_in_july_owes_this_book_nothing_before() -> None:
    row = dues("......PPPPPP", since=PartialDate(2024, 7))
    case = member(row, admission_date=PartialDate(2001, 2, 3))

    assert states(case)[:7] == [*[State.NOT_DUE] * 6, State.PAID]


def test_a_remark_older_than_the_admission_opens_nothing() -> None:
    row = dues("UUUUUUUUUUUU", since=PartialDate(2001, 2, 3))
    case = member(row, admission_date=PartialDate(2024, 5, 19))

    assert states(case)[4:6] == [State.NOT_DUE, State.UNPAID]


def test_the_remark_of_a_row_closes_the_window_with_a_warning() -> None:
    fact = facts_of(member(dues("PPPPPPP.....", until=PartialDate(2024, 8))))

    assert fact[7].state is State.PAID
    assert (fact[8].state, fact[8].warning) == (State.NOT_DUE, "exit_without_record")


def test_dues_end_before_the_month_of_the_exit() -> None:
    case = member(dues("U" * 12), left=PartialDate(2024, 8, 20))
    facts = facts_of(case, as_of=date(2024, 12, 31))

    assert facts[7].state is State.UNPAID
    assert (facts[8].state, facts[8].warning) == (State.NOT_DUE, "")


def test_dues_may_end_with_the_month_of_the_exit() -> None:
    case = member(dues("U" * 12), left=PartialDate(2024, 8, 20))

    assert states(case, last_due_month="exit_month")[7:9] == [State.UNPAID, State.NOT_DUE]


def test_a_recorded_exit_silences_the_remark_of_a_row() -> None:
    row = dues("U" * 12, until=PartialDate(2024, 3))

    assert states(member(row, left=PartialDate(2024, 8, 20)))[5] is State.UNPAID


def test_months_that_an_imprecise_admission_could_exclude_are_unknown() -> None:
    case = member(dues("U.UXUUUUUUUU"), admission_date=PartialDate(2024))
    facts = facts_of(case)

    assert [facts[number].state for number in (1, 2, 3, 4)] == [
        State.NOT_DUE,
        State.UNKNOWN,
        State.UNKNOWN,
        State.EXEMPT,
    ]
    assert facts[3].explanation == "ngày vào Đảng chỉ ghi 2024"
    assert (
        states(member(dues("U" * 12, 2025), admission_date=PartialDate(2024)), year=2025)
        == [State.NOT_DUE] * 12
    )


def test_the_year_after_an_imprecise_admission_is_owed() -> None:
    case = member(dues("U" * 12, 2025), admission_date=PartialDate(2024))

    assert states(case, year=2025, as_of=date(2025, 12, 31)) == [State.UNPAID] * 12


def test_months_that_an_imprecise_exit_could_exclude_are_unknown() -> None:
    facts = facts_of(member(dues("U" * 12), left=PartialDate(2024)))

    assert facts[1].state is State.UNKNOWN
    assert (facts[5].state, facts[5].explanation) == (
        State.UNKNOWN,
        "ngày ra khỏi chi bộ chỉ ghi 2024",
    )


# --- Papers and judged reasons ------------------------------------------------------------
def test_a_partly_exempt_month_is_exempt() -> None:
    case = member(
        dues("U" * 12), permissions=(paper(PermissionKind.EXEMPT, "2024-03-31", "2024-05-01"),)
    )

    assert states(case)[1:6] == [
        State.UNPAID,
        State.EXEMPT,
        State.EXEMPT,
        State.EXEMPT,
        State.UNPAID,
    ]


def test_a_partly_exempt_month_may_be_owed() -> None:
    case = member(
        dues("U" * 12), permissions=(paper(PermissionKind.EXEMPT, "2024-03-02", "2024-05-30"),)
    )

    assert states(case, partial_exempt_month="due")[2:5] == [
        State.UNPAID,
        State.EXEMPT,
        State.UNPAID,
    ]


def test_whole_months_are_exempt_either_way() -> None:
    case = member(
        dues("U" * 12), permissions=(paper(PermissionKind.EXEMPT, "2024-03-01", "2024-03-31"),)
    )

    assert states(case, partial_exempt_month="due")[1:4] == [
        State.UNPAID,
        State.EXEMPT,
        State.UNPAID,
    ]


def test_a_paper_without_an_end_holds_on() -> None:
    case = member(dues("U" * 12), permissions=(paper(PermissionKind.EXEMPT, None),))

    assert set(states(case)) == {State.EXEMPT}


def test_an_imprecise_paper_is_read_in_the_persons_favour() -> None:
    case = member(dues("U" * 12), permissions=(paper(PermissionKind.EXEMPT, "2024", "2024"),))

    assert facts_of(case)[12].explanation == "QĐ số 5"


DEFERRAL = paper(PermissionKind.DEFERRED, "2024-01-01", "2024-06-30")


def test_a_deferral_holds_until_its_last_day() -> None:
    case = member(dues("U" * 12), permissions=(DEFERRAL,))

    assert states(case, as_of=date(2024, 6, 30))[0] is State.DEFERRED


def test_after_a_deferral_its_months_are_unpaid_with_a_note() -> None:
    case = member(dues("U.NUUU" + "P" * 6, notes={2: "ốm"}), permissions=(DEFERRAL,))
    facts = facts_of(case, as_of=date(2024, 7, 1))

    assert (facts[1].state, facts[1].note) == (State.UNPAID, "hết hạn chậm đóng")
    assert (facts[2].state, facts[2].note) == (State.UNPAID_INFERRED, "hết hạn chậm đóng")
    assert facts[3].note == "ốm"


def test_a_deferral_without_an_end_holds_on() -> None:
    case = member(dues("U" * 12), permissions=(paper(PermissionKind.DEFERRED, "2024-03"),))

    assert states(case)[1:3] == [State.UNPAID, State.DEFERRED]


def test_a_reason_accepted_for_one_day_excuses_its_month() -> None:
    one_day = date(2024, 3, 31)
    case = member(dues("U" * 12), excuses=(judged(DUES, one_day, one_day, accepted=True),))
    facts = facts_of(case)

    assert (facts[3].state, facts[3].explanation) == (State.EXCUSED, "ốm đau; giấy ra viện")
    assert (facts[2].state, facts[4].state) == (State.UNPAID, State.UNPAID)


def test_a_reason_accepted_later_outweighs_a_rejection() -> None:
    march = date(2024, 3, 1), date(2024, 3, 1)
    case = member(
        dues("U" * 12),
        excuses=(judged(DUES, *march, accepted=False), judged(DUES, *march, accepted=True)),
    )

    assert states(case)[2] is State.EXCUSED


def test_a_rejection_changes_nothing_where_no_reason_is_written() -> None:
    march = date(2024, 3, 1), date(2024, 3, 1)
    fact = facts_of(member(dues("U" * 12), excuses=(judged(DUES, *march, accepted=False),)))[3]

    assert (fact.state, fact.explanation) == (State.UNPAID, "")


def test_a_reason_for_absence_does_not_excuse_dues() -> None:
    absence = meetings("A" * 12)
    case = member(dues("U" * 12), absence)

    assert states(case)[0] is State.UNPAID


# --- Back again ---------------------------------------------------------------------------
def test_months_before_a_return_are_not_asked_for() -> None:
    case = member(
        dues("U" * 12), admission_date=PartialDate(1990), returned=PartialDate(2024, 9, 2)
    )

    found = states(case)

    assert found[:9] == [State.NOT_DUE] * 9
    assert found[9:] == [State.UNPAID] * 3


# --- Fifty years in the Party -------------------------------------------------------------
def fifty(**facts: object) -> list[State]:
    case = member(dues("U" * 12, 2026), **facts)  # type: ignore[arg-type] # facts are those of a case
    return states(case, year=2026, as_of=date(2026, 12, 31))


def test_fifty_years_since_the_decision_lift_the_dues_of_that_month() -> None:
    case = member(dues("U" * 12, 2026), admission_decision_date=PartialDate(1976, 3, 15))
    facts = facts_of(case, year=2026, as_of=date(2026, 12, 31))

    assert (facts[2].state, facts[3].state) == (State.UNPAID, State.EXEMPT)
    assert facts[3].explanation == (
        "đủ 50 năm tuổi Đảng, tính từ quyết định kết nạp 15/03/1976"
    )


def test_the_month_of_the_fiftieth_year_may_be_owed() -> None:
    case = member(dues("U" * 12, 2026), admission_decision_date=PartialDate(1976, 3, 15))
    found = states(case, year=2026, as_of=date(2026, 12, 31), partial_exempt_month="due")

    assert found[2:4] == [State.UNPAID, State.EXEMPT]


def test_fifty_years_on_the_last_day_of_a_month_lift_it() -> None:
    assert fifty(admission_date=PartialDate(1976, 3, 31))[1:3] == [State.UNPAID, State.EXEMPT]


def test_where_the_month_must_be_covered_february_2026_is_the_first() -> None:
    case = member(dues("U" * 12, 2026), admission_date=PartialDate(1970, 1, 1))
    found = states(case, year=2026, as_of=date(2026, 12, 31), partial_exempt_month="due")

    assert found[:2] == [State.UNPAID, State.EXEMPT]


def test_before_february_2026_fifty_years_lift_nothing() -> None:
    assert fifty(admission_date=PartialDate(1970, 1, 1))[:2] == [State.UNPAID, State.EXEMPT]


def test_fifty_years_from_the_roster_are_marked_as_such() -> None:
    case = member(dues("U" * 12, 2026), admission_date=PartialDate(1970))
    fact = facts_of(case, year=2026, as_of=date(2026, 12, 31))[2]

    assert fact.explanation == (
        "đủ 50 năm tuổi Đảng, tính từ ngày vào Đảng ghi trong danh sách 1970"
    )


def test_fifty_years_that_may_be_over_leave_the_month_unknown() -> None:
    case = member(dues("U" * 12, 2026), admission_date=PartialDate(1976))
    facts = facts_of(case, year=2026, as_of=date(2026, 12, 31))

    assert [facts[number].state for number in (1, 2, 11, 12)] == [
        State.UNPAID,
        State.UNKNOWN,
        State.UNKNOWN,
        State.EXEMPT,
    ]
    assert facts[2].explanation.startswith("có thể đã đủ 50 năm tuổi Đảng")


def test_the_words_of_a_stated_debt_are_shown_and_give_no_reason() -> None:
    fact = facts_of(member(dues("PUPPPPPPPPPP", notes={1: "nợ 1 tháng"})))[2]

    assert (fact.state, fact.note, fact.explanation) == (State.UNPAID, "", "ô ghi “nợ 1 tháng”")
