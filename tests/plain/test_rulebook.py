from dataclasses import asdict
from datetime import date

import pytest

from partyroll.model import RuleSet, RuleSettings
from partyroll.rulebook import Rulebook, dues_rule_on, shipped
from partyroll.settings import check_rule_value


@pytest.mark.parametrize(
    ("day", "rule"),
    [
        (date(2012, 1, 1), "29-QĐ/TW"),
        (date(2016, 7, 25), "29-QĐ/TW"),
        (date(2021, 7, 29), "29-QĐ/TW"),
        (date(2021, 7, 30), "24-QĐ/TW"),
        (date(2024, 12, 31), "24-QĐ/TW"),
        (date(2025, 1, 20), "232-QĐ/TW"),
        (date(2025, 5, 26), "294-QĐ/TW"),
        (date(2026, 7, 25), "294-QĐ/TW"),
        (date(2026, 7, 26), "208-QĐ/TW"),
    ],
)
def test_the_regulation_is_the_one_that_had_begun(day: date, rule: str) -> None:
    assert shipped().in_force(day).id == rule


def test_a_regulation_without_a_day_is_never_chosen_but_said() -> None:
    undated = [rule for rule in shipped().sets if rule.since is None]

    assert [rule.id for rule in undated] == ["20-QĐ/TW"]
    assert undated[0].version == "20-QĐ/TW (chưa rõ ngày)"
    assert "20-QĐ/TW: chưa rõ ngày hiệu lực" in shipped().remarks(date(2026, 3, 1))
    assert shipped().remarks(date(2024, 12, 31)) == ()
    assert shipped().remarks(date(2026, 8, 1)) == ("nguồn chưa chắc chắn",)


def test_regulations_that_began_inside_a_period_are_found() -> None:
    found = shipped().between(date(2025, 1, 1), date(2025, 12, 31))

    assert [rule.id for rule in found] == ["232-QĐ/TW", "294-QĐ/TW"]


def test_a_regulation_without_a_day_is_told_in_its_year_until_the_next_begins() -> None:
    told = [
        "20-QĐ/TW: chưa rõ ngày hiệu lực" in shipped().remarks(day)
        for day in (
            date(2025, 12, 31),
            date(2026, 1, 1),
            date(2026, 7, 25),
            date(2026, 7, 26),
            date(2027, 1, 1),
        )
    ]

    assert told == [False, True, True, False, False]


def test_before_the_first_regulation_its_rule_is_unverified() -> None:
    told = [shipped().remarks(day) for day in (date(2016, 7, 24), date(2016, 7, 25))]

    assert told == [("chưa kiểm chứng cho giai đoạn này",), ()]


def test_a_regulation_that_begins_on_the_first_day_of_a_period_is_no_change_in_it() -> None:
    start = date(2025, 1, 20)

    assert [rule.id for rule in shipped().between(start, date(2025, 5, 26))] == ["294-QĐ/TW"]


def test_every_reading_of_a_shipped_regulation_is_a_setting_of_the_rule() -> None:
    stated = [(name, value) for rule in shipped().sets for name, value in rule.settings.items()]

    assert [check_rule_value(name, value, "ruleset.toml") for name, value in stated] == [
        value for _, value in stated
    ]


def test_every_shipped_regulation_says_what_it_is_and_where_its_text_is_from() -> None:
    assert all(rule.text and rule.source and rule.guidance for rule in shipped().sets)


@pytest.mark.parametrize(
    ("day", "rule", "years"),
    [
        (date(2009, 1, 1), "342-QĐ/TW", None),
        (date(2026, 1, 31), "342-QĐ/TW", None),
        (date(2026, 2, 1), "01-QĐ/TW", 50),
    ],
)
def test_dues_have_regulations_of_their_own(day: date, rule: str, years: int | None) -> None:
    found = dues_rule_on(day)

    assert (found.id, found.exempt_after_years) == (rule, years)


RUN = RuleSet("1", date(2020, 1, 1), "", "", settings={"run": "consecutive", "months": 4})


def test_a_regulation_changes_what_it_settles_and_nothing_else() -> None:
    changed = asdict(Rulebook((RUN,)).settings(RUN))

    assert changed == {**asdict(RuleSettings()), "run": "consecutive", "months": 4}


def test_the_office_has_the_last_word() -> None:
    book = Rulebook((RUN,), {"months": 2}).set_by_office(run="any")

    assert (book.settings(RUN).run, book.settings(RUN).months) == ("any", 2)
