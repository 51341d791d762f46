"""The lists for review as text, and back: what a frozen list is kept as.

JSON of the values as they are, without what is empty; `form` tells later versions how to
read it.
"""

import json
from datetime import date
from typing import Any

from cattrs import Converter
from cattrs.gen import make_dict_unstructure_fn

from partyroll.model import OfficeNames, RuleSettings
from partyroll.period import Month, PartialDate
from partyroll.tasks.reviewing import Listed, ReviewResult

FORM = 1


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
    return made


_CONVERTER = _converter()


def as_text(value: Listed | ReviewResult, office: OfficeNames | None = None) -> str:
    """Return a person's row, or a result with who issues it, as canonical text."""
    issued = {} if office is None else {"office": _CONVERTER.unstructure(office)}
    return json.dumps(
        {"form": FORM, "is": _CONVERTER.unstructure(value), **issued},
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )


def listed_in(text: str) -> Listed:
    """Return a person's row as it was shown."""
    return _CONVERTER.structure(_stated(text), Listed)


def result_in(text: str) -> ReviewResult:
    """Return everything beside the people as it was shown."""
    return _CONVERTER.structure(_stated(text), ReviewResult)


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
