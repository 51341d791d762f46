"""What nobody can tell of the months of a year, unit by unit.

People whose rows say the same in the same book, and of whom the ledger knows nothing more, are
alike: the rule is asked of one of them.  Rows whose letters are all settled leave no doubt.
"""

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

from partyroll.model import BookKind, BookLine, Case, Ground, Letter, MonthFact, Stay
from partyroll.period import Month
from partyroll.rules.gaps import Doubt, doubts_of_alike
from partyroll.store.cases import Places, cases
from partyroll.store.fullness import Book, payments_apart
from partyroll.store.letters import OpenRow
from partyroll.store.membership import (
    number_of_rows,
    singular_people,
    unplaced_people,
)
from partyroll.store.reading import partial
from partyroll.tasks.anybody import Anybody
from partyroll.tasks.narrowing import GROUND_OF, Shelf
from partyroll.tasks.standing import is_member, unit_on

UnitId = str | None
Seen = dict[tuple[UnitId, Ground], list[tuple[Sequence[MonthFact], int]]]


class Trace(NamedTuple):
    """A row, or the lack of one, as far as others may share it: what it says of some months.

    `spoken` are the positions that its sheet has a cell for; empty = all of them.
    """

    book_id: str
    letters: str  # empty where a book has no row
    months: tuple[Month, ...]
    unit_id: str | None
    unallocated: bool = False
    since: str | None = None
    until: str | None = None
    spoken: tuple[int, ...] = ()


Traces = dict[Ground, list[Trace]]

# Letters that leave no doubt, though they may count.
_SURE = {
    BookKind.DUES: frozenset({*"PXDo", Letter.UNPAID, Letter.NOTED}),
    BookKind.MEETINGS: frozenset({*"Pno", Letter.ABSENT, Letter.EXCUSED}),
}


@dataclass(frozen=True, slots=True)
class Alike:
    """People of a unit with the same traces of one ground, and how many they are."""

    unit_id: UnitId
    ground: Ground
    traces: tuple[Trace, ...]
    people: int

    @property
    def months(self) -> tuple[Month, ...]:
        """The months in doubt."""
        return _months(self.traces)


def doubts_by_place(
    shelf: Shelf,
    grounds: Collection[Ground],
    is_within: Callable[[UnitId], bool],
    turned: Container[str],
    gone: Container[str],
) -> dict[tuple[UnitId, Ground], tuple[Doubt, ...]]:
    """Return what is in doubt for the members of each unit, on each of `grounds`.

    Of those who `turned` some are known to be no members: they are `gone`.
    """
    uncertain = {
        person_id: traces
        for person_id, traces in _uncertain(shelf, grounds).items()
        if person_id not in gone
    }
    alone = _alone(shelf, uncertain, turned)
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
    places = Places(shelf.ledger)
    left: dict[tuple[object, ...], Trace | None] = {}  # by what rows say, whoever's they are
    for row in shelf.seen.apart:
        book = shelf.books[row.book_id]
        ground = GROUND_OF[book.kind]
        if ground not in grounds or _SURE[book.kind].issuperset(row.letters):
            continue
        spoken = places.spoken(row, book.kind)
        said = (row.book_id, spoken, *row[2:7], bool(row.cells))
        if said not in left:
            left[said] = _trace(shelf, row, book, spoken)
        if (trace := left[said]) is not None:
            found[row.person_id][ground].append(trace)
    rowless: dict[str, Trace] = {}
    for book_id, person_id, *_ in shelf.seen.absent:
        book = shelf.books[book_id]
        ground = GROUND_OF[book.kind]
        if ground in grounds:
            if book_id not in rowless:
                rowless[book_id] = _rowless(shelf, book)
            found[person_id][ground].append(rowless[book_id])
    return found


def _rowless(shelf: Shelf, book: Book) -> Trace:
    months = tuple(month for month in shelf.reading.period if month.year == book.year)
    return Trace(book.book_id, "", months, book.unit_id)


def _trace(shelf: Shelf, row: OpenRow, book: Book, spoken: tuple[int, ...]) -> Trace | None:
    """Return the doubt that a row leaves; None = none."""
    months = _doubtful_months(shelf, row, book)
    if not months:
        return None
    numbers = {month.number for month in months}
    letters = "".join(
        letter if number in numbers else Letter.PAID
        for letter, number in zip(row.letters, book.months, strict=False)
    )
    return Trace(
        row.book_id,
        letters,
        months,
        row.unit_id,
        bool(row.unallocated),
        row.since,
        row.until,
        spoken,
    )


def _doubtful_months(shelf: Shelf, row: OpenRow, book: Book) -> tuple[Month, ...]:
    sure = _SURE[book.kind]
    unsure = {
        n for letter, n in zip(row.letters, book.months, strict=False) if letter not in sure
    }
    if unsure and not row.unallocated and not row.cells and _infers(shelf, book.kind):
        others = zip(row.letters, book.months, strict=False)
        stated = {n for letter, n in others if letter not in sure and letter != Letter.BLANK}
        unsure = stated | (unsure - shelf.speaking_blanks(book, row.letters))
    months = (Month(book.year, number) for number in sorted(unsure))
    assessed = shelf.assessed
    return tuple(month for month in months if month in assessed and shelf.basis.ended(month))


def _infers(shelf: Shelf, kind: BookKind) -> bool:
    settings = shelf.reading.settings
    return settings.infer_blank if kind is BookKind.DUES else settings.infer_blank_meeting


# --- Who is like others, and who is not ---------------------------------------------------
def _alone(
    shelf: Shelf, uncertain: dict[str, Traces], turned: Container[str]
) -> dict[str, Traces | None]:
    """Return whose months are looked at for themselves, and which; None = all of them."""
    ledger, years = shelf.ledger, shelf.years
    alone: dict[str, Traces | None] = {}
    singular = singular_people(shelf.roll, years)
    homes = shelf.roll.homes
    more = _with_other_rows(shelf, uncertain)
    for person_id, traces in uncertain.items():
        here = {trace.unit_id for found in traces.values() for trace in found}
        if here != {homes.get(person_id)} or person_id in more:
            alone[person_id] = None
        elif person_id in singular or person_id in turned:
            alone[person_id] = traces
    late = payments_apart(ledger, shelf.reading.as_of, late=False)
    moved = {person_id for person_id, month in late if month.year in years}
    moved |= shelf.roll.stays.wandering(min(years))
    if any(book.unit_id is None for book in shelf.books.values()):
        moved |= unplaced_people(ledger)
    return alone | dict.fromkeys(moved)


def _with_other_rows(shelf: Shelf, uncertain: Mapping[str, Traces]) -> set[str]:
    """Return for whom some book has one more row, which may settle what theirs leave open."""
    numbers = shelf.seen.numbers
    seen = {row.person_id for row in shelf.seen.apart}
    rowless = number_of_rows(shelf.ledger, uncertain.keys() - seen, shelf.years)
    return {
        person_id
        for person_id, traces in uncertain.items()
        for place, known in _rows_by_book_year(shelf, traces).items()
        if known > 1
        or (numbers[place][person_id] or rowless.get(person_id, {}).get(place, 0)) != known
    }


def _rows_by_book_year(shelf: Shelf, traces: Traces) -> Counter[tuple[str, int]]:
    """Return how many rows stand behind the traces, by kind and year; 0 = a book without."""
    known: Counter[tuple[str, int]] = Counter()
    for found in traces.values():
        for trace in found:
            book = shelf.books[trace.book_id]
            known[book.kind.value, book.year] += bool(trace.letters)
    return known


def _alike(
    shelf: Shelf, uncertain: dict[str, Traces], alone: Container[str]
) -> Iterator[Alike]:
    """Yield those who are like others, together."""
    groups: Counter[tuple[Ground, tuple[Trace, ...]]] = Counter()
    for person_id, traces in uncertain.items():
        if person_id not in alone and person_id not in shelf.outside:
            groups.update((ground, tuple(sorted(found))) for ground, found in traces.items())
    for (ground, alike), people in groups.items():
        yield Alike(alike[0].unit_id, ground, alike, people)


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
    """Yield the months of somebody who is like each group."""
    anybody = Anybody(shelf)
    for group in groups:
        alone = _only_row(shelf, group)
        if alone is None:
            case = _somebody(shelf, group)
            yield group, shelf.facts(case, group.ground, group.months)
        else:
            book, letters = alone
            yield group, [anybody.fact(book, n, letters[n]) for n in letters]


def _only_row(shelf: Shelf, group: Alike) -> tuple[Book, dict[int, str]] | None:
    """Return the letters in doubt of people who have but one row, which says nothing else.

    None where it does: then the rule looks at the row as a whole.
    """
    trace = group.traces[0]
    book, beside = shelf.books[trace.book_id], (trace.unallocated, trace.since, trace.until)
    if len(group.traces) > 1 or not trace.letters or group.unit_id is None or any(beside):
        return None
    if len(set(book.months)) < len(book.months) or len(trace.letters) < len(book.months):
        return None
    numbers = {month.number for month in trace.months}
    places = [place for place, number in enumerate(book.months) if number in numbers]
    if trace.spoken and not set(trace.spoken).issuperset(places):
        return None
    return book, {book.months[place]: trace.letters[place] for place in places}


def _somebody(shelf: Shelf, group: Alike) -> Case:
    """Return the case of any one of a group, of whom no more than its rows is known."""
    stays = () if group.unit_id is None else (Stay(group.unit_id),)
    lines = (
        _line(shelf.books[trace.book_id], trace) for trace in group.traces if trace.letters
    )
    return Case(person_id="", full_name="", stays=stays, lines=tuple(lines))


def _line(book: Book, trace: Trace) -> BookLine:
    return BookLine(
        book.book_id,
        book.kind,
        trace.unit_id,
        book.year,
        trace.letters,
        book.months,
        columns=dict.fromkeys(trace.spoken, ""),
        since=partial(trace.since),
        until=partial(trace.until),
        unallocated=trace.unallocated,
        book_date=book.book_date,
    )
