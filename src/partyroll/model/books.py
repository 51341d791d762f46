"""Books of dues and meetings: lines of letters, and the money beside them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from string import ascii_uppercase

from partyroll.model.sources import NOWHERE, Source
from partyroll.period import Month, PartialDate
from partyroll.text import fold

_SIGNS = re.compile(r"[^\w\s]")


# Words of an absence that do not say whether it was excused; as they sound without accents.
_LEAVE_OPEN = frozenset(
    {"vang", "vang mat", "vang hop", "vang sinh hoat", "khong du", "khong du hop"}
    | {"khong tham du", "khong tham gia", "khong tham gia sinh hoat", "khong di hop"}
)


def leave_is_open(words: str) -> bool:
    """Whether words state an absence and not whether it was excused."""
    return " ".join(_SIGNS.sub(" ", fold(words)).split()) in _LEAVE_OPEN


class BookKind(StrEnum):
    """What a monthly book records."""

    DUES = "dues"
    MEETINGS = "meetings"


class Letter:
    """What a month's own cell says; one sign a cell, readable in any SQLite browser."""

    PAID = "P"
    UNPAID = "U"
    NOTED = "N"
    EXEMPT = "X"
    DEFERRED = "D"
    NOT_DUE = "o"
    BLANK = "."
    UNREADABLE = "?"

    PRESENT = "P"
    EXCUSED = "E"
    ABSENT = "A"
    NOT_HELD = "n"


@dataclass(frozen=True, slots=True)
class BookLine:
    """One person's row in one book: a letter for each month (dues) or meeting.

    `months` gives the month number behind each letter: 1..12 in order for dues; for meetings
    the month of each meeting, so a number may repeat or be missing.  `columns` gives the sheet
    column of each position (absent = the sheet has no such column); `cells` gives the address
    of each position that the book speaks of, where a column and the row do not tell it (a block
    a month).  `notes` are the words in a cell, by position.  `since`/`until` are what the row's
    remark says of the membership window ("Kết nạp ngày 19/5/2024", "Chuyển SHĐ đi từ 8/2024").
    `unallocated`: the row holds a sum above one month's rate that names no months.  `amounts`
    are the sums in each own cell, `rate` what the row states as due for a month.
    """

    book_id: str
    kind: BookKind
    unit_id: str | None
    year: int
    letters: str
    months: tuple[int, ...] = tuple(range(1, 13))
    notes: Mapping[int, str] = field(default_factory=dict)
    columns: Mapping[int, str] = field(default_factory=dict)
    remark: str = ""
    since: PartialDate | None = None
    until: PartialDate | None = None
    unallocated: bool = False
    book_date: date | None = None
    source: Source = NOWHERE
    cells: Mapping[int, str] = field(default_factory=dict)
    amounts: tuple[int | None, ...] = ()
    rate: int | None = None

    def speaks_of(self, position: int) -> bool:
        """Whether the sheet has a cell for `position`; a line without a map has them all."""
        mapped = self.cells or self.columns
        return not mapped or position in mapped

    def amount(self, position: int) -> int | None:
        """The sum in the own cell of `position`; None = a mark, or nothing."""
        return self.amounts[position] if position < len(self.amounts) else None

    def at(self, position: int) -> Source:
        """The cell of the letter at `position` (0-based)."""
        if place := self.cells.get(position):
            sheet, _, cell = place.rpartition("!")
            row = int(cell.lstrip(ascii_uppercase) or 0) or None
            return Source(self.source.file, sheet or self.source.sheet, row, cell)
        column = self.columns.get(position, "")
        cell = f"{column}{self.source.row}" if column and self.source.row else ""
        return Source(self.source.file, self.source.sheet, self.source.row, cell)


@dataclass(frozen=True, slots=True)
class Payment:
    """Money (or a mark) that covers `month`, where the month's own cell does not say it alone.

    `paid_on` None = undated.  `span` is the number of months the one entry covers; `own` says
    that it stands in the month's own cell (a merged cell counts for each month it covers).
    """

    month: Month
    paid_on: PartialDate | None = None
    amount: int | None = None
    span: int = 1
    own: bool = False
    book_id: str | None = None
    source: Source = NOWHERE


@dataclass(frozen=True, slots=True)
class BookMonth:
    """One month of one book: `collected` of `owing` members paid in its own cell.

    `marked` are those of whom the cell says anything at all, if only that they did not.
    """

    collected: int
    owing: int
    marked: int = 0


# Key: (book id, month number).  A month without an entry has no collection.
BookMonths = Mapping[tuple[str, int], BookMonth]
