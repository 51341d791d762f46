"""Headings that leave open what their column holds; its values say."""

import re
from collections.abc import Iterable
from datetime import date

from partyroll.read.grid import Value, as_text
from partyroll.read.meanings import UNKNOWN, Meaning
from partyroll.text import fold

_TICKED = {
    **dict.fromkeys(("chinh thuc", "dang vien chinh thuc", "dvct"), "mark_official"),
    **dict.fromkeys(("du bi", "dang vien du bi", "dvdb"), "mark_probationary"),
}
_TICKS = frozenset({"x", "v", "✓", "✔", "√", "●", "1"})
_DAY = re.compile(r"(?:\d{1,2}\s*[/.-]\s*){0,2}(?:19|20)\d\d")
_PHONE = re.compile(r"\+?\d[\d .-]{7,13}\d")
_FORMS = {"dates": _DAY, "phones": _PHONE}


def left_open(text: str, meaning: Meaning) -> bool:
    """Whether a heading means something else over other values."""
    return bool(meaning.only_if) or (meaning.known and fold(text) in _TICKED)


def by_values(text: str, meaning: Meaning, values: Iterable[Value]) -> Meaning:
    """Return what a heading means over `values`.

    "Chính thức" and "Dự bị" over ticks are no dates, "SN" over anything but dates is unknown.
    """
    filled = [value for value in values if as_text(value)]
    if meaning.only_if:
        fitting = sum(_fits(value, meaning.only_if) for value in filled)
        return meaning if not filled or 2 * fitting > len(filled) else UNKNOWN
    folds = {fold(as_text(value)) for value in filled}
    return Meaning((_TICKED[fold(text)],)) if folds and folds <= _TICKS else meaning


def _fits(value: Value, form: str) -> bool:
    if isinstance(value, date):
        return form == "dates"
    return _FORMS[form].fullmatch(as_text(value)) is not None
