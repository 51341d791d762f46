"""Several facts in one cell: which part of its text is which of them.

Parts are told by their place where all are there, else by what they look like; where two
readings are possible, nobody guesses.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from partyroll.read.grid import Value, as_text
from partyroll.read.values import digits_of
from partyroll.text import fold

_SEPARATORS = (";", " / ", ",", "/", " - ", " – ")
_COMMON = frozenset({",", " - ", " – "})  # within one fact, too: "xã B, huyện C"
_FIRST = ("full_name", "admission_date")  # nobody states the others without these
_DAY = re.compile(
    r"\d{1,2}\s*[/.-]\s*(?:\d{1,2}\s*[/.-]\s*)?(?:\d{4}|\d{2})(?!\d)|(?<!\d)\d{4}(?!\d)"
)
_DAY_WORDS = re.compile(r"\b(?:ngay|thang|nam)\b|[\s/.:-]")
_BEFORE_DAY = re.compile(
    r"[\s,;(–-]*(?:\b(?:sinh(?: ngày| năm)?|sn|ns|ngày)\b[\s.:]*)?$", re.IGNORECASE
)
_PHONE = re.compile(r"(?:0|\+?84)\d{9}")
_LENGTHS = {
    "card_no": {7, 8, 11, 12},
    "card_no_old": {7, 8},
    "national_id": {9, 11, 12},
    "old_national_id": {8, 9},
}
_NAMES = frozenset({"full_name", "birth_name"})


def parts_of_cell(value: Value, fields: Sequence[str]) -> list[str] | None:
    """Return what a cell says of each of its fields ("" = nothing); None = nobody can tell."""
    if not isinstance(value, str):
        return _placed([as_text(value)], fields)
    lines = [line.strip() for line in value.split("\n")]
    if len(lines) == len(fields):
        return lines
    text = value.strip()
    lines = [line.strip() for line in text.split("\n")]
    if len(lines) == len(fields):
        return lines
    lines = [line for line in lines if line]
    if len(lines) > 1:
        return _placed(lines, fields)
    for parts in _divisions(text, fields):
        whole = len(parts) == len(fields) and all(map(_may_be, fields, parts))
        if whole:
            return parts
    return _of_fewer(text, fields)


def _of_fewer(text: str, fields: Sequence[str]) -> list[str] | None:
    """Return the facts of a line that does not say all of them."""
    divisions = [parts for parts in _divisions(text, fields) if 1 < len(parts) < len(fields)]
    for parts in (*_around_day(text), *divisions, [text]):
        if (placed := _placed(parts, fields)) is not None:
            return placed
    stated = any(_is_strict(field) for field in fields)
    return None if stated else [text, *[""] * (len(fields) - 1)]


def _divisions(text: str, fields: Sequence[str]) -> Iterator[list[str]]:
    told_by_look = len(fields) > 2 or any(map(_is_strict, fields))
    for separator in _SEPARATORS:
        if separator in _COMMON and not told_by_look:
            continue
        yield [part.strip() for part in text.split(separator)]


def _around_day(text: str) -> Iterator[list[str]]:
    """Yield the words and the day of "Lò Văn An (sinh năm 1979)", in either order."""
    days = [*_DAY.finditer(text)]
    if len(days) != 1:
        return
    day = days[0]
    before = _BEFORE_DAY.sub("", text[: day.start()]).strip()
    after = text[day.end() :].strip(" ,;:).-–")
    if bool(before) is bool(after):
        return
    pair = [before or after, day[0]]
    yield from (pair, pair[::-1])


def _placed(parts: Sequence[str], fields: Sequence[str]) -> list[str] | None:
    """Return the parts under the fields that they look like, in their order."""
    if len(parts) > len(fields):
        return None
    ways = [
        way
        for way in combinations(range(len(fields)), len(parts))
        if all(_may_be(fields[place], part) for place, part in zip(way, parts, strict=True))
    ]
    if not ways:
        return None
    best = max(_worth(way, fields) for way in ways)
    ways = [way for way in ways if _worth(way, fields) == best]
    if len({_strict(way, fields) for way in ways}) > 1:
        return None
    said = dict(zip(ways[0], parts, strict=True))
    return [said.get(place, "") for place in range(len(fields))]


def _worth(way: Sequence[int], fields: Sequence[str]) -> tuple[int, int]:
    chosen = [fields[place] for place in way]
    return sum(map(_is_strict, chosen)), sum(field in _FIRST for field in chosen)


def _strict(way: Sequence[int], fields: Sequence[str]) -> tuple[int, ...]:
    return tuple(place for place in way if _is_strict(fields[place]))


def _is_strict(field: str) -> bool:
    """Whether what a field holds can be told by its look."""
    return (
        field in _NAMES
        or field in _LENGTHS
        or field in {"phone", "gender", "military"}
        or field.endswith("_date")
    )


def _may_be(field: str, part: str) -> bool:
    if part.strip("-–—") == "" or not _is_strict(field):
        return True
    digits = digits_of(part)
    if field in _LENGTHS:
        return digits.isdecimal() and len(digits) in _LENGTHS[field]
    if field in _NAMES:
        return not any(map(str.isdigit, part)) and any(map(str.isalpha, part))
    if field == "phone":
        return _PHONE.fullmatch(digits.replace("-", "")) is not None
    if field == "gender":
        return fold(part) in {"nam", "nu"}
    bare = _DAY_WORDS.sub("", fold(part))
    lengths = range(3, 9) if bare != part.strip() else (4, 5, 8)  # a year, a serial, 19900203
    return bare.isdecimal() and len(bare) in lengths
