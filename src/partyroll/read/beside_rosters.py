"""What further columns of a roster say: ratings, stays away, praise, exits, beside the people.

The people are the roster's; what is odd in these columns is told and costs nobody's row.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from partyroll.model import ExitKind, Problem, Severity
from partyroll.read.awards import AwardReader, award_columns, with_badges
from partyroll.read.away import AwayReader
from partyroll.read.body import Body, Place, read_body
from partyroll.read.cells import Cells
from partyroll.read.exit_columns import OF_EXITS, SAYS_LEFT, of_roster
from partyroll.read.exits import reader_beside
from partyroll.read.facts import AwardRow, AwayRow, ExitRow, RatingRow, TableKind
from partyroll.read.few_filled import few_fill
from partyroll.read.heads import Column, Head
from partyroll.read.ratings import (
    RatingReader,
    holds_levels,
    knows_its_years,
)
from partyroll.read.remarks import Remark
from partyroll.read.repeats import Found
from partyroll.read.stacked import several_lines_each
from partyroll.read.table_facts import Origin, table_of
from partyroll.read.tables import Block
from partyroll.text import fold

_RATINGS = frozenset({"rating", "rating_self", "rating_cell"})
_AWAY = frozenset({"away_place", "away_transferred", "away_confirmed"})
_AWAY_TOO = _AWAY | {
    *("away_from", "away_to", "away_returned"),
    *("away_contact", "away_contacted", "away_paper"),
}
_PRAISE = frozenset({"award_form", "awards", "award_example", "badge_no", "award_on"})
_PRAISED = re.compile(r"huy hieu|khen thuong|bieu duong")
Row = RatingRow | AwayRow | AwardRow | ExitRow


def beside_roster(
    origin: Origin, roster: Found, year: int | None, today: date
) -> Iterator[Found]:
    """Yield the lists that stand in further columns of a roster that was read."""
    block = of_roster(origin.block)
    rated = _only(block, [c for c in block.head.columns if _is_rating(block, c)])
    if rated is not None and not knows_its_years(rated.head, year):
        roster.problems.append(_year_missing(origin, rated.head))
    elif rated is not None:
        ratings = RatingReader(rated, year, today)
        yield _list(origin, rated, TableKind.RATINGS, ratings, roster)
    if block.head.fields & _AWAY:
        yield _list(origin, block, TableKind.AWAY, AwayReader(today, beside=True), roster)
    if _says_who_left(block):
        yield _list(origin, block, TableKind.EXITS, reader_beside(block, today), roster)
    if block.head.fields & _PRAISE and _PRAISED.search(block.title.words):
        praised = with_badges(block)
        awards = AwardReader(block.title.words, award_columns(praised.head), today)
        yield _list(origin, praised, TableKind.AWARDS, awards, roster)


def read_beside(block: Block) -> frozenset[str]:
    """Return the fields beside the people of a roster that are read, with or for them."""
    fields, found = block.head.fields, {"declared_out"}
    if _says_who_left(block):
        found |= OF_EXITS
    if fields & _AWAY or "status" in fields:
        found |= _AWAY_TOO
    if _PRAISED.search(block.title.words):
        found |= _PRAISE
    return frozenset(found)


def _says_who_left(block: Block) -> bool:
    """Whether columns say who of the people left; what most rows fill says something else."""
    leaving = block.head.fields & SAYS_LEFT and not several_lines_each(block)
    return bool(leaving) and few_fill(block, TableKind.EXITS)


def _is_rating(block: Block, column: Column) -> bool:
    if set(column.meaning.fields) & _RATINGS:
        return True
    named = "xep loai" in fold(column.text)
    return column.holds("year_column") and (named or holds_levels(block, column))


def _only(block: Block, rated: list[Column]) -> Block | None:
    """Return the block without columns of years that hold no ratings; None = no ratings."""
    if not rated:
        return None
    columns = tuple(
        column
        for column in block.head.columns
        if column in rated or not column.holds("year_column")
    )
    return replace(block, head=Head(block.head.rows, columns))


def _year_missing(origin: Origin, head: Head) -> Problem:
    column = next(c for c in head.columns if set(c.meaning.fields) & _RATINGS)
    remark = Remark(column.index, "rating_year_missing", column.text, Severity.WARNING)
    return Place(origin.file, origin.block.grid.name).problem(column.row, remark)


def _list(
    origin: Origin,
    block: Block,
    kind: TableKind,
    read_row: Callable[[Cells], Row | None],
    roster: Found,
) -> Found:
    place = Place(origin.file, block.grid.name)
    body: Body[Row] = read_body(block, place, origin.setting, read_row)
    taken = {row.row for row in roster.table.rows}
    rows = tuple(
        _without_note(row) for row in body.rows if row.row in taken and _says_something(row)
    )
    letters = {column.letter for column in block.head.columns if _is_own(kind, column)}
    told = [
        replace(problem, severity=Severity.WARNING)
        for problem in body.problems
        if problem.cell.rstrip("0123456789") in letters and problem.row in taken
    ]
    about = replace(origin, block=block, kind=kind)
    return Found(table_of(about, rows, len(rows)), block, told)


def _is_own(kind: TableKind, column: Column) -> bool:
    own = {
        TableKind.AWAY: _AWAY_TOO,
        TableKind.AWARDS: _PRAISE,
        TableKind.EXITS: OF_EXITS,
    }.get(kind, _RATINGS | {"year_column"})
    return bool(set(column.meaning.fields) & own)


def _says_something(row: Row) -> bool:
    if isinstance(row, RatingRow):
        return bool(row.ratings)
    if isinstance(row, AwardRow):
        return bool(row.awards)
    if isinstance(row, ExitRow):
        return row.kind is not ExitKind.LEFT_UNSTATED or row.event_date is not None
    return bool(row.place or row.since or row.confirmed_on) or row.transferred is not None


def _without_note(row: Row) -> Row:
    """Return a rating or praise without the row's note: that is said of the person."""
    return row if isinstance(row, AwayRow | ExitRow) else replace(row, note="")
