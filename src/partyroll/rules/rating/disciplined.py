"""L2: rated good or better in a year in which a disciplinary decision was taken."""

from collections.abc import Iterator

from partyroll.messages import DISCIPLINE_FORM
from partyroll.model import Discipline, Matter, MatterKind
from partyroll.period import written
from partyroll.rules.rating.facts import Question, RatedPerson
from partyroll.rules.rating.words import at, rated_as

_STEP = (
    "Cần rà soát: đối chiếu quyết định kỷ luật với điều kiện xếp loại trong hướng dẫn của năm"
    " đó; nêu rõ trong biên bản nếu vẫn giữ mức."
)


def good_with_discipline(person: RatedPerson, asked: Question) -> Iterator[Matter]:
    """Yield the decisions of the year beside a rating of good or better."""
    if not person.disciplines:
        return
    rating = person.good(asked.year)
    decisions = [one for one in person.disciplines if _decided_in(one, asked.year)]
    if rating is None or not decisions:
        return
    told = "; ".join(_told(one) for one in decisions)
    yield Matter(
        MatterKind.RATED_WITH_DISCIPLINE,
        f"{rated_as(rating)}; trong năm có quyết định kỷ luật: {told}",
        _STEP,
        about=str(asked.year),
    )


def _decided_in(decision: Discipline, year: int) -> bool:
    return decision.decided_on is not None and decision.decided_on.year == year


def _told(decision: Discipline) -> str:
    number = f" số {decision.decision_no}" if decision.decision_no else ""
    day = written(decision.decided_on, " ngày ")
    return f"{DISCIPLINE_FORM[decision.form]}{number}{day}{at(decision.source)}"
