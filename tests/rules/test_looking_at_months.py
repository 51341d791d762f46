"""What every month is, and what follows from it: two ways of asking that say the same."""

from datetime import date
from typing import Any

import pytest

from partyroll.model import (
    Case,
    Finding,
    Ground,
    GroundCount,
    Payment,
    RuleSettings,
    TransferLeg,
)
from partyroll.period import Month, PartialDate
from partyroll.rules.letters import months_with
from partyroll.rules.review import Looked, finding_from, look_at
from rules.booklet import YEAR_END, dues, facts_of, look, meetings, member, took_in

OWING = dues("PUPPPUPPPPUP")


def looked_at(case: Case, as_of: date = YEAR_END, **asked: Any) -> tuple[Looked, ...]:
    settings = RuleSettings(**asked.pop("settings", {}))
    collections = took_in(39, 40, *case.lines)
    return look_at(
        case, year=2024, collections=collections, settings=settings, as_of=as_of, **asked
    )


def through_months(case: Case, as_of: date = YEAR_END, **settings: Any) -> Finding | None:
    looked = looked_at(case, as_of, settings=settings)
    return finding_from(case, looked, settings=RuleSettings(**settings), as_of=as_of)


# --- All months, or only those that could count -------------------------------------------
def test_all_months_say_what_those_say_that_could_count() -> None:
    case = member(OWING, dues("P" * 11 + "U", 2023), meetings("PPAPPPPPPPPP"))

    assert through_months(case) == look(case) is not None


def test_all_months_say_so_too_where_twelve_months_roll() -> None:
    case = member(OWING, dues("P" * 11 + "U", 2023))
    middle = date(2024, 6, 30)

    found = through_months(case, middle, year_basis="rolling12")

    assert found is not None
    assert found == look(case, as_of=middle, year_basis="rolling12")
    assert [str(fact.month) for fact in found.months] == ["2023-12", "2024-02", "2024-06"]


def test_who_has_left_stands_on_no_list_though_months_are_looked_at() -> None:
    case = member(OWING, left=PartialDate(2024, 12, 31))

    assert through_months(case) is None


def test_only_remarks_of_the_assessed_year_and_of_the_grounds_asked_are_told() -> None:
    case = member(
        dues("PUPPPUPPPPUP", remark="đi làm xa"),
        dues("P" * 12, 2023, remark="năm trước"),
        meetings("P" * 12, remark="nghỉ ốm"),
    )
    by_dues = looked_at(case, ground="dues")
    narrowed = finding_from(case, by_dues, settings=RuleSettings(), as_of=YEAR_END)
    whole = look(case)

    assert [one.ground for one in by_dues] == [Ground.UNPAID_DUES]
    assert whole is not None
    assert whole.remarks == ("đi làm xa", "nghỉ ốm")
    assert narrowed is not None
    assert narrowed.remarks == ("đi làm xa",)


def test_a_holiday_lengthens_the_way_to_another_organisation() -> None:
    # Thirty working days end on Friday 28/06: with a holiday on Monday 01/07.
    gone = TransferLeg("g", out=True, temporary=False, leg_date=PartialDate(2024, 5, 17))
    case = member(dues("PPPPPUUPPPPP"), meetings("PPPPPAAPPPPP"), legs=(gone,))
    holiday = (date(2024, 6, 3),)

    plain, longer = looked_at(case), looked_at(case, holidays=holiday)

    assert [_told(one, 6) for one in plain] == ["28/06/2024"] * 2
    assert [_told(one, 6) for one in longer] == ["01/07/2024"] * 2


def _told(looked: Looked, number: int) -> str:
    fact = looked.facts[number - 1]
    return fact.explanation.partition("đến hết ngày ")[2][:10]


# --- What is shown of a ground ------------------------------------------------------------
def test_a_ground_on_which_nothing_counts_shows_nothing() -> None:
    found = look(member(OWING, meetings("P" * 12)))

    assert found is not None
    assert found.grounds[1] == GroundCount(Ground.SKIP_MEETINGS, 0, 0, 0, 0, 0, 0, 0)


def test_a_run_that_the_turn_of_the_year_states_rests_on_no_blank() -> None:
    before = dues("P" * 10 + "UU", 2023)
    beside_a_blank = look(member(before, dues("UPPPP.PPPPPP")))
    of_blanks = look(member(before, dues(".PPPPPPPPPPP")))

    assert beside_a_blank is not None
    assert of_blanks is not None
    assert (beside_a_blank.list, of_blanks.list) == ("watch", "watch")
    assert (beside_a_blank.only_inferred, of_blanks.only_inferred) == (False, True)


# --- Which months could count -------------------------------------------------------------
def test_a_payment_below_the_rate_counts_where_parts_count_as_unpaid() -> None:
    parts = tuple(
        Payment(Month(2024, number), PartialDate(2024, number, 5), 4_000)
        for number in (2, 3, 4)
    )
    case = member(dues("." * 12, rate=10_000), payments=parts)

    found = look(case, partial_payment="unpaid", infer_blank=False)

    assert look(case, infer_blank=False) is None
    assert found is not None
    assert [fact.month.number for fact in found.months] == [2, 3, 4]


def test_what_a_row_does_not_reach_is_blank_at_its_end() -> None:
    assert months_with("U", (1, 2, 3), frozenset("U")) == {1}
    assert months_with("U", (1, 2, 3), frozenset("U."), frozenset({3})) == {1, 3}


@pytest.mark.parametrize("letters", ["UUU", "UU"])
def test_a_short_row_counts_the_months_that_it_reaches(letters: str) -> None:
    case = member(dues(letters))

    assert [facts_of(case)[number].state for number in (1, 2)] == ["UNPAID", "UNPAID"]
