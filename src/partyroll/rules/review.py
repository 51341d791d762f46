"""The three-month rule: on which list someone stands, with all that speaks for it (§3.8)."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Protocol

from partyroll.model import (
    BookKind,
    BookMonths,
    Case,
    Finding,
    Ground,
    MonthFact,
    ReviewList,
    RuleSettings,
    State,
)
from partyroll.period import Month
from partyroll.rules.counting import (
    Held,
    Months,
    ground_count,
    hold,
    is_inferred,
    measured,
    needed,
    stated,
)
from partyroll.rules.dues_months import dues_months
from partyroll.rules.letters import countable_letters, months_with
from partyroll.rules.meeting_months import meeting_months
from partyroll.rules.wording import why


class MonthRule(Protocol):
    """What each month is for one person on one ground."""

    def __call__(
        self,
        case: Case,
        year_months: Iterable[Month],
        *,
        collections: BookMonths,
        settings: RuleSettings,
        as_of: date,
        holidays: Collection[date] = (),
    ) -> tuple[MonthFact, ...]:
        """Return one fact for each month asked."""


RULES: tuple[tuple[Ground, MonthRule], ...] = (
    (Ground.UNPAID_DUES, dues_months),
    (Ground.SKIP_MEETINGS, meeting_months),
)
_BOOKS = {Ground.UNPAID_DUES: BookKind.DUES, Ground.SKIP_MEETINGS: BookKind.MEETINGS}


@dataclass(frozen=True, slots=True)
class Looked:
    """The months of one ground: of the assessed period and of the year before it."""

    ground: Ground
    facts: Sequence[MonthFact]
    previous: Sequence[MonthFact]


@dataclass(frozen=True, slots=True)
class Fit:
    """A list someone fits on, the ground that leads there and the months it rests on."""

    list: ReviewList
    ground: Ground
    months: Months
    crossing: bool = False


@lru_cache(maxsize=1_000)  # the same for everybody
def assessed_months(year: int, settings: RuleSettings, as_of: date) -> Months:
    """Return the months that are assessed: the calendar year, or the 12 last ended months."""
    if settings.year_basis == "calendar":
        return tuple(Month(year, number) for number in range(1, 13))
    day = min(as_of, date(year, 12, 31)) - timedelta(days=settings.grace_days)
    last = Month.of(day + timedelta(days=1)).plus(-1)
    return tuple(last.plus(-11).until(last))


@lru_cache(maxsize=1_000)
def compared_months(year: int, settings: RuleSettings) -> Months:
    """Return the year before, whose end a run may cross; none where twelve months roll."""
    if settings.year_basis != "calendar":
        return ()
    return tuple(Month(year - 1, number) for number in range(1, 13))


def review(
    case: Case,
    *,
    year: int,
    collections: BookMonths,
    settings: RuleSettings,
    as_of: date,
    ground: str = "all",
    holidays: Collection[date] = (),
) -> Finding | None:
    """Return why the cell should look at someone, or None: evidence, never a verdict.

    `ground` narrows to "dues" or "meetings".  Whoever has left by `as_of`, or may have, stands
    on no list.
    """
    period, before = assessed_months(year, settings, as_of), compared_months(year, settings)
    looked = []
    for name, month_facts in RULES:
        if ground not in {"all", _BOOKS[name].value}:
            continue
        open_months = _open_months(case, name, settings)
        facts = month_facts(
            case,
            sorted(open_months.intersection(before + period)),
            collections=collections,
            settings=settings,
            as_of=as_of,
            holidays=holidays,
        )
        earlier = sum(fact.month < period[0] for fact in facts)
        looked.append(Looked(name, facts[earlier:], facts[:earlier]))
    return _finding(case, looked, {month.year for month in period}, settings, as_of)


def _open_months(case: Case, ground: Ground, settings: RuleSettings) -> set[Month]:
    """Return the months that could count; hardly any, and only they are looked at."""
    wanted = countable_letters(ground, settings)
    months = {
        Month(line.year, number)
        for line in case.lines
        if line.kind is _BOOKS[ground]
        for number in months_with(line.letters, line.months, wanted)
    }
    if ground is Ground.UNPAID_DUES:
        months.update(payment.month for payment in case.payments)
    return months


def look_at(
    case: Case,
    *,
    year: int,
    collections: BookMonths,
    settings: RuleSettings,
    as_of: date,
    ground: str = "all",
    holidays: Collection[date] = (),
) -> tuple[Looked, ...]:
    """Return what every month of the assessed period, and of the year before, is."""
    period, before = assessed_months(year, settings, as_of), compared_months(year, settings)
    looked = []
    for name, month_facts in RULES:
        if ground in {"all", _BOOKS[name].value}:
            facts = month_facts(
                case,
                (*before, *period),
                collections=collections,
                settings=settings,
                as_of=as_of,
                holidays=holidays,
            )
            looked.append(Looked(name, facts[len(before) :], facts[: len(before)]))
    return tuple(looked)


def finding_from(
    case: Case, looked: Sequence[Looked], *, settings: RuleSettings, as_of: date
) -> Finding | None:
    """Return what the months say of someone who is still a member, or may be."""
    years = {fact.month.year for one in looked for fact in one.facts}
    return _finding(case, looked, years, settings, as_of)


def _finding(
    case: Case,
    looked: Sequence[Looked],
    years: set[int],
    settings: RuleSettings,
    as_of: date,
) -> Finding | None:
    if case.left is not None and case.left.first <= as_of:
        return None
    finding = judge(looked, settings)
    if finding is None:
        return None
    remarks = _remarks(case, {one.ground for one in looked}, years)
    return replace(finding, remarks=remarks) if remarks else finding


def judge(looked: Sequence[Looked], settings: RuleSettings) -> Finding | None:
    """Return the first list that the months fit on, with both grounds shown."""
    holding = [hold(one.ground, one.facts, one.previous, settings) for one in looked]
    fit = _strongest(holding, settings)
    if fit is None:
        return None
    return Finding(
        list=fit.list,
        ground=fit.ground,
        count=len(fit.months),
        grounds=tuple(ground_count(held, settings) for held in holding),
        months=_evidence(holding, settings),
        only_inferred=_rests_on_blanks(holding, fit, settings),
        why=_why(fit, holding),
    )


# --- The lists, strongest first -----------------------------------------------------------
def _strongest(holding: Sequence[Held], settings: RuleSettings) -> Fit | None:
    for fits in (_on_review, _on_check_reason, _on_watch):
        found = list(fits(holding, settings))
        if found:
            return max(found, key=lambda fit: (fit.ground is not Ground.MIXED, len(fit.months)))
    return None


def _on_review(holding: Sequence[Held], settings: RuleSettings) -> Iterator[Fit]:
    for held in holding:
        months = measured(held.plain, settings)
        if len(months) >= needed(held.ground, settings):
            yield Fit(ReviewList.REVIEW, held.ground, months)
    union = _union([held.plain for held in holding], settings)
    if settings.combine_grounds and len(union) >= settings.months:
        yield Fit(ReviewList.REVIEW, Ground.MIXED, union)


def _on_check_reason(holding: Sequence[Held], settings: RuleSettings) -> Iterator[Fit]:
    for held in holding:
        months = measured(held.all, settings)
        if len(months) >= needed(held.ground, settings):
            yield Fit(ReviewList.CHECK_REASON, held.ground, months)
    union = _union([held.all for held in holding], settings)
    if settings.combine_grounds and len(union) >= settings.months:
        yield Fit(ReviewList.CHECK_REASON, Ground.MIXED, union)


def _on_watch(holding: Sequence[Held], settings: RuleSettings) -> Iterator[Fit]:
    for held in holding:
        enough, months = needed(held.ground, settings), measured(held.watched, settings)
        if len(months) >= enough - 1 >= 1:
            yield Fit(ReviewList.WATCH, held.ground, months)
        if len(held.crossing) >= enough:
            yield Fit(ReviewList.WATCH, held.ground, held.crossing, crossing=True)
    union = _union([held.watched for held in holding], settings)
    if len(union) >= settings.months:
        yield Fit(ReviewList.WATCH, Ground.MIXED, union)


def _union(grounds: Sequence[Months], settings: RuleSettings) -> Months:
    """Return the distinct months of the grounds, if each has at least one."""
    if len(grounds) < len(RULES) or not all(grounds):
        return ()
    return measured(tuple(sorted({month for months in grounds for month in months})), settings)


# --- What is shown ------------------------------------------------------------------------
def _evidence(holding: Sequence[Held], settings: RuleSettings) -> tuple[MonthFact, ...]:
    """Return every month that counts, and those of the year before in a run that counts."""
    shown = [fact for held in holding for fact in held.facts]
    for held in holding:
        if len(held.crossing) >= needed(held.ground, settings):
            shown += [fact for fact in held.earlier if fact.month in held.crossing]
    return tuple(sorted(shown, key=lambda fact: fact.month))


def _rests_on_blanks(holding: Sequence[Held], fit: Fit, settings: RuleSettings) -> bool:
    if not any(held.rests_on_blanks for held in holding):
        return False
    without = _strongest([stated(held) for held in holding], settings)
    return without is None or without.list is not fit.list


def _why(fit: Fit, holding: Sequence[Held]) -> str:
    facts = [
        fact
        for held in holding
        if fit.ground in {held.ground, Ground.MIXED}
        for fact in (*held.earlier, *held.facts)
        if fact.month in fit.months
    ]
    noted = [fact for fact in facts if fact.note and fit.list is not ReviewList.REVIEW]
    return why(
        fit.ground,
        fit.months,
        noted=len({fact.month for fact in noted}),
        by_remark=any(fact.state is State.UNEXCUSED for fact in noted),
        inferred=len({fact.month for fact in facts if is_inferred(fact)}),
        late=len({fact.month for fact in facts if fact.state is State.PAID_LATE}),
        crossing=fit.crossing,
    )


def _remarks(case: Case, grounds: set[Ground], years: set[int]) -> tuple[str, ...]:
    kinds = {_BOOKS[ground] for ground in grounds}
    said = [line.remark for line in case.lines if line.kind in kinds and line.year in years]
    return tuple(dict.fromkeys(remark for remark in said if remark))
