"""Names in two columns, where the headings do not say so."""

from dataclasses import replace

from partyroll.read.grid import Grid
from partyroll.read.heads import Column
from partyroll.read.meanings import Meaning
from partyroll.text import fold

_SAMPLE = 40  # rows looked at


def with_family_name(grid: Grid, rows: list[int], columns: list[Column]) -> list[Column]:
    """Return the columns with the one left of a lone "Tên" as what it holds: "Lò Văn"."""
    given = next((c for c in columns if c.holds("given_name_part")), None)
    known = {field for c in columns for field in c.meaning.fields}
    if given is None or known & {"family_name_part", "full_name"}:
        return columns
    left = next((c for c in columns if c.index == given.index - 1), None)
    if left is None or left.meaning.known:
        return columns
    below = range(rows[-1] + 1, min(rows[-1] + 1 + _SAMPLE, len(grid.rows)))
    named = [row for row in below if grid.text(row, given.index).isalpha()]
    families = [row for row in named if grid.text(row, left.index).replace(" ", "").isalpha()]
    if 2 * len(families) <= len(named):
        return columns
    family = replace(left, meaning=Meaning(("family_name_part",)))
    return [family if column is left else column for column in columns]


def with_split_name(grid: Grid, rows: list[int], columns: list[Column]) -> list[Column]:
    """Return the columns with a name in two: one heading over "Lò Văn" and "An"."""
    name = next((c for c in columns if c.meaning.fields == ("full_name",)), None)
    if name is None or any(c.index == name.index + 1 for c in columns):
        return columns
    if grid.merges and not _reaches_over_two(grid, name):
        return columns
    below = range(rows[-1] + 1, min(rows[-1] + 1 + _SAMPLE, len(grid.rows)))
    named = [row for row in below if grid.text(row, name.index).replace(" ", "").isalpha()]
    given = [text for row in named if (text := grid.text(row, name.index + 1)).isalpha()]
    if 2 * len(given) <= len(named) or {fold(text) for text in given} <= {"nam", "nu", "x"}:
        return columns
    place = columns.index(name)
    family = Column(name.index, name.row, name.text, Meaning(("family_name_part",)))
    last = Column(name.index + 1, name.row, name.text, Meaning(("given_name_part",)))
    return [*columns[:place], family, last, *columns[place + 1 :]]


def _reaches_over_two(grid: Grid, name: Column) -> bool:
    span = grid.span_at(name.row, name.index)
    return span is not None and span.width >= 2
