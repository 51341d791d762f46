"""Sections of partyroll.toml that hold whole numbers: limits of lists and registers."""

from dataclasses import fields, replace
from typing import TYPE_CHECKING, TypeVar

from partyroll.settings.refusals import FILE_NAME, BadSetting, checked_section

_MOST = 366  # days, months, people

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    Limits = TypeVar("Limits", bound=DataclassInstance)


def whole_numbers(
    section: str, limits: "Limits", stated: object, origins: dict[str, str]
) -> "Limits":
    """Return `limits` with what a section states; raise `BadSetting` naming what is wrong."""
    names = [limit.name for limit in fields(limits)]
    for name, value in checked_section(section, stated, names).items():
        if not isinstance(value, int) or isinstance(value, bool) or not 0 < value <= _MOST:
            raise BadSetting(FILE_NAME, f"{section}.{name}", value, f"từ 1 đến {_MOST}")
        origins[f"{section}.{name}"] = FILE_NAME
        limits = replace(limits, **{name: value})
    return limits
