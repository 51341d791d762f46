"""Months that nobody owes and months of which no book speaks, on either ground."""

from datetime import date

import pytest

from partyroll.model import BookLine, Ground, State
from partyroll.period import PartialDate
from rules.booklet import DUES, MEETINGS, dues, facts_of, meetings, member


@pytest.mark.parametrize("ground", [DUES, MEETINGS])
def test_a_month_that_has_not_ended_is_a_month_of_its_ground(ground: Ground) -> None:
    case = member(dues("U" * 12), meetings("A" * 12))

    december = facts_of(case, ground, as_of=date(2024, 12, 30))[12]

    assert (december.state, december.ground) == (State.NOT_DUE, ground)


@pytest.mark.parametrize("ground", [DUES, MEETINGS])
def test_a_month_before_the_admission_is_a_month_of_its_ground(ground: Ground) -> None:
    case = member(dues("U" * 12), meetings("A" * 12), admission_date=PartialDate(2024, 5, 19))

    january = facts_of(case, ground)[1]

    assert (january.state, january.ground) == (State.NOT_DUE, ground)


def test_every_month_before_an_admission_that_only_the_book_tells_is_unclear(
    drawn: tuple[BookLine, ...],
) -> None:
    """đảng phí Đông 2024 | o o o P P P P P P P P P"""
    facts = facts_of(member(*drawn))

    assert [facts[number].warning for number in (1, 2, 3)] == ["admission_unclear"] * 3


def test_a_month_after_leaving_that_only_the_book_tells_lacks_a_record(
    drawn: tuple[BookLine, ...],
) -> None:
    """đảng phí Đông 2024 | P P P P P P P P P P o o"""
    facts = facts_of(member(*drawn))

    assert [facts[number].warning for number in (11, 12)] == ["exit_without_record"] * 2


@pytest.mark.parametrize("ground", [DUES, MEETINGS])
def test_of_whom_no_book_speaks_nothing_is_known(ground: Ground) -> None:
    january = facts_of(member(), ground)[1]

    assert (january.state, january.ground) == (State.UNKNOWN, ground)
    assert (january.explanation, january.warning) == (
        "không có trong sổ",
        "member_not_in_book",
    )
