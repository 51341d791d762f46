"""The membership window where the dates on paper are imprecise, or several."""

from datetime import date

import pytest

from partyroll.model import Case, State
from partyroll.period import PartialDate
from rules.booklet import ALL_PAID, dues, facts_of, look, member, states

UNPAID = "U" * 12


@pytest.mark.parametrize(
    ("case", "told"),
    [
        (
            member(dues(UNPAID), admission_date=PartialDate(2024)),
            "ngày vào Đảng chỉ ghi 2024",
        ),
        (member(dues(UNPAID), returned=PartialDate(2024)), "ngày trở lại Đảng chỉ ghi 2024"),
        (member(dues(UNPAID), left=PartialDate(2024)), "ngày ra khỏi chi bộ chỉ ghi 2024"),
        (member(dues(UNPAID, since=PartialDate(2024))), "ngày vào chi bộ chỉ ghi 2024"),
        (member(dues(UNPAID, until=PartialDate(2024))), "ngày ra khỏi chi bộ chỉ ghi 2024"),
    ],
)
def test_a_month_that_an_imprecise_date_may_exclude_is_unknown_and_says_why(
    case: Case, told: str
) -> None:
    june = facts_of(case)[6]

    assert (june.state, june.explanation) == (State.UNKNOWN, told)


def test_a_doubtful_month_still_says_what_its_blank_rested_on() -> None:
    june = facts_of(member(dues("PPPPP.PPPPPP"), admission_date=PartialDate(2024)))[6]

    assert june.explanation == "39/40 đã thu; ngày vào Đảng chỉ ghi 2024"


def test_of_a_year_and_a_month_the_later_start_opens_the_window() -> None:
    case = member(dues(UNPAID, since=PartialDate(2024, 3)), admission_date=PartialDate(2024))

    assert states(case)[:5] == [State.NOT_DUE] * 3 + [State.UNPAID] * 2


def test_who_came_and_left_in_one_year_owes_only_between() -> None:
    case = member(
        dues(UNPAID),
        admission_date=PartialDate(2024, 3, 10),
        left=PartialDate(2024, 6, 20),
    )

    assert states(case) == ([State.NOT_DUE] * 3 + [State.UNPAID] * 2 + [State.NOT_DUE] * 7)


def test_an_end_only_remarked_beside_the_row_is_said_to_lack_a_record() -> None:
    facts = facts_of(member(dues(UNPAID, until=PartialDate(2024, 6, 20))))

    assert (facts[7].state, facts[7].warning) == (State.NOT_DUE, "exit_without_record")


def test_an_end_in_the_ledger_lacks_no_record() -> None:
    facts = facts_of(member(dues(UNPAID), left=PartialDate(2024, 6, 20)))

    assert (facts[7].state, facts[7].warning) == (State.NOT_DUE, "")


def test_a_start_in_the_future_leaves_nobody_on_a_list() -> None:
    case = member(dues(UNPAID), dues(ALL_PAID, 2023), admission_date=PartialDate(2025, 2, 3))

    assert look(case, as_of=date(2024, 12, 31)) is None
