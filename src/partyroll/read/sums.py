"""The sums a table states, compared with its rows: a difference is told, never corrected."""

import re
from collections.abc import Iterator
from math import isfinite

from partyroll.read.dues_cells import DuesReader
from partyroll.read.grid import Grid, Value
from partyroll.read.heads import Column
from partyroll.read.lines import Line, LineKind
from partyroll.read.remarks import Remark
from partyroll.read.tables import Block
from partyroll.read.units import is_upper_unit
from partyroll.text import fold, thousands

_PEOPLE = re.compile(r"(\d+)\s*(?:d/c|dong chi|dang vien|dv|nguoi)\b")

_WORDS = DuesReader(year=2000)  # only the sums in words matter here
Added = dict[int, tuple[int, int]]  # column → with the sums in words, and as Excel's SUM adds
Told = tuple[int, Remark]  # the row (0-based) and what to say


def count_remarks(block: Block) -> Iterator[Told]:
    """Yield the counts of people ("Cộng chi bộ: 7 đ/c") that the rows do not bear out.

    A section says its count before its rows: "Chi bộ: Thôn Đông (12 đ/c)".
    """
    everybody = since_section = 0
    section: Line | None = None
    for line in block.lines:
        if line.kind is LineKind.BODY:
            everybody, since_section = everybody + 1, since_section + 1
        elif line.kind is LineKind.SECTION:
            yield from _section_count(section, since_section)
            section, since_section = line, 0
        elif line.kind is LineKind.TOTAL and (found := _PEOPLE.search(fold(line.text))):
            stated = int(found[1])
            if stated not in {everybody, since_section}:
                clue = f"có {since_section} dòng"
                yield line.row, Remark(line.column, "total_mismatch", line.text, None, clue)
    yield from _section_count(section, since_section)


def _section_count(section: Line | None, rows: int) -> Iterator[Told]:
    found = _PEOPLE.search(fold(section.text)) if section else None
    # A committee's section has its cells' sections below it, not its people.
    if section is None or found is None or int(found[1]) == rows or is_upper_unit(section.text):
        return
    clue = f"có {rows} dòng"
    yield section.row, Remark(section.column, "total_mismatch", section.text, None, clue)


def money_remarks(block: Block, months: tuple[Column, ...]) -> Iterator[Told]:
    """Yield the sums of money that differ from the cells they add up."""
    sums = block.head.all("total")
    lines = _totals_last(block)
    if not sums and not any(line.kind is LineKind.TOTAL for line in lines):
        return
    running: Added = {}
    section: Added = {}
    for line in lines:
        if line.kind is LineKind.SECTION:
            section = {}
        elif line.kind is LineKind.BODY:
            yield from _across(block.grid, line, months, sums)
            for column in months:
                value = block.grid.value(line.row, column.index)
                for totals in (running, section):
                    totals[column.index] = _add(totals.get(column.index, (0, 0)), value)
        elif line.kind is LineKind.TOTAL:
            yield from _down(block.grid, line, months, (running, section))


def _totals_last(block: Block) -> list[Line]:
    """Return the rows with a total above everybody behind them: it adds them up as well."""
    above = []
    for line in block.lines:
        if line.kind is LineKind.BODY:
            break
        above += [line] if line.kind is LineKind.TOTAL else []
    return (
        [*(line for line in block.lines if line not in above), *above]
        if above
        else [*block.lines]
    )


def _across(
    grid: Grid, line: Line, months: tuple[Column, ...], sums: tuple[Column, ...]
) -> Iterator[Told]:
    own = [c for c in sums if isinstance(grid.value(line.row, c.index), float)]
    if not own:
        return
    added = (0, 0)
    for column in months:
        added = _add(added, grid.value(line.row, column.index))
    for column in own:
        stated = _amount(grid.value(line.row, column.index))
        if stated and stated not in added:
            yield line.row, _mismatch(column.index, stated, added[0])


def _down(
    grid: Grid, line: Line, months: tuple[Column, ...], totals: tuple[Added, ...]
) -> Iterator[Told]:
    for column in months:
        stated = _amount(grid.value(line.row, column.index))
        added = [sum_ for total in totals for sum_ in total.get(column.index, (0, 0))]
        if stated and stated not in added:
            yield line.row, _mismatch(column.index, stated, added[0])


def _add(added: tuple[int, int], value: Value) -> tuple[int, int]:
    amount = _amount(value)
    return added[0] + amount, added[1] + (0 if isinstance(value, str) else amount)


def _mismatch(column: int, stated: int, added: int) -> Remark:
    clue = f"cộng lại là {thousands(added)}"
    return Remark(column, "total_mismatch", thousands(stated), None, clue)


def _amount(value: Value) -> int:
    if isinstance(value, bool) or value == "":
        return 0
    if isinstance(value, (int, float)):
        return int(value) if isfinite(value) else 0
    if not isinstance(value, str):
        return 0
    return _WORDS.read(value, 1).amount or 0  # "40.000 (nộp bù T1-T3)" adds its sum
