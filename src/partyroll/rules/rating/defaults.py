"""L1: rated good or better, with months of the year unpaid or missed without a reason.

Each ground alone: months of dues and of meetings do not add up, here as for the three-month
rule.  A month with a typed reason, or settled later, is not held against anybody.
"""

from collections.abc import Iterator

from partyroll.model import Ground, Matter, MatterKind, MonthFact, State
from partyroll.rules.rating.facts import Question, RatedPerson
from partyroll.rules.rating.words import months_with_cells, rated_as

_STATES = {
    Ground.UNPAID_DUES: frozenset({State.UNPAID, State.UNPAID_INFERRED}),
    Ground.SKIP_MEETINGS: frozenset({State.UNEXCUSED}),
}
_STEP = (
    "Cần rà soát: đối chiếu sổ với biên bản đánh giá, xếp loại; có lý do chính đáng thì ghi vào"
    " sổ, sổ sai thì sửa sổ."
)
_BLANK = "có tháng suy ra từ ô trống: đối chiếu biên lai trước"


def good_with_defaults(person: RatedPerson, asked: Question) -> Iterator[Matter]:
    """Yield the months that a rating of good or better leaves out of sight."""
    if not person.defaults:
        return
    rating = person.good(asked.year)
    held = [facts for facts in _by_ground(person) if _number(facts) >= asked.limits.months]
    if rating is None or not held:
        return
    months = "; ".join(months_with_cells(facts[0].ground, facts) for facts in held)
    blank = any(fact.state is State.UNPAID_INFERRED for facts in held for fact in facts)
    yield Matter(
        MatterKind.RATED_WITH_DEFAULTS,
        f"{rated_as(rating)}; trong năm có {months}",
        _STEP,
        about=str(asked.year),
        remarks=(_BLANK,) if blank else (),
    )


def _by_ground(person: RatedPerson) -> Iterator[list[MonthFact]]:
    for ground, states in _STATES.items():
        yield [
            fact
            for fact in person.defaults
            if fact.ground is ground and fact.state in states and not fact.note
        ]


def _number(facts: list[MonthFact]) -> int:
    return len({fact.month for fact in facts})
