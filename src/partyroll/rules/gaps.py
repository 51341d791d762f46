"""What nobody can tell: missing books, empty months, cells that say nothing (§3.8)."""

from collections import defaultdict
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
from datetime import date
from functools import cache, partial

from partyroll.model import BookMonth, BookMonths, Gap, Ground, MonthFact
from partyroll.period import Month, month_list

_BOOK = {Ground.UNPAID_DUES: "sổ đảng phí", Ground.SKIP_MEETINGS: "sổ sinh hoạt"}
_SHORT = {Ground.UNPAID_DUES: "sổ", Ground.SKIP_MEETINGS: "sổ sinh hoạt"}
_PEOPLE = frozenset({"member_not_in_book", "host_book_missing"})


@dataclass(frozen=True, slots=True)
class Doubt:
    """How many people or cells of a unit say nothing, of one kind, and in which months."""

    kind: str
    count: int
    months: tuple[Month, ...]


@dataclass(frozen=True, slots=True)
class UnitYear:
    """A unit with members, the books it has for a year on one ground, and what is in doubt.

    `books` are the ids of its books; empty = it has none.  `doubts` may come from `doubts()`.
    """

    unit: str
    ground: Ground
    year: int
    members: int
    books: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    path: tuple[str, ...] = ()  # names from the highest unit to this one


def gaps(units: Iterable[UnitYear], *, collections: BookMonths, as_of: date) -> tuple[Gap, ...]:
    """Return one gap for each unit, ground and kind, with its months; ended months only."""
    return tuple(
        gap for unit in units if unit.members for gap in _unit_gaps(unit, collections, as_of)
    )


def doubts(
    people: Iterable[Sequence[MonthFact]], years: Container[int] | None = None
) -> tuple[Doubt, ...]:
    """Return what is in doubt for the people of a unit, from the months of one ground.

    People without a row and without the host's book are counted once, cells one by one.
    `years` are those of which the unit has a book, None = all: nobody is missing from a book
    that is not there.
    """
    return doubts_of_alike(((facts, 1) for facts in people), years)


def doubts_of_alike(
    people: Iterable[tuple[Sequence[MonthFact], int]], years: Container[int] | None = None
) -> tuple[Doubt, ...]:
    """Return what `doubts` does where so many people share the same months."""
    counted: dict[str, int] = defaultdict(int)
    months: dict[str, set[Month]] = defaultdict(set)
    for facts, alike in people:
        cells: dict[str, set[Month]] = defaultdict(set)
        for fact in facts:
            if fact.warning in _DOUBT_TEXT and not _is_bookless(fact, years):
                cells[fact.warning].add(fact.month)
        for kind, when in cells.items():
            counted[kind] += alike * (1 if kind in _PEOPLE else len(when))
            months[kind] |= when
    return tuple(
        Doubt(kind, counted[kind], tuple(sorted(months[kind]))) for kind in sorted(counted)
    )


def _is_bookless(fact: MonthFact, years: Container[int] | None) -> bool:
    missing = fact.warning == "member_not_in_book"
    return missing and years is not None and fact.month.year not in years


def _unit_gaps(unit: UnitYear, collections: BookMonths, as_of: date) -> Iterator[Gap]:
    gap = partial(Gap, unit.unit, unit.ground, unit_path=unit.path)
    ended = _ended(unit.year, as_of)
    if not unit.books and ended:
        text = f"không có {_BOOK[unit.ground]} năm {unit.year}"
        yield gap("no_book", ended, unit.members, text)
    empty = tuple(month for month in ended if _is_empty(unit, month, collections))
    if unit.books and empty:
        text = f"thiếu {_SHORT[unit.ground]} tháng {month_list(empty)}"
        yield gap("empty_month", empty, text=text)
    for doubt in unit.doubts:
        if not _is_told(doubt, unit, empty):
            text = _DOUBT_TEXT[doubt.kind](doubt, _BOOK[unit.ground])
            yield gap(doubt.kind, doubt.months, doubt.count, text)


def _is_told(doubt: Doubt, unit: UnitYear, empty: Collection[Month]) -> bool:
    """Whether a doubt is but a book or a month that is missing for the whole unit."""
    if doubt.kind == "member_not_in_book":
        return not unit.books
    return doubt.kind == "blank_not_inferred" and {*empty}.issuperset(doubt.months)


@cache  # the same for thousands of units
def _ended(year: int, as_of: date) -> tuple[Month, ...]:
    every = (Month(year, number) for number in range(1, 13))
    return tuple(month for month in every if month.last_day <= as_of)


def _is_empty(unit: UnitYear, month: Month, collections: BookMonths) -> bool:
    """Whether no book of the unit tells what was collected or who came, though someone owed."""
    known = owed = False
    for book_id in unit.books:
        book = collections.get((book_id, month.number))
        if book is None:
            continue
        if _tells(unit.ground, book):
            return False
        known, owed = True, owed or book.owing > 0
    return owed or not known


def _tells(ground: Ground, book: BookMonth) -> bool:
    """Whether a book was kept in a month.

    One mark of absence shows that a meeting was written down; one "chưa đóng" among blanks
    does not show that the month's dues were, but a debt stated for everybody does.
    """
    if book.collected:
        return True
    if ground is Ground.SKIP_MEETINGS:
        return book.marked > 0
    return book.marked >= book.owing > 0


_DOUBT_TEXT: Mapping[str, Callable[[Doubt, str], str]] = {
    "member_not_in_book": lambda doubt, book: (
        f"{doubt.count} đảng viên không có tên trong {book}: tháng {month_list(doubt.months)}"
    ),
    "host_book_missing": lambda doubt, book: (
        f"{doubt.count} đảng viên sinh hoạt tạm thời chưa có {book} của nơi đến: "
        f"tháng {month_list(doubt.months)}"
    ),
    "blank_not_inferred": lambda doubt, book: (
        f"{doubt.count} ô trống trong {book} chưa đủ căn cứ để tính: "
        f"tháng {month_list(doubt.months)}"
    ),
    "unreadable_cell": lambda doubt, book: (
        f"{doubt.count} ô trong {book} không đọc được: tháng {month_list(doubt.months)}"
    ),
}
