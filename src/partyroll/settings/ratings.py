"""The section [rating] of partyroll.toml: the cap, and when a rating is looked at again."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from partyroll.model import CapBase, RatingLimits
from partyroll.settings.refusals import FILE_NAME, BadSetting, checked_section
from partyroll.text import unit_key

_SHARES = frozenset({"cap", "cap_special"})
_BOUNDS = {"months": (1, 12), "away_months": (1, 12), "new_months": (1, 12)}
_YEARS = frozenset({"years", "excellent_years"})
_NUMBERS = (1, 1_000)


def rating_limits(stated: object, origins: dict[str, str]) -> RatingLimits:
    """Return the limits of the checks of ratings, as the office sets them."""
    values = checked_section("rating", stated, [limit.name for limit in fields(RatingLimits)])
    origins |= {f"rating.{name}": FILE_NAME for name in values}
    read: dict[str, Any] = {name: _value(name, value) for name, value in values.items()}
    return RatingLimits(**read)


def _value(name: str, value: object) -> int | CapBase | Mapping[str, tuple[int, ...]]:
    if name == "cap_base":
        return _base(value)
    if name == "special":
        return _special(value)
    low, high = _bounds(name)
    if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
        raise BadSetting(FILE_NAME, f"rating.{name}", value, f"từ {low} đến {high}")
    return value


def _bounds(name: str) -> tuple[int, int]:
    if name in _SHARES:
        return 1, 100
    if name in _YEARS:
        return 2, 20
    if name == "interval":
        return 50, 99
    return _BOUNDS.get(name, _NUMBERS)


def _base(value: object) -> CapBase:
    for base in CapBase:
        if value == base.value:
            return base
    raise BadSetting(FILE_NAME, "rating.cap_base", value, ", ".join(CapBase))


def _special(value: object) -> dict[str, tuple[int, ...]]:
    """Return the organisations with the higher cap, keys of names, each with its years."""
    allowed = 'tên tổ chức = [các năm], ví dụ "Đảng bộ xã Mẫu" = [2024]; [] là mọi năm'
    if not isinstance(value, dict):
        raise BadSetting(FILE_NAME, "rating.special", value, allowed)
    for name, years in value.items():
        if not isinstance(years, list) or not all(type(year) is int for year in years):
            raise BadSetting(FILE_NAME, f"rating.special: {name}", years, allowed)
    return {unit_key(name): tuple(years) for name, years in value.items()}
