"""Early signs of a person: facts that a cell may want to see side by side (§ early warning).

Each function says one sort of fact, with its days and its source.  Nothing is weighed, added
up or ordered by number; what the ledger does not know is no sign.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from partyroll.messages import DISCIPLINE_FORM, RATING_LEVEL
from partyroll.model import (
    NOWHERE,
    Discipline,
    Finding,
    Ground,
    MonthFact,
    Need,
    RatingLevel,
    Sign,
    SignKind,
    State,
    Status,
    Support,
    SupportLimits,
    WatchLimits,
    YearRating,
)
from partyroll.period import PartialDate, add_months, month_list
from partyroll.rules.supporting.facts import (
    as_it_stood,
    measure_in_words,
    named_on,
    need_in_words,
    when,
)
from partyroll.rules.watched import Watched
from partyroll.rules.watching_away import away_without_paper
from partyroll.rules.wording import INFERRED, of_which

_OWED = frozenset({State.UNPAID, State.UNPAID_INFERRED})
_MISSED = frozenset({State.UNEXCUSED, State.EXCUSED_MARKED})


@dataclass(frozen=True, slots=True)
class Known:
    """What the ledger knows of a member that may be a sign; empty = it knows nothing."""

    watched: Watched
    status: Status | None = None
    supports: tuple[Support, ...] = ()
    disciplines: tuple[Discipline, ...] = ()
    ratings: Mapping[int, YearRating] | None = None


@dataclass(frozen=True, slots=True)
class Looking:
    """The day of the look, and how far back it goes."""

    as_of: date
    support: SupportLimits
    watch: WatchLimits


SignOf = Callable[[Known, Looking], Iterator[Sign]]


def unpaid(known: Known, _at: Looking) -> Iterator[Sign]:
    """Yield the months without dues of somebody whom a list of the rule names."""
    yield from _months(known, Ground.UNPAID_DUES, _OWED, "chưa đóng", SignKind.UNPAID)


def absent(known: Known, _at: Looking) -> Iterator[Sign]:
    """Yield the months without a meeting of somebody whom a list of the rule names."""
    yield from _months(known, Ground.SKIP_MEETINGS, _MISSED, "vắng", SignKind.ABSENT)


def away(known: Known, at: Looking) -> Iterator[Sign]:
    """Yield that somebody is long away without papers."""
    listed = known.watched.away_now(at.as_of)
    if listed is None:
        return
    for warning in away_without_paper(known.watched, at.watch, at.as_of):
        yield Sign(SignKind.AWAY, warning.text, listed.source)


def hardship(known: Known, at: Looking) -> Iterator[Sign]:
    """Yield each need of which nobody has written what became of it."""
    for stated in known.supports:
        one = as_it_stood(stated, at.as_of)
        if one is None or one.concluded or one.closed_on or one.need is Need.DISCHARGED:
            continue
        helped = measure_in_words(one)
        done = f"; đã giúp: {helped}" if helped else "; chưa ghi đã giúp gì"
        text = f"{need_in_words(one)}{named_on(one)}{done}"
        yield Sign(SignKind.HARDSHIP, text, one.source)


def on_probation(known: Known, _at: Looking) -> Iterator[Sign]:
    """Yield that somebody is in probation."""
    if known.status is not Status.PROBATIONARY:
        return
    person = known.watched.person
    since = f", vào Đảng {when(person.admission_date)}" if person.admission_date else ""
    yield Sign(SignKind.PROBATION, f"đang dự bị{since}", person.source)


def disciplined(known: Known, at: Looking) -> Iterator[Sign]:
    """Yield each discipline of late, and each that a paper says still holds."""
    for one in known.disciplines:
        if _is_of_late(one.decided_on, one.valid_to, at):
            on = f", {when(one.decided_on)}" if one.decided_on else ", không ghi ngày"
            paper = f", {one.decision_no}" if one.decision_no else ""
            text = f"{DISCIPLINE_FORM[one.form]}{on}{paper}"
            yield Sign(SignKind.DISCIPLINE, text, one.source)


def not_complete(known: Known, at: Looking) -> Iterator[Sign]:
    """Yield each year of late that was rated "không hoàn thành" by the cell or above."""
    for year, rated in sorted((known.ratings or {}).items()):
        ended = date(year, 12, 31)
        if year > at.as_of.year or add_months(ended, at.support.sign_months) < at.as_of:
            continue
        if rated.decided is not None and rated.decided.level is RatingLevel.NOT_COMPLETE:
            words = rated.decided.text or RATING_LEVEL[RatingLevel.NOT_COMPLETE]
            yield Sign(SignKind.RATING, f"năm {year}: {words}", rated.decided.source)


SIGNS: tuple[SignOf, ...] = (
    unpaid,
    absent,
    away,
    hardship,
    on_probation,
    disciplined,
    not_complete,
)


def early_signs(known: Known, at: Looking) -> tuple[Sign, ...]:
    """Return the facts about one member, in the order of `SIGNS`."""
    return tuple(sign for sign_of in SIGNS for sign in sign_of(known, at))


def _months(
    known: Known, ground: Ground, states: frozenset[State], words: str, kind: SignKind
) -> Iterator[Sign]:
    finding = known.watched.finding
    counted = _counted(finding, ground, states) if finding else ()
    if finding is None or not counted:
        return
    judged = " (chi bộ đã xem xét)" if finding.silenced else ""
    inferred = sum(one.state is State.UNPAID_INFERRED for one in counted)
    doubt = of_which(len(counted), {INFERRED: inferred})
    months = month_list(one.month for one in counted)
    told = ", ".join(filter(None, [f"{len(counted)} tháng {words}: {months}", doubt]))
    text = f"{told}{judged}"
    yield Sign(kind, text, counted[0].source or NOWHERE)


def _counted(
    finding: Finding, ground: Ground, states: frozenset[State]
) -> tuple[MonthFact, ...]:
    return tuple(one for one in finding.months if one.ground is ground and one.state in states)


def _is_of_late(decided: PartialDate | None, until: PartialDate | None, at: Looking) -> bool:
    if decided is not None and decided.first > at.as_of:
        return False
    if until is not None:
        return until.last >= at.as_of
    if decided is None:
        return True
    return add_months(decided.last, at.support.sign_months) >= at.as_of
