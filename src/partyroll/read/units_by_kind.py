"""Which column names the units of a sheet that somebody called a list of units."""

from collections.abc import Callable

from partyroll.read.facts import TableKind
from partyroll.read.grid import Grid
from partyroll.read.heading_rows import is_heading
from partyroll.read.headings import Dictionary
from partyroll.read.meanings import Meaning
from partyroll.read.values import is_number

_OF_UNITS = frozenset({TableKind.UNITS, TableKind.HEADCOUNTS})
_NAMES = frozenset({"unit_name", "unit_cell"})
_SEARCHED = 40  # rows in which a heading is looked for
_LOOKED_AT = 20  # rows below it
_LETTERS = 3  # of a name at least; codes have fewer


def headings_by_kind(
    grid: Grid, kind: TableKind | None, dictionary: Dictionary
) -> dict[str, str]:
    """Return what headings that nobody knows mean in such a sheet; {} where a table is found.

    The first column of words names the units; of numbers without years, the first are counts.
    """
    rows = range(min(len(grid.rows) - 1, _SEARCHED))
    if kind not in _OF_UNITS or any(is_heading(grid, row, dictionary) for row in rows):
        return {}
    row = next((row for row in rows if _begins_a_table(grid, row)), None)
    if row is None:
        return {}
    meant = {c: dictionary.meaning(grid.value(row, c)) for c, _ in grid.texts(row)}
    known = {field for meaning in meant.values() for field in meaning.fields}
    found = {} if known & _NAMES else _name(grid, row, meant)
    years = any(meaning.year is not None for meaning in meant.values())
    if kind is TableKind.HEADCOUNTS and not years and "member_count" not in known:
        found |= _count(grid, row, meant)
    return found


def _name(grid: Grid, row: int, meant: dict[int, Meaning]) -> dict[str, str]:
    open_ = (c for c, meaning in meant.items() if not meaning.fields)
    names = [c for c in open_ if _holds(grid, row, c, _is_words)]
    return {grid.text(row, column): "unit_name" for column in names[:1]}


def _count(grid: Grid, row: int, meant: dict[int, Meaning]) -> dict[str, str]:
    open_ = (c for c, meaning in meant.items() if {*meaning.fields} <= {"total"})
    counts = [c for c in open_ if _holds(grid, row, c, is_number)]
    return {grid.text(row, column): "member_count" for column in counts[:1]}


def _begins_a_table(grid: Grid, row: int) -> bool:
    """Whether two cells or more stand side by side, and the row below fills as many."""
    own = {column for column, _ in grid.texts(row)}
    below = {column for column, _ in grid.texts(row + 1)}
    return len(own) >= 2 and len(own & below) >= 2


def _holds(grid: Grid, heading: int, column: int, fits: Callable[[str], bool]) -> bool:
    """Whether most of what stands below a heading is of one sort."""
    rows = range(heading + 1, min(len(grid.rows), heading + 1 + _LOOKED_AT))
    texts = [text for row in rows if (text := grid.text(row, column))]
    return 2 * sum(map(fits, texts)) > len(texts)


def _is_words(text: str) -> bool:
    return sum(map(str.isalpha, text)) >= _LETTERS
