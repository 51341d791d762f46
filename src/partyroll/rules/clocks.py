"""Terms in working days and in months: the last day in time, and what is doubtful about it.

Day 0 is the event; the last day is the n-th working day after it, itself in time.  Saturday
and Sunday are off.  Public holidays are only those passed in: which days they were is data.
A clock informs.  It never says that somebody is overdue for anything but its own paper.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from partyroll.period import add_months
from partyroll.rulebook import UNVERIFIED, Clock, clock_on

_SATURDAY = 5
_DAY = timedelta(days=1)
NO_HOLIDAYS = "chưa trừ ngày lễ"


@dataclass(frozen=True, slots=True)
class Deadline:
    """A clock that started: its last day in time, and what must be said beside it."""

    clock: Clock
    start: date
    last: date
    remarks: tuple[str, ...] = ()

    def passed(self, today: date) -> bool:
        """Whether the last day is over."""
        return today > self.last

    @property
    def vi(self) -> str:
        """The sentence that lists print."""
        doubts = f" ({'; '.join(self.remarks)})" if self.remarks else ""
        return f"{self.clock.what}: đến hết ngày {self.last:%d/%m/%Y}{doubts}"


def deadline(
    known: Iterable[Clock],
    id_: str,
    start: date,
    *,
    holidays: Collection[date] = (),
    level: str = "",
) -> Deadline:
    """Return until when the clock `id_` runs that started on `start`."""
    clock = clock_on(known, id_, start, level)
    last = _last_day(clock, start, holidays)
    remarks = [UNVERIFIED] * (start < clock.since)
    remarks += [clock.confidence] * bool(clock.confidence)
    if clock.working_days:
        remarks += _about_holidays(start, last, holidays)
    return Deadline(clock, start, last, tuple(remarks))


def _last_day(clock: Clock, start: date, holidays: Collection[date]) -> date:
    if clock.working_days:
        return working_day_after(start, clock.working_days, holidays)
    return add_months(start, clock.months) - _DAY * clock.strictly_below


def _about_holidays(start: date, last: date, holidays: Collection[date]) -> list[str]:
    if not holidays:
        return [NO_HOLIDAYS]
    # Every year has public holidays: one without any is one that no file speaks of.
    known = {day.year for day in holidays}
    unknown = [str(year) for year in range(start.year, last.year + 1) if year not in known]
    return [f"{NO_HOLIDAYS} năm {', '.join(unknown)}"] * bool(unknown)


# --- Working days -------------------------------------------------------------------------
def is_working_day(day: date, holidays: Collection[date] = ()) -> bool:
    """Whether people work on `day`."""
    return day.weekday() < _SATURDAY and day not in holidays


def working_day_after(start: date, count: int, holidays: Collection[date] = ()) -> date:
    """Return the `count`-th working day after `start`, which is day 0."""
    day = start
    while count > 0:
        day += _DAY
        count -= is_working_day(day, holidays)
    return day


def working_days_left(today: date, last: date, holidays: Collection[date] = ()) -> int:
    """Return how many working days remain after `today` up to `last`; none once it is over."""
    days = (today + _DAY * step for step in range(1, (last - today).days + 1))
    return sum(is_working_day(day, holidays) for day in days)
