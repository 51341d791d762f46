"""What holds for every cell's books, under the default settings.

Cells speak of their own month only; every person of the cell is on its roster.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from partyroll.model import (
    BookLine,
    Case,
    Excuse,
    Finding,
    Ground,
    Permission,
    PermissionKind,
    RuleSettings,
)
from partyroll.period import Month, PartialDate
from partyroll.rules.collections import LetterTally, book_months
from partyroll.rules.review import review
from rules.booklet import DONG, dues, meetings, member

SEVERITY = {None: 0, "watch": 1, "check_reason": 2, "review": 3}
YEARS = (2023, 2024)


@dataclass(frozen=True)
class Person:
    """The letters of two years: dues, then meetings; None = the book has no such row."""

    rows: tuple[str | None, ...]
    permissions: tuple[Permission, ...] = ()
    excuses: tuple[Excuse, ...] = ()
    admission_date: PartialDate | None = None

    def lines(self) -> list[BookLine]:
        """The person's rows."""
        makers = (dues, dues, meetings, meetings)
        return [
            make(letters, year)
            for make, year, letters in zip(makers, YEARS * 2, self.rows, strict=True)
            if letters is not None
        ]

    def case(self) -> Case:
        """What the rule sees of the person."""
        return member(
            *self.lines(),
            permissions=self.permissions,
            excuses=self.excuses,
            admission_date=self.admission_date,
        )

    def tallies(self) -> list[LetterTally]:
        """What the person adds to the books' counts; a missing row owes all the same."""
        books = [
            (f"{kind} {DONG} {year}", year) for kind in ("dues", "meetings") for year in YEARS
        ]
        return [
            LetterTally(book, letters or "", year)
            for (book, year), letters in zip(books, self.rows, strict=True)
        ]

    def says(self, row: int, month: int, letter: str) -> "Person":
        """The person with another letter in one cell."""
        letters = self.rows[row] or "." * 12
        changed = letters[: month - 1] + letter + letters[month:]
        return replace(self, rows=(*self.rows[:row], changed, *self.rows[row + 1 :]))

    def without(self, row: int) -> "Person":
        """The person left out of one book."""
        return replace(self, rows=(*self.rows[:row], None, *self.rows[row + 1 :]))


Cell = Sequence[Person]
DEFAULT = RuleSettings()


def findings(cell: Cell, as_of: date, reading: RuleSettings = DEFAULT) -> list[Finding | None]:
    """Review everyone of the cell."""
    collections = book_months(tally for person in cell for tally in person.tallies())
    return [
        review(person.case(), year=2024, collections=collections, settings=reading, as_of=as_of)
        for person in cell
    ]


def severities(cell: Cell, as_of: date, reading: RuleSettings = DEFAULT) -> list[int]:
    """How strong the list is on which each stands."""
    return [SEVERITY[found.list if found else None] for found in findings(cell, as_of, reading)]


def letters(signs: str) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(signs), min_size=12, max_size=12).map("".join)


dues_rows = letters("PPPPPPPP...UUNX?oD") | letters("PPPPPPPPPPPPP.U")
meeting_rows = letters("PPPPPPPP..AAEEn?o") | letters("PPPPPPPPPPPAE")
days = st.sampled_from([Month(2024, number).last_day for number in (1, 2, 6, 12)])
months = st.integers(1, 12)
grounds = st.sampled_from([Ground.UNPAID_DUES, Ground.SKIP_MEETINGS, Ground.MIXED])


def judged_month(ground: Ground, month: int, *, accepted: bool) -> Excuse:
    when = Month(2024, month)
    return Excuse(ground, when.first_day, when.last_day, accepted)


def permitted(kind: PermissionKind, first: int, last: int) -> Permission:
    return Permission(kind, PartialDate(2024, first), PartialDate(2024, last))


permissions = st.builds(permitted, st.sampled_from(PermissionKind), months, months)
excuses = st.builds(judged_month, grounds, months, accepted=st.booleans())
people = st.builds(
    Person,
    st.tuples(dues_rows, dues_rows, meeting_rows, meeting_rows),
    st.lists(permissions, max_size=1).map(tuple),
    st.lists(excuses, max_size=2).map(tuple),
    st.sampled_from([None, None, PartialDate(2024), PartialDate(2024, 3)]),
)
cells = st.lists(people, min_size=1, max_size=5)
some_rows = st.integers(0, 3)
often = settings(deadline=None, max_examples=150)
DUES_ROW = 1


@often
@given(cells, days, months)
def test_paying_a_month_never_raises(cell: list[Person], day: date, month: int) -> None:
    paid = [cell[0].says(DUES_ROW, month, "P"), *cell[1:]]

    assert severities(paid, day)[0] <= severities(cell, day)[0]


@often
@given(cells, days, months)
def test_attending_a_month_never_raises(cell: list[Person], day: date, month: int) -> None:
    came = [cell[0].says(3, month, "P"), *cell[1:]]

    assert severities(came, day)[0] <= severities(cell, day)[0]


@often
@given(cells, days, months)
def test_marking_a_month_exempt_never_raises(cell: list[Person], day: date, month: int) -> None:
    exempt = [cell[0].says(DUES_ROW, month, "X"), *cell[1:]]

    assert severities(exempt, day)[0] <= severities(cell, day)[0]


@often
@given(cells, days, permissions)
def test_a_paper_never_raises(cell: list[Person], day: date, paper: Permission) -> None:
    papers = (*cell[0].permissions, paper)
    exempt = [replace(cell[0], permissions=papers), *cell[1:]]

    assert severities(exempt, day)[0] <= severities(cell, day)[0]


@often
@given(cells, days, months, grounds)
def test_excusing_a_month_never_raises(
    cell: list[Person], day: date, month: int, ground: Ground
) -> None:
    accepted = judged_month(ground, month, accepted=True)
    excused = [replace(cell[0], excuses=(*cell[0].excuses, accepted)), *cell[1:]]

    assert severities(excused, day)[0] <= severities(cell, day)[0]


@often
@given(cells, days, months, st.sampled_from([(1, "U"), (3, "A")]))
def test_a_stated_month_never_lowers(
    cell: list[Person], day: date, month: int, stated: tuple[int, str]
) -> None:
    row, letter = stated
    unpaid = [cell[0].says(row, month, letter), *cell[1:]]

    assert severities(unpaid, day)[0] >= severities(cell, day)[0]


@often
@given(cells, days, some_rows)
def test_leaving_someone_out_of_a_book_raises_nobody(
    cell: list[Person], day: date, row: int
) -> None:
    left_out = [*cell[:-1], cell[-1].without(row)]
    before, after = severities(cell, day), severities(left_out, day)

    assert all(late <= early for early, late in zip(before, after, strict=True))


@often
@given(cells, days, some_rows, months)
def test_taking_away_a_column_raises_nobody(
    cell: list[Person], day: date, row: int, month: int
) -> None:
    emptied = [person.says(row, month, ".") for person in cell]
    before, after = severities(cell, day), severities(emptied, day)

    assert all(late <= early for early, late in zip(before, after, strict=True))


@often
@given(cells, days, some_rows)
def test_taking_away_a_book_raises_nobody(cell: list[Person], day: date, row: int) -> None:
    bookless = [person.without(row) for person in cell]
    before, after = severities(cell, day), severities(bookless, day)

    assert all(late <= early for early, late in zip(before, after, strict=True))


@often
@given(cells, days)
def test_a_blank_never_counts_where_blanks_are_not_inferred(
    cell: list[Person], day: date
) -> None:
    stated_only = RuleSettings(infer_blank=False)
    filled = [
        replace(person, rows=tuple(row and row.replace(".", "?") for row in person.rows))
        for person in cell
    ]

    assert severities(cell, day, stated_only) == severities(filled, day, stated_only)


@often
@given(cells, days)
def test_every_month_of_a_finding_has_ended_and_rests_on_a_cell(
    cell: list[Person], day: date
) -> None:
    evidence = [fact for found in findings(cell, day) if found for fact in found.months]

    assert all(fact.month.last_day <= day and fact.source for fact in evidence)


@often
@given(cells, days, st.integers(1, 11))
def test_asking_for_more_months_never_raises(
    cell: list[Person], day: date, needed: int
) -> None:
    fewer, more = RuleSettings(months=needed), RuleSettings(months=needed + 1)
    before, after = severities(cell, day, fewer), severities(cell, day, more)

    assert all(late <= early for early, late in zip(before, after, strict=True))


@often
@given(cells, days)
def test_the_order_of_the_rows_is_irrelevant(cell: list[Person], day: date) -> None:
    case = cell[0].case()
    collections = book_months(tally for person in cell for tally in person.tallies())
    turned = replace(case, lines=case.lines[::-1])

    assert [
        review(one, year=2024, collections=collections, settings=DEFAULT, as_of=day)
        for one in (case, turned)
    ].count(findings(cell, day)[0]) == 2
