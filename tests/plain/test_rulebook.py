from datetime import date

import pytest

from partyroll.rulebook import rule_in_force, rule_remarks, rule_sets, rules_between


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
    assert rule_in_force(day).id == rule


def test_a_regulation_without_a_day_is_never_chosen_but_said() -> None:
    undated = [rule for rule in rule_sets() if rule.since is None]

    assert [rule.id for rule in undated] == ["20-QĐ/TW"]
    assert undated[0].version == "20-QĐ/TW (chưa rõ ngày)"
    assert "20-QĐ/TW: chưa rõ ngày hiệu lực" in rule_remarks(date(2026, 3, 1))
    assert rule_remarks(date(2024, 12, 31)) == ()
    assert rule_remarks(date(2026, 8, 1)) == ("nguồn chưa chắc chắn",)


def test_regulations_that_began_inside_a_period_are_found() -> None:
    found = rules_between(date(2025, 1, 1), date(2025, 12, 31))

    assert [rule.id for rule in found] == ["232-QĐ/TW", "294-QĐ/TW"]
