"""Dates as offices write them: day first, and never more precise than the paper."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import lru_cache
from math import isfinite

from partyroll.period import PartialDate
from partyroll.read.grid import Fault, Value
from partyroll.read.remarks import Reading
from partyroll.text import clean, fold

UNKNOWN_WORDS = frozenset(
    {"khong ro", "chua ro", "khong nho", "ko ro", "khong co", "khong", "-", "--", "–", "?"}
)
_EPOCH = date(1899, 12, 30)
_EPOCH_1904 = date(1904, 1, 1)
_CLOCK = re.compile(r"[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*(AM|PM)?$", re.IGNORECASE)
_DAY = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})")
_SHORT = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{2})")
_ISO = re.compile(r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})")
_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = re.compile(
    rf"(\d{{1,2}})[ /.-]({'|'.join(_ENGLISH)})[a-z]*[ /.,-]+(\d{{4}})"
)  # 01-Feb-1990
_MONTH = re.compile(r"(?:thang\s*)?(\d{1,2})\s*[/.-]\s*(\d{4})")
_YEAR = re.compile(r"(?:nam\s*)?(\d{4})")
_LONG = re.compile(
    r"(?:ngay\s*)?(?:(?P<day>\d{1,2})\s*,?\s*)?thang\s*(?P<month>\d{1,2})\s*,?\s*"
    r"nam\s*(?P<year>\d{4})"
)
_NUMBER = re.compile(r"\d+(\.0+)?")

INVALID: Reading[PartialDate] = Reading(None, "invalid_date")
NOTHING: Reading[PartialDate] = Reading(None)


def read_date(value: Value, *, latest: date, epoch_1904: bool = False) -> Reading[PartialDate]:
    """Return the date in a cell, as precise as written.

    `latest` is the last day that makes sense: it picks the century of a two-digit year.
    """
    return _read(value, latest, epoch_1904)


@lru_cache(maxsize=50_000, typed=True)  # the days of a roll repeat, and 1 is not True here
def _read(value: Value, latest: date, epoch_1904: bool) -> Reading[PartialDate]:  # noqa: FBT001 (a cache goes by position)
    if isinstance(value, Fault):
        return Reading(None, value.code)
    if isinstance(value, PartialDate):
        return Reading(value)
    if isinstance(value, datetime):
        return _exact(value.year, value.month, value.day)
    if isinstance(value, date):
        return Reading(PartialDate.of(value))
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return INVALID
    if isinstance(value, str):
        return _from_text(value, latest, epoch_1904=epoch_1904)
    return _from_number(value, epoch_1904=epoch_1904)


def _from_number(number: float, *, epoch_1904: bool) -> Reading[PartialDate]:
    if 10_000 <= number < 100_000:
        first = _EPOCH_1904 if epoch_1904 else _EPOCH
        return Reading(PartialDate.of(first + timedelta(days=int(number))))
    if not isfinite(number) or number != int(number):
        return INVALID  # 1990.02: nobody knows whether February or the 20th part of a year
    whole = int(number)
    if 1900 <= whole <= 2100:
        return Reading(PartialDate(whole))
    if 19_000_000 <= whole <= 21_001_231:
        return _exact(whole // 10_000, whole // 100 % 100, whole % 100)
    return INVALID


def _from_text(value: str, latest: date, *, epoch_1904: bool) -> Reading[PartialDate]:
    if found := _DAY.fullmatch(value):  # nearly every text date: no need to clean it
        return _exact(int(found[3]), int(found[2]), int(found[1]))
    text = _CLOCK.sub("", clean(value).lstrip("'’`").rstrip(" .,;"))
    if not text or fold(text) in UNKNOWN_WORDS:
        return NOTHING
    if text.startswith("#"):
        return Reading(None, "formula_error")
    if _NUMBER.fullmatch(text):
        return _from_number(float(text), epoch_1904=epoch_1904)
    folded = fold(text)
    for form, read in _FORMS:
        if found := form.fullmatch(folded):
            return read(found)
    if found := _SHORT.fullmatch(folded):
        return _two_digits(found, latest)
    return INVALID


def _two_digits(found: re.Match[str], latest: date) -> Reading[PartialDate]:
    day, month, year = (int(part) for part in found.groups())
    for century in (2000, 1900):
        reading = _exact(century + year, month, day)
        if reading.value is not None and reading.value.first <= latest:
            return Reading(reading.value, "two_digit_year")
    return INVALID


def _exact(year: int, month: int, day: int) -> Reading[PartialDate]:
    if day_ := possible(year, month, day):
        return Reading(day_)
    swapped = 1900 <= year <= 2100 and 12 < month <= 31 and 1 <= day <= 12
    return Reading(None, "day_month_swapped") if swapped else INVALID


def possible(year: int, month: int, day: int | None = None) -> PartialDate | None:
    """Return the date of these numbers if a calendar of our time has it."""
    if not 1900 <= year <= 2100 or month < 1 or (day is not None and day < 1):
        return None
    try:
        return PartialDate(year, month, day)
    except ValueError:
        return None


def _month(found: re.Match[str]) -> Reading[PartialDate]:
    month = possible(int(found[2]), int(found[1]))
    return Reading(month) if month else INVALID


def _year(found: re.Match[str]) -> Reading[PartialDate]:
    year = int(found[1])
    return Reading(PartialDate(year)) if 1900 <= year <= 2100 else INVALID


def _long(found: re.Match[str]) -> Reading[PartialDate]:
    year, month = int(found["year"]), int(found["month"])
    if found["day"]:
        return _exact(year, month, int(found["day"]))
    partial = possible(year, month)
    return Reading(partial) if partial else INVALID


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Reading[PartialDate]]], ...] = (
    (_DAY, lambda found: _exact(int(found[3]), int(found[2]), int(found[1]))),
    (_ISO, lambda found: _exact(int(found[1]), int(found[2]), int(found[3]))),
    (_NAMED, lambda found: _exact(int(found[3]), _ENGLISH.index(found[2]) + 1, int(found[1]))),
    (_MONTH, _month),
    (_LONG, _long),
    (_YEAR, _year),
)

_IN_TEXT = re.compile(
    r"\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*(?:\d{4}|\d{2})\b|\d{1,2}\s*[/.]\s*\d{4}"
)
_LONG_IN_TEXT = re.compile(
    r"ngày\s*\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*\d{4}|tháng\s*\d{1,2}\s*năm\s*\d{4}",
    re.IGNORECASE,
)


def date_in(text: str, *, latest: date) -> tuple[Reading[PartialDate], str]:
    """Return the last date inside `text`, and the text around it ("10-QĐ/HU, 05/01/2020")."""
    found = [*_LONG_IN_TEXT.finditer(text)] or [*_IN_TEXT.finditer(text)]
    if not found:
        return NOTHING, text
    place = found[-1]
    rest = f"{text[: place.start()]} {text[place.end() :]}"
    return read_date(place[0], latest=latest), rest
