"""A workbook's cells with their exact types and their right addresses."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from functools import cache
from itertools import zip_longest
from typing import cast

from partyroll.period import PartialDate
from partyroll.text import clean

_ROWS_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell without a value of its own: an Excel error or a formula never computed."""

    code: str  # formula_error, formula_without_cached_value
    text: str


# An empty cell is the empty string; a date cell that shows no day is a PartialDate.
Value = str | int | float | bool | date | time | timedelta | PartialDate | Fault
Rows = list[list[Value]]


@dataclass(frozen=True, slots=True)
class Span:
    """A merged range; rows and columns count from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def width(self) -> int:
        """How many columns it covers."""
        return self.right - self.left + 1


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet.  Row 0, column 0 is A1, whatever was empty before the first cell."""

    name: str
    rows: Rows
    merges: tuple[Span, ...] = ()
    hidden: bool = False
    encoding: str = "unicode"  # what its texts were stored in before they were read
    merged_rows: dict[int, list[Span]] = field(default_factory=dict, compare=False)
    digest: str = field(default="", compare=False)  # of the rows, where it is known already
    _accented: list[frozenset[str]] = field(default_factory=list, init=False, compare=False)

    def value(self, row: int, column: int) -> Value:
        """Return the value of a cell; empty outside the used area."""
        if not (0 <= row < len(self.rows) and 0 <= column < len(self.rows[row])):
            return ""
        return self.rows[row][column]

    def text(self, row: int, column: int) -> str:
        """Return the cell as clean text, as a person would read it."""
        return as_text(self.value(row, column))

    def texts(self, row: int) -> Iterator[tuple[int, str]]:
        """Yield column and text of every cell of `row` that holds something."""
        for column, value in enumerate(self.rows[row]):
            if value != "" and (text := as_text(value)):
                yield column, text

    def accented(self) -> frozenset[str]:
        """Return the texts with a sign beyond ASCII, as they stand, each once.

        Looked for once: whoever searches all cells for words finds them among these.
        """
        if not self._accented:
            texts: set[str] = set()
            for start in range(0, len(self.rows), _ROWS_AT_ONCE):
                rows = self.rows[start : start + _ROWS_AT_ONCE]
                for column in zip_longest(*rows, fillvalue=""):
                    texts.update(_beyond_ascii(column))
            self._accented.append(frozenset(texts))
        return self._accented[0]

    def spans(self, row: int) -> list[Span]:
        """Return the merged ranges that touch `row`."""
        return self.merged_rows.get(row, [])

    def span_at(self, row: int, column: int) -> Span | None:
        """Return the merged range that covers a cell."""
        return next((s for s in self.spans(row) if s.left <= column <= s.right), None)

    def shared(self, row: int, column: int) -> tuple[int, int] | None:
        """Return the cell whose value a merged range shows here too; None = its own cell."""
        span = self.span_at(row, column) if self.merges else None
        own = span is None or (span.top, span.left) == (row, column)
        return None if own or span is None else (span.top, span.left)

    @property
    def width(self) -> int:
        """How many columns the widest row has."""
        return max((len(row) for row in self.rows), default=0)


def _beyond_ascii(column: Sequence[Value]) -> Iterable[str]:
    """Return the texts of a column with a sign beyond ASCII; most columns have none."""
    with suppress(TypeError):  # numbers or dates stand there, too
        if "".join(cast("Sequence[str]", column)).isascii():
            return ()
    return [text for text in {*column} if isinstance(text, str) and not text.isascii()]


def as_text(value: Value) -> str:
    """Return any cell value as clean text: numbers without ".0", dates day first."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    if isinstance(value, date):
        return f"{value.day:02d}/{value.month:02d}/{value.year:04d}"
    if isinstance(value, PartialDate):
        return value.vi
    return value.text if isinstance(value, Fault) else str(value)


@cache
def letter(column: int) -> str:
    """Return the letters of a column (0-based): 0 → A, 26 → AA."""
    head, tail = divmod(column, 26)
    return (letter(head - 1) if head else "") + chr(ord("A") + tail)


def column_index(cell: str) -> int:
    """Return the column (0-based) of an address: F17 → 5."""
    index = 0
    for sign in cell:
        if sign.isalpha():
            index = 26 * index + ord(sign) - ord("A") + 1
    return index - 1


def address(row: int, column: int) -> str:
    """Return the address of a cell (both 0-based): (16, 5) → F17."""
    return f"{letter(column)}{row + 1}"


def make_grid(
    name: str, rows: Rows, *, merges: tuple[Span, ...] = (), hidden: bool = False
) -> Grid:
    """Return a grid that knows which merged ranges touch a row."""
    by_row: dict[int, list[Span]] = {}
    for span in merges:
        for row in range(span.top, min(span.bottom + 1, len(rows))):
            by_row.setdefault(row, []).append(span)
    return Grid(name, rows, merges, hidden, merged_rows=by_row)
