"""The balance of every unit and year: both ends, all movements, what they rest on."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from partyroll.model import DeclaredTotal, Headcount
from partyroll.period import Term
from partyroll.report.balance import CLOSING, OPENING, REORGANISED, Balance, Period
from partyroll.report.counting import FORM_ORDER, UnitPath, kind_title, unit_order
from partyroll.report.declared import Declared
from partyroll.report.flow import Flow, expected_closing

CAME = (
    ("ADMITTED", "Kết nạp"),
    ("READMITTED", "Kết nạp lại"),
    ("RESTORED", "Phục hồi đảng tịch"),
    ("IN", "Chuyển đến"),
)
WENT = tuple((kind.value, kind_title(kind)) for kind in FORM_ORDER)


@dataclass(frozen=True, slots=True)
class Members:
    """What the ledger knows of members of all units, in one structure.

    `above` gives the units that hold a unit on a day, `named` its name under theirs.
    """

    balance: Balance
    periods: tuple[Period, ...]
    above: Callable[[str, date], tuple[str, ...]]
    named: Callable[[str, date], UnitPath]
    rostered: frozenset[str] = frozenset()
    names: Mapping[str, str] = field(default_factory=dict)
    tops: frozenset[str] = frozenset()  # the units asked for; none = the highest ones

    def asked_for(self, unit: str, place: int) -> bool:
        """Whether a unit is, or stands below, one that was asked for."""
        above = self.above(unit, self.periods[place].end)
        return not self.tops or not self.tops.isdisjoint(above)


@dataclass(frozen=True, slots=True)
class Line:
    """The balance of one unit in one period; None = not known."""

    unit_id: str
    path: UnitPath
    place: int
    opening: int | None
    closing: int | None
    basis: str
    moved: Mapping[str, int]
    expected: int | None  # where opening and movements lead

    @property
    def difference(self) -> int | None:
        """How many more there are than the movements explain."""
        if self.expected is None or self.closing is None:
            return None
        return self.closing - self.expected


def year_periods(term: Term) -> tuple[Period, ...]:
    """Return the calendar years of a term, the first and last as far as it holds them."""
    return tuple(
        Period(max(term.start, date(year, 1, 1)), min(term.end, date(year, 12, 31)))
        for year in term.years
    )


def flow_lines(
    members: Members, heads: Iterable[Headcount], totals: Iterable[DeclaredTotal]
) -> tuple[Line, ...]:
    """Return every unit and period of which either end is known, as a tree of units."""
    stated = _Heads(members, heads)
    units = {unit for unit, _ in members.balance.counts} | stated.units
    known = _Known(stated, Declared.of(totals), _complete(members, units))
    last = members.periods[-1].end
    ordered = sorted(units, key=lambda unit: (unit_order(members.named(unit, last)), unit))
    return tuple(
        line
        for unit in ordered
        for place in range(len(members.periods))
        if members.asked_for(unit, place)
        if (line := _line(unit, place, members, known)) is not None
    )


class _Heads:
    """Declared numbers of members at the ends of years, rolled up where all parts are known.

    A unit known only from people who left has no number to wait for, unless one of them left
    while the others of the same unit declared theirs: then it stood, and a number is missing.
    """

    def __init__(self, members: Members, heads: Iterable[Headcount]) -> None:
        self._own: Counter[tuple[str, int]] = Counter()
        self._below: dict[tuple[str, int], set[str]] = defaultdict(set)
        self._last: Counter[str] = Counter()  # the last year in which a part has a number
        for one in heads:
            if one.units:
                self._own[one.units[-1], one.year] += one.number
                self._add(one.units, one.year)
                for above in one.units[:-1]:
                    self._last[above] = max(self._last[above], one.year)
        for (unit, place), counts in members.balance.counts.items():
            period = members.periods[place]
            ends = ((CLOSING, period.end), (OPENING, period.eve))
            for day in (day for code, day in ends if counts[code]):
                self._add(members.above(unit, day), day.year)
        self._left = _first_left(members)
        self._peopled = {unit for unit, _ in self._own} | set(self._last) | _rostered(members)

    def _add(self, chain: tuple[str, ...], year: int) -> None:
        """Note which units stand below which: those of a year that has people or numbers."""
        for above, unit in pairwise(chain):
            self._below[above, year].add(unit)

    @property
    def units(self) -> set[str]:
        """Every unit that stands in a tree."""
        below = {unit for parts in self._below.values() for unit in parts}
        return {unit for unit, _ in (*self._own, *self._below)} | below

    def at_end_of(self, unit: str, year: int) -> int | None:
        """Return the members at the end of a year: as declared, else the sum of all parts."""
        if (unit, year) in self._own:
            return self._own[unit, year]
        below = self._below.get((unit, year), ())
        parts = [self.at_end_of(part, year) for part in below if self._counts(part, unit)]
        known = [part for part in parts if part is not None]
        return sum(known) if known and len(known) == len(parts) else None

    def _counts(self, part: str, above: str) -> bool:
        """Whether the number of the unit above is not known without that of this part."""
        left = self._left.get(part)
        return part in self._peopled or (left is not None and left <= self._last[above])


def _first_left(members: Members) -> dict[str, int]:
    """Return the first year in which somebody left a unit."""
    years = [
        (members.periods[place].end.year, unit)
        for (unit, place), counts in members.balance.counts.items()
        if any(counts[code] for code, _ in WENT)
    ]
    return {unit: year for year, unit in sorted(years, reverse=True)}


def _rostered(members: Members) -> set[str]:
    """Return the units that have a roster, and those above them."""
    ends = {day for period in members.periods for day in (period.eve, period.end)}
    return {
        one for unit in members.rostered for day in ends for one in members.above(unit, day)
    }


@dataclass(frozen=True, slots=True)
class _Known:
    """What papers state, and the units whose people the ledger has."""

    stated: _Heads
    declared: Declared
    complete: frozenset[str]


def _complete(members: Members, units: Iterable[str]) -> frozenset[str]:
    """Return the units whose people the ledger has: every lowest unit below has a roster."""
    day = members.periods[-1].end
    chains = [members.above(unit, day) for unit in units]
    upper = {above for chain in chains for above in chain[:-1]}
    without = {
        one
        for chain in chains
        if chain and chain[-1] not in upper and chain[-1] not in members.rostered
        for one in chain
    }
    return frozenset(one for chain in chains for one in chain) - without


def _line(unit: str, place: int, members: Members, known: "_Known") -> Line | None:
    period, counts = members.periods[place], members.balance.counts.get((unit, place))
    counts = counts or Counter()
    path = members.named(unit, period.end)
    opening, closing, basis = _ends(unit, period, known.stated)
    if basis != "declared" and unit in known.complete and counts:
        opening, closing, basis = counts[OPENING], counts[CLOSING], "people"
    if opening is None and closing is None:
        return None
    span = Term(period.start, period.end, "")
    moved = {
        code: max(counts[code], known.declared.over(code, span, path) or 0)
        for code, _ in (*CAME, *WENT)
    }
    moved[REORGANISED] = counts[REORGANISED]
    expected = None if opening is None else _expected(opening, moved)
    return Line(unit, path, place, opening, closing, basis, moved, expected)


def _expected(opening: int, moved: Mapping[str, int]) -> int:
    return expected_closing(
        Flow(
            opening=opening,
            admitted=moved["ADMITTED"],
            readmitted=moved["READMITTED"],
            restored=moved["RESTORED"],
            moved_in=moved["IN"],
            died=moved["DIED"],
            expelled=moved["EXPELLED"],
            removed=moved["REMOVED"],
            withdrew=moved["WITHDREW"],
            moved_out=moved["OUT"],
            other_decrease=moved["OTHER_DECREASE"],
            left_unstated=moved["LEFT_UNSTATED"],
            reorganised=moved[REORGANISED],
        )
    )


def _ends(unit: str, period: Period, stated: _Heads) -> tuple[int | None, int | None, str]:
    year = period.start.year
    opening = stated.at_end_of(unit, year - 1) if period.start == date(year, 1, 1) else None
    closing = stated.at_end_of(unit, year) if period.end == date(year, 12, 31) else None
    whole = opening is not None and closing is not None
    return opening, closing, "declared" if whole else ""
