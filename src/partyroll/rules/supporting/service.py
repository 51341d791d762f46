"""Who came home from the army or the police, by the words of a roster."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from partyroll.period import PartialDate, add_months
from partyroll.rules.supporting.facts import Circumstances
from partyroll.text import fold

_HOME = re.compile(r"xuat ngu|phuc vien|giai ngu")
# The day, month or year right behind the word: "xuất ngũ ngày 05/02/2025", "năm 2024".
_WHEN = re.compile(
    r"(?:xuat ngu|phuc vien|giai ngu)\D{0,20}?"
    r"(?:(?:(?P<day>\d{1,2})[/.-])?(?P<month>\d{1,2})[/.-])?(?P<year>(?:19|20)\d\d)(?!\d)"
)


@dataclass(frozen=True, slots=True)
class Served:
    """What a roster says of somebody, and when they were born."""

    texts: tuple[str, ...]
    born: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Discharge:
    """The words that say somebody came home from service, and the day in them."""

    text: str
    on: PartialDate | None = None


def lately_discharged(served: Served, at: Circumstances) -> Discharge | None:
    """Return a discharge of late; without a day of it only of somebody young.

    A roster keeps such words for life: veterans of long ago are nobody to be met.
    """
    found = _discharge(served.texts)
    if found is None:
        return None
    if found.on is None:
        return found if _is_young(served.born, at) else None
    until = add_months(found.on.last, at.limits.served_months)
    return found if found.on.first <= at.as_of <= until else None


def _is_young(born: PartialDate | None, at: Circumstances) -> bool:
    return born is not None and at.as_of.year - born.year < at.limits.served_age


def _discharge(texts: Iterable[str]) -> Discharge | None:
    """Return the first words of service, those with a day before those without."""
    found = [Discharge(text, _day(fold(text))) for text in texts if _HOME.search(fold(text))]
    return min(found, key=lambda one: one.on is None, default=None)


def _day(folded: str) -> PartialDate | None:
    when = _WHEN.search(folded)
    if when is None:
        return None
    parts = [int(part) for name in ("year", "month", "day") if (part := when[name])]
    try:
        return PartialDate(*parts)
    except ValueError:
        return PartialDate(parts[0])
