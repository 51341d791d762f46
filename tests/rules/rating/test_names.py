"""What levels were called over the years, and the one that stood for two things."""

from datetime import date

import pytest

from partyroll.model import RatingLevel
from partyroll.rulebook import evaluation_rule_on
from partyroll.rules.rating.names import level_name, may_mean_unfit, says_unfit


def test_levels_before_2018_say_fit_first() -> None:
    assert level_name(RatingLevel.GOOD, 2017) == "Đủ tư cách, hoàn thành tốt nhiệm vụ"
    assert level_name(RatingLevel.GOOD, 2018) == "Hoàn thành tốt nhiệm vụ"
    assert level_name(RatingLevel.GOOD, 2026) == "Hoàn thành tốt nhiệm vụ"


def test_only_unfit_alone_says_unfit() -> None:
    assert says_unfit("Vi phạm tư cách")
    assert not says_unfit("Vi phạm tư cách hoặc không hoàn thành nhiệm vụ")
    assert may_mean_unfit("Vi phạm tư cách hoặc không hoàn thành nhiệm vụ")
    assert not may_mean_unfit("Vi phạm tư cách")
    assert not may_mean_unfit("Không hoàn thành nhiệm vụ")


@pytest.mark.parametrize(
    ("day", "number"),
    [
        (date(2016, 12, 31), "132-QĐ/TW"),
        (date(2023, 10, 3), "132-QĐ/TW"),
        (date(2023, 10, 4), "124-QĐ/TW"),
        (date(2025, 12, 31), "366-QĐ/TW"),
    ],
)
def test_the_regulation_on_ratings_goes_by_the_day(day: date, number: str) -> None:
    assert evaluation_rule_on(day).id == number
