"""Lists of units with their own ratings: a unit a row, years or stages as columns."""

from datetime import date

from partyroll.model import RatingStage
from partyroll.read.around_rows import Columns, Setting
from partyroll.read.body import Body, Place, examples, set_aside
from partyroll.read.cells import Cells
from partyroll.read.facts import SetAside, StatedRating, UnitRatingRow, UnitRef
from partyroll.read.grid import as_text
from partyroll.read.headcounts import named_unit
from partyroll.read.lines import LineKind
from partyroll.read.ratings import StatedRatings, level_stated, rating_columns
from partyroll.read.tables import Block
from partyroll.read.values import is_number

_UNITS = frozenset({"unit_name", "unit_cell", "unit_parent"})
_SAMPLE = 40
_RANK = {RatingStage.COMMITTEE: 0, RatingStage.CELL: 1}  # what a unit says of itself is none


def rates_units(block: Block) -> bool:
    """Whether a table says how units are rated, and not how many members have each level.

    Below a heading like "Xếp loại" no number stands; below a level, or a year, levels do.
    """
    if not block.head.fields & _UNITS:
        return False
    columns = rating_columns(block.head)
    cells = [
        (column, block.grid.value(line.row, column.index))
        for column in columns
        for line in block.of(LineKind.BODY)[:_SAMPLE]
        if block.grid.text(line.row, column.index)
    ]
    levels = [level_stated(column, value, block.legend) for column, value in cells]
    known = sum(level is not None for level in levels)
    if known:
        return 2 * known >= len(cells)
    plain = any(column.level is None and column.year is None for column in columns)
    return plain and not any(is_number(as_text(value)) for _, value in cells)


def read_unit_ratings(
    block: Block, place: Place, setting: Setting, year: int | None, today: date
) -> Body[UnitRatingRow]:
    """Return the ratings of every unit; a row without any, or without a unit, stays out."""
    columns, stated = Columns.of(block.head), StatedRatings(block, year, today)
    units: dict[tuple[str, ...], UnitRef] = {}
    rows: list[UnitRatingRow] = []
    aside: list[SetAside] = []
    told = [*examples(block)]
    for line in block.of(LineKind.BODY):
        cells = Cells(block.grid, line.row, columns, setting)
        if cells.holds_example():
            told.extend((line.row, remark) for remark in cells.remarks)
            aside.append(set_aside(place, cells))
            continue
        unit, ratings = named_unit(cells, units), stated(cells)
        if unit is None or not unit.name:
            continue
        if not ratings and not cells.remarks:
            field = "unit_name" if cells.has("unit_name") else "unit_cell"
            cells.say(field, "no_rating_stated")
        if cells.failed:
            aside.append(set_aside(place, cells))
        elif ratings:
            note = cells.text("note") if cells.has("note") else ""
            rows.append(UnitRatingRow(line.row + 1, unit, deciding(ratings), note))
        told.extend((line.row, remark) for remark in cells.remarks)
    problems = tuple(place.problem(row, remark) for row, remark in told)
    return Body(tuple(rows), problems, tuple(aside), len(block.of(LineKind.BODY)))


def deciding(ratings: tuple[StatedRating, ...]) -> tuple[StatedRating, ...]:
    """Return for each year the rating that counts: the higher body's before the unit's own."""
    found: dict[int, StatedRating] = {}
    for rating in sorted(ratings, key=lambda one: _RANK.get(one.stage, 2)):
        found.setdefault(rating.year, rating)
    return tuple(found.values())
