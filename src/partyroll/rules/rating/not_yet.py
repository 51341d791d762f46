"""Members whom the list of their cell left out."""

from collections.abc import Iterator

from partyroll.model import Matter, MatterKind
from partyroll.period import add_months
from partyroll.rules.rating.facts import NOT_YET, Question, RatedPerson
from partyroll.rules.rating.not_for_rating import reason_not_rated

_STEP = (
    "Bổ sung vào danh sách xếp loại rồi nhập lại; thuộc diện không đánh giá thì ghi “Chưa đánh"
    " giá”."
)


def not_rated_yet(person: RatedPerson, asked: Question) -> Iterator[Matter]:
    """Yield that a member has no rating where others of the cell have one."""
    if not person.member or not person.cell_rated or not asked.ended:
        return
    stated = person.years.get(asked.year, NOT_YET).level is not None
    if stated or _may_be_new(person, asked) or reason_not_rated(person, asked):
        return
    own = person.years.get(asked.year, NOT_YET).stages
    told = "mới có tự xếp loại" if own else "chưa có tên trong danh sách xếp loại"
    yield Matter(
        MatterKind.NOT_RATED_YET, f"Năm {asked.year}: {told}", _STEP, about=str(asked.year)
    )


def _may_be_new(person: RatedPerson, asked: Question) -> bool:
    """Whether the admission may be too recent, however its date is meant."""
    admitted = person.admission_date
    return admitted is not None and (
        add_months(admitted.last, asked.limits.new_months) > asked.ends
    )
