"""Ratings as they stand in the ledger: whose, for which unit, and the counts of every unit."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from partyroll.model import (
    Rating,
    RatingLevel,
    RatingStage,
    RatingTally,
    UnitRating,
    YearRating,
)
from partyroll.rules.rating.facts import Question, RatedUnit
from partyroll.store.ledger import Ledger
from partyroll.store.ratings import (
    levels_by_person,
    names_and_admissions,
    ratings_by_person,
    ratings_by_unit,
)
from partyroll.store.roll import Roll
from partyroll.store.units import UnitHistory

# The organisations to which a cap belongs (TCCSĐ), by the kind that their name tells.
GRASSROOTS = frozenset({"COMMUNE", "GRASSROOTS_COMMITTEE", "GRASSROOTS_CELL"})

Home = str | None


@dataclass(frozen=True, slots=True)
class Count:
    """The counts of units in one year, each with all below it, and who is excellent there."""

    tallies: Mapping[str, RatingTally]
    excellent: Mapping[str, frozenset[str]]


class RatingYears:
    """The ratings of the year that is asked about, and of those that a check looks back at."""

    def __init__(self, ledger: Ledger, asked: Question) -> None:
        self.ledger, self.asked = ledger, asked
        back = max(asked.limits.years, asked.limits.excellent_years, 2)
        self.years = range(asked.year - back + 1, asked.year + 1)
        self.history = UnitHistory(ledger)
        self.roll = Roll(ledger, [asked.year], asked.ends)
        self.by_person = self._read()

    def _read(self) -> Mapping[str, Mapping[int, YearRating]]:
        """Return the ratings by person: all stages of the year, what was decided before."""
        *before, year = self.years
        found = levels_by_person(self.ledger, before)
        for person_id, rating in ratings_by_person(self.ledger, year).items():
            found.setdefault(person_id, {})[year] = rating
        return found

    @cached_property
    def homes(self) -> Mapping[str, str]:
        """The unit of everybody who has only ever belonged to one."""
        return self.roll.homes

    def home(self, person_id: str, rating: YearRating) -> Home:
        """Return the unit in which somebody was rated: as the list says, else their own."""
        return rating.unit_id or self.homes.get(person_id)

    # --- Units ----------------------------------------------------------------------------
    @cached_property
    def own_ratings(self) -> Mapping[str, Mapping[int, UnitRating]]:
        """The ratings of the units themselves."""
        return ratings_by_unit(self.ledger, self.years)

    @cached_property
    def _counts(self) -> Mapping[int, Count]:
        return {year: self._count(year) for year in self.years}

    def _count(self, year: int) -> Count:
        own: Counter[tuple[Home, RatingLevel, bool]] = Counter()
        excellent_in: dict[Home, set[str]] = defaultdict(set)
        for person_id, home, decided in self._decided(year):
            own[home, decided.level, decided.stage is RatingStage.CELL] += 1
            if decided.level is RatingLevel.EXCELLENT:
                excellent_in[home].add(person_id)
        levels: dict[str, Counter[str]] = defaultdict(Counter)
        excellent: dict[str, set[str]] = defaultdict(set)
        tree = self.history.on(date(year, 12, 31))
        for (home, level, proposed), number in own.items():
            for unit_id in tree.chain(home):
                levels[unit_id][level.value.lower()] += number
                levels[unit_id]["proposed"] += number * proposed
        for home, people in excellent_in.items():
            for unit_id in tree.chain(home):
                excellent[unit_id] |= people
        return Count(
            {unit_id: RatingTally(**count) for unit_id, count in levels.items()},
            {unit_id: frozenset(people) for unit_id, people in excellent.items()},
        )

    def _decided(self, year: int) -> Iterator[tuple[str, Home, Rating]]:
        for person_id, by_year in self.by_person.items():
            rating = by_year.get(year)
            if rating is not None and rating.decided is not None:
                yield person_id, self.home(person_id, rating), rating.decided

    def tallies(self, unit_id: str | None) -> dict[int, RatingTally]:
        """Return the counts of a unit with all below it, by year."""
        of = unit_id or ""
        return {
            year: count.tallies[of]
            for year, count in self._counts.items()
            if of in count.tallies
        }

    def units(self) -> Iterator[RatedUnit]:
        """Yield every unit with somebody rated in the year."""
        for unit_id in self._counts[self.asked.year].tallies:
            yield self.unit(unit_id)

    def unit(self, unit_id: str) -> RatedUnit:
        """Return a unit with its counts, those of its parent, and who is excellent."""
        tree = self.history.on(self.asked.ends)
        unit = tree[unit_id]
        grassroots = unit.kind in GRASSROOTS
        return RatedUnit(
            unit_id,
            unit.name,
            grassroots,
            self.tallies(unit_id),
            self._excellent(unit_id) if grassroots else {},
            self.tallies(unit.parent_id),
            tree.name(unit.parent_id),
        )

    def _excellent(self, unit_id: str) -> dict[int, dict[str, str]]:
        counts = self._counts.items()
        ids = {year: count.excellent.get(unit_id, frozenset()) for year, count in counts}
        names = names_and_admissions(self.ledger, frozenset().union(*ids.values()))
        return {
            year: {one: names[one][0] for one in people if one in names}
            for year, people in ids.items()
        }
