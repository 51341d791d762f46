"""Lists for review: candidates from the ledger, each judged by the pure rule."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from partyroll.model import (
    BookKind,
    BookMonths,
    Case,
    Finding,
    Gap,
    Ground,
    MonthFact,
    Person,
    ReviewList,
    RuleSet,
    RuleSettings,
)
from partyroll.period import Month
from partyroll.report.provenance import LedgerChange, SourceFile
from partyroll.rulebook import Rulebook, shipped
from partyroll.rules.collections import LetterTally, book_months
from partyroll.rules.gaps import UnitYear, doubts, gaps
from partyroll.rules.reading import Reading, reading_of
from partyroll.rules.review import (
    RULES,
    Looked,
    compared_months,
    finding_from,
    look_at,
)
from partyroll.store.cases import candidates, cases
from partyroll.store.chain import head
from partyroll.store.fullness import BookTally, books, latest_book_year, tallies
from partyroll.store.holidays import holidays
from partyroll.store.ledger import Ledger, open_ledger
from partyroll.store.people import people
from partyroll.store.units import UnitHistory, Units
from partyroll.tasks.choosing import chosen_units
from partyroll.tasks.provenance import ledger_changes, source_files
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

    def on(self, which: ReviewList) -> tuple[Listed, ...]:
        """Return the people on one list."""
        return tuple(one for one in self.listed if one.finding.list is which)


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
        listed = sorted(look.listed(), key=_order)
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
        )


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
        settings, as_of = reading.settings, reading.as_of
        self._ledger, self._request, self._year = ledger, request, reading.year
        self._as_of, self._units, self._settings = as_of, units, settings
        months = (*compared_months(reading.year, settings), *reading.period)
        self._years = sorted({month.year for month in months})
        self._books = books(ledger, self._years)
        self._holidays = frozenset(holidays(ledger))
        self._within = chosen_units(units, request.unit)
        # Of a ground without any book every month is unknown: nothing to look at.
        kinds = {book.kind.value for book in self._books.values()}
        alone = next(iter(kinds)) if len(kinds) == 1 else "all"
        self._ground = alone if request.ground == "all" else request.ground
        self._collections = self._how_full()
        wanted = candidates(
            ledger,
            self._years,
            late_counts=settings.count_late,
            part_counts=settings.partial_payment == "unpaid",
        )
        self._looked = [
            (person, case, self._look_at(case))
            for person, case in cases(ledger, wanted, self._years)
            if is_member(person, as_of) and self._is_within(person)
        ]

    def _look_at(self, case: Case) -> tuple[Looked, ...]:
        return look_at(
            case,
            year=self._year,
            collections=self._collections,
            settings=self._settings,
            as_of=self._as_of,
            ground=self._ground,
            holidays=self._holidays,
        )

    def _is_within(self, person: Person) -> bool:
        return self._within is None or unit_on(person, self._as_of) in self._within

    def _how_full(self) -> BookMonths:
        return book_months(
            letter_tally(tally, self._settings) for tally in tallies(self._ledger, self._books)
        )

    def listed(self) -> Iterator[Listed]:
        """Yield everyone on a list of people."""
        for person, case, looked in self._looked:
            finding = finding_from(case, looked, settings=self._settings, as_of=self._as_of)
            if finding is not None:
                unit_id = unit_on(person, self._as_of)
                path = self._units.path(unit_id)
                yield Listed(person, self._units.name(unit_id), path, finding)

    def gaps(self) -> tuple[Gap, ...]:
        """Return the unit-months for which nobody can tell."""
        members = Counter(
            unit_on(person, self._as_of)
            for person in people(self._ledger)
            if is_member(person, self._as_of) and self._is_within(person)
        )
        facts = self._facts()
        unit_years = [
            UnitYear(
                unit=self._units.name(unit_id) or "(chưa rõ chi bộ)",
                ground=ground,
                year=self._year,
                members=members[unit_id],
                books=tuple(self._books_of(unit_id, _KIND_OF[ground])),
                doubts=doubts(facts[unit_id, ground]),
                path=self._units.path(unit_id),
            )
            for unit_id in sorted(members, key=lambda u: natural_key(self._units.name(u)))
            for ground, _ in RULES
            if self._request.ground in {"all", _KIND_OF[ground].value}
        ]
        return gaps(unit_years, collections=self._collections, as_of=self._as_of)

    def _books_of(self, unit_id: str | None, kind: BookKind) -> Iterable[str]:
        for book in self._books.values():
            if book.unit_id == unit_id and book.kind is kind and book.year == self._year:
                yield book.book_id

    def _facts(self) -> dict[tuple[str | None, Ground], list[tuple[MonthFact, ...]]]:
        """Return the months of everyone who could be in doubt, by unit and ground."""
        found: dict[tuple[str | None, Ground], list[tuple[MonthFact, ...]]] = defaultdict(list)
        for person, _, looked in self._looked:
            unit_id = unit_on(person, self._as_of)
            for one in looked:
                found[unit_id, one.ground].append(tuple(one.facts))
        return found


def letter_tally(tally: BookTally, settings: RuleSettings) -> LetterTally:
    """Return the tally with the membership window that the settings read from its dates."""
    first, last = None, None
    if tally.admission_date is not None:
        later = settings.first_due_month == "after_ceremony_month"
        first = Month.of(tally.admission_date.first).plus(int(later))
    if tally.left is not None:
        earlier = settings.last_due_month == "before_exit_month"
        last = Month.of(tally.left.last).plus(-int(earlier))
    return LetterTally(
        book_id=tally.book.book_id,
        letters=tally.letters,
        year=tally.book.year,
        people=tally.people,
        first_due=first,
        last_due=last,
        wide=tally.wide,
        months=tally.book.months,
    )
