"""Lists for review: candidates from the ledger, each judged by the pure rule."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from partyroll.model import (
    BookKind,
    BookMonths,
    Case,
    Finding,
    Gap,
    Ground,
    Person,
    ReviewList,
    RuleSet,
    RuleSettings,
)
from partyroll.report.provenance import LedgerChange, SourceFile
from partyroll.rulebook import Rulebook, shipped
from partyroll.rules.gaps import UnitYear, gaps
from partyroll.rules.reading import Reading, reading_of
from partyroll.rules.review import RULES, compared_months, review
from partyroll.store.cases import cases
from partyroll.store.chain import head
from partyroll.store.fullness import kinds_of_books, latest_book_year
from partyroll.store.ledger import Ledger, open_ledger
from partyroll.store.membership import plain_members, turned_members
from partyroll.store.units import UnitHistory, Units
from partyroll.tasks.choosing import chosen_units, unit_in_full
from partyroll.tasks.doubting import doubts_by_place
from partyroll.tasks.narrowing import GROUND_OF, Shelf, candidates
from partyroll.tasks.ordinary import OrdinaryPeople, rows_of_ordinary
from partyroll.tasks.provenance import ledger_changes, source_files
from partyroll.tasks.silencing import Judgements
from partyroll.tasks.standing import is_member, unit_on
from partyroll.text import name_sort_key, natural_key

GROUNDS = {"dues": BookKind.DUES, "meetings": BookKind.MEETINGS}
_KIND_OF = {Ground.UNPAID_DUES: BookKind.DUES, Ground.SKIP_MEETINGS: BookKind.MEETINGS}


@dataclass(frozen=True, slots=True)
class ReviewRequest:
    """What the user asked for; `year` and `as_of` None = the latest book, today."""

    ledger: Path
    today: date
    rulebook: Rulebook = field(default_factory=shipped)
    year: int | None = None
    as_of: date | None = None
    unit: str = ""
    ground: str = "all"
    known_at: int | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """A person on a list, as of the day asked for."""

    person: Person
    unit: str
    unit_path: tuple[str, ...]
    finding: Finding


@dataclass(frozen=True, slots=True)
class ReviewResult:
    """The lists, and everything that must be printed with them."""

    ledger_id: str
    head: str
    year: int
    as_of: date
    year_chosen: bool  # by the user; else it is the latest year with a book
    has_books: bool
    rule: RuleSet
    rule_changes: tuple[RuleSet, ...]
    rule_remarks: tuple[str, ...]
    settings: RuleSettings
    listed: tuple[Listed, ...]
    gaps: tuple[Gap, ...]
    files: tuple[SourceFile, ...] = ()
    changes: tuple[LedgerChange, ...] = ()
    unit: str = ""  # what was asked for: a unit and all below it
    ground: str = "all"

    def on(self, which: ReviewList) -> tuple[Listed, ...]:
        """Return the people on one list."""
        return tuple(one for one in self.listed if one.finding.list is which)

    @property
    def silenced(self) -> tuple[Listed, ...]:
        """Return the people whose evidence was judged, and of whom nothing is new."""
        return tuple(one for one in self.listed if one.finding.silenced)


def review_lists(request: ReviewRequest) -> ReviewResult:
    """Return the lists for review of a year; reads only."""
    with open_ledger(request.ledger, known_at=request.known_at) as ledger:
        as_of = request.as_of or request.today
        chosen = request.year or (request.as_of.year if request.as_of else None)
        latest = latest_book_year(ledger, as_of)
        year = chosen or latest or as_of.year
        units = UnitHistory(ledger).on(as_of)
        reading = reading_of(request.rulebook, year, as_of)
        look = _Look(ledger, request, reading, units)
        listed = sorted(_with_judgements(ledger, look.listed()), key=_order)
        return ReviewResult(
            ledger_id=ledger.ledger_id,
            head=head(ledger),
            year=year,
            as_of=as_of,
            year_chosen=chosen is not None,
            has_books=latest is not None,
            rule=reading.rule,
            rule_changes=request.rulebook.between(
                reading.period[0].first_day, reading.assessed
            ),
            rule_remarks=request.rulebook.remarks(reading.assessed),
            settings=reading.settings,
            listed=tuple(listed),
            gaps=look.gaps(),
            files=source_files(ledger),
            changes=tuple(ledger_changes(ledger)),
            unit=unit_in_full(units, request.unit),
            ground=request.ground,
        )


def _with_judgements(ledger: Ledger, found: Iterable[Listed]) -> Iterator[Listed]:
    judged = Judgements(ledger)
    for one in found:
        finding = judged.on(one.person.person_id, one.finding)
        yield one if finding is one.finding else replace(one, finding=finding)


def _order(one: Listed) -> tuple[object, object, str]:
    return (
        natural_key(" ".join(one.unit_path)),
        name_sort_key(one.person.full_name),
        one.person.person_id,
    )


class _Look:
    """One look at the books of a year: who could be listed, and what nobody can tell."""

    def __init__(
        self, ledger: Ledger, request: ReviewRequest, reading: Reading, units: Units
    ) -> None:
        self._ledger, self._request, self._reading = ledger, request, reading
        self._units, self._as_of = units, reading.as_of
        self._shelf = Shelf(ledger, reading)
        self._within = chosen_units(units, request.unit)
        # Of a ground without any book every month is unknown: nothing to look at.
        before = {month.year for month in compared_months(reading.year, reading.settings)}
        kinds = kinds_of_books(ledger, {*self._shelf.years, *before})
        asked = {request.ground} if request.ground != "all" else {kind.value for kind in kinds}
        self._ground = next(iter(asked)) if len(asked) == 1 else "all"

    @property
    def _grounds(self) -> tuple[Ground, ...]:
        grounds = (ground for ground, _ in RULES)
        return tuple(g for g in grounds if self._ground in {"all", _KIND_OF[g].value})

    def _is_within(self, unit_id: str | None) -> bool:
        return self._within is None or unit_id in self._within

    def listed(self) -> Iterator[Listed]:
        """Yield everyone on a list of people."""
        shelf = self._shelf
        found = candidates(shelf, self._grounds)
        others = set(found.within)
        ordinary = OrdinaryPeople(shelf, rows_of_ordinary(shelf, others), self._grounds)
        for person, finding in ordinary.findings():
            others.discard(person.person_id)
            unit_id = shelf.roll.homes[person.person_id]
            if finding is not None and self._is_within(unit_id):
                yield self._listed(person, unit_id, finding)
        within = cases(self._ledger, others, shelf.years, shelf.books)
        yield from self._found_among(within, shelf.collections)
        if found.crossing:
            years = [self._reading.year - 1, *shelf.years]
            kept = shelf.books_before | shelf.books
            crossing = cases(self._ledger, found.crossing, years, kept)
            yield from self._found_among(crossing, found.before | shelf.collections)

    def _found_among(
        self, people: Iterable[tuple[Person, Case]], collections: BookMonths
    ) -> Iterator[Listed]:
        for person, case in people:
            unit_id = unit_on(person, self._as_of)
            if not is_member(person, self._as_of) or not self._is_within(unit_id):
                continue
            finding = review(
                case,
                year=self._reading.year,
                collections=collections,
                settings=self._reading.settings,
                as_of=self._as_of,
                ground=self._ground,
                holidays=self._shelf.holidays,
            )
            if finding is not None:
                yield self._listed(person, unit_id, with_roster_note(finding, person))

    def _listed(self, person: Person, unit_id: str | None, finding: Finding) -> Listed:
        return Listed(person, self._units.name(unit_id), self._units.path(unit_id), finding)

    def gaps(self) -> tuple[Gap, ...]:
        """Return the unit-months for which nobody can tell."""
        turned = self._shelf.roll.turned
        members, gone = self._members(turned)
        books = self._books_by_place()
        doubts = doubts_by_place(self._shelf, self._grounds, self._is_within, turned, gone)
        grounds = [g for g, _ in RULES if self._request.ground in {"all", _KIND_OF[g].value}]
        lacking = [
            (unit_id, ground)
            for unit_id in members
            for ground in grounds
            if (unit_id, ground) in doubts or not self._is_full(books[unit_id, ground])
        ]
        unit_years = [
            UnitYear(
                unit=self._units.name(unit_id) or "(chưa rõ chi bộ)",
                ground=ground,
                year=self._reading.year,
                members=members[unit_id],
                books=tuple(books[unit_id, ground]),
                doubts=doubts.get((unit_id, ground), ()),
                path=self._units.path(unit_id),
            )
            for unit_id, ground in sorted(
                lacking, key=lambda place: natural_key(self._units.name(place[0]))
            )
        ]
        return gaps(unit_years, collections=self._shelf.collections, as_of=self._as_of)

    def _is_full(self, books: Iterable[str]) -> bool:
        """Whether one of the books of a unit tells of every month, as most do."""
        return any(map(self._shelf.collections.every_month_collected, books))

    def _members(self, turned: AbstractSet[str]) -> tuple[Mapping[str | None, int], set[str]]:
        """Return the number of members by unit, and who of those that turned is none."""
        roll = self._shelf.roll
        members = Counter(plain_members(roll, turned | self._shelf.outside))
        still = turned_members(roll, self._as_of)
        members.update(still.values())
        here = {unit: n for unit, n in members.items() if self._is_within(unit)}
        return here, {*turned} - still.keys()

    def _books_by_place(self) -> defaultdict[tuple[str | None, Ground], list[str]]:
        found: defaultdict[tuple[str | None, Ground], list[str]] = defaultdict(list)
        for book in self._shelf.books.values():
            if book.year == self._reading.year:
                found[book.unit_id, GROUND_OF[book.kind]].append(book.book_id)
        return found


def with_roster_note(finding: Finding, person: Person) -> Finding:
    """Return a finding with what the roster notes of the person, shown beside the books'.

    "Đang sinh hoạt tạm thời" on a roster names no paper and no month, so it lifts nothing: but
    whoever reads the list must see it.
    """
    if not person.note or person.note in finding.remarks:
        return finding
    return replace(finding, remarks=(*finding.remarks, person.note))
