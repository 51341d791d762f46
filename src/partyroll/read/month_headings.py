"""Headings that are months only beside others: lone numbers, days of meetings, quarters."""

from collections.abc import Sequence
from dataclasses import replace

from partyroll.read.meanings import UNKNOWN, Meaning

_SUBTOTAL = Meaning(("subtotal",))


def in_company(meanings: Sequence[Meaning]) -> list[Meaning]:
    """Return what the headings of one table mean, each in the light of the others."""
    by_year: dict[int | None, list[int | None]] = {}  # each year above counts anew
    for meaning in meanings:
        if meaning.bare and not meaning.pair:
            by_year.setdefault(meaning.year, []).append(meaning.month)
    counting = {year for year, numbers in by_year.items() if _counts_up(numbers)}
    days = _days([m.pair for m in meanings if m.pair])
    months = any(m.month is not None and m.span == 1 and not m.bare for m in meanings)
    found: list[Meaning] = []
    for one in meanings:
        if one.pair:
            found.append(_day(one, days))
        elif one.bare:
            found.append(replace(one, bare=False) if one.year in counting else UNKNOWN)
        elif one.span > 1 and (months or counting):
            found.append(_SUBTOTAL)  # what a quarter's own months add up to
        else:
            found.append(one)
    return found


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
