"""Rating lists in every layout: years as columns, levels as columns, stages as columns."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from partyroll.model import RatingLevel, RatingStage, Severity
from partyroll.read.cells import Cells
from partyroll.read.facts import RatingRow, StatedRating, StatedRemark, UnitRef
from partyroll.read.grid import Value, as_text
from partyroll.read.heads import Column, Head
from partyroll.read.levels import level_in, level_of
from partyroll.read.lines import LineKind
from partyroll.read.meanings import Meaning
from partyroll.read.remarks import Remark
from partyroll.read.synonyms import own_word
from partyroll.read.tables import Block
from partyroll.read.values import fault_code, is_mark, read_card, read_national_id
from partyroll.rules.rating.names import may_mean_unfit
from partyroll.text import fold

_STAGES = {
    "rating_self": RatingStage.SELF,
    "rating_cell": RatingStage.CELL,
    "rating": RatingStage.COMMITTEE,
    "not_rated_reason": RatingStage.COMMITTEE,
    "year_column": RatingStage.COMMITTEE,
}
# "Tự xếp loại | Chi bộ | Đảng ủy": a body's name over levels is a stage, over names a unit.
_BODIES = {
    "unit_cell": "rating_cell",
    "unit_parent": "rating",
    "unit_name": "rating",
    "position_party": "rating",
}
# Who remarks, by the column; a column of its own may name the place.
REMARK_PLACES = {"remark_home": "nơi cư trú", "remark_host": "nơi tạm trú"}
_NOTHING = frozenset({"", "-", "--", "–", "0"})
_SAMPLE = 40


@dataclass(frozen=True, slots=True)
class RatingColumn:
    """A column of ratings: whose, of which year; `level` where it is ticked."""

    index: int
    stage: RatingStage
    year: int | None
    level: RatingLevel | None
    heading: str


def with_stages(block: Block) -> Block:
    """Return the block, its columns of a body's name over levels understood as a stage."""
    columns = tuple(_as_stage(block, column) for column in block.head.columns)
    return replace(block, head=Head(block.head.rows, columns))


def _as_stage(block: Block, column: Column) -> Column:
    stage = next((_BODIES[f] for f in column.meaning.fields if f in _BODIES), None)
    stage = stage or own_word("in_ratings", column.text)
    if not stage:
        return column
    if not holds_levels(block, column):
        return column
    return Column(column.index, column.row, column.text, Meaning((stage,)))


def rates_in_short_words(block: Block) -> bool:
    """Whether levels stand under a heading that says little by itself: "Mức", "Loại"."""
    short = [c for c in block.head.columns if own_word("in_ratings", c.text)]
    return any(holds_levels(block, column) for column in short)


def holds_levels(block: Block, column: Column) -> bool:
    """Whether most of what stands in a column names a level."""
    lines = block.of(LineKind.BODY)[:_SAMPLE]
    texts = [text for line in lines if (text := block.grid.text(line.row, column.index))]
    levels = sum(level_in(text, block.legend) is not None for text in texts)
    return 2 * levels > len(texts)


def rating_columns(head: Head) -> tuple[RatingColumn, ...]:
    """Return the columns that hold ratings, from the left."""
    return tuple(found for column in head.columns for found in _rating_column(column))


def _rating_column(column: Column) -> Iterator[RatingColumn]:
    for field in column.meaning.fields:
        if field in _STAGES:
            heading = column.text.rpartition("›")[2].strip()
            not_rated = field == "not_rated_reason"
            level = RatingLevel.NOT_RATED if not_rated else level_of(heading)
            yield RatingColumn(
                column.index, _STAGES[field], column.meaning.year, level, heading
            )
            return


def knows_its_years(head: Head, year: int | None) -> bool:
    """Whether every rating of a table can be given a year."""
    columns = rating_columns(head)
    own = bool(columns) and all(column.year is not None for column in columns)
    return own or year is not None or head.first("year") is not None


class StatedRatings:
    """Reads what the columns of one table say of ratings, row by row."""

    def __init__(self, block: Block, year: int | None, today: date) -> None:
        self._grid, self._legend = block.grid, block.legend
        self._columns = rating_columns(block.head)
        self._year, self._today = year, today

    def __call__(self, cells: Cells) -> tuple[StatedRating, ...]:
        """Return the ratings of a row; what is wrong stands in the row's remarks."""
        stated: dict[tuple[int, RatingStage], StatedRating] = {}
        unknown: list[Remark] = []
        for column in self._columns:
            self._state(cells, column, stated, unknown)
        # A row of which nothing could be read stays outside, with its text.
        lost = Severity.WARNING if stated else Severity.ERROR
        cells.remarks += [remark._replace(severity=lost) for remark in unknown]
        return tuple(stated.values())

    def _state(
        self,
        cells: Cells,
        column: RatingColumn,
        stated: dict[tuple[int, RatingStage], StatedRating],
        unknown: list[Remark],
    ) -> None:
        value = self._grid.value(cells.row, column.index)
        text = as_text(value)
        if fold(text) in _NOTHING:
            return
        level = level_stated(column, value, self._legend)
        if level is None:
            code = fault_code(value) or "unknown_rating"
            unknown.append(Remark(column.index, code, text[:120]))
            return
        year = column.year or self.row_year(cells)
        if year is None:
            cells.remarks.append(Remark(column.index, "rating_year_missing", text[:120]))
            return
        if year > self._today.year:
            cells.remarks.append(Remark(column.index, "rating_in_future", str(year)))
        written = column.heading if is_mark(value) else text
        if level is RatingLevel.NOT_COMPLETE and may_mean_unfit(written):
            cells.remarks.append(Remark(column.index, "unfit_unclear", written[:120]))
        rating = StatedRating(year, level, written, column.stage)
        before = stated.setdefault((year, column.stage), rating)
        if before.level is not level:
            cells.remarks.append(Remark(column.index, "two_ratings", text[:120]))

    def row_year(self, cells: Cells) -> int | None:
        """Return the year that a row is about, where its columns do not say it."""
        if not cells.has("year"):
            return self._year
        text = as_text(cells.value("year"))
        if not text:
            return self._year
        return int(text) if text.isdecimal() and 1930 <= int(text) <= 2100 else None


def level_stated(
    column: RatingColumn, value: Value, legend: Mapping[str, str]
) -> RatingLevel | None:
    """Return the level that a cell states, by its words or by a tick below a level."""
    if fault_code(value):
        return None
    if column.level is None:
        return level_in(as_text(value), legend)
    if is_mark(value):
        return column.level
    if column.level is RatingLevel.NOT_RATED:  # the column may hold the reason in words
        return None if level_of(as_text(value)) else RatingLevel.NOT_RATED
    level = level_in(as_text(value), legend)
    return level if level is column.level else None


class RatingReader:
    """Reads the rows of one rating list."""

    def __init__(self, block: Block, year: int | None, today: date) -> None:
        self._stated = StatedRatings(block, year, today)
        self._units: dict[tuple[str, ...], UnitRef] = {}

    def __call__(self, cells: Cells) -> RatingRow | None:
        """Return the ratings of a row; what is wrong stands in the row's remarks."""
        name = cells.required_name()
        stated = self._stated(cells)
        remarks = tuple(self._remarks(cells, stated))
        if name and not (stated or remarks or cells.remarks):
            cells.say("full_name", "no_rating_stated")
        return RatingRow(
            row=cells.row + 1,
            full_name=name,
            ratings=stated,
            unit=cells.unit(self._units),
            birth_date=cells.day("birth_date"),
            card_no=cells.number("card_no", read_card),
            national_id=cells.number("national_id", read_national_id),
            note=cells.text("note") if cells.has("note") else "",
            remarks=remarks,
        )

    def _remarks(
        self, cells: Cells, stated: tuple[StatedRating, ...]
    ) -> Iterator[StatedRemark]:
        """Yield what places of stay say; of the year of the row, else of its only rating."""
        years = {rating.year for rating in stated}
        year = next(iter(years)) if len(years) == 1 else self._stated.row_year(cells)
        named = cells.text("remark_place") if cells.has("remark_place") else ""
        for field, place in REMARK_PLACES.items():
            text = cells.text(field) if cells.has(field) else ""
            if not text or fold(text) in _NOTHING:
                continue
            if year is None:
                cells.say(field, "remark_year_missing", severity=Severity.WARNING)
            else:
                yield StatedRemark(year, named or place, text)
