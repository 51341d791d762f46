"""The worked examples of the rulebook, under the default and under each reading they name."""

from dataclasses import replace
from datetime import date

import pytest

from partyroll.model import (
    BookLine,
    Case,
    Finding,
    Ground,
    Payment,
    PermissionKind,
    ReviewList,
    State,
    Stay,
)
from partyroll.period import Month, PartialDate
from partyroll.rules.collections import LetterTally, book_months
from partyroll.rules.gaps import UnitYear, gaps
from rules.booklet import (
    DONG,
    DUES,
    HOME,
    MEETINGS,
    TRAM,
    YEAR_END,
    dues,
    facts_of,
    judged,
    look,
    member,
    paper,
    states,
    took_in,
)

Drawn = tuple[BookLine, ...]
Shown = tuple[str, Ground, int] | None


def shown(finding: Finding | None) -> Shown:
    """The list, the ground and the count of a finding."""
    return (finding.list.value, finding.ground, finding.count) if finding else None


# --- Counting -----------------------------------------------------------------------------
def test_scattered_months_add_up(drawn: Drawn) -> None:
    """
    đảng phí Đông 2024 | P U P P P U P P P P U P
    """
    case = member(*drawn)
    default = look(case)

    assert shown(default) == ("review", DUES, 3)
    assert default is not None
    assert (default.grounds[0].plain, default.grounds[0].longest_run) == (3, 1)
    assert look(case, run="consecutive") is None
    assert shown(look(case, months=4)) == ("watch", DUES, 3)
    assert shown(look(case, combine_grounds=True)) == ("review", DUES, 3)


def test_months_over_the_turn_of_the_year_are_watched(drawn: Drawn) -> None:
    """
    đảng phí Đông 2023 | P P P P P P P P P P U U
    đảng phí Đông 2024 | U P P P P P P P P P P P
    """
    case, january = member(*drawn), date(2024, 1, 31)
    default = look(case, as_of=january)

    assert shown(default) == ("watch", DUES, 3)
    assert default is not None
    assert (default.grounds[0].plain, default.grounds[0].cross_run) == (1, 3)
    assert shown(look(case, as_of=january, year_basis="rolling12")) == ("review", DUES, 3)
    assert shown(look(case, as_of=january, run="consecutive")) == ("watch", DUES, 3)
    assert shown(look(case, year=2023, as_of=date(2023, 12, 31))) == ("watch", DUES, 2)


def test_grounds_do_not_add_up(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | P P U U P P P P P P P P
    sinh hoạt Đông 2024 | P P P P P P P P A P P P
    """
    case = member(*drawn)

    assert shown(look(case)) == ("watch", DUES, 2)
    assert shown(look(case, combine_grounds=True)) == ("review", Ground.MIXED, 3)
    assert shown(look(case, meeting_reading="own_count", meeting_months=1)) == (
        "review",
        MEETINGS,
        1,
    )


def test_a_month_on_both_grounds_is_one(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | P P U U P P P P P P P P
    sinh hoạt Đông 2024 | P P P A P P P P P P P P
    """
    case = member(*drawn)

    assert shown(look(case)) == shown(look(case, combine_grounds=True)) == ("watch", DUES, 2)


def test_months_to_come_do_not_count(drawn: Drawn) -> None:
    """
    đảng phí Đông 2026 | U . . . . . . . . . . .
    """
    case, day = member(*drawn), date(2026, 2, 15)

    assert look(case, year=2026, as_of=day) is None
    assert shown(look(case, year=2026, as_of=day, months=1)) == ("review", DUES, 1)
    assert states(case, year=2026, as_of=day) == [State.UNPAID] + [State.NOT_DUE] * 11


# --- Blanks -------------------------------------------------------------------------------
def one_of_forty(letters: str, others: str) -> list[LetterTally]:
    """A book of forty people, one of whom differs."""
    book = f"dues {DONG} 2024"
    return [LetterTally(book, letters, 2024), LetterTally(book, others, 2024, people=39)]


def test_a_month_empty_for_all_is_one_gap_and_nobodys_debt(drawn: Drawn) -> None:
    """
    đảng phí Đông 2024 | P P . P P P P P P P P P
    """
    (row,) = drawn
    full = book_months(one_of_forty(row.letters, row.letters))
    (gap,) = gaps(
        [UnitYear(DONG, DUES, 2024, 40, (row.book_id,))], collections=full, as_of=YEAR_END
    )

    assert states(member(row), collections=full)[2] is State.UNKNOWN
    assert look(member(row), collections=full, months=1) is None
    assert (gap.kind, gap.text) == ("empty_month", "thiếu sổ tháng 3/2024")


def test_a_blank_among_39_payments_is_inferred(drawn: Drawn) -> None:
    """
    đảng phí Đông 2024 | P P . P P P P P P P P P
    """
    (row,) = drawn
    full = book_months(one_of_forty(row.letters, "P" * 12))
    fact = facts_of(member(row), collections=full)[3]
    finding = look(member(row), collections=full, months=1)

    assert (fact.state, fact.explanation) == (State.UNPAID_INFERRED, "39/40 đã thu")
    assert finding is not None
    assert (finding.list, finding.only_inferred) == (ReviewList.REVIEW, True)
    assert "suy ra từ ô trống" in finding.why
    assert states(member(row), collections=full, infer_blank=False)[2] is State.UNKNOWN


def test_a_whole_year_paid_in_january_collects_no_later_month() -> None:
    book = f"dues {DONG} 2024"
    wide = LetterTally(book, "P" * 12, 2024, wide=frozenset(range(3, 13)))
    rest = LetterTally(book, "PP..........", 2024, people=39)
    months = book_months([wide, rest])

    assert (months[book, 2].collected, months[book, 3].collected) == (40, 0)


def test_a_book_made_inside_a_month_infers_nothing_of_it(drawn: Drawn) -> None:
    """
    đảng phí Đông 2026 | P P . . . . . . . . . .
    """
    early = replace(drawn[0], book_date=date(2026, 3, 5))
    late = replace(drawn[0], book_date=date(2026, 3, 31))
    day, three = date(2026, 3, 31), took_in(13, 40, early, months=[3])

    assert [
        states(member(row), year=2026, as_of=day, collections=three)[2] for row in (early, late)
    ] == [State.UNKNOWN, State.UNPAID_INFERRED]


def test_the_only_mark_of_a_month_speaks_for_itself_alone() -> None:
    debtor, other = dues("PPUPPPPPPPPP"), dues("PP.PPPPPPPPP")
    months = book_months(one_of_forty(debtor.letters, other.letters))

    assert states(member(debtor), collections=months)[2] is State.UNPAID
    assert states(member(other), collections=months)[2] is State.UNKNOWN


def test_a_blank_year_in_a_kept_book_is_inferred_and_its_remark_shown(drawn: Drawn) -> None:
    """
    đảng phí Đông 2024 | . . . . . . . . . . . .
    """
    finding = look(member(replace(drawn[0], remark="đi làm ăn xa")))

    assert shown(finding) == ("review", DUES, 12)
    assert finding is not None
    assert (finding.grounds[0].inferred, finding.remarks) == (12, ("đi làm ăn xa",))


# --- Receipts -----------------------------------------------------------------------------
def test_one_receipt_for_a_quarter(drawn: Drawn) -> None:
    """
    đảng phí Đông 2024 | U U . . . . . . . . . .
    """
    day = PartialDate(2024, 3, 20)
    receipt = tuple(Payment(Month(2024, number), day, span=3) for number in (1, 2, 3))
    case, quarter_end = member(*drawn, payments=receipt), date(2024, 3, 31)

    assert states(case, as_of=quarter_end)[:3] == [
        State.PAID_LATE,
        State.PAID_LATE,
        State.PAID,
    ]
    assert look(case, as_of=quarter_end) is None
    assert shown(look(case, as_of=quarter_end, count_late=True)) == ("watch", DUES, 2)
    assert shown(look(case, as_of=date(2024, 2, 29))) == ("watch", DUES, 2)
    assert states(case, as_of=quarter_end, grace_days=20)[:2] == [State.PAID_LATE, State.PAID]


# --- Exempt, suspended, elsewhere ---------------------------------------------------------
def test_exempt_from_meetings_is_not_exempt_from_dues(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | U U U . . . . . . . . .
    sinh hoạt Đông 2024 | A A A . . . . . . . . .
    """
    exempt = paper(PermissionKind.EXEMPT_ACTIVITY, "2024-01-01")
    case = member(*drawn, permissions=(exempt,))

    assert shown(look(case, as_of=date(2024, 3, 31))) == ("review", DUES, 3)
    assert states(case, MEETINGS)[:3] == [State.NOT_OWED] * 3


def test_suspended_members_owe_dues_only(drawn: Drawn) -> None:
    """
    đảng phí  Đông 2024 | P P P U U U . . . . . .
    sinh hoạt Đông 2024 | P P P A A A . . . . . .
    """
    suspended = paper(PermissionKind.SUSPENDED, "2024-04-01", "2024-06-30")
    case = member(*drawn, permissions=(suspended,))

    assert shown(look(case, as_of=date(2024, 6, 30))) == ("review", DUES, 3)
    assert look(case, as_of=date(2024, 6, 30), ground="meetings") is None


AT_HOST = (*HOME, Stay(TRAM, date(2024, 3, 1), date(2024, 11, 1), temporary=True))


def test_the_hosts_book_speaks_for_its_guest(drawn: Drawn) -> None:
    """
    đảng phí Đông 2024 | P P . . . . . . . . P P
    đảng phí Trạm 2024 | . . P P P P P P P P . .
    """
    home, host = drawn
    with_book, without = member(home, host, stays=AT_HOST), member(home, stays=AT_HOST)
    facts = facts_of(without)

    assert look(with_book) is None
    assert look(without) is None
    assert [facts[number].warning for number in range(3, 11)] == ["host_book_missing"] * 8
    assert facts[3].explanation == "cần xác nhận từ nơi sinh hoạt tạm thời"


def test_after_an_exemption_of_twelve_months_dues_are_owed(drawn: Drawn) -> None:
    """
    đảng phí Đông 2027 | . U U U . . . . . . . .
    """
    exempt = paper(PermissionKind.EXEMPT, "2026-02-01", "2027-01-31")
    case = member(*drawn, permissions=(exempt,))

    assert shown(look(case, year=2027, as_of=date(2027, 4, 30))) == ("review", DUES, 3)
    assert states(case, year=2027, as_of=date(2027, 4, 30))[0] is State.EXEMPT


@pytest.mark.parametrize(
    ("setting", "found"),
    [
        ("exempt", [State.UNPAID, State.EXEMPT, State.EXEMPT]),
        ("due", [State.UNPAID, State.UNPAID, State.EXEMPT]),
    ],
)
def test_fifty_years_since_15_march_1976(
    drawn: Drawn, setting: str, found: list[State]
) -> None:
    """
    đảng phí Đông 2026 | P U U U P P P P P P P P
    """
    case = member(*drawn, admission_decision_date=PartialDate(1976, 3, 15))
    facts = states(case, year=2026, as_of=date(2026, 12, 31), partial_exempt_month=setting)

    assert facts[1:4] == found


# --- Typed reasons ------------------------------------------------------------------------
def sick_in_september(drawn: Drawn) -> BookLine:
    return replace(drawn[0], notes={8: "nghỉ ốm"})


def with_verdict(row: BookLine, *, accepted: bool) -> Case:
    september = judged(DUES, date(2024, 9, 1), date(2024, 9, 30), accepted=accepted)
    return member(row, excuses=(september,))


def test_a_typed_reason_waits_for_a_person(drawn: Drawn) -> None:
    """
    đảng phí Đông 2024 | P U P P P U P P N P P P
    """
    row = sick_in_september(drawn)
    open_, accepted, rejected = (
        look(member(row)),
        look(with_verdict(row, accepted=True)),
        look(with_verdict(row, accepted=False)),
    )

    assert shown(open_) == ("check_reason", DUES, 3)
    assert open_ is not None
    assert (open_.grounds[0].plain, open_.grounds[0].all) == (2, 3)
    assert shown(accepted) == ("watch", DUES, 2)
    assert shown(rejected) == ("review", DUES, 3)
    assert look(member(row), run="consecutive") is None


def test_six_cells_of_maternity_leave_are_to_be_checked(drawn: Drawn) -> None:
    """
    đảng phí Đông 2024 | N N N N N N P P P P P P
    """
    row = replace(drawn[0], notes=dict.fromkeys(range(6), "thai sản"))

    assert shown(look(member(row))) == ("check_reason", DUES, 6)
    assert shown(look(member(row), run="consecutive")) == ("check_reason", DUES, 6)


def test_three_plain_months_need_no_noted_one(drawn: Drawn) -> None:
    """
    đảng phí Đông 2024 | U U U N P P P P P P P P
    """
    assert shown(look(member(replace(drawn[0], notes={3: "ốm"})))) == ("review", DUES, 3)


def test_absences_marked_as_excused_are_checked_or_trusted(drawn: Drawn) -> None:
    """
    sinh hoạt Đông 2024 | P P P E E E P P P P P P
    """
    case = member(*drawn)

    assert shown(look(case)) == ("check_reason", MEETINGS, 3)
    assert look(case, trust_excused_mark=True) is None
    assert shown(look(case, meeting_reading="own_count", meeting_months=1)) == (
        "check_reason",
        MEETINGS,
        3,
    )
