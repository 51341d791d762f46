"""Exits against the declared numbers of members."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
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

    def plus(self, other: "Exposure") -> "Exposure":
        """Return both together."""
        return Exposure(
            self.member_years + other.member_years,
            self.left + other.left,
            self.exits + other.exits,
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


def declared(headcounts: Iterable[Headcount]) -> dict[UnitYear, int]:
    """Return the number of members by unit and year; the last one stated wins."""
    return {(count.unit_path, count.year): count.number for count in headcounts}


def yearly(
    exits: Iterable[ExitRecord], numbers: Mapping[UnitYear, int]
) -> dict[UnitYear, Exposure]:
    """Return the exposure of each unit and year that has a declared number."""
    left: Counter[UnitYear] = Counter()
    gone: Counter[UnitYear] = Counter()
    for record in exits:
        for path in with_parents(record.unit_path):
            at = (path, record.counted_on.year if record.counted_on else 0)
            gone[at] += 1
            left[at] += record.kind in LEAVING
    return {at: Exposure(number, left[at], gone[at]) for at, number in numbers.items()}


def over_term(term: Term, years: Mapping[UnitYear, Exposure]) -> dict[UnitPath, Exposure]:
    """Return the exposure of each unit over the whole years of the term, rolled up.

    A unit without a number of its own in a year takes those of the units below it, with
    their exits only.  Partial years stay out: their exits are fewer, their members are not.
    """
    sums: dict[UnitPath, Exposure] = defaultdict(Exposure)
    for (path, year), exposure in years.items():
        if year not in term.years or term.is_partial(year):
            continue
        sums[path] = sums[path].plus(exposure)
        for length in reversed(range(len(path))):
            above = path[:length]
            if (above, year) in years:
                break
            sums[above] = sums[above].plus(exposure)
    return dict(sums)


def with_parents(path: UnitPath) -> list[UnitPath]:
    """Return the unit's path and those of all units above it, the highest first."""
    return [path[: length + 1] for length in range(len(path))]
