"""Attendance in numbers: below each month how many meetings were held, attended and missed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from partyroll.model import Letter
from partyroll.read.books import BookMonths
from partyroll.read.grid import Grid, Value, as_text
from partyroll.read.heads import Column
from partyroll.read.remarks import Remark
from partyroll.read.values import is_mark

_MOST = 8  # meetings of one month; more is a slip
_NOTHING = frozenset({"", "-", "–", "—"})


@dataclass(frozen=True, slots=True)
class MonthCounts:
    """The columns of one month; `size` is how many meetings the book gives it."""

    columns: tuple[Column, ...]
    size: int = 1

    def letters(self, grid: Grid, row: int) -> tuple[str, Remark | None]:
        """Return a letter for each meeting, and what is to be said of the cells.

        A meeting missed for a reason that nobody wrote is unreadable: it may be excused.
        """
        counts: dict[str, int] = {}
        for column in self.columns:
            value = grid.value(row, column.index)
            if as_text(value) in _NOTHING:
                continue
            number = _count(value)
            if number is None:
                return self._unread(column, "unreadable_mark", as_text(value))
            counts[column.meaning.tally] = counts.get(column.meaning.tally, 0) + number
        return self._of(counts)

    def _of(self, counts: Mapping[str, int]) -> tuple[str, Remark | None]:
        came, excused, absent, held, missed = (counts.get(name) for name in _NAMES)
        if not counts:
            return Letter.BLANK * self.size, None
        if held == 0 and not any(counts.values()):
            return Letter.NOT_HELD * self.size, None
        stated = (excused or 0) + (absent or 0)
        unexplained = max((missed or 0) - stated, 0)
        known = (came or 0) + stated + unexplained
        contradicts = missed and stated > missed
        if contradicts or known > (known if held is None else held):
            said = ", ".join(f"{name} {number}" for name, number in self._said(counts))
            return self._unread(self.columns[0], "meetings_do_not_add_up", said)
        if held is not None and came is not None:
            unexplained += held - known
        letters = Letter.PRESENT * (came or 0) + Letter.EXCUSED * (excused or 0)
        letters += Letter.ABSENT * (absent or 0) + Letter.UNREADABLE * unexplained
        remark = None
        if unexplained:
            column = next(
                (c for c in self.columns if c.meaning.tally == "missed"), self.columns[0]
            )
            remark = Remark(column.index, "absence_unexplained", str(unexplained))
        return letters.ljust(self.size, Letter.BLANK), remark

    def _said(self, counts: Mapping[str, int]) -> Iterator[tuple[str, int]]:
        for column in self.columns:
            if column.meaning.tally in counts:
                yield column.text.rpartition("›")[2].strip(), counts[column.meaning.tally]

    def _unread(self, column: Column, code: str, found: str) -> tuple[str, Remark]:
        return Letter.UNREADABLE * self.size, Remark(column.index, code, found[:120])


_NAMES = ("present", "excused", "absent", "held", "missed")


def _count(value: Value) -> int | None:
    if is_mark(value) and as_text(value) != "1":
        return 1
    text = as_text(value)
    return int(text) if text.isdecimal() and int(text) <= _MOST else None


def counted_months(months: BookMonths, grid: Grid, rows: Iterable[int]) -> BookMonths:
    """Return the months of an attendance book with those in numbers as they are counted.

    A month with one column of who came is marked meeting by meeting, as ever.
    """
    groups: dict[int, list[Column]] = {}
    for column in months.columns:
        if column.meaning.tally:
            groups.setdefault(column.meaning.month or 0, []).append(column)
    people = [*rows]
    counted: dict[int, MonthCounts] = {}
    dropped: set[int] = set()
    for columns in groups.values():
        if {c.meaning.tally for c in columns} <= {"present", "held"} and len(columns) == 1:
            continue
        group = MonthCounts(tuple(columns))
        size = max((len(group.letters(grid, row)[0]) for row in people), default=1)
        counted[columns[0].index] = replace(group, size=size)
        dropped |= {c.index for c in columns[1:]}
    kept = (c for c in months.columns if c.index not in dropped)
    spread = (
        c for c in kept for _ in range(counted[c.index].size if c.index in counted else 1)
    )
    return replace(months, columns=tuple(spread), counted=counted)
