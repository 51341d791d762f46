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
_MONTH = re.compile(r"(?:tu )?(?:(?:thang|thg|th|t)\.?\s*)?(\d{1,2})\s*[/.-]\s*(\d{4})")
# "ngày 3/2/1990"; "03-thg 2-1990" and "03-Thg2-90" are what a Vietnamese Excel shows.
_SAID = re.compile(r"(?:tu )?ngay\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})")
_SHOWN = re.compile(r"(\d{1,2})[ /.-]thg ?(\d{1,2})[ /.,-]+(\d{4})")
_SHOWN_SHORT = re.compile(r"(\d{1,2})[ /.-]thg ?(\d{1,2})[ /.-](\d{2})")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_IN_ROMAN = re.compile(
    r"(?:(\d{1,2})\s*[/.-]\s*)?(" + "|".join(_ROMAN) + r")\s*[/.-]\s*(\d{4})"
)
# Nobody knows the day, or the day and the month: "..../5/1960", "00/00/1958", "__/__/1960".
_BLANK = r"(?:0{1,2}|x{1,2}|[._?…-]{1,8})"
_DAY_UNKNOWN = re.compile(rf"{_BLANK}\s*/\s*(\d{{1,2}})\s*/\s*(\d{{4}})")
_ONLY_YEAR = re.compile(rf"(?:{_BLANK}\s*/\s*){{1,2}}(\d{{4}})|(?:00[.-]){{2}}((?:19|20)\d\d)")
_UNBROKEN = re.compile(r"([0-3]\d)([01]\d)((?:19|20)\d\d)")  # 03021990
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
        reading = _exact(int(found[3]), int(found[2]), int(found[1]))
        return reading if reading.value else _left_open(value) or reading
    text = _CLOCK.sub("", clean(value).lstrip("'’`").rstrip(" .,;"))
    if not text or fold(text) in UNKNOWN_WORDS:
        return NOTHING
    if text.startswith("#"):
        return Reading(None, "formula_error")
    if _NUMBER.fullmatch(text):
        return _in_digits(text, epoch_1904=epoch_1904)
    return _in_words(text, latest)


def _in_digits(text: str, *, epoch_1904: bool) -> Reading[PartialDate]:
    if (found := _UNBROKEN.fullmatch(text)) and not _year_first(text):
        return _exact(int(found[3]), int(found[2]), int(found[1]))
    return _from_number(float(text), epoch_1904=epoch_1904)


def _in_words(text: str, latest: date) -> Reading[PartialDate]:
    if found := _IN_ROMAN.fullmatch(text):
        return _in_roman(found)
    folded = fold(text)
    if reading := _left_open(folded):
        return reading
    for form, read in _FORMS:
        if found := form.fullmatch(folded):
            return read(found)
    if found := _SHORT.fullmatch(folded) or _SHOWN_SHORT.fullmatch(folded):
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


def _in_roman(found: re.Match[str]) -> Reading[PartialDate]:
    year, month = int(found[3]), _ROMAN.index(found[2]) + 1
    if found[1]:
        return _exact(year, month, int(found[1]))
    partial = possible(year, month)
    return Reading(partial) if partial else INVALID


def _left_open(text: str) -> Reading[PartialDate] | None:
    """Return a date of which the day, perhaps the month too, stands open; None = no such."""
    if found := _ONLY_YEAR.fullmatch(text):
        year = int(found[1] or found[2])
        return Reading(PartialDate(year)) if 1900 <= year <= 2100 else INVALID
    if found := _DAY_UNKNOWN.fullmatch(text):
        partial = possible(int(found[2]), int(found[1]))
        return Reading(partial) if partial else INVALID
    return None


def _year_first(digits: str) -> bool:
    return possible(int(digits[:4]), int(digits[4:6]), int(digits[6:])) is not None


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
    (_SAID, lambda found: _exact(int(found[3]), int(found[2]), int(found[1]))),
    (_SHOWN, lambda found: _exact(int(found[3]), int(found[2]), int(found[1]))),
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
