"""Rows that nobody sees who opens the workbook: read like all others, and told."""

from collections.abc import Iterable, Iterator, Mapping

from partyroll.model import Problem
from partyroll.read.body import Place
from partyroll.read.facts import Table
from partyroll.read.grid import column_index
from partyroll.read.remarks import Remark


def hidden_rows(
    file: str, tables: Iterable[Table], hidden: Mapping[str, tuple[range, ...]]
) -> Iterator[Problem]:
    """Yield, for each table that was read, how many of its people stand in `hidden` rows."""
    for table in tables:
        runs = hidden.get(table.sheet, ())
        held = sorted({row.row for row in table.rows if _within(row.row - 1, runs)})
        if held:
            first = column_index(next(iter(table.columns), "A"))
            found = f"dòng {', '.join(_spans(held))}"
            remark = Remark(first, "hidden_rows", found[:120], None, str(len(held)))
            yield Place(file, table.sheet).problem(held[0] - 1, remark)


def _within(row: int, runs: Iterable[range]) -> bool:
    return any(row in run for run in runs)


def _spans(rows: list[int]) -> Iterator[str]:
    """Yield neighbouring rows together: 5, 6, 7, 9 → "5-7", "9"."""
    start = before = rows[0]
    for row in [*rows[1:], 0]:
        if row != before + 1:
            yield str(start) if start == before else f"{start}-{before}"
            start = row
        before = row
