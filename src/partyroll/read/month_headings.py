"""Headings that are months only beside others: lone numbers, days of meetings, quarters."""

from collections.abc import Sequence
from dataclasses import replace

from partyroll.read.heads import Column
from partyroll.read.meanings import UNKNOWN, Meaning
from partyroll.text import fold

_IN_WORDS = frozenset(
    {"thang hai", "thang ba", "thang tu", "thang sau", "thang bay", "thang tam"}
)
_SUBTOTAL = Meaning(("subtotal",))


def in_company(meanings: Sequence[Meaning]) -> list[Meaning]:
    """Return what the headings of one table mean, each in the light of the others."""
    meanings = _spans_or_years(meanings)
    by_year: dict[int | None, list[int | None]] = {}  # each year above counts anew
    for meaning in meanings:
        if meaning.bare and not meaning.pair:
            by_year.setdefault(meaning.year, []).append(meaning.month)
    counting = {year for year, numbers in by_year.items() if _counts_up(numbers)}
    days = _days([m.pair for m in meanings if m.pair])
    single = {
        (m.year, m.month)
        for m in meanings
        if m.month and m.span == 1 and (not m.bare or m.year in counting)
    }
    found: list[Meaning] = []
    for one in meanings:
        if one.pair:
            found.append(_day(one, days))
        elif one.bare:
            found.append(replace(one, bare=False) if one.year in counting else UNKNOWN)
        elif one.span > 1 and _adds_up(one, single):
            found.append(_SUBTOTAL)  # what a quarter's own months add up to
        else:
            found.append(one)
    return found


def _spans_or_years(meanings: Sequence[Meaning]) -> list[Meaning]:
    """Return "T7-10" as four months, but as July of 2010 beside "T8-10" and "T9-10"."""
    ends = [m.pair[1] for m in meanings if m.pair and m.span > 1]
    years = len(ends) > 1 and len({*ends}) == 1
    return [
        one
        if one.pair is None or one.span == 1
        else replace(one, pair=None, span=1, year=2000 + one.pair[1])
        if years
        else replace(one, pair=None)
        for one in meanings
    ]


def with_may(columns: list[Column]) -> list[Column]:
    """Return "Tháng Năm" as May where other months are written in words."""
    words = sum(fold(column.text) in _IN_WORDS for column in columns)
    return [
        replace(column, meaning=Meaning(month=5))
        if words > 1 and fold(column.text) == "thang nam"
        else column
        for column in columns
    ]


def _adds_up(one: Meaning, single: set[tuple[int | None, int]]) -> bool:
    """Whether months of a span have columns of their own: it is their sum."""
    return any(
        month in one.months and (None in {year, one.year} or year == one.year)
        for year, month in single
    )


def _counts_up(months: list[int | None]) -> bool:
    numbers = [month for month in months if month is not None]
    return len(numbers) >= 3 and numbers == [*range(numbers[0], numbers[0] + len(numbers))]


def _days(pairs: list[tuple[int, int]]) -> str:
    """Return how "03/01" and its neighbours read: day and month, month and year, or not."""
    firsts, seconds = [first for first, _ in pairs], [second for _, second in pairs]
    if len(pairs) < 2 or min(firsts) < 1:
        return ""
    months = all(1 <= second <= 12 for second in seconds)
    if months and seconds == sorted(seconds) and len(set(seconds)) > 1 and max(firsts) <= 31:
        return "day/month"
    years = len(set(seconds)) == 1 and seconds[0] > 12
    return "month/year" if years and _counts_up([*firsts]) and max(firsts) <= 12 else ""


def _day(one: Meaning, reading: str) -> Meaning:
    if one.pair is None or not reading:
        return UNKNOWN
    first, second = one.pair
    if reading == "month/year":
        return replace(one, month=first, year=2000 + second, bare=False, pair=None)
    return replace(one, month=second, bare=False, pair=None)
