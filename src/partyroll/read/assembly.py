"""From sheets to tables: which kind each is, who reads it, what holds around it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from partyroll.messages import GUIDE_TITLE, TABLE_KIND
from partyroll.model import Problem
from partyroll.read.away import AwayReader
from partyroll.read.beside_rosters import beside_roster
from partyroll.read.block_books import ReadBlock, block_books
from partyroll.read.body import Body, Place, Progress, R, read_body, rows_below, set_aside
from partyroll.read.books import BookMonths, months_by_year, with_cells
from partyroll.read.candidates import CandidateReader
from partyroll.read.cells import Cells, Columns, Setting
from partyroll.read.dues import DuesBook
from partyroll.read.dues import positions as dues_positions
from partyroll.read.dues_blocks import BlockReader, month_above
from partyroll.read.exit_groups import Groups, with_groups
from partyroll.read.exits import ExitReader
from partyroll.read.facts import BookRow, SetAside, Table, TableKind
from partyroll.read.grid import Grid
from partyroll.read.headcounts import read_headcounts
from partyroll.read.heading_rows import nameless_heading
from partyroll.read.headings import Dictionary
from partyroll.read.lessons import Schooled, Teaching, school, with_lessons
from partyroll.read.lines import LineKind
from partyroll.read.meetings import MeetingBook
from partyroll.read.meetings import positions as meeting_positions
from partyroll.read.ratings import (
    RatingReader,
    knows_its_years,
    rating_columns,
    with_stages,
)
from partyroll.read.remarks import Remark
from partyroll.read.repeats import Found, without_repeats
from partyroll.read.rosters import RosterReader
from partyroll.read.stacked import read_stacked, several_lines_each
from partyroll.read.sums import count_remarks, money_remarks
from partyroll.read.surroundings import cells_of_sheets, workbook_parents
from partyroll.read.table_facts import Origin, skipped_sheet, table_of
from partyroll.read.tables import Block, find_blocks
from partyroll.read.titles import year_in_name
from partyroll.read.unheaded import unheaded_remarks
from partyroll.read.unit_lists import read_units
from partyroll.read.units import cell_in_sheet_name


@dataclass(frozen=True, slots=True)
class Result:
    """Everything the sheets of a workbook state."""

    tables: tuple[Table, ...]
    problems: tuple[Problem, ...]
    set_aside: tuple[SetAside, ...]
    lessons_used: frozenset[str] = frozenset()


class Reader:
    """Reads the sheets of one workbook."""

    def __init__(
        self,
        file: str,
        *,
        today: date,
        teaching: Teaching,
        epoch_1904: bool = False,
        sensitive: frozenset[str] = frozenset(),
        progress: Progress | None = None,
    ) -> None:
        self._file, self._today, self._teaching = file, today, teaching
        self._plain = Dictionary(teaching.headings)
        self._schooled: dict[str, Schooled] = {}  # by sheet
        self._epoch_1904, self._sensitive, self._progress = epoch_1904, sensitive, progress
        self._places: dict[str, str] = {}  # the cell that a sheet is named after
        self._monthly: list[ReadBlock] = []  # dues in a block a month: read, not yet joined

    def read(self, grids: list[Grid]) -> Result:
        """Return the tables of all sheets, each person of the file once."""
        schooled = [school(grid, self._plain, self._teaching) for grid in grids]
        grids = [one.grid for one in schooled]
        self._schooled = {one.grid.name: one for one in schooled}
        blocks = {
            n: [*find_blocks(one.grid, one.dictionary)] if not one.grid.hidden else []
            for n, one in enumerate(schooled)
        }
        self._places = cells_of_sheets(grids, blocks)
        parents = workbook_parents([b for own in blocks.values() for b in own])
        found: list[Found] = []
        for number, grid in enumerate(grids):
            if blocks[number]:
                for block in blocks[number]:
                    own = [*self._tables(block, parents)]
                    self._tell_unheaded(block, own)
                    found.extend(own)
            elif any(value != "" for row in grid.rows for value in row):
                found.append(self._skipped(grid))
            if self._progress:
                self._progress(grid.name, len(grid.rows), len(grid.rows))
        found = without_repeats([*found, *block_books(self._monthly)])
        return Result(
            tuple(with_lessons(f.table, self._schooled) for f in found),
            tuple(p for f in found for p in f.problems),
            tuple(s for f in found for s in f.set_aside),
            frozenset(text for one in schooled for text in one.used),
        )

    def _skipped(self, grid: Grid) -> Found:
        place = Place(self._file, grid.name)
        heading = None if grid.hidden else nameless_heading(grid, self._plain)
        if heading is not None:
            texts = " | ".join(text for _, text in grid.texts(heading))
            problem = place.problem(heading, Remark(0, "name_column_unknown", texts[:120]))
            aside = [*rows_below(grid, heading, "name_column_unknown")]
            return Found(skipped_sheet(self._file, grid), None, [problem], aside)
        if grid.text(0, 0).startswith(GUIDE_TITLE):  # our own page of how to fill in a form
            return Found(skipped_sheet(self._file, grid), None, [])
        code = "hidden_sheet" if grid.hidden else "sheet_skipped"
        problem = place.problem(0, Remark(0, code, grid.name))
        return Found(skipped_sheet(self._file, grid), None, [problem])

    def _tell_unheaded(self, block: Block, own: list[Found]) -> None:
        if own and own[0].table.rows:
            place = Place(self._file, block.grid.name)
            told = [place.problem(row, remark) for row, remark in unheaded_remarks(block)]
            own[0].problems.extend(told)

    # --- One block ------------------------------------------------------------------------
    def _tables(self, block: Block, parents: tuple[str, ...]) -> Iterator[Found]:
        kind = self._schooled[block.grid.name].kind_of(block)
        setting = self._setting(block, parents)
        origin = Origin(self._file, block, kind or TableKind.SKIPPED, setting)
        if self._schooled[block.grid.name].kind is TableKind.SKIPPED:
            yield self._not_read(origin, "skipped_as_taught")
        elif kind is None:
            yield self._question(origin, "kind_unclear")
        elif kind is TableKind.DUES and not block.head.months:
            self._monthly.append(self._block(origin))
        elif kind in {TableKind.DUES, TableKind.MEETINGS}:
            yield from self._books(origin)
        else:
            readers = {
                TableKind.ROSTER: self._roster,
                TableKind.EXITS: self._exits,
                TableKind.AWAY: self._away,
                TableKind.RATINGS: self._ratings,
                TableKind.CANDIDATES: self._candidates,
                TableKind.UNITS: self._units,
                TableKind.HEADCOUNTS: self._headcounts,
            }
            found = readers.get(kind, self._not_read)(origin)
            yield found
            if kind is TableKind.ROSTER:
                yield from beside_roster(origin, found, self._year(block), self._today)

    def _roster(self, origin: Origin) -> Found:
        roster, block = RosterReader(self._today, self._sensitive), origin.block
        if not several_lines_each(block):
            return self._found(origin, self._body(origin, roster))
        place = Place(self._file, block.grid.name)
        body = read_stacked(block, place, origin.setting, roster, self._progress)
        told = [*body.problems]
        return Found(table_of(origin, body.rows, body.count), block, told, [*body.set_aside])

    def _exits(self, origin: Origin) -> Found:
        origin = replace(origin, block=with_groups(origin.block))
        words = f"{origin.block.title.words} | {origin.block.grid.name}"
        exits = ExitReader(words, Groups(origin.block), self._today, self._sensitive)
        return self._found(origin, self._body(origin, exits))

    def _away(self, origin: Origin) -> Found:
        return self._found(origin, self._body(origin, AwayReader(self._today)))

    def _ratings(self, origin: Origin) -> Found:
        origin = replace(origin, block=with_stages(origin.block))
        block, year = origin.block, self._year(origin.block)
        if not rating_columns(block.head):
            return self._not_read(origin)
        if not knows_its_years(block.head, year):
            return self._question(origin, "year_unclear")
        return self._found(origin, self._body(origin, RatingReader(block, year, self._today)))

    def _candidates(self, origin: Origin) -> Found:
        return self._found(origin, self._body(origin, CandidateReader(self._today)))

    def _units(self, origin: Origin) -> Found:
        place = Place(self._file, origin.block.grid.name)
        return self._found(origin, read_units(origin.block, place, origin.setting))

    def _headcounts(self, origin: Origin) -> Found:
        block, place = origin.block, Place(self._file, origin.block.grid.name)
        year = self._year(block)
        return self._found(origin, read_headcounts(block, place, origin.setting, year))

    def _setting(self, block: Block, parents: tuple[str, ...]) -> Setting:
        by_sheet = cell_in_sheet_name(block.grid.name)
        return Setting(
            today=self._today,
            epoch_1904=self._epoch_1904,
            parents=block.title.parents or parents,
            unit=block.title.unit or by_sheet or self._places.get(block.grid.name, ""),
            origin="title" if block.title.unit else "sheet",
            sensitive=self._sensitive,
        )

    def _body(self, origin: Origin, read_row: Callable[[Cells], R | None]) -> Body[R]:
        place = Place(self._file, origin.block.grid.name)
        return read_body(origin.block, place, origin.setting, read_row, self._progress)

    def _found(self, origin: Origin, body: Body[R]) -> Found:
        place = Place(self._file, origin.block.grid.name)
        told = [place.problem(row, remark) for row, remark in count_remarks(origin.block)]
        table = table_of(origin, body.rows, body.count)
        return Found(table, origin.block, [*body.problems, *told], [*body.set_aside])

    def _not_read(self, origin: Origin, code: str = "") -> Found:
        usual = "layout_not_read" if origin.kind is TableKind.SKIPPED else "kind_not_read"
        clue = TABLE_KIND[origin.kind]
        remark = Remark(origin.block.head.columns[0].index, code or usual, "", None, clue)
        row = origin.block.head.rows[0]
        problem = Place(self._file, origin.block.grid.name).problem(row, remark)
        count = len(origin.block.of(LineKind.BODY))
        return Found(table_of(origin, (), count), origin.block, [problem])

    # --- Books ----------------------------------------------------------------------------
    def _books(self, origin: Origin) -> Iterator[Found]:
        head = origin.block.head
        dues = origin.kind is TableKind.DUES
        for months in months_by_year(head, self._year(origin.block), once=dues):
            if months.year is None:
                yield self._question(origin, "year_unclear")
            elif months.columns:
                yield self._book(origin, months)

    def _book(self, origin: Origin, months: BookMonths) -> Found:
        block = origin.block
        place = Place(self._file, block.grid.name)
        read_row: DuesBook | MeetingBook
        if origin.kind is TableKind.DUES:
            factor = block.title.money_factor
            read_row = DuesBook(block.grid, months, factor=factor, legend=block.legend)
            positions = dues_positions(months)
            told = [*count_remarks(block), *money_remarks(block, months.columns)]
        else:
            rows = [line.row for line in block.of(LineKind.BODY)]
            not_held = block.title.not_held
            read_row = MeetingBook(
                block.grid, months, rows, legend=block.legend, not_held=not_held
            )
            positions = meeting_positions(months)
            told = [*count_remarks(block)]
        body: Body[BookRow] = read_body(block, place, origin.setting, read_row, self._progress)
        if block.beside:  # the sheet's columns would name the other table's cells
            body = replace(body, rows=tuple(with_cells(row, positions) for row in body.rows))
        told.extend(_heading_remarks(months))
        problems = [*(place.problem(row, remark) for row, remark in told), *body.problems]
        table = table_of(origin, body.rows, body.count, months=months, positions=positions)
        return Found(table, block, problems, [*body.set_aside])

    def _block(self, origin: Origin) -> ReadBlock:
        """Read the lines of one block of a monthly dues book."""
        block = origin.block
        year, factor = self._year(block), block.title.money_factor
        month = month_above(block.title.words, block.grid.name, year)
        reader = BlockReader(
            block.grid, year=year, month=month, factor=factor, legend=block.legend
        )
        body: Body[BookRow] = self._body(origin, reader)
        return ReadBlock(origin, tuple(reader.lines), body, factor)

    def _year(self, block: Block) -> int | None:
        """Return the year a table is about; of several in its title the one named elsewhere."""
        if taught := self._schooled[block.grid.name].year:
            return taught
        years = block.title.years
        named = [year_in_name(block.grid.name), year_in_name(self._file)]
        if len(years) > 1:
            return next((year for year in named if year in years), None)
        return next(iter((*years, *(year for year in named if year))), None)

    def _question(self, origin: Origin, code: str) -> Found:
        """Set the rows of a table aside until somebody says what they are."""
        block = origin.block
        place = Place(self._file, block.grid.name)
        column = (block.head.months or block.head.columns)[0]
        told = Remark(column.index, code, column.text, None, block.grid.name)
        problem = place.problem(column.row, told)
        columns = Columns.of(block.head)
        aside: list[SetAside] = []
        for line in block.of(LineKind.BODY):
            cells = Cells(block.grid, line.row, columns, origin.setting)
            cells.remarks.append(Remark(column.index, code))
            aside.append(set_aside(place, cells))
        return Found(table_of(origin, (), len(aside)), block, [problem], aside)


def _heading_remarks(months: BookMonths) -> Iterator[tuple[int, Remark]]:
    for column in months.wrong:
        yield column.row, Remark(column.index, "month_out_of_range", column.text)
    for column in months.repeated:
        yield column.row, Remark(column.index, "duplicate_month", column.text)
