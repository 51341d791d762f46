"""Columns of another kind of list that few members of a roster fill.

A list is made for its people: most of its rows say what it is about, or its title does.
"""

import re

from partyroll.read.exit_columns import OF_EXITS
from partyroll.read.facts import TableKind
from partyroll.read.grid import as_text
from partyroll.read.lines import LineKind
from partyroll.read.not_members import leaving_in, spoken_lines
from partyroll.read.tables import Block
from partyroll.text import fold

_OF_MEMBERS = frozenset({"card_no", "admission_date", "official_date"})
_PREFIXES = {
    TableKind.TRANSFERS: ("transfer_", "away_"),
    TableKind.AWAY: ("away_",),
    TableKind.AWARDS: ("award_", "awards", "discipline", "exit_decision_"),
    TableKind.DISCIPLINE: ("discipline", "exit_decision_", "exit_reason"),
    TableKind.SUPPORT: ("support_",),
}
_TITLES = {
    TableKind.TRANSFERS: r"\bchuyen\b",
    TableKind.AWAY: r"\bdi (?:lam|hoc|xa)\b|\bdang di\b|\bo xa\b|\bvang\b|\bnuoc ngoai\b",
    TableKind.AWARDS: (
        r"\bkhen\b|\bhuy hieu\b|\bbieu duong\b|\bdien hinh\b|\btang\b|\bky luat\b"
    ),
    TableKind.DISCIPLINE: r"\bky luat\b|\bvi pham\b",
    TableKind.SUPPORT: r"\bgiup\b|\bkho khan\b|\bngheo\b|\bxuat ngu\b|\bphuc vien\b",
}


def is_roster_all_the_same(block: Block, kind: TableKind) -> bool:
    """Whether `block`, by its columns of `kind`, is a roster of which few fill them."""
    if not block.head.fields & _OF_MEMBERS or _is_named_after(block, kind):
        return False
    if block.of(LineKind.GROUP) or block.of(LineKind.NOTE):
        return False
    return few_fill(block, kind)


def few_fill(block: Block, kind: TableKind) -> bool:
    """Whether fewer than half of the rows say anything in the columns of `kind`."""
    columns = [
        column.index
        for column in block.head.columns
        if any(_is_of(kind, field) for field in column.meaning.fields)
    ]
    rows = [line.row for line in block.of(LineKind.BODY)]
    told = sum(any(as_text(block.grid.value(row, c)) for c in columns) for row in rows)
    return 2 * told < len(rows)


def _is_named_after(block: Block, kind: TableKind) -> bool:
    lines = [*spoken_lines([*block.title.words.split(" | "), fold(block.grid.name)])]
    if kind is TableKind.EXITS:
        return leaving_in(lines) != ""
    pattern = _TITLES.get(kind)
    return pattern is None or any(re.search(pattern, line) for line in lines)


def _is_of(kind: TableKind, field: str) -> bool:
    return field in OF_EXITS if kind is TableKind.EXITS else field.startswith(_PREFIXES[kind])
