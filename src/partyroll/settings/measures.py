"""What is proposed against which cause: shipped in `measures.toml`, edited by the office."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any

from partyroll.messages import REASON
from partyroll.model import Measure, Reason
from partyroll.settings.refusals import FILE_NAME, BadSetting
from partyroll.text import fold

_FIELDS = frozenset({"id", "text", "causes"})
_BY_WORDS = {fold(words): Reason(code) for code, words in REASON.items()}


@cache
def shipped_measures() -> tuple[Measure, ...]:
    """Return the measures that come with the program."""
    text = files("partyroll.settings").joinpath("measures.toml").read_text("utf-8")
    return tuple(
        Measure(one["id"], one["text"], tuple(map(Reason, one.get("causes", ()))))
        for one in tomllib.loads(text)["measure"]
    )


def with_measures(stated: object) -> tuple[Measure, ...]:
    """Return the shipped measures with those that partyroll.toml changes, adds, leaves out.

    Raises `BadSetting`, naming the measure, for anything that cannot be used.
    """
    if not isinstance(stated, list) or not all(isinstance(one, dict) for one in stated):
        raise BadSetting(FILE_NAME, "measure", stated, "[[measure]]")
    measures = {one.id: one for one in shipped_measures()}
    for entry in stated:
        changed = _changed(measures, entry)
        measures[changed.id] = changed
    return tuple(one for one in measures.values() if one.text)


def _changed(measures: Mapping[str, Measure], entry: Mapping[str, Any]) -> Measure:
    name = entry.get("id")
    if not isinstance(name, str) or not name.strip():
        raise BadSetting(FILE_NAME, "measure.id", name, 'tên ngắn, ví dụ "vay_von"')
    for field in entry.keys() - _FIELDS:
        raise BadSetting(FILE_NAME, f"{name}: {field}", entry[field], "id, text, causes")
    known = measures.get(name, Measure(name, ""))
    text = entry.get("text", known.text)
    if not isinstance(text, str) or (name not in measures and not text.strip()):
        raise BadSetting(FILE_NAME, f"{name}: text", text, "một câu trong dấu nháy kép")
    causes = entry.get("causes", list(known.causes))
    return replace(known, text=text.strip(), causes=_causes(name, causes))


def _causes(name: str, stated: object) -> tuple[Reason, ...]:
    if not isinstance(stated, list):
        raise BadSetting(FILE_NAME, f"{name}: causes", stated, 'danh sách, ví dụ ["FAR_WORK"]')
    return tuple(_cause(name, one) for one in stated)


def _cause(name: str, stated: object) -> Reason:
    """Return a reason by its code, or by its words as reports print them."""
    words = str(stated)
    found = _BY_WORDS.get(fold(words))
    if found is None and words in Reason.__members__:
        found = Reason[words]
    if found is None:
        allowed = ", ".join(f"{code} ({REASON[code]})" for code in Reason)
        raise BadSetting(FILE_NAME, f"{name}: causes", stated, allowed)
    return found
