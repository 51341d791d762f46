"""The same books under other readings: how many, and who, each of them would list."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from partyroll.model import (
    BookMonths,
    Case,
    Finding,
    Person,
    ReviewList,
    RuleSet,
    RuleSettings,
)
from partyroll.rules.reading import reading_of
from partyroll.rules.review import (
    Looked,
    assessed_months,
    compared_months,
    finding_from,
    look_at,
)
from partyroll.rules.variants import Variant, could_differ, nothing_to_read, variants
from partyroll.store.cases import cases
from partyroll.store.fullness import (
    books,
    latest_book_year,
    payments_apart,
    rows_seen,
    tallies,
)
from partyroll.store.holidays import holidays
from partyroll.store.ledger import Ledger, open_ledger
from partyroll.store.roll import Roll
from partyroll.store.units import UnitHistory, Units
from partyroll.tasks.choosing import chosen_units
from partyroll.tasks.narrowing import months_of
from partyroll.tasks.reviewing import ReviewRequest
from partyroll.tasks.standing import is_member, unit_on
from partyroll.text import name_sort_key

_STRENGTH = {
    None: 0,
    ReviewList.WATCH: 1,
    ReviewList.CHECK_REASON: 2,
    ReviewList.REVIEW: 3,
}


@dataclass(frozen=True, slots=True)
class Moved:
    """A person whom a reading puts on another list than the office's does; None = on none."""

    person_id: str
    full_name: str
    unit: str
    own: ReviewList | None
    other: ReviewList | None

    @property
    def raised(self) -> bool:
        """Whether the reading lists the person more strongly."""
        return _STRENGTH[self.other] > _STRENGTH[self.own]


@dataclass(frozen=True, slots=True)
class Compared:
    """One reading: how many people it lists, and who stands elsewhere than in the office's."""

    variant: Variant
    counts: Mapping[ReviewList, int]
    moved: tuple[Moved, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """All readings of one year; the first is the office's own."""

    year: int
    as_of: date
    has_books: bool
    rule: RuleSet
    readings: tuple[Compared, ...]


def compare_readings(request: ReviewRequest) -> Comparison:
    """Return what each reading would list of the same books; reads only."""
    with open_ledger(request.ledger, known_at=request.known_at) as ledger:
        as_of = request.as_of or request.today
        chosen = request.year or (request.as_of.year if request.as_of else None)
        latest = latest_book_year(ledger, as_of)
        year = chosen or latest or as_of.year
        reading = reading_of(request.rulebook, year, as_of)
        units = UnitHistory(ledger).on(as_of)
        tried = variants(reading.settings)
        look = _Look(ledger, request, tried, year, as_of)
        count = _Count(tried, units, as_of)
        for person, found in look.people(chosen_units(units, request.unit)):
            count.add(person, found)
        return Comparison(year, as_of, latest is not None, reading.rule, count.result())


Lists = tuple[ReviewList | None, ...]


@dataclass(slots=True)
class _Look:
    """Everybody who could be listed, judged under every reading while their case is at hand."""

    ledger: Ledger
    request: ReviewRequest
    tried: Sequence[Variant]
    year: int
    as_of: date
    _collections: dict[tuple[str, str], BookMonths] = field(default_factory=dict)
    _holidays: frozenset[date] = frozenset()
    _ground: str = "all"
    _years: Sequence[int] = ()

    def people(self, within: frozenset[str] | None) -> Iterator[tuple[Person, Lists]]:
        """Yield each member who stands on a list under some reading, with all their lists."""
        years = self._all_years()
        self._years = years
        wanted = self._fill(years)
        for person, case in cases(self.ledger, wanted, years):
            if not is_member(person, self.as_of):
                continue
            if within is not None and unit_on(person, self.as_of) not in within:
                continue
            found = self._lists(case)
            if any(found):
                yield person, found

    def _all_years(self) -> list[int]:
        months = [
            month
            for variant in self.tried
            for month in (
                *compared_months(self.year, variant.settings),
                *assessed_months(self.year, variant.settings, self.as_of),
            )
        ]
        return sorted({month.year for month in months})

    def _fill(self, years: Sequence[int]) -> set[str]:
        """Count once how full the books are, for each reading of who owed.

        Return everyone with a letter, a sum or a payment that some reading could count.
        """
        known = books(self.ledger, years)
        roll = Roll(self.ledger, years, self.as_of)
        seen = rows_seen(roll, known, rated=True)
        counted = tallies(roll, known, seen)
        # Of a ground without any book every month is unknown: nothing to look at.
        kinds = {book.kind.value for book in known.values()}
        alone = kinds.pop() if len(kinds) == 1 else "all"
        self._ground = alone if self.request.ground == "all" else self.request.ground
        for variant in self.tried:
            window = _window(variant.settings)
            if window not in self._collections:
                self._collections[window] = months_of(counted, known, variant.settings)
        self._holidays = frozenset(holidays(self.ledger))
        late = payments_apart(self.ledger, self.as_of, late=True)
        return {row.person_id for row in seen.apart} | {person_id for person_id, _ in late}

    def _lists(self, case: Case) -> Lists:
        """Return the list of each reading; months are looked at once where readings agree."""
        own = self.tried[0].of_months
        calendar = replace(own, year_basis="calendar")
        first = self._months(case, calendar)
        if nothing_to_read(case, first, self.as_of):
            return ()
        looked = {calendar: first}
        read = [
            one.of_months if could_differ(case, one, self._years) else own for one in self.tried
        ]
        for settings in read:
            if settings not in looked:
                looked[settings] = self._months(case, settings)
        findings: list[Finding | None] = [
            finding_from(case, looked[settings], settings=one.settings, as_of=self.as_of)
            for settings, one in zip(read, self.tried, strict=True)
        ]
        return tuple(finding.list if finding else None for finding in findings)

    def _months(self, case: Case, settings: RuleSettings) -> tuple[Looked, ...]:
        return look_at(
            case,
            year=self.year,
            collections=self._collections[_window(settings)],
            settings=settings,
            as_of=self.as_of,
            ground=self._ground,
            holidays=self._holidays,
        )


def _window(settings: RuleSettings) -> tuple[str, str]:
    return settings.first_due_month, settings.last_due_month


class _Count:
    """Adds up what the readings find."""

    def __init__(self, tried: Sequence[Variant], units: Units, as_of: date) -> None:
        self._tried, self._units, self._as_of = tried, units, as_of
        self._counts: list[Counter[ReviewList]] = [Counter() for _ in tried]
        self._moved: list[list[Moved]] = [[] for _ in tried]

    def add(self, person: Person, found: Lists) -> None:
        unit = self._units.name(unit_on(person, self._as_of))
        for counts, moved, on in zip(self._counts, self._moved, found, strict=True):
            if on is not None:
                counts[on] += 1
            if on is not found[0]:
                moved.append(Moved(person.person_id, person.full_name, unit, found[0], on))

    def result(self) -> tuple[Compared, ...]:
        return tuple(
            Compared(variant, counts, tuple(sorted(moved, key=_order)))
            for variant, counts, moved in zip(
                self._tried, self._counts, self._moved, strict=True
            )
        )


def _order(one: Moved) -> tuple[object, ...]:
    return -_STRENGTH[one.other], name_sort_key(one.full_name), one.person_id
