"""Who stood in each unit at both ends of a period, who came and went, whom nothing explains.

Inside a unit nobody moves: whoever leaves one cell for another of it is neither out nor in.
What a reorganisation moves is no transfer; it stands in a column of its own.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from partyroll.model import ARRIVALS, Stay, Turn, Walk

OPENING, CLOSING, REORGANISED, BY_DATE = "opening", "closing", "reorganised", "by_date"
_DAY = timedelta(days=1)
_MOVES = frozenset({"OUT", "IN"})

Chain = Callable[[str, date, tuple[Stay, ...]], tuple[str, ...]]
Place = tuple[str, int]  # a unit, and which of the periods


@dataclass(frozen=True, slots=True)
class Period:
    """Days of one calendar year, both included."""

    start: date
    end: date

    @property
    def eve(self) -> date:
        """The day whose evening the period opens with."""
        return self.start - _DAY

    def holds(self, day: date | None) -> bool:
        """Whether the day lies in it."""
        return day is not None and self.start <= day <= self.end


@dataclass(frozen=True, slots=True)
class Break:
    """People of a unit whom its balance does not explain; `code` says how."""

    people: tuple[str, ...]
    unit_id: str
    period: int
    code: str


@dataclass(slots=True)
class Balance:
    """Counts by unit and period, and the people who break them."""

    counts: dict[Place, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    breaks: list[Break] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Moved:
    """What happened to one walk in one period: in which units, and what explains moves."""

    opened: tuple[str, ...]
    closed: tuple[str, ...]
    lines: dict[str, Counter[str]]
    explained: frozenset[str]


def balance(
    walks: Iterable[Walk],
    periods: Sequence[Period],
    chain: Chain,
    steps: Collection[tuple[str, date]],
) -> Balance:
    """Return the balance of every unit; `steps` are the days on which units became others."""
    found = Balance()
    quiet: Counter[tuple[str, int, tuple[Stay, ...]]] = Counter()
    for walk in walks:
        stays = walk.stays if len(walk.stays) > 1 else ()
        for place, period in enumerate(periods):
            opened, closed = walk.home(period.eve), walk.home(period.end)
            if opened == closed and not _happens(walk, period):
                if opened is not None:
                    quiet[opened, place, stays] += walk.number
            else:
                moved = _moved(walk, period, chain, steps)
                _count(found, walk, place, moved)
        if walk.missing and (last := walk.home(periods[-1].end)):
            found.breaks.append(Break(walk.people, last, len(periods) - 1, "MISSING"))
    for (unit, place, stays), number in quiet.items():
        opened_in = chain(unit, periods[place].eve, stays)
        closed_in = chain(unit, periods[place].end, stays)
        _stood(found, place, opened_in, closed_in, number)
    return found


def _stood(
    found: Balance, place: int, opened: tuple[str, ...], closed: tuple[str, ...], number: int
) -> None:
    """Count people whom nothing happened to; their unit may stand under another one."""
    for unit in {*opened, *closed}:
        counts = found.counts[unit, place]
        counts[OPENING] += number * (unit in opened)
        counts[CLOSING] += number * (unit in closed)
        counts[REORGANISED] += number * ((unit in closed) - (unit in opened))


def _happens(walk: Walk, period: Period) -> bool:
    return (
        period.holds(walk.since)
        or any(period.holds(turn.on) for turn in walk.turns)
        or any(period.holds(stay.start) or period.holds(stay.end) for stay in walk.stays)
    )


class _Lines:
    """What one walk adds to the lines of units in one period."""

    def __init__(self, walk: Walk, chain: Chain) -> None:
        self._chain, self._stays = chain, walk.stays if len(walk.stays) > 1 else ()
        self.by_unit: dict[str, Counter[str]] = defaultdict(Counter)

    def above(self, unit: str | None, day: date) -> tuple[str, ...]:
        """Return the units that hold `unit` on a day, itself included."""
        return self._chain(unit, day, self._stays) if unit else ()

    def enter(self, code: str, unit: str | None, day: date) -> None:
        """Count something in a unit and all above it."""
        for one in self.above(unit, day):
            self.by_unit[one][code] += 1


def _moved(
    walk: Walk, period: Period, chain: Chain, steps: Collection[tuple[str, date]]
) -> _Moved:
    lines = _Lines(walk, chain)
    turns = [turn for turn in walk.turns if period.holds(turn.on)]
    for turn in turns:
        lines.enter(turn.code, _unit_of(walk, turn), turn.on)
    if walk.since is not None and period.holds(walk.since):
        for code in ("ADMITTED", BY_DATE):
            lines.enter(code, walk.home(walk.since), walk.since)
    explained = _moves(walk, _boundaries(walk, period, turns), lines, steps)
    ends = ((walk.home(period.eve), period.eve), (walk.home(period.end), period.end))
    units = {unit for unit, _ in ends if unit} | {t.unit_id for t in turns if t.unit_id}
    for unit in units:  # the unit itself went under another one
        explained |= {*lines.above(unit, period.eve)} ^ {*lines.above(unit, period.end)}
    opened, closed = (lines.above(unit, day) for unit, day in ends)
    return _Moved(opened, closed, lines.by_unit, frozenset(explained))


def _moves(
    walk: Walk, days: Iterable[date], lines: _Lines, steps: Collection[tuple[str, date]]
) -> set[str]:
    """Count moves from unit to unit; return the units that a reorganisation moved people of."""
    explained: set[str] = set()
    for day in days:
        before, after = walk.home(day - _DAY), walk.home(day)
        if not (before and after) or before == after:
            continue
        if (before, day) in steps:
            explained |= {*lines.above(before, day - _DAY), *lines.above(after, day)}
        else:
            lines.enter("OUT", before, day - _DAY)
            lines.enter("IN", after, day)
    return explained


def _unit_of(walk: Walk, turn: Turn) -> str | None:
    return turn.unit_id or walk.home(turn.on if turn.arrives else turn.on - _DAY)


def _boundaries(walk: Walk, period: Period, turns: Sequence[Turn]) -> list[date]:
    """Return the days on which somebody's unit changed without a paper of the move."""
    told = {turn.on for turn in turns if turn.code in _MOVES}
    days = {day for stay in walk.stays for day in (stay.start, stay.end) if day}
    return sorted(day for day in days - told if period.holds(day))


def _count(found: Balance, walk: Walk, place: int, moved: _Moved) -> None:
    broken: list[tuple[int, str, str]] = []
    for unit in {*moved.opened, *moved.closed, *moved.lines}:
        line = moved.lines.get(unit, Counter())
        within = min(line["OUT"], line["IN"])
        line = line - Counter({"OUT": within, "IN": within})
        came = sum(number for code, number in line.items() if code in ARRIVALS)
        went = sum(line.values()) - came - line[BY_DATE]
        opened, closed = unit in moved.opened, unit in moved.closed
        left_over = closed - opened - (came - went)
        counts = found.counts[unit, place]
        counts[OPENING] += walk.number * opened
        counts[CLOSING] += walk.number * closed
        for code, number in line.items():
            counts[code] += walk.number * number
        if left_over and unit in moved.explained:
            counts[REORGANISED] += walk.number * left_over
        elif left_over:
            code = _how(opened=opened, came=came, went=went, more=left_over > 0)
            broken.append((_depth(unit, moved), unit, code))
    if broken:
        _, unit, code = max(broken)
        found.breaks.append(Break(walk.people, unit, place, code))


def _depth(unit: str, moved: _Moved) -> int:
    """Return how deep a unit stands: whoever breaks a cell breaks all units above it too."""
    chains = (moved.opened, moved.closed, tuple(moved.lines))
    return max((one.index(unit) for one in chains if unit in one), default=0)


def _how(*, opened: bool, came: int, went: int, more: bool) -> str:
    if more and went > came:
        return "LEFT_STILL_LISTED" if opened else "LEFT_NEVER_LISTED"
    if more:
        return "APPEARED"
    if came > went:
        return "CAME_ALREADY_LISTED" if opened else "CAME_NOT_LISTED"
    return "VANISHED"
