"""What changed since a list went out, person by person, and what changed it.

Three looks lie between the list and today: at what the ledger knows now, at how the rule is
read now, at the day it is now.  A difference belongs to the look in which it appears.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum

from partyroll.model import Ground, MonthFact, ReviewList, RuleSettings
from partyroll.period import Month
from partyroll.rulebook import Rulebook
from partyroll.store.history import ChangeRecord, history
from partyroll.store.ledger import Ledger, open_ledger
from partyroll.store.outgoing import KEEPING
from partyroll.store.touches import changes_about, changes_of_books
from partyroll.tasks.freezing import FrozenList, frozen_list
from partyroll.tasks.reviewing import Listed, ReviewRequest, ReviewResult, review_lists

Findings = Mapping[str, Listed]  # by person


class Cause(StrEnum):
    """Where a difference comes from."""

    LEDGER = "LEDGER"
    SETTINGS = "SETTINGS"
    DAY = "DAY"


@dataclass(frozen=True, slots=True)
class MonthThen:
    """A month that counted then or counts now; None where it did not, or does not."""

    month: Month
    ground: Ground
    before: MonthFact | None
    now: MonthFact | None


@dataclass(frozen=True, slots=True)
class PersonThen:
    """Someone who stands elsewhere than on the list, or on other evidence, and why.

    `changes` are the changes of the ledger that spoke of them since, the oldest first.
    """

    person_id: str
    full_name: str
    unit: str
    before: ReviewList | None
    now: ReviewList | None
    months: tuple[MonthThen, ...]
    causes: tuple[Cause, ...]
    changes: tuple[ChangeRecord, ...]


@dataclass(frozen=True, slots=True)
class ListDifference:
    """A list that went out beside the same list now; `settings` are those read otherwise."""

    frozen: FrozenList
    now: ReviewResult
    people: tuple[PersonThen, ...]
    settings: tuple[tuple[str, object, object], ...]
    changes: tuple[ChangeRecord, ...]


def difference(request: ReviewRequest, number: int) -> ListDifference:
    """Return what is otherwise than on list `number`; raises `NoSuchList`.

    The year, the unit and the ground are the list's; the rulebook and the day the request's.
    """
    with open_ledger(request.ledger) as ledger:
        frozen = frozen_list(ledger, number)
        later = [
            record
            for record in history(ledger)
            if record.number > frozen.known_at and record.kind not in KEEPING
        ]
        looks = _Looks(request, frozen)
        return ListDifference(
            frozen,
            looks.today,
            tuple(_people(ledger, looks, later)),
            tuple(_settings(frozen.result.settings, looks.today.settings)),
            tuple(later),
        )


class _Looks:
    """The list as it was, and three looks on the way to today."""

    def __init__(self, request: ReviewRequest, frozen: FrozenList) -> None:
        then = frozen.result
        own = replace(
            request,
            year=then.year,
            as_of=then.as_of,
            unit=then.unit,
            ground=then.ground,
            known_at=None,
        )
        self.frozen = frozen
        learned = review_lists(replace(own, rulebook=_as_read_then(request.rulebook, then)))
        read_anew = review_lists(own)
        self.today = review_lists(replace(own, as_of=request.as_of or request.today))
        self.steps: tuple[tuple[Cause, Findings, Findings], ...] = (
            (Cause.LEDGER, _by_person(then), _by_person(learned)),
            (Cause.SETTINGS, _by_person(learned), _by_person(read_anew)),
            (Cause.DAY, _by_person(read_anew), _by_person(self.today)),
        )


def _as_read_then(rulebook: Rulebook, then: ReviewResult) -> Rulebook:
    settings = {s.name: getattr(then.settings, s.name) for s in fields(RuleSettings)}
    return replace(rulebook, sets=(then.rule,), office=settings)


def _by_person(result: ReviewResult) -> Findings:
    return {one.person.person_id: one for one in result.listed}


# --- Person by person ---------------------------------------------------------------------
def _people(ledger: Ledger, looks: _Looks, later: list[ChangeRecord]) -> Iterator[PersonThen]:
    causes: dict[str, list[Cause]] = {}
    for cause, before, now in looks.steps:
        for person_id in before.keys() | now.keys():
            if _says(before.get(person_id)) != _says(now.get(person_id)):
                causes.setdefault(person_id, []).append(cause)
    then, today = looks.steps[0][1], looks.steps[-1][2]
    which = _which_changes(ledger, looks.frozen, causes, later)
    # In the order of the lists: as they were, then whoever is new.
    for person_id, one in {**then, **today}.items():
        if person_id in causes:
            yield PersonThen(
                person_id,
                one.person.full_name,
                one.unit,
                _list_of(then.get(person_id)),
                _list_of(today.get(person_id)),
                tuple(_months(then.get(person_id), today.get(person_id))),
                tuple(causes[person_id]),
                which(person_id),
            )


def _list_of(one: Listed | None) -> ReviewList | None:
    return one.finding.list if one else None


def _says(one: Listed | None) -> object:
    """Return what of a finding must not change unnoticed: the list, and what months say."""
    if one is None:
        return None
    months = [(f.month, f.ground, f.state, f.note) for f in one.finding.months]
    return (one.finding.list, one.finding.ground, one.finding.count, months)


def _months(before: Listed | None, now: Listed | None) -> Iterator[MonthThen]:
    then, today = _facts(before), _facts(now)
    for month, ground in sorted(then.keys() | today.keys()):
        was, is_ = then.get((month, ground)), today.get((month, ground))
        if (was and (was.state, was.note)) != (is_ and (is_.state, is_.note)):
            yield MonthThen(month, ground, was, is_)


def _facts(one: Listed | None) -> dict[tuple[Month, Ground], MonthFact]:
    return {(f.month, f.ground): f for f in one.finding.months} if one else {}


def _which_changes(
    ledger: Ledger,
    frozen: FrozenList,
    causes: Mapping[str, list[Cause]],
    later: list[ChangeRecord],
) -> Callable[[str], tuple[ChangeRecord, ...]]:
    """Return what tells the changes behind a person: those of them, else of their books."""
    learned = [person_id for person_id, found in causes.items() if Cause.LEDGER in found]
    own = changes_about(ledger, learned, since=frozen.known_at)
    years = {frozen.result.year, frozen.result.year - 1}
    books = changes_of_books(ledger, years, since=frozen.known_at)

    def changes(person_id: str) -> tuple[ChangeRecord, ...]:
        if Cause.LEDGER not in causes[person_id]:
            return ()
        numbers = own.get(person_id) or books
        return tuple(record for record in reversed(later) if record.number in numbers)

    return changes


def _settings(then: RuleSettings, now: RuleSettings) -> Iterator[tuple[str, object, object]]:
    for setting in fields(RuleSettings):
        was, is_ = getattr(then, setting.name), getattr(now, setting.name)
        if was != is_:
            yield setting.name, was, is_
