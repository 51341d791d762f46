"""Two tables next to each other in one sheet: each is read in its own columns."""

from dataclasses import replace
from itertools import pairwise

from partyroll.read.grid import Grid, Rows, make_grid
from partyroll.read.heads import Column, Head
from partyroll.text import same_key


def parts_of(head: Head) -> list[Head]:
    """Return the tables that share a row of headings; nearly always only one."""
    names = [column for column in head.columns if column.holds("full_name")]
    if len(names) < 2:
        return [head]
    starts = [_start(head, name) for name in names]
    starts[0] = 0
    bounds = [*starts, len(head.columns)]
    parts = [replace(head, columns=head.columns[a:b]) for a, b in pairwise(bounds)]
    if all(_numbered(part) for part in parts):
        return parts
    return parts if all(_alike(parts[0], part) for part in parts[1:]) else [head]


def _numbered(part: Head) -> bool:
    """Whether the rows of a part have a running number of their own."""
    return part.columns[0].holds("row_no") and len(part.columns) > 2


def _start(head: Head, name: Column) -> int:
    """Return where a table begins: at its running number, else at its name."""
    place = head.columns.index(name)
    before = head.columns[place - 1] if place else None
    return place - 1 if before is not None and before.holds("row_no") else place


def _alike(first: Head, other: Head) -> bool:
    """Whether two parts have the same headings, but for columns that one lacks."""
    own, others = ({same_key(c.text) for c in part.columns} for part in (first, other))
    books = min(len(first.months), len(other.months)) >= 3  # dues here, meetings there
    common = len(own & others)
    return common >= 2 and (books or common * 2 >= min(len(own), len(others)))


def masked(grid: Grid, head: Head, *, last: bool) -> Grid:
    """Return the sheet with nothing but the columns of one part; addresses stay as they are."""
    left = head.columns[0].index
    right = grid.width if last else head.columns[-1].index + 1
    blank: list[str] = [""] * left
    rows: Rows = [[*blank, *row[left:right]] for row in grid.rows]
    merges = tuple(s for s in grid.merges if left <= s.left and s.right < right)
    own = make_grid(grid.name, rows, merges=merges, hidden=grid.hidden)
    return replace(own, encoding=grid.encoding)
