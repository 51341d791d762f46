"""Why a blank cell says nothing, in the words that lists print."""

from datetime import date

import pytest

from partyroll.model import BookKind, Case, Ground, Source, State, Stay
from partyroll.period import Month
from partyroll.rules.books import lines_in
from rules.booklet import (
    ALL_PAID,
    DUES,
    HOME,
    MEETINGS,
    TRAM,
    dues,
    facts_of,
    meetings,
    member,
    took_in,
)

MARCH_BLANK = "PP.PPPPPPPPP"
NOT_COUNTED = "ô trống không được tính"


@pytest.mark.parametrize(
    ("case", "told"),
    [
        (member(dues(MARCH_BLANK, unit=None)), "chưa rõ chi bộ"),
        (member(dues(MARCH_BLANK, book_date=None)), "sổ lập khi chưa hết tháng"),
        (member(dues(MARCH_BLANK, book_date=date(2024, 3, 30))), "sổ lập khi chưa hết tháng"),
        (
            member(dues(MARCH_BLANK, unallocated=True)),
            "dòng có khoản thu, hoặc được miễn, chưa ghi cho tháng nào",
        ),
    ],
)
def test_a_blank_that_says_nothing_says_why(case: Case, told: str) -> None:
    march = facts_of(case)[3]

    assert (march.state, march.explanation) == (State.UNKNOWN, told)
    assert march.warning == "blank_not_inferred"


def test_a_blank_in_a_book_made_on_the_last_day_of_the_month_speaks() -> None:
    case = member(dues(MARCH_BLANK, book_date=date(2024, 3, 31)))

    assert facts_of(case)[3].state is State.UNPAID_INFERRED


@pytest.mark.parametrize(
    ("collected", "told"), [(0, "tháng này sổ chưa ghi ai"), (19, "mới có 19/40")]
)
def test_a_month_that_few_have_paid_says_how_many(collected: int, told: str) -> None:
    row = dues(MARCH_BLANK)

    march = facts_of(member(row), collections=took_in(collected, 40, row), infer_min_share=0.5)[
        3
    ]

    assert (march.state, march.explanation) == (State.UNKNOWN, told)


def test_a_month_that_just_enough_have_paid_lets_a_blank_speak() -> None:
    row = dues(MARCH_BLANK)

    march = facts_of(member(row), collections=took_in(20, 40, row), infer_min_share=0.5)[3]

    assert (march.state, march.explanation) == (State.UNPAID_INFERRED, "20/40 đã thu")


def test_a_book_whose_month_was_never_counted_speaks_for_nobody() -> None:
    march = facts_of(member(dues(MARCH_BLANK)), collections={})[3]

    assert (march.state, march.explanation) == (State.UNKNOWN, "tháng này sổ chưa ghi ai")


@pytest.mark.parametrize(
    ("case", "ground"),
    [
        (member(dues(MARCH_BLANK)), DUES),
        (member(meetings(MARCH_BLANK)), MEETINGS),
    ],
)
def test_where_blanks_do_not_count_a_blank_says_so(case: Case, ground: Ground) -> None:
    march = facts_of(case, ground, infer_blank=False, infer_blank_meeting=False)[3]

    assert (march.state, march.explanation) == (State.UNKNOWN, NOT_COUNTED)
    assert march.warning == "blank_not_inferred"


def test_a_missed_meeting_names_its_cell() -> None:
    row = meetings("PPAPPPPPPPPP", columns=dict(enumerate("CDEFGHIJKLMN")))

    march = facts_of(member(row), MEETINGS)[3]

    assert (march.state, march.source) == (
        State.UNEXCUSED,
        Source("so.xlsx", "Sổ", 7, "E7"),
    )


def test_of_two_hosts_at_once_the_later_one_speaks_in_whatever_order_they_are_known() -> None:
    first = Stay(TRAM, date(2024, 1, 1), date(2024, 7, 1), temporary=True)
    second = Stay("Trường Tiểu học", date(2024, 6, 15), temporary=True)
    rows = dues("PPPPPUPPPPPP", unit=TRAM), dues(ALL_PAID, unit="Trường Tiểu học")

    for_each_order = [
        lines_in(member(*rows, stays=order), BookKind.DUES, Month(2024, 6))
        for order in [(*HOME, first, second), (second, first, *HOME)]
    ]

    assert for_each_order == [(rows[1],)] * 2


def test_a_book_of_no_unit_speaks_of_whoever_belongs_at_home() -> None:
    case = member(dues("PPUPPPPPPPPP", unit=None), dues(ALL_PAID, 2023), stays=HOME)

    assert facts_of(case)[3].state is State.UNPAID
