"""Results as text, and back: what a list or a report that went out is kept as.

JSON of the values as they are, without what is empty; `form` tells later versions how to
read it.
"""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from cattrs import Converter
from cattrs.gen import make_dict_unstructure_fn

from partyroll.model import CellValue, OfficeNames, RuleSettings
from partyroll.period import Month, PartialDate
from partyroll.tasks.reviewing import Listed, ReviewResult

FORM = 1

Kept = TypeVar("Kept")


def _converter() -> Converter:
    made = Converter(omit_if_default=True)
    # A default may be another one in a later version: settings are written out.
    whole = make_dict_unstructure_fn(RuleSettings, made, _cattrs_omit_if_default=False)
    made.register_unstructure_hook(RuleSettings, whole)
    made.register_structure_hook_func(lambda wanted: wanted is object, lambda value, _: value)
    made.register_unstructure_hook(date, date.isoformat)
    made.register_structure_hook(date, lambda text, _: date.fromisoformat(text))
    made.register_unstructure_hook(Month, str)
    made.register_structure_hook(Month, lambda text, _: Month.parse(text))
    made.register_unstructure_hook(PartialDate, str)
    made.register_structure_hook(PartialDate, lambda text, _: PartialDate.parse(text))
    # What stands in a table may be one of several: dates say which they are.
    made.register_unstructure_hook_func(lambda kind: kind == CellValue, _cell)
    made.register_structure_hook_func(
        lambda kind: kind == CellValue, lambda stated, _: _cell_in(stated)
    )
    return made


def _cell(value: CellValue) -> object:
    if isinstance(value, PartialDate):
        return {"on": str(value)}
    return {"day": value.isoformat()} if isinstance(value, date) else value


def _cell_in(stated: str | float | Mapping[str, str] | None) -> CellValue:
    if not isinstance(stated, Mapping):
        return stated
    if "on" in stated:
        return PartialDate.parse(stated["on"])
    return date.fromisoformat(stated["day"])


_CONVERTER = _converter()


def as_text(value: object, office: OfficeNames | None = None) -> str:
    """Return a result with who issues it, or a part of one, as canonical text."""
    issued = {} if office is None else {"office": _CONVERTER.unstructure(office)}
    return json.dumps(
        {"form": FORM, "is": _CONVERTER.unstructure(value), **issued},
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )


def read_back(text: str, kind: type[Kept]) -> Kept:
    """Return the value of a kind that `as_text` was given."""
    return _CONVERTER.structure(_stated(text), kind)


def read_part(text: str, names: tuple[str, ...], kind: type[Kept]) -> Kept:
    """Return one part of what `as_text` was given, reading nothing else into values."""
    part = _stated(text)
    for name in names:
        part = part[name]
    return _CONVERTER.structure(part, kind)


def listed_in(text: str) -> Listed:
    """Return a person's row as it was shown."""
    return read_back(text, Listed)


def result_in(text: str) -> ReviewResult:
    """Return everything beside the people as it was shown."""
    return read_back(text, ReviewResult)


def office_in(text: str) -> OfficeNames | None:
    """Return who issued a result; None for lists from before that was kept."""
    stated = json.loads(text).get("office")
    return None if stated is None else _CONVERTER.structure(stated, OfficeNames)


def scope_in(text: str) -> tuple[str, str]:
    """Return the unit and the ground that a result was asked for, reading nothing else."""
    stated = _stated(text)
    return stated.get("unit", ""), stated.get("ground", "all")


def _stated(text: str) -> Any:  # noqa: ANN401 (whatever the JSON holds)
    return json.loads(text)["is"]
