"""Official transfers: the time between two organisations (rulebook §7.1).

From the day of leaving until the day of being received, at most until the clock for handing in
the papers runs out, nothing is held against anybody: the papers are on their way.  Later
months before the reception stand in nobody's book and are unknown.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from partyroll.model import Case, Ground, MonthFact, RuleSettings, State, TransferLeg
from partyroll.period import Month, PartialDate
from partyroll.rulebook import clocks
from partyroll.rules.clocks import Deadline, deadline
from partyroll.rules.permits import covers

IN_PROGRESS = "transfer_in_progress"


@dataclass(frozen=True, slots=True)
class Move:
    """A time on the way: from leaving to being received; None = not yet."""

    left: PartialDate
    received: PartialDate | None = None

    @property
    def last(self) -> date:
        """The last day on which it may still have lasted."""
        return self.received.last if self.received else date.max


def moves(case: Case) -> Iterator[Move]:
    """Yield each time between an official leg out and the next one in, in order."""
    gone: PartialDate | None = None
    for leg in _dated(case):
        if leg.out:
            gone = gone or leg.on
        elif gone is not None:
            yield Move(gone, leg.on)
            gone = None
    if gone is not None:
        yield Move(gone)


def arrival(case: Case) -> PartialDate | None:
    """Return when someone came from elsewhere for the last time; None of those always here.

    Whom the ledger knew in another unit until then has moved inside it.
    """
    arrived: PartialDate | None = None
    gone = False
    for leg in _dated(case):
        if not leg.out and not gone and not _was_here(case, leg):
            arrived = leg.on
        gone = leg.out
    return arrived


def _dated(case: Case) -> list[TransferLeg]:
    """Return the official legs in order; of one day the departure comes first."""
    if not case.legs:  # nearly everybody, asked for each of their months
        return []
    official = [leg for leg in case.legs if not leg.temporary]
    dated = [(leg.on.first, not leg.out, leg) for leg in official if leg.on is not None]
    return [leg for *_, leg in sorted(dated, key=lambda one: one[:2])]


def _was_here(case: Case, leg: TransferLeg) -> bool:
    return leg.on is not None and any(
        stay.end is not None and stay.end <= leg.on.last
        for stay in case.stays
        if not stay.temporary
    )


def on_the_way(
    case: Case,
    month: Month,
    ground: Ground,
    settings: RuleSettings,
    holidays: Collection[date],
) -> MonthFact | None:
    """Return the fact of a month between two organisations; None of all others."""
    for move in moves(case):
        allowed = deadline(clocks(), "transfer_present", move.left.last, holidays=holidays)
        transit_ends = min(move.last, allowed.last)
        if covers(move.left.first, transit_ends, month, settings):
            told = _in_progress(allowed)
            return MonthFact(
                month, ground, State.EXCUSED, explanation=told, warning=IN_PROGRESS
            )
        if move.left.first <= month.last_day < move.last:
            told = "đã chuyển sinh hoạt đi, chưa có nơi tiếp nhận"
            return MonthFact(month, ground, State.UNKNOWN, explanation=told)
    return None


def _in_progress(allowed: Deadline) -> str:
    doubts = f" ({'; '.join(allowed.remarks)})" if allowed.remarks else ""
    return f"đang chuyển sinh hoạt đảng, nộp giấy đến hết ngày {allowed.last:%d/%m/%Y}{doubts}"
