"""What would change where someone stands: the same rule over what is not (yet) in the ledger.

Each supposition adds one thing a person could bring, a payment or an answer about a reason, and
lets the rule judge again.  Nothing here counts months itself.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from partyroll.model import (
    BookMonths,
    Case,
    Excuse,
    Finding,
    Ground,
    MonthFact,
    Payment,
    ReviewList,
    RuleSettings,
)
from partyroll.period import Month, PartialDate
from partyroll.rules.review import review


class Change(StrEnum):
    """What is supposed of a month."""

    PAID = "PAID"  # on the day as of which is judged
    EXCUSED = "EXCUSED"
    REJECTED = "REJECTED"


@dataclass(frozen=True, slots=True)
class Supposition:
    """Where someone would stand if `change` held for each of `months` alone, or all `together`.

    `list` None: on no list at all.
    """

    change: Change
    ground: Ground
    months: tuple[Month, ...]
    list: ReviewList | None
    count: int
    together: bool = False


def suppositions(
    case: Case,
    finding: Finding,
    *,
    year: int,
    collections: BookMonths,
    settings: RuleSettings,
    as_of: date,
    holidays: Collection[date] = (),
) -> tuple[Supposition, ...]:
    """Return what would move `case` to another list, the smallest changes first."""

    def judged(supposed: Case) -> Finding | None:
        return review(
            supposed,
            year=year,
            collections=collections,
            settings=settings,
            as_of=as_of,
            holidays=holidays,
        )

    found = []
    for change, ground, months in _possible(finding):
        alone: dict[tuple[ReviewList | None, int], list[Month]] = {}
        for month in months:
            then = judged(_supposed(case, change, ground, [month], as_of))
            alone.setdefault(_place(then), []).append(month)
        for (where, count), held in alone.items():
            found.append(Supposition(change, ground, tuple(held), where, count))
        if len(months) > 1:
            where, count = _place(judged(_supposed(case, change, ground, months, as_of)))
            all_of_them = Supposition(change, ground, months, where, count, together=True)
            found.append(all_of_them)
    return tuple(one for one in found if one.list is not finding.list)


def _place(finding: Finding | None) -> tuple[ReviewList | None, int]:
    return (finding.list, finding.count) if finding else (None, 0)


def _possible(finding: Finding) -> Iterator[tuple[Change, Ground, tuple[Month, ...]]]:
    dues = [fact for fact in finding.months if fact.ground is Ground.UNPAID_DUES]
    meetings = [fact for fact in finding.months if fact.ground is Ground.SKIP_MEETINGS]
    if dues:
        yield Change.PAID, Ground.UNPAID_DUES, _months(dues)
    for ground, facts in ((Ground.UNPAID_DUES, dues), (Ground.SKIP_MEETINGS, meetings)):
        noted = [fact for fact in facts if fact.note]
        if facts:
            yield Change.EXCUSED, ground, _months(noted or facts)
        if noted:
            yield Change.REJECTED, ground, _months(noted)


def _months(facts: Iterable[MonthFact]) -> tuple[Month, ...]:
    return tuple(sorted({fact.month for fact in facts}))


def _supposed(
    case: Case, change: Change, ground: Ground, months: Iterable[Month], as_of: date
) -> Case:
    if change is Change.PAID:
        paid = tuple(Payment(month, PartialDate.of(as_of)) for month in months)
        return replace(case, payments=(*case.payments, *paid))
    accepted = change is Change.EXCUSED
    excuses = tuple(
        Excuse(ground, month.first_day, month.last_day, accepted=accepted) for month in months
    )
    return replace(case, excuses=(*case.excuses, *excuses))
