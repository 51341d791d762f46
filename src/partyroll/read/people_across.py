"""Sheets with a month a row and a person a column: known as such, so that they can be told."""

from itertools import pairwise

from partyroll.read.grid import Grid, as_text
from partyroll.read.headings import Dictionary

_SEARCHED = 40
_MONTHS = 3  # rows of months from which a column counts
_PEOPLE = 2  # names across


def names_across(grid: Grid, dictionary: Dictionary) -> int | None:
    """Return the row of names above rows of months, each person in a column; or None."""
    for row in range(min(len(grid.rows), _SEARCHED)):
        names = [c for c, text in grid.texts(row) if _is_name(text, dictionary)]
        if len(names) < _PEOPLE or not _mostly(grid, row, names):
            continue
        if any(_months_down(grid, row, c, dictionary) for c in range(names[0])):
            return row
    return None


def _mostly(grid: Grid, row: int, names: list[int]) -> bool:
    """Whether nearly everything from the first name to the right is a name."""
    right = [column for column, _ in grid.texts(row) if column >= names[0]]
    return len(right) - len(names) <= max(1, len(names) // 4)


def _is_name(text: str, dictionary: Dictionary) -> bool:
    words = text.split()
    plain = 2 <= len(words) <= 6 and all(word.isalpha() for word in words)
    return (
        plain
        and all(word[0].isupper() for word in words)
        and not dictionary.meaning(text).known
    )


def _months_down(grid: Grid, row: int, column: int, dictionary: Dictionary) -> bool:
    """Whether the rows below a heading are months in order: "Tháng 1", 2, "T3"."""
    below = range(row + 1, len(grid.rows))
    texts = [as_text(grid.value(r, column)) for r in below if grid.text(r, column)]
    months = [dictionary.meaning(text).month for text in texts[:12]]
    counted = [month for month in months if month is not None]
    steps = all(later == month + 1 for month, later in pairwise(counted))
    return len(counted) >= _MONTHS and 2 * len(counted) > len(texts[:12]) and steps
