"""Somebody on the way: thirty working days for the letter, a word when five are left."""

from datetime import date

import pytest

from partyroll.model import EarlyWarning, Person, TransferLeg, WatchKind, WatchLimits
from partyroll.period import PartialDate
from partyroll.rules import watching_words as words
from partyroll.rules.in_transit import introduced, introduction_due, on_time

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


# --- What else asks who is on the way -----------------------------------------------------
def somebody(*legs: TransferLeg) -> Person:
    return Person("p1", "Nguyễn Văn An", legs=legs)


def test_whoever_left_today_is_on_the_way_whoever_leaves_tomorrow_is_not() -> None:
    gone = leg(LEFT)

    assert introduced(somebody(gone), date(2026, 6, 1)) == gone
    assert introduced(somebody(gone), date(2026, 5, 31)) is None


def test_a_letter_without_any_day_is_no_letter_yet() -> None:
    undated = TransferLeg("x", out=True, temporary=False)

    assert introduced(somebody(undated), date(2026, 7, 10)) is None
    assert introduced(somebody(undated, leg(LEFT)), date(2026, 7, 10)) == leg(LEFT)


def test_of_two_letters_the_newer_counts() -> None:
    newer = leg("2026-06-08")

    assert introduced(somebody(newer, leg(LEFT)), date(2026, 7, 10)) == newer
    assert introduced(somebody(leg(LEFT), newer), date(2026, 7, 10)) == newer


@pytest.mark.parametrize(
    ("as_of", "holidays", "in_time"),
    [
        (date(2026, 5, 31), (), False),  # not gone yet
        (date(2026, 6, 1), (), True),
        (date(2026, 7, 13), (), True),
        (date(2026, 7, 14), (), False),
        (date(2026, 7, 14), (date(2026, 6, 3),), True),
    ],
)
def test_a_letter_is_in_time_up_to_its_last_day(
    as_of: date,
    holidays: tuple[date, ...],
    in_time: bool,  # noqa: FBT001 (a case of the table)
) -> None:
    assert on_time(somebody(leg(LEFT)), as_of, holidays) is in_time


def test_whoever_is_at_home_has_no_letter_in_time() -> None:
    assert on_time(somebody(), date(2026, 7, 10)) is False


def test_a_warning_names_its_letter_its_last_day_and_what_to_do() -> None:
    told = introduction_due(somebody(leg(LEFT)), LIMITS, date(2026, 7, 10))

    assert list(told) == [
        EarlyWarning(
            WatchKind.TRANSFER_TO_PRESENT,
            texts(leg(LEFT), as_of=date(2026, 7, 10))[0],
            words.INTRODUCTION_DUE,
            until=date(2026, 7, 13),
            about=LEFT,
            evidence="Đảng ủy xã Khác 2026-06-01",
        )
    ]


def test_holidays_ahead_are_no_working_days_that_are_left() -> None:
    [text] = texts(leg(LEFT), as_of=date(2026, 7, 10), holidays=(date(2026, 7, 13),))

    assert "đến hết ngày 14/07/2026" in text
    assert "còn 1 ngày làm việc" in text
