"""Rows of a dues book whose cells say all in a letter and a sum: nearly every row of a book.

Twelve cells of one row come again in others ("10.000" all year, "x" all year), so that what
they say together is remembered.
"""

from collections.abc import Mapping
from typing import NamedTuple

from partyroll.model import Letter
from partyroll.read.dues_cells import DuesReader
from partyroll.read.grid import Value
from partyroll.read.heads import Column

_ROWS_KEPT = 20_000


class PlainMonths(NamedTuple):
    """Twelve months that need no further look; `paid` cells hold `amount` đồng each."""

    letters: str
    amounts: tuple[int | None, ...]
    amount: int | None
    paid: int

    def agree_with(self, rate: int | None) -> bool:
        """Whether the sums are the stated rate, or the rate is not stated."""
        return rate is None or self.amount in {None, rate}


class PlainRows:
    """Knows the plain rows of one book, whose cells stand for one month each."""

    def __init__(self, reader: DuesReader, columns: Mapping[int, Column]) -> None:
        self._reader = reader
        self._months = tuple(columns)
        self.places = tuple(column.index for column in columns.values())
        self._seen: dict[tuple[object, ...], PlainMonths | None] = {}

    def of(self, values: list[Value]) -> PlainMonths | None:
        """Return the months of a row; None where some cell wants to be looked at."""
        width = len(values)
        cells = tuple([values[place] if place < width else "" for place in self.places])
        # True equals 1 as a key and says something else.
        key = (cells, *map(type, cells))
        if key in self._seen:
            return self._seen[key]
        months = self._read(cells)
        if len(self._seen) < _ROWS_KEPT:
            self._seen[key] = months
        return months

    def _read(self, cells: tuple[Value, ...]) -> PlainMonths | None:
        letters: list[str] = [Letter.BLANK] * 12
        amounts: list[int | None] = [None] * 12
        for month, value in zip(self._months, cells, strict=True):
            cell = self._reader.read(value, month)
            if cell.code or not cell.plain:
                return None
            letters[month - 1], amounts[month - 1] = cell.letter, cell.amount
        paid = [place for place, amount in enumerate(amounts) if amount]
        sums = {amounts[place] for place in paid}
        in_a_row = bool(paid) and paid[-1] - paid[0] == len(paid) - 1
        if paid and (len(paid) < 2 or len(sums) > 1 or not in_a_row):
            return None  # what is usual has to be asked
        return PlainMonths("".join(letters), tuple(amounts), next(iter(sums), None), len(paid))
