"""L3: rated while exempt, or elsewhere for half of the year, with no remarks from there."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from partyroll.messages import PERMISSION
from partyroll.model import Matter, MatterKind, PermissionKind
from partyroll.period import Month, written
from partyroll.rules.rating.facts import Question, RatedPerson
from partyroll.rules.rating.not_for_rating import exempt_from_activity
from partyroll.rules.rating.words import at, rated_as

_EXEMPT = frozenset({PermissionKind.EXEMPT_ACTIVITY, PermissionKind.TEMP_EXEMPT})
_STEP = (
    "Cần rà soát: xin nhận xét của nơi cư trú, nơi sinh hoạt tạm thời rồi ghi vào sổ (cột Nhận"
    " xét nơi cư trú trong bảng xếp loại)."
)
_DAY = timedelta(days=1)


class Time(NamedTuple):
    """When somebody was exempt or elsewhere; both days included, as short as may be."""

    first: date
    last: date
    words: str


def rated_without_remarks(person: RatedPerson, asked: Question) -> Iterator[Matter]:
    """Yield where a member was for months of the year of which nobody there has said a word."""
    if not (person.permissions or person.stays or person.away):
        return
    rating = person.rated(asked.year)
    if rating is None or any(remark.year == asked.year for remark in person.remarks):
        return
    times = [time for time in _times(person) if _touches(time, asked.year)]
    months = months_covered(times, asked.year)
    exempt = exempt_from_activity(person, asked) is not None
    if months < asked.limits.away_months and not exempt:
        return
    told = "; ".join(dict.fromkeys(time.words for time in times))
    yield Matter(
        MatterKind.RATED_WITHOUT_REMARKS,
        f"{rated_as(rating)}; {months} tháng trong năm: {told}; sổ chưa có nhận xét của nơi đó",
        _STEP,
        about=str(asked.year),
    )


def months_covered(times: Iterable[Time], year: int) -> int:
    """Return how many whole months of a year lie in the times together."""
    spans = [(time.first, time.last) for time in times]
    return sum(
        any(first <= month.first_day and month.last_day <= last for first, last in spans)
        for month in (Month(year, number) for number in range(1, 13))
    )


def _touches(time: Time, year: int) -> bool:
    return time.first.year <= year <= time.last.year


def _times(person: RatedPerson) -> Iterator[Time]:
    for paper in person.permissions:
        if paper.kind in _EXEMPT:
            since = written(paper.start, " từ ")
            yield Time(
                paper.start.last if paper.start else date.min,
                paper.end.first if paper.end else date.max,
                f"{PERMISSION[paper.kind]}{since}{at(paper.source)}",
            )
    for stay in person.stays:
        if stay.temporary and stay.start is not None:
            host = person.hosts.get(stay.unit_id, "nơi khác")
            words = f"sinh hoạt tạm thời tại {host} từ {stay.start:%d/%m/%Y}"
            yield Time(stay.start, stay.end - _DAY if stay.end else date.max, words)
    for away in person.away:
        if away.start is not None:
            words = f"ở {away.place or 'nơi khác'} từ {away.start.vi}{at(away.source)}"
            yield Time(away.start.last, away.end.first if away.end else date.max, words)
