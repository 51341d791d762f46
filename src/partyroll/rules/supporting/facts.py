"""What the checks of help rest on."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from partyroll.messages import NEED, SUPPORT_MEASURE
from partyroll.model import Matter, Need, Support, SupportLimits
from partyroll.period import PartialDate
from partyroll.text import same_key


@dataclass(frozen=True, slots=True)
class Circumstances:
    """The day on which help is looked at, and the limits of the office."""

    as_of: date
    limits: SupportLimits


Check = Callable[[Support, Circumstances], Iterator[Matter]]


def as_it_stood(one: Support, as_of: date) -> Support | None:
    """Return help as it was on a day; None where the need had not come up."""
    if one.opened_on is not None and one.opened_on.first > as_of:
        return None
    if one.provided_on is not None and one.provided_on.first > as_of:
        one = replace(one, measure=None, measure_text="", amount=None, provided_on=None)
    if one.closed_on is not None and one.closed_on.first > as_of:
        one = replace(one, closed_on=None, outcome=None, outcome_text="")
    return one


def need_in_words(one: Support) -> str:
    """Return the need: the words of the list, and those that were written where they differ."""
    words = NEED[one.need]
    written = [part for part in one.need_text.split("; ") if part]
    told = "; ".join(part for part in written if same_key(part) not in same_key(words))
    if not told:
        return words
    return told if one.need is Need.OTHER else f"{words} ({told})"


def measure_in_words(one: Support) -> str:
    """Return what was done, as written; else in the words of the list."""
    if one.measure is None:
        return ""
    return one.measure_text or SUPPORT_MEASURE[one.measure]


def named_on(one: Support) -> str:
    """Return since when a need is known, as a part of a sentence."""
    return f", nêu {when(one.opened_on)}" if one.opened_on else ""


def when(day: PartialDate) -> str:
    """Return a day in words, as precise as it is: "ngày 05/10/2025", "tháng 10/2025"."""
    part = "ngày" if day.exact else "tháng" if day.month else "năm"
    return f"{part} {day.vi}"
