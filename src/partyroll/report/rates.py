"""Exits against the declared numbers of members."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from partyroll.model import ExitRecord, Headcount
from partyroll.period import Term
from partyroll.report.counting import LEAVING, UnitPath
from partyroll.report.figures import per_thousand

WHOLE: UnitPath = ()  # all units together


@dataclass(frozen=True, slots=True)
class Exposure:
    """Exits and the member-years they are compared with, over the same units and years."""

    member_years: int = 0
    left: int = 0  # removed or withdrew
    exits: int = 0
    leavers: tuple[ExitRecord, ...] = ()  # those who are `left`

    def plus(self, other: "Exposure") -> "Exposure":
        """Return both together."""
        return Exposure(
            self.member_years + other.member_years,
            self.left + other.left,
            self.exits + other.exits,
            (*self.leavers, *other.leavers),
        )

    @property
    def left_rate(self) -> float | None:
        """Removed and withdrawn per 1,000 members and year."""
        return per_thousand(self.left, self.member_years)

    @property
    def exit_rate(self) -> float | None:
        """All exits per 1,000 members and year."""
        return per_thousand(self.exits, self.member_years)


UnitYear = tuple[UnitPath, int]
_Key = str | UnitPath  # the id of a unit, or its names where no id is known
_KeyYear = tuple[_Key, int]


@dataclass(frozen=True, slots=True)
class Measured:
    """A declared number with the exits among those members.

    `within` are the paths of units that declare a number of the same year of which this one
    is a part: there it counts already.
    """

    count: Headcount
    exposure: Exposure
    within: frozenset[UnitPath]


def measured(
    exits: Iterable[ExitRecord], headcounts: Iterable[Headcount], years: Collection[int]
) -> tuple[Measured, ...]:
    """Return what each number declared in `years` is compared with; the last stated wins."""
    counts = {(_own_key(one), one.year): one for one in headcounts if one.year in years}
    left: dict[_KeyYear, list[ExitRecord]] = defaultdict(list)
    gone: Counter[_KeyYear] = Counter()
    for record in exits:
        year = record.counted_on.year if record.counted_on else 0
        for key in _covering(record):
            gone[key, year] += 1
            left[key, year] += [record] * (record.kind in LEAVING)
    return tuple(
        Measured(
            one,
            Exposure(one.number, len(left[at]), gone[at], tuple(left[at])),
            _within(one, counts),
        )
        for at, one in counts.items()
    )


def _within(count: Headcount, counts: Mapping[_KeyYear, Headcount]) -> frozenset[UnitPath]:
    others = set(_covering(count)) - {_own_key(count)}
    found = (counts.get((key, count.year)) for key in others)
    return frozenset(one.unit_path for one in found if one is not None)


def _own_key(count: Headcount) -> _Key:
    return count.unit_id or count.unit_path


def _covering(figure: ExitRecord | Headcount) -> Sequence[_Key]:
    return figure.covered_by or with_parents(figure.unit_path)


def yearly(numbers: Iterable[Measured]) -> dict[UnitYear, Exposure]:
    """Return the exposure of each unit and year that has a declared number."""
    years: dict[UnitYear, Exposure] = defaultdict(Exposure)
    for one in numbers:
        path = one.count.unit_path
        if path not in one.within:
            years[path, one.count.year] = years[path, one.count.year].plus(one.exposure)
    return dict(years)


def over_term(term: Term, numbers: Iterable[Measured]) -> dict[UnitPath, Exposure]:
    """Return the exposure of each unit over the whole years of the term, rolled up.

    A unit without a number of its own in a year takes those of the units below it, with
    their exits only.  Partial years stay out: their exits are fewer, their members are not.
    """
    sums: dict[UnitPath, Exposure] = defaultdict(Exposure)
    for one in numbers:
        if one.count.year not in term.years or term.is_partial(one.count.year):
            continue
        path = one.count.unit_path
        for length in reversed(range(len(path) + 1)):
            if path[:length] in one.within:
                break
            sums[path[:length]] = sums[path[:length]].plus(one.exposure)
    return dict(sums)


def with_parents(path: UnitPath) -> list[UnitPath]:
    """Return the unit's path and those of all units above it, the highest first."""
    return [path[: length + 1] for length in range(len(path))]
