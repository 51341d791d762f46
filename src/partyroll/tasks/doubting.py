"""What nobody can tell of the months of a year, unit by unit.

People whose rows say the same in the same book, and of whom the ledger knows nothing more, are
alike: the rule is asked of one of them.  Rows whose letters are all settled leave no doubt.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from partyroll.model import BookKind, Ground, Letter, MonthFact
from partyroll.period import Month
from partyroll.rules.gaps import Doubt, doubts_of_alike
from partyroll.store.cases import cases
from partyroll.store.fullness import Book, payments_apart
from partyroll.store.letters import OpenRow
from partyroll.store.membership import (
    number_of_rows,
    people_outside,
    singular_people,
    undated_units,
    unplaced_people,
    wandering_people,
)
from partyroll.tasks.narrowing import GROUND_OF, Shelf
from partyroll.tasks.standing import is_member, unit_on

UnitId = str | None
Rows = dict[Ground, list[OpenRow]]
Seen = dict[tuple[UnitId, Ground], list[tuple[Sequence[MonthFact], int]]]

# Letters that leave no doubt, though they may count.
_SURE = {
    BookKind.DUES: frozenset({*"PXDo", Letter.UNPAID, Letter.NOTED}),
    BookKind.MEETINGS: frozenset({*"Pno", Letter.ABSENT, Letter.EXCUSED}),
}


@dataclass(frozen=True, slots=True)
class Alike:
    """People of a unit whose rows of one ground are the same; `one` stands for all."""

    unit_id: UnitId
    ground: Ground
    one: str
    people: int
    years: frozenset[int]


def doubts_by_place(
    shelf: Shelf, grounds: Collection[Ground], is_within: Callable[[UnitId], bool]
) -> dict[tuple[UnitId, Ground], tuple[Doubt, ...]]:
    """Return what is in doubt for the members of each unit, on each of `grounds`."""
    uncertain = _uncertain(shelf, grounds)
    alone = _alone(shelf, uncertain)
    seen: Seen = defaultdict(list)
    for unit_id, ground, facts in _facts_of(shelf, alone, grounds):
        if is_within(unit_id):
            seen[unit_id, ground].append((facts, 1))
    groups = [one for one in _alike(shelf, uncertain, alone) if is_within(one.unit_id)]
    people = dict.fromkeys(one.one for one in groups)
    examples = {case.person_id: case for _, case in cases(shelf.ledger, people, shelf.years)}
    for group in groups:
        months = [month for month in shelf.reading.period if month.year in group.years]
        facts = shelf.facts(examples[group.one], group.ground, months)
        seen[group.unit_id, group.ground].append((facts, group.people))
    kept: dict[tuple[UnitId, Ground], set[int]] = defaultdict(set)
    for book in shelf.books.values():
        kept[book.unit_id, GROUND_OF[book.kind]].add(book.year)
    return {place: doubts_of_alike(facts, kept[place]) for place, facts in seen.items()}


# --- Whose rows leave a doubt -------------------------------------------------------------
def _uncertain(shelf: Shelf, grounds: Collection[Ground]) -> dict[str, Rows]:
    """Return the rows that leave a doubt, by person; without letters where a row is missing."""
    found: dict[str, Rows] = defaultdict(lambda: defaultdict(list))
    for row in shelf.rows:
        book = shelf.books[row.book_id]
        ground = GROUND_OF[book.kind]
        if ground in grounds and _leaves_doubt(shelf, row, book):
            found[row.person_id][ground].append(_without_person(row))
    for book_id, person_id in shelf.absent:
        book = shelf.books[book_id]
        ground = GROUND_OF[book.kind]
        if ground in grounds:
            found[person_id][ground].append(_missing_row(book))
    return found


def _leaves_doubt(shelf: Shelf, row: OpenRow, book: Book) -> bool:
    sure = _SURE[book.kind]
    trusted = not row.unallocated and not row.cells and _infers(shelf, book.kind)
    blanks = shelf.speaking_blanks(book) if trusted else frozenset()
    return any(
        letter not in sure
        and not (letter == Letter.BLANK and number in blanks)
        and shelf.basis.ended(Month(book.year, number))
        for letter, number in zip(row.letters, book.months, strict=False)
    )


def _infers(shelf: Shelf, kind: BookKind) -> bool:
    settings = shelf.reading.settings
    return settings.infer_blank if kind is BookKind.DUES else settings.infer_blank_meeting


def _without_person(row: OpenRow) -> OpenRow:
    """Return the row as far as others may share it: its cells without their addresses."""
    cells = " ".join(json.loads(row.cells)) if row.cells else None
    return row._replace(person_id="", cells=cells)


def _missing_row(book: Book) -> OpenRow:
    return OpenRow(book.book_id, "", "", book.unit_id, 0, None, None, None, None, None)


# --- Who is like others, and who is not ---------------------------------------------------
def _alone(shelf: Shelf, uncertain: dict[str, Rows]) -> set[str]:
    """Return whose months have to be looked at for themselves."""
    ledger, years = shelf.ledger, shelf.years
    alone = uncertain.keys() & singular_people(ledger, years)
    rest = uncertain.keys() - alone
    units, rows = undated_units(ledger, rest), number_of_rows(ledger, rest, years)
    for person_id in rest:
        here = {row.unit_id for found in uncertain[person_id].values() for row in found}
        if here != {units.get(person_id)} or _has_other_rows(
            shelf, uncertain[person_id], rows.get(person_id, {})
        ):
            alone.add(person_id)
    late = payments_apart(ledger, shelf.reading.as_of, late=False)
    alone |= {person_id for person_id, month in late if month.year in years}
    alone |= wandering_people(ledger, years)
    if any(book.unit_id is None for book in shelf.books.values()):
        alone |= unplaced_people(ledger)
    return alone


def _has_other_rows(shelf: Shelf, found: Rows, rows: dict[tuple[str, int], int]) -> bool:
    """Whether some book has one more row, which may settle what these leave open."""
    books = (shelf.books[row.book_id] for some in found.values() for row in some if row.letters)
    known = Counter((book.kind.value, book.year) for book in books)
    kinds = {
        (book.kind.value, book.year)
        for some in found.values()
        for book in (shelf.books[row.book_id] for row in some)
    }
    return any(rows.get(kind, 0) != known[kind] for kind in kinds)


def _alike(shelf: Shelf, uncertain: dict[str, Rows], alone: set[str]) -> Iterator[Alike]:
    """Yield those who are like others, together."""
    groups: dict[tuple[Ground, tuple[OpenRow, ...]], list[str]] = defaultdict(list)
    outside = people_outside(shelf.ledger, shelf.reading.as_of)
    for person_id in uncertain.keys() - alone - outside:
        for ground, rows in uncertain[person_id].items():
            groups[ground, tuple(sorted(rows))].append(person_id)
    for (ground, alike), people in groups.items():
        years = frozenset(shelf.books[row.book_id].year for row in alike)
        yield Alike(alike[0].unit_id, ground, min(people), len(people), years)


# --- The rule -----------------------------------------------------------------------------
def _facts_of(
    shelf: Shelf, people: Iterable[str], grounds: Collection[Ground]
) -> Iterator[tuple[UnitId, Ground, Sequence[MonthFact]]]:
    """Yield the months of everyone of `people` who is a member, with their unit."""
    as_of = shelf.reading.as_of
    for person, case in cases(shelf.ledger, people, shelf.years):
        if is_member(person, as_of):
            for ground in grounds:
                yield (
                    unit_on(person, as_of),
                    ground,
                    shelf.facts(case, ground, shelf.reading.period),
                )
