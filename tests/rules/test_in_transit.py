"""Somebody on the way: thirty working days for the letter, a word when five are left."""

from datetime import date

import pytest

from partyroll.model import Person, TransferLeg, WatchKind, WatchLimits
from partyroll.period import PartialDate
from partyroll.rules.in_transit import introduction_due

# A Monday; thirty working days later it is Monday 13/07/2026.
LEFT = "2026-06-01"
LIMITS = WatchLimits()


def leg(day: str, *, out: bool = True, temporary: bool = False) -> TransferLeg:
    return TransferLeg(day, out, temporary, PartialDate.parse(day), place="Đảng ủy xã Khác")


def texts(*legs: TransferLeg, as_of: date, holidays: tuple[date, ...] = ()) -> list[str]:
    person = Person("p1", "Nguyễn Văn An", legs=legs)
    found = introduction_due(person, LIMITS, as_of, holidays)
    return [one.text for one in found if one.kind is WatchKind.TRANSFER_TO_PRESENT]


@pytest.mark.parametrize(
    ("as_of", "told"),
    [
        (date(2026, 7, 3), 0),  # six are left
        (date(2026, 7, 6), 1),  # five
        (date(2026, 7, 13), 1),  # the last day is in time
        (date(2026, 7, 14), 0),  # a clock accuses nobody
    ],
)
def test_a_word_in_the_last_five_working_days(as_of: date, told: int) -> None:
    assert len(texts(leg(LEFT), as_of=as_of)) == told


def test_it_says_where_until_when_and_how_many_days() -> None:
    [text] = texts(leg(LEFT), as_of=date(2026, 7, 10))

    assert "01/06/2026" in text
    assert "Đảng ủy xã Khác" in text
    assert "đến hết ngày 13/07/2026" in text
    assert "còn 1 ngày làm việc" in text
    assert "chưa trừ ngày lễ" in text


def test_a_holiday_makes_the_clock_longer() -> None:
    holiday = (date(2026, 6, 3),)

    assert texts(leg(LEFT), as_of=date(2026, 7, 14), holidays=holiday)
    assert not texts(leg(LEFT), as_of=date(2026, 7, 6), holidays=holiday)


@pytest.mark.parametrize(
    "legs",
    [
        (leg(LEFT, temporary=True),),
        (leg(LEFT), leg("2026-06-20", out=False)),
        (leg(LEFT), leg(LEFT, out=False)),
        (leg("2026-06"),),
        (leg("2026-08-01"),),
        (),
    ],
    ids=["for a time", "arrived", "arrived the same day", "no exact day", "to come", "at home"],
)
def test_whoever_is_not_on_the_way_is_not_told(legs: tuple[TransferLeg, ...]) -> None:
    assert texts(*legs, as_of=date(2026, 7, 10)) == []
