"""L8: removed in the first half of the year that follows a rating of good or better."""

from collections.abc import Iterator
from datetime import date

from partyroll.model import EventKind, LifeEvent, Matter, MatterKind
from partyroll.period import written
from partyroll.rules.rating.facts import Question, RatedPerson
from partyroll.rules.rating.words import at, rated_as

_STEP = (
    "Cần rà soát: những tháng dẫn đến xóa tên có từ năm được xếp loại không; rút kinh nghiệm"
    " cho lần đánh giá sau."
)


def removed_after_good(person: RatedPerson, asked: Question) -> Iterator[Matter]:
    """Yield a removal that came within half a year of a rating of good or better."""
    if not person.events:
        return
    rating = person.good(asked.year)
    if rating is None:
        return
    for event in person.events:
        if event.kind is EventKind.REMOVED and _soon_after(event, asked):
            number = f" số {event.decision_no}" if event.decision_no else ""
            day = written(event.on)
            yield Matter(
                MatterKind.LEFT_AFTER_GOOD,
                f"{rated_as(rating)}; xóa tên ngày {day}, quyết định{number}{at(event.source)}",
                _STEP,
                about=str(asked.year),
            )
            return


def _soon_after(event: LifeEvent, asked: Question) -> bool:
    """Whether an event lies in the half year after, however its date is meant."""
    if event.on is None:
        return False
    following = asked.year + 1
    first, last = date(following, 1, 1), min(date(following, 6, 30), asked.as_of)
    return first <= event.on.first and event.on.last <= last
