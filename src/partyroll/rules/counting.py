"""Counting months: what is held against someone, what carries a reason, runs (§3.7)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from operator import attrgetter

from partyroll.model import Ground, GroundCount, MonthFact, RuleSettings, State
from partyroll.period import Month
from partyroll.rules.limits import AGAINST
from partyroll.rules.meeting_months import INFERRED

Months = tuple[Month, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """The months of one ground that speak against someone, in order.

    `plain` give no reason, `noted` give one that nobody has judged; `crossing` is the longest
    run over the turn of the year.  `facts` are what each month is, `earlier` those of the year
    before.
    """

    ground: Ground
    plain: Months = ()
    noted: Months = ()
    inferred: Months = ()
    crossing: Months = ()
    facts: tuple[MonthFact, ...] = ()
    earlier: tuple[MonthFact, ...] = ()

    @property
    def rests_on_blanks(self) -> bool:
        """Whether any month rests on a blank cell."""
        return bool(self.inferred) or any(map(is_inferred, self.earlier))

    @property
    def all(self) -> Months:
        """Every month, with a reason or without."""
        if not self.noted:
            return self.plain
        return tuple(sorted({*self.plain, *self.noted}))

    @property
    def watched(self) -> Months:
        """The months that may put someone on the watch list.

        An absence marked "có phép" asks for a check of the reason and for nothing else.
        """
        return self.plain if self.ground is Ground.SKIP_MEETINGS else self.all


def needed(ground: Ground, settings: RuleSettings) -> int:
    """Return how many months of `ground` lead to a list."""
    own = ground is Ground.SKIP_MEETINGS and settings.meeting_reading == "own_count"
    return settings.meeting_months if own else settings.months


def counts(fact: MonthFact, settings: RuleSettings) -> bool:
    """Whether a month speaks against someone, with a reason or without."""
    late = settings.count_late and fact.state is State.PAID_LATE
    return late or fact.state in AGAINST


def is_inferred(fact: MonthFact) -> bool:
    """Whether a month rests on a blank cell."""
    return fact.state is State.UNPAID_INFERRED or fact.warning == INFERRED


def hold(
    ground: Ground,
    facts: Iterable[MonthFact],
    previous: Iterable[MonthFact],
    settings: RuleSettings,
) -> Held:
    """Return what `facts` of the assessed period hold; `previous` is the year before it."""
    now = [fact for fact in facts if counts(fact, settings)]
    return _held(ground, now, [fact for fact in previous if counts(fact, settings)])


def stated(held: Held) -> Held:
    """Return what is held without the months that rest on blank cells."""
    now = [fact for fact in held.facts if not is_inferred(fact)]
    return _held(held.ground, now, [fact for fact in held.earlier if not is_inferred(fact)])


def _held(ground: Ground, facts: Sequence[MonthFact], earlier: Sequence[MonthFact]) -> Held:
    now = _sort(ground, facts)
    if not earlier:  # nothing to run on from
        return now
    before = _sort(ground, earlier)
    crossing = _crossing(before.watched, now.watched)
    return replace(now, crossing=crossing, earlier=before.facts)


def _sort(ground: Ground, against: Sequence[MonthFact]) -> Held:
    if not against:
        return _nothing(ground)
    ordered = tuple(sorted(against, key=_month))
    return Held(
        ground=ground,
        plain=tuple([fact.month for fact in ordered if not fact.note]),
        noted=tuple([fact.month for fact in ordered if fact.note]),
        inferred=tuple([fact.month for fact in ordered if is_inferred(fact)]),
        facts=ordered,
    )


_month = attrgetter("month")
_nothing = cache(Held)  # of most people a ground holds nothing


@lru_cache(maxsize=10_000)  # many owe for the same months
def longest_run(months: Months) -> Months:
    """Return the longest run of consecutive months; the first of several."""
    return max(_runs(months), key=len, default=())


def _runs(months: Iterable[Month]) -> list[Months]:
    runs: list[Months] = []
    for month in sorted(months):
        if runs and runs[-1][-1].plus(1) == month:
            runs[-1] = (*runs[-1], month)
        else:
            runs.append((month,))
    return runs


def _crossing(before: Months, now: Months) -> Months:
    for run in _runs({*before, *now}):
        if run[0] in before and run[-1] in now:
            return run  # the turn of the year is crossed but once
    return ()


def measured(months: Months, settings: RuleSettings) -> Months:
    """Return the months a count rests on, of those in order: all, or their longest run."""
    return longest_run(months) if settings.run == "consecutive" else months


@cache
def _no_months(ground: Ground, crossing: int) -> GroundCount:
    return GroundCount(ground, 0, 0, 0, 0, crossing, 0, 0)


def ground_count(held: Held, settings: RuleSettings) -> GroundCount:
    """Return the numbers of one ground as lists show them."""
    if not held.all:
        return _no_months(held.ground, len(held.crossing))
    inferred = sum(month in held.inferred for month in held.plain)
    return GroundCount(
        ground=held.ground,
        plain=len(measured(held.plain, settings)),
        noted=len(measured(held.noted, settings)),
        all=len(measured(held.all, settings)),
        longest_run=len(longest_run(held.all)),
        cross_run=len(held.crossing),
        confirmed=len(held.plain) - inferred,
        inferred=inferred,
    )
