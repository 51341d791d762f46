"""The short look at a row's dates never hides what a check would find."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from partyroll.period import PartialDate
from partyroll.read.checks import CHECKS, plainly_right
from partyroll.read.facts import RosterRow

TODAY = date(2026, 6, 30)
DAYS = st.dates(date(1930, 1, 1), date(2027, 12, 31)).map(PartialDate.of)


def row(born: PartialDate, admitted: PartialDate, official: PartialDate) -> RosterRow:
    """A row that says nothing but its dates."""
    return RosterRow(
        2, "Nguyễn Thử An", birth_date=born, admission_date=admitted, official_date=official
    )


@given(DAYS, DAYS, st.integers(300, 800))
def test_what_is_plainly_right_passes_every_check(
    born: PartialDate, admitted: PartialDate, probation: int
) -> None:
    official = PartialDate.of(date.fromordinal(admitted.first.toordinal() + probation))
    person = row(born, admitted, official)
    found = [doubt for check in CHECKS for doubt in check(person, TODAY)]

    assert not (plainly_right(person, TODAY) and found)


def test_an_ordinary_member_is_plainly_right() -> None:
    person = row(PartialDate(1980, 2, 3), PartialDate(2005, 2, 3), PartialDate(2006, 2, 3))

    assert plainly_right(person, TODAY)


def test_somebody_admitted_at_seventeen_is_looked_at() -> None:
    person = row(PartialDate(1980, 2, 3), PartialDate(1998, 2, 2), PartialDate(1999, 2, 2))

    assert not plainly_right(person, TODAY)
