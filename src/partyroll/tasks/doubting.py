"""What nobody can tell of the months of a year, unit by unit.

People whose rows say the same in the same book, and of whom the ledger knows nothing more, are
alike: the rule is asked of one of them.  Rows whose letters are all settled leave no doubt.
"""

import json
from collections import Counter, defaultdict
from collections.abc import (
    Callable,
    Collection,
    Container,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from dataclasses import dataclass
from typing import NamedTuple

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
Seen = dict[tuple[UnitId, Ground], list[tuple[Sequence[MonthFact], int]]]


class Trace(NamedTuple):
    """A row, or the lack of one, and the months in which it leaves a doubt."""

    row: OpenRow  # without its person; without letters where a book has no row
    months: tuple[Month, ...]


Traces = dict[Ground, list[Trace]]

# Letters that leave no doubt, though they may count.
_SURE = {
    BookKind.DUES: frozenset({*"PXDo", Letter.UNPAID, Letter.NOTED}),
    BookKind.MEETINGS: frozenset({*"Pno", Letter.ABSENT, Letter.EXCUSED}),
}


@dataclass(frozen=True, slots=True)
class Alike:
    """People of a unit with the same traces of one ground; `one` stands for all."""

    unit_id: UnitId
    ground: Ground
    months: tuple[Month, ...]
    one: str
    people: int


def doubts_by_place(
    shelf: Shelf,
    grounds: Collection[Ground],
    is_within: Callable[[UnitId], bool],
    gone: Container[str],
) -> dict[tuple[UnitId, Ground], tuple[Doubt, ...]]:
    """Return what is in doubt for the members of each unit, on each of `grounds`.

    `gone` are known to be no members; there may be more of them.
    """
    uncertain = {
        person_id: traces
        for person_id, traces in _uncertain(shelf, grounds).items()
        if person_id not in gone
    }
    alone = _alone(shelf, uncertain)
    seen: Seen = defaultdict(list)
    for unit_id, ground, facts in _facts_alone(shelf, alone, grounds):
        if is_within(unit_id):
            seen[unit_id, ground].append((facts, 1))
    for group, facts in _facts_alike(shelf, _alike(shelf, uncertain, alone)):
        if is_within(group.unit_id):
            seen[group.unit_id, group.ground].append((facts, group.people))
    kept: dict[tuple[UnitId, Ground], set[int]] = defaultdict(set)
    for book in shelf.books.values():
        kept[book.unit_id, GROUND_OF[book.kind]].add(book.year)
    return {place: doubts_of_alike(facts, kept[place]) for place, facts in seen.items()}


# --- Whose rows leave a doubt -------------------------------------------------------------
def _uncertain(shelf: Shelf, grounds: Collection[Ground]) -> dict[str, Traces]:
    """Return, by person, the rows that leave a doubt, and the books without a row."""
    found: dict[str, Traces] = defaultdict(lambda: defaultdict(list))
    for row in shelf.seen.apart:
        book = shelf.books[row.book_id]
        ground = GROUND_OF[book.kind]
        if ground in grounds and (months := _doubtful_months(shelf, row, book)):
            found[row.person_id][ground].append(_trace(row, book, months))
    for book_id, person_id, *_ in shelf.seen.absent:
        book = shelf.books[book_id]
        ground = GROUND_OF[book.kind]
        if ground in grounds:
            months = tuple(month for month in shelf.reading.period if month.year == book.year)
            found[person_id][ground].append(Trace(_missing_row(book), months))
    return found


def _doubtful_months(shelf: Shelf, row: OpenRow, book: Book) -> tuple[Month, ...]:
    sure = _SURE[book.kind]
    unsure = {
        n for letter, n in zip(row.letters, book.months, strict=False) if letter not in sure
    }
    if unsure and not row.unallocated and not row.cells and _infers(shelf, book.kind):
        others = zip(row.letters, book.months, strict=False)
        stated = {n for letter, n in others if letter not in sure and letter != Letter.BLANK}
        unsure = stated | (unsure - shelf.speaking_blanks(book))
    months = (Month(book.year, number) for number in sorted(unsure))
    return tuple(month for month in months if shelf.basis.ended(month))


def _infers(shelf: Shelf, kind: BookKind) -> bool:
    settings = shelf.reading.settings
    return settings.infer_blank if kind is BookKind.DUES else settings.infer_blank_meeting


def _trace(row: OpenRow, book: Book, months: tuple[Month, ...]) -> Trace:
    """Return the row as far as others may share it: what it says of `months`, and how."""
    numbers = {month.number for month in months}
    letters = "".join(
        letter if number in numbers else Letter.PAID
        for letter, number in zip(row.letters, book.months, strict=False)
    )
    cells = " ".join(json.loads(row.cells)) if row.cells else None
    return Trace(row._replace(person_id="", letters=letters, cells=cells), months)


def _missing_row(book: Book) -> OpenRow:
    return OpenRow(book.book_id, "", "", book.unit_id, 0, None, None, None, None, None)


# --- Who is like others, and who is not ---------------------------------------------------
def _alone(shelf: Shelf, uncertain: dict[str, Traces]) -> dict[str, Traces | None]:
    """Return whose months are looked at for themselves, and which; None = all of them."""
    ledger, years = shelf.ledger, shelf.years
    alone: dict[str, Traces | None] = {}
    singular = singular_people(ledger, years)
    units = undated_units(ledger, uncertain.keys())
    rows = number_of_rows(ledger, uncertain.keys(), years)
    for person_id, traces in uncertain.items():
        here = {trace.row.unit_id for found in traces.values() for trace in found}
        if here != {units.get(person_id)} or _has_other_rows(
            shelf, traces, rows.get(person_id, {})
        ):
            alone[person_id] = None
        elif person_id in singular:
            alone[person_id] = traces
    late = payments_apart(ledger, shelf.reading.as_of, late=False)
    moved = {person_id for person_id, month in late if month.year in years}
    moved |= wandering_people(ledger, years)
    if any(book.unit_id is None for book in shelf.books.values()):
        moved |= unplaced_people(ledger)
    return alone | dict.fromkeys(moved)


def _has_other_rows(shelf: Shelf, traces: Traces, rows: Mapping[tuple[str, int], int]) -> bool:
    """Whether some book has one more row, which may settle what these leave open."""
    known: Counter[tuple[str, int]] = Counter()
    for found in traces.values():
        for trace in found:
            book = shelf.books[trace.row.book_id]
            known[book.kind.value, book.year] += bool(trace.row.letters)
    return any(rows.get(kind, 0) != number for kind, number in known.items())


def _alike(
    shelf: Shelf, uncertain: dict[str, Traces], alone: Container[str]
) -> Iterator[Alike]:
    """Yield those who are like others, together."""
    groups: dict[tuple[Ground, tuple[Trace, ...]], list[str]] = defaultdict(list)
    outside = people_outside(shelf.ledger, shelf.reading.as_of)
    for person_id, traces in uncertain.items():
        if person_id not in alone and person_id not in outside:
            for ground, found in traces.items():
                groups[ground, tuple(sorted(found))].append(person_id)
    for (ground, alike), people in groups.items():
        months = _months(alike)
        yield Alike(alike[0].row.unit_id, ground, months, min(people), len(people))


def _months(traces: Iterable[Trace]) -> tuple[Month, ...]:
    return tuple(sorted({month for trace in traces for month in trace.months}))


# --- The rule -----------------------------------------------------------------------------
def _facts_alone(
    shelf: Shelf, alone: Mapping[str, Traces | None], grounds: Collection[Ground]
) -> Iterator[tuple[UnitId, Ground, Sequence[MonthFact]]]:
    """Yield the months of each of them who is a member, with their unit."""
    as_of = shelf.reading.as_of
    for person, case in cases(shelf.ledger, alone, shelf.years, shelf.books):
        if not is_member(person, as_of):
            continue
        traces = alone[person.person_id]
        for ground in grounds if traces is None else traces:
            months = shelf.reading.period if traces is None else _months(traces[ground])
            yield unit_on(person, as_of), ground, shelf.facts(case, ground, months)


def _facts_alike(
    shelf: Shelf, groups: Iterable[Alike]
) -> Iterator[tuple[Alike, Sequence[MonthFact]]]:
    """Yield the months of one person of each group."""
    asked: dict[str, list[Alike]] = defaultdict(list)
    for group in groups:
        asked[group.one].append(group)
    for person, case in cases(shelf.ledger, asked, shelf.years, shelf.books):
        for group in asked[person.person_id]:
            yield group, shelf.facts(case, group.ground, group.months)
