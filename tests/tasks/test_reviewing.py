"""The lists of a whole ledger are those of the pure rule, asked of everybody."""

from collections import defaultdict
from dataclasses import asdict
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from partyroll.model import (
    BookKind,
    Case,
    Finding,
    Gap,
    Ground,
    MonthFact,
    Person,
    RuleSettings,
)
from partyroll.period import Month
from partyroll.rulebook import shipped
from partyroll.rules.gaps import UnitYear, doubts, gaps
from partyroll.rules.reading import Reading, reading_of
from partyroll.rules.review import finding_from, look_at
from partyroll.store.cases import cases
from partyroll.store.fullness import Book, books
from partyroll.store.ledger import open_ledger
from partyroll.store.people import people
from partyroll.store.roll import Roll
from partyroll.tasks.narrowing import how_full
from partyroll.tasks.reviewing import (
    ReviewRequest,
    ReviewResult,
    review_lists,
    with_roster_note,
)
from partyroll.tasks.standing import is_member, unit_on
from tasks import offices
from trials import trials

KINDS = {Ground.UNPAID_DUES: BookKind.DUES, Ground.SKIP_MEETINGS: BookKind.MEETINGS}
Place = tuple[str | None, Ground]
days = st.sampled_from(
    [date(2024, 12, 31), date(2024, 12, 31), date(2024, 7, 15), date(2025, 3, 1)]
)
with_files = settings(trials(8, many=25), suppress_health_check=[HealthCheck.too_slow])


def listed(path: Path, reading: Reading, settings_: RuleSettings) -> ReviewResult:
    """The lists as the command makes them."""
    rulebook = shipped().set_by_office(**asdict(settings_))
    return review_lists(
        ReviewRequest(path, reading.as_of, rulebook, year=2024, as_of=reading.as_of)
    )


class Everybody:
    """The pure rule, asked of every person of a ledger with all that is known of them."""

    def __init__(self, path: Path, reading: Reading) -> None:
        self.reading = reading
        years = [2023, 2024]
        self.findings: dict[str, tuple[Person, Finding]] = {}
        self.facts: dict[Place, list[tuple[MonthFact, ...]]] = defaultdict(list)
        self.members: dict[str | None, int] = defaultdict(int)
        with open_ledger(path) as ledger:
            self.books = books(ledger, years)
            roll = Roll(ledger, years, reading.as_of)
            self.collections = how_full(roll, self.books, reading.settings)
            everyone = [person.person_id for person in people(ledger)]
            looked = list(cases(ledger, everyone, years))
        kinds = {book.kind.value for book in self.books.values()}
        ground = next(iter(kinds)) if len(kinds) == 1 else "all"
        for person, case in looked:
            if is_member(person, reading.as_of):
                self._add(person, unit_on(person, reading.as_of), case, ground)

    def _add(self, person: Person, unit_id: str | None, case: Case, ground: str) -> None:
        reading = self.reading
        looked = look_at(
            case,
            year=2024,
            collections=self.collections,
            settings=reading.settings,
            as_of=reading.as_of,
            ground=ground,
        )
        self.members[unit_id] += 1
        if finding := finding_from(
            case, looked, settings=reading.settings, as_of=reading.as_of
        ):
            self.findings[person.person_id] = person, with_roster_note(finding, person)
        for one in looked:
            self.facts[unit_id, one.ground].append(tuple(one.facts))

    def _kept(self, unit_id: str | None, kind: BookKind) -> list[Book]:
        return [b for b in self.books.values() if (b.unit_id, b.kind) == (unit_id, kind)]

    def gaps(self) -> tuple[Gap, ...]:
        """What nobody can tell, from the months of everybody."""
        years = [
            UnitYear(
                unit_id or "(chưa rõ chi bộ)",
                ground,
                2024,
                number,
                tuple(book.book_id for book in kept if book.year == 2024),
                doubts(self.facts[unit_id, ground], {book.year for book in kept}),
                (unit_id,) if unit_id else (),
            )
            for unit_id, number in self.members.items()
            for ground in KINDS
            for kept in [self._kept(unit_id, KINDS[ground])]
        ]
        return gaps(years, collections=self.collections, as_of=self.reading.as_of)


@with_files
@given(offices.people, offices.books, offices.readings, days)
def test_narrowing_loses_nobody_and_no_doubt(
    everyone: list[offices.Someone],
    kept: frozenset[str],
    settings_: RuleSettings,
    as_of: date,
) -> None:
    reading = reading_of(shipped().set_by_office(**asdict(settings_)), 2024, as_of)
    with TemporaryDirectory() as folder:
        path = offices.write_office(Path(folder), everyone, kept)
        found, pure = listed(path, reading, settings_), Everybody(path, reading)

    listed_ = {one.person.person_id: (one.person, one.finding) for one in found.listed}
    assert listed_ == pure.findings
    assert sorted(map(repr, found.gaps)) == sorted(map(repr, pure.gaps()))


def test_a_doubt_lies_in_the_months_that_are_assessed(tmp_path: Path) -> None:
    member: offices.Row = {"admission_date": "2010-05-01"}
    home: list[offices.Row] = [{"unit_id": "A", "kind": "OFFICIAL"}]
    blank: offices.Row = {"letters": "...........?", "amounts": "", "unallocated": 1}
    someone = offices.Someone(member, home, {"A dues 2023": blank})
    rolling = RuleSettings(year_basis="rolling12", grace_days=20)
    path = offices.write_office(tmp_path, [someone], frozenset({"A dues 2023", "A dues 2024"}))
    reading = reading_of(shipped().set_by_office(**asdict(rolling)), 2024, date(2025, 3, 1))
    gaps_ = listed(path, reading, rolling).gaps

    months = {month for gap in gaps_ if gap.kind == "unreadable_cell" for month in gap.months}
    assert reading.period[0] == Month(2023, 12)
    assert months == {Month(2023, 12)}
    assert all(gap.kind != "blank_not_inferred" for gap in gaps_)
