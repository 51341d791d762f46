"""What holds for every cell's books, under the default settings.

Cells speak of their own month only; every person of the cell is on its roster.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from hypothesis import given
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
from trials import trials

SEVERITY = {None: 0, "watch": 1, "check_reason": 2, "review": 3}
# The rows of a person: dues of two years, meetings of two years.
DUES_BEFORE, DUES_NOW, MEETINGS_BEFORE, MEETINGS_NOW = range(4)
ROWS: tuple[tuple[Callable[..., BookLine], str, int], ...] = (
    (dues, "dues", 2023),
    (dues, "dues", 2024),
    (meetings, "meetings", 2023),
    (meetings, "meetings", 2024),
)
ONCE = tuple(range(1, 13))
TWICE = tuple(number for number in ONCE for _ in range(2))  # two meetings a month


@dataclass(frozen=True)
class Person:
    """Someone's rows: letters, or None where a book leaves them out."""

    rows: tuple[str | None, ...]
    permissions: tuple[Permission, ...] = ()
    excuses: tuple[Excuse, ...] = ()
    admission_date: PartialDate | None = None

    def case(self) -> Case:
        """What the rule sees of the person."""
        lines = [
            make(letters, year, months=ONCE if kind == "dues" else TWICE)
            for (make, kind, year), letters in zip(ROWS, self.rows, strict=True)
            if letters is not None
        ]
        return member(
            *lines,
            permissions=self.permissions,
            excuses=self.excuses,
            admission_date=self.admission_date,
        )

    def tallies(self) -> list[LetterTally]:
        """What the person adds to the books' counts; a missing row owes all the same."""
        return [
            LetterTally(
                f"{kind} {DONG} {year}",
                letters or "",
                year,
                months=ONCE if kind == "dues" else TWICE,
            )
            for (_, kind, year), letters in zip(ROWS, self.rows, strict=True)
        ]

    def says(self, row: int, month: int, letter: str) -> "Person":
        """The person with another letter in the first cell of a month."""
        letters = self.rows[row] or ""
        place = (month - 1) * len(letters) // 12
        return self.with_row(row, letters[:place] + letter + letters[place + 1 :])

    def with_row(self, row: int, letters: str | None) -> "Person":
        """The person with another row in one book, or left out of it."""
        return replace(self, rows=(*self.rows[:row], letters, *self.rows[row + 1 :]))


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


def letters(signs: str, cells: int = 12) -> st.SearchStrategy[str]:
    """A row of signs; repeat one to make it likelier.  Drawing sign by sign is slow."""
    return st.randoms(use_true_random=True).map(
        lambda drawn: "".join(drawn.choices(signs, k=cells))
    )


dues_rows = letters("PPPPPPPP...UUNX?oD") | letters("PPPPPPPPPPPPP.U") | letters("P.........")
meeting_rows = letters("PPAAEn?o.", 24) | letters("PPPPAAE", 24)
days = st.sampled_from([Month(2024, number).last_day for number in (12, 12, 6, 2)])
months = st.integers(1, 12)
grounds = st.sampled_from([Ground.UNPAID_DUES, Ground.SKIP_MEETINGS, Ground.MIXED])


def judged(ground: Ground, first: int, length: int, *, accepted: bool) -> Excuse:
    start = Month(2024, first)
    return Excuse(ground, start.first_day, start.plus(length - 1).last_day, accepted)


def permitted(kind: PermissionKind, first: int, length: int) -> Permission:
    start = Month(2024, first)
    end = start.plus(length - 1)
    return Permission(kind, PartialDate(*start), PartialDate(*end))


lengths = st.integers(1, 6)
permissions = st.builds(permitted, st.sampled_from(PermissionKind), months, lengths)
excuses = st.builds(judged, grounds, months, lengths, accepted=st.booleans())
people = st.builds(
    Person,
    st.tuples(dues_rows, dues_rows, meeting_rows, meeting_rows),
    st.lists(permissions, max_size=1).map(tuple),
    st.lists(excuses, max_size=1).map(tuple),
    st.sampled_from([None, None, PartialDate(2024), PartialDate(2024, 3)]),
)
cells = st.lists(people, min_size=1, max_size=5)
few_pay = letters("P.........")
sparse = st.builds(Person, st.tuples(few_pay, few_pay, meeting_rows, meeting_rows))
large_cells = st.lists(people, min_size=4, max_size=6) | st.lists(
    sparse, min_size=5, max_size=6
)
some_rows = st.sampled_from([DUES_BEFORE, DUES_NOW, MEETINGS_BEFORE, MEETINGS_NOW])
often = trials(20, many=60)


@often
@given(cells, days, months)
def test_paying_a_month_never_raises(cell: list[Person], day: date, month: int) -> None:
    paid = [cell[0].says(DUES_NOW, month, "P"), *cell[1:]]

    assert severities(paid, day)[0] <= severities(cell, day)[0]


@often
@given(cells, days, months)
def test_attending_a_month_never_raises(cell: list[Person], day: date, month: int) -> None:
    came = [cell[0].says(MEETINGS_NOW, month, "P"), *cell[1:]]

    assert severities(came, day)[0] <= severities(cell, day)[0]


@often
@given(cells, days, months)
def test_marking_a_month_exempt_never_raises(cell: list[Person], day: date, month: int) -> None:
    exempt = [cell[0].says(DUES_NOW, month, "X"), *cell[1:]]

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
    accepted = judged(ground, month, 1, accepted=True)
    excused = [replace(cell[0], excuses=(*cell[0].excuses, accepted)), *cell[1:]]

    assert severities(excused, day)[0] <= severities(cell, day)[0]


@often
@given(cells, days, months, st.sampled_from([(DUES_NOW, "U"), (MEETINGS_NOW, "A")]))
def test_a_stated_month_never_lowers(
    cell: list[Person], day: date, month: int, stated: tuple[int, str]
) -> None:
    row, letter = stated
    unpaid = [cell[0].says(row, month, letter), *cell[1:]]

    assert severities(unpaid, day)[0] >= severities(cell, day)[0]


@often
@given(large_cells, days, some_rows)
def test_leaving_someone_out_of_a_book_raises_nobody(
    cell: list[Person], day: date, row: int
) -> None:
    left_out = [*cell[:-1], cell[-1].with_row(row, None)]
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
    bookless = [person.with_row(row, None) for person in cell]
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


@often
@given(cells, days)
def test_who_is_excused_for_the_whole_year_stands_on_no_list(
    cell: list[Person], day: date
) -> None:
    whole_year = judged(Ground.MIXED, 1, 12, accepted=True)
    excused = [replace(cell[0], excuses=(*cell[0].excuses, whole_year)), *cell[1:]]

    assert findings(excused, day)[0] is None


@often
@given(cells, days)
def test_who_paid_and_came_all_year_stands_on_no_list(cell: list[Person], day: date) -> None:
    faithful = cell[0].with_row(DUES_NOW, "P" * 12).with_row(MEETINGS_NOW, "P" * 24)

    assert findings([faithful, *cell[1:]], day)[0] is None
