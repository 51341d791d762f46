from datetime import date
from typing import Any

from partyroll.model import RuleSet
from partyroll.period import Month
from partyroll.rulebook import Rulebook
from partyroll.rules.reading import Reading, reading_of


def regulation(number: str, since: date, **readings: Any) -> RuleSet:
    return RuleSet(number, since, "", "", settings=readings)


OLD = regulation("cũ", date(2020, 1, 1), months=3)
NEW = regulation("mới", date(2024, 7, 1), months=4)


def reading(year: int, as_of: date, *rules: RuleSet) -> Reading:
    return reading_of(Rulebook(rules or (OLD, NEW)), year, as_of)


def test_a_year_is_read_as_on_its_last_day() -> None:
    found = reading(2024, date(2026, 5, 1))

    assert (found.rule.id, found.settings.months) == ("mới", 4)
    assert found.assessed == date(2024, 12, 31)


def test_a_year_that_still_runs_is_read_as_on_the_day_asked_for() -> None:
    found = reading(2024, date(2024, 6, 30))

    assert (found.rule.id, found.settings.months) == ("cũ", 3)
    assert found.assessed == date(2024, 6, 30)


def test_an_earlier_year_keeps_its_regulation() -> None:
    assert reading(2023, date(2026, 5, 1)).rule.id == "cũ"


def test_a_regulation_may_say_which_months_a_year_has() -> None:
    rolling = regulation("mới", date(2024, 7, 1), year_basis="rolling12")
    found = reading(2024, date(2024, 8, 15), OLD, rolling)

    assert (found.rule.id, found.assessed) == ("mới", date(2024, 7, 31))
    assert (found.period[0], found.period[-1]) == (Month(2023, 8), Month(2024, 7))


def test_the_months_end_before_a_regulation_that_only_just_began() -> None:
    rolling = regulation("mới", date(2024, 7, 1), year_basis="rolling12")
    found = reading(2024, date(2024, 7, 15), OLD, rolling)

    assert (found.rule.id, found.settings.year_basis) == ("cũ", "calendar")
    assert (found.year, found.as_of) == (2024, date(2024, 7, 15))
    assert found.assessed == date(2024, 7, 15)


def test_twelve_months_that_the_office_rolls_are_read_as_on_their_last_day() -> None:
    book = Rulebook((OLD, NEW), {"year_basis": "rolling12"})
    found = reading_of(book, 2024, date(2024, 7, 15))

    assert (found.rule.id, found.assessed) == ("cũ", date(2024, 6, 30))
