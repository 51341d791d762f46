"""Books whose months go from December on to January: which year each month is of."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from partyroll.read.heads import Column, Head
from partyroll.read.tables import Block
from partyroll.read.titles import two_years

_DECEMBER: Final = 12


def dated_months(block: Block, file: str) -> Head | None:
    """Return the heading of a table with the year of each month where they cross a new year.

    None where neither the headings nor the words around say which two years they are.
    """
    head = block.head
    columns = [c for c in head.months if c.meaning.month]
    turn = _turn(columns)
    if not turn:
        return head
    later = {column.index: place >= turn for place, column in enumerate(columns)}
    starts = {c.meaning.year - later[c.index] for c in columns if c.meaning.year}
    starts = starts or {*two_years(block.title.words, block.grid.name, Path(file).name)[:1]}
    if len(starts) != 1:
        return head if all(c.meaning.year for c in columns) else None
    (start,) = starts
    years = {index: start + after for index, after in later.items()}
    return replace(head, columns=tuple(_of_year(c, years.get(c.index)) for c in head.columns))


def _of_year(column: Column, year: int | None) -> Column:
    if year is None:
        return column
    return replace(column, meaning=replace(column.meaning, year=year))


def _turn(columns: Sequence[Column]) -> int:
    """Return the place of the one January that follows a December; 0 = all is one year."""
    numbers = [column.meaning.month or 0 for column in columns]
    falls = [n for n in range(1, len(numbers)) if numbers[n] < numbers[n - 1]]
    if len(falls) != 1:
        return 0
    turn = falls[0]
    again = {*numbers[:turn]} & {*numbers[turn:]}
    crosses = columns[turn - 1].meaning.months[-1] == _DECEMBER and numbers[turn] == 1
    return turn if crosses and not again else 0
