"""Month columns that nobody filled in: noughts and empty boxes that a form was drawn with."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from partyroll.read.books import BookMonths
from partyroll.read.grid import Grid, Value, make_grid
from partyroll.read.heads import Column
from partyroll.read.lines import LineKind
from partyroll.read.remarks import Remark
from partyroll.read.tables import Block

_FEWEST: Final = 3  # people; a column of two noughts may well be two debts
Told = tuple[int, Remark]


def without_unfilled(block: Block, months: BookMonths, today: date) -> tuple[Block, list[Told]]:
    """Return a book whose columns of bare noughts are blank, and what is to be said of them.

    A nought typed as a number says a debt, unless everybody has one in that month or the month
    had not begun when the book was made.
    """
    rows, rate = [line.row for line in block.of(LineKind.BODY)], block.head.at("dues_rate")
    owing = [row for row in rows if rate < 0 or not _is_nought(block.grid.value(row, rate))]
    made = block.book_date or today
    unfilled = [
        column
        for column in months.columns
        if not column.meaning.tally and _is_unfilled(block.grid, owing, column, months, made)
    ]
    if not unfilled:
        return block, []
    places = {column.index for column in unfilled}
    first = unfilled[0]
    told = [(first.row, Remark(first.index, "nobody_filled_in", _named(unfilled)))]
    return replace(block, grid=_blanked(block.grid, rows, places)), told


def _is_unfilled(
    grid: Grid, rows: list[int], column: Column, months: BookMonths, made: date
) -> bool:
    begun = (months.year or 0, column.meaning.month or 0) <= (made.year, made.month)
    if begun and len(rows) < _FEWEST:
        return False
    values = (grid.value(row, column.index) for row in rows)
    if begun:
        return all(map(_is_nought, values))
    return any(map(_is_nought, values))


def _is_nought(value: Value) -> bool:
    return isinstance(value, (int, float)) and value == 0


def _named(columns: Iterable[Column]) -> str:
    return ", ".join(" ".join(column.text.split()) for column in columns)[:120]


def _blanked(grid: Grid, rows: Iterable[int], places: set[int]) -> Grid:
    blank = {*rows}
    new = [
        [*_without_noughts(values, places)] if row in blank else values
        for row, values in enumerate(grid.rows)
    ]
    return make_grid(grid.name, new, merges=grid.merges, hidden=grid.hidden)


def _without_noughts(values: list[Value], places: set[int]) -> Iterator[Value]:
    for place, value in enumerate(values):
        yield "" if place in places and _is_nought(value) else value
