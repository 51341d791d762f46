"""Who is not rated, and was: members exempt from activity, suspended, newly admitted.

That exempt members are not rated is said in the guidance; of the others it is the usual
reading (rulebook §8.3), and said so beside the matter.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from partyroll.messages import PERMISSION
from partyroll.model import Matter, MatterKind, Permission, PermissionKind
from partyroll.period import add_months, written
from partyroll.rules.rating.facts import Question, RatedPerson
from partyroll.rules.rating.words import at, rated_as

_STEP = (
    "Đối chiếu: đúng là thuộc diện không đánh giá thì ghi “Chưa đánh giá”; giấy tờ đã hết hiệu"
    " lực thì ghi ngày kết thúc."
)
_USUAL = "cách hiểu thường dùng, chưa tìm được văn bản nêu rõ"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why somebody is not rated for a year, and how sure that reading is."""

    words: str
    doubt: str = ""


def reason_not_rated(person: RatedPerson, asked: Question) -> Reason | None:
    """Return why a member is not rated for a year; None where nothing is known of it.

    People are rated in December: what holds for the whole month keeps them from it.
    """
    if exempt := exempt_from_activity(person, asked):
        return Reason(_told(exempt))
    if suspended := _in_december(person, PermissionKind.SUSPENDED, asked):
        return Reason(_told(suspended), _USUAL)
    return _newly_admitted(person, asked)


def exempt_from_activity(person: RatedPerson, asked: Question) -> Permission | None:
    """Return the paper by which a member owes no meetings when people are rated."""
    return _in_december(person, PermissionKind.EXEMPT_ACTIVITY, asked)


def _in_december(
    person: RatedPerson, kind: PermissionKind, asked: Question
) -> Permission | None:
    papers = (paper for paper in person.permissions if paper.kind is kind)
    return next((paper for paper in papers if _holds_in_december(paper, asked)), None)


def _told(paper: Permission) -> str:
    since = written(paper.start, " từ ")
    return f"{PERMISSION[paper.kind]}{since}{at(paper.source)}"


def _holds_in_december(paper: Permission, asked: Question) -> bool:
    """Whether a paper holds from the first to the last day, however its dates are meant."""
    begun = paper.start is None or paper.start.last <= date(asked.year, 12, 1)
    return begun and (paper.end is None or paper.end.first >= asked.ends)


def _newly_admitted(person: RatedPerson, asked: Question) -> Reason | None:
    admitted, months = person.admission_date, asked.limits.new_months
    if admitted is None or add_months(admitted.first, months) <= asked.ends:
        return None
    words = f"vào Đảng ngày {admitted.vi}, chưa đủ {months} tháng đến cuối năm {asked.year}"
    return Reason(words, _USUAL)


def rated_though_exempt(person: RatedPerson, asked: Question) -> Iterator[Matter]:
    """Yield that somebody has a level although people in that place are not rated."""
    rating, reason = person.rated(asked.year), reason_not_rated(person, asked)
    if rating is None or reason is None:
        return
    yield Matter(
        MatterKind.RATED_THOUGH_EXEMPT,
        f"{rated_as(rating)}; {reason.words}",
        _STEP,
        about=str(asked.year),
        remarks=(reason.doubt,) if reason.doubt else (),
    )
