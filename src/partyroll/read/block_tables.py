"""From a block of a sheet to its tables: which kind it is, and who reads it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from partyroll.messages import TABLE_KIND
from partyroll.read.around_rows import Columns, Setting
from partyroll.read.awards import AwardReader, award_columns, with_badges
from partyroll.read.away import AwayReader
from partyroll.read.beside_rosters import beside_roster, read_beside
from partyroll.read.block_books import ReadBlock
from partyroll.read.body import Body, Place, Progress, R, read_body, rows_below, set_aside
from partyroll.read.books import BookMonths, months_by_year, with_cells
from partyroll.read.candidates import CandidateReader
from partyroll.read.cells import Cells
from partyroll.read.declared import DeclaredTable, read_declared
from partyroll.read.discipline import DisciplineReader
from partyroll.read.doubts import Unclear
from partyroll.read.dues import DuesBook
from partyroll.read.dues import positions as dues_positions
from partyroll.read.dues_blocks import BlockReader, month_above
from partyroll.read.excuse_columns import with_excuse_columns
from partyroll.read.excuses import ExcuseReader
from partyroll.read.exit_columns import of_roster, with_bare_days
from partyroll.read.exit_groups import with_groups
from partyroll.read.exits import READS as EXITS_READ
from partyroll.read.exits import exit_reader
from partyroll.read.facts import BookRow, SetAside, TableKind
from partyroll.read.footnotes import with_footnotes
from partyroll.read.headcounts import read_headcounts
from partyroll.read.heads import NAME_FIELDS
from partyroll.read.holidays import HolidayReader
from partyroll.read.kinds import words_around
from partyroll.read.lessons import Schooled
from partyroll.read.lines import LineKind
from partyroll.read.meeting_counts import counted_months
from partyroll.read.meetings import MeetingBook
from partyroll.read.meetings import positions as meeting_positions
from partyroll.read.name_pieces import without_pieces
from partyroll.read.new_year import dated_months
from partyroll.read.one_meeting import as_one_meeting
from partyroll.read.parted_books import blank_remarks, books_in, heading_remarks, years_differ
from partyroll.read.ratings import (
    REMARK_PLACES,
    RatingReader,
    knows_its_years,
    rating_columns,
    with_stages,
)
from partyroll.read.remarks import Remark
from partyroll.read.repeats import Found
from partyroll.read.roster_groups import by_groups, with_roster_groups
from partyroll.read.rosters import RosterReader
from partyroll.read.stacked import read_stacked, several_lines_each
from partyroll.read.sums import count_remarks, money_remarks
from partyroll.read.support import SupportReader
from partyroll.read.table_facts import Origin, table_of
from partyroll.read.tables import Block
from partyroll.read.titles import year_in_name
from partyroll.read.unfilled import without_unfilled
from partyroll.read.unit_lists import read_units
from partyroll.read.unit_ratings import read_unit_ratings
from partyroll.read.units import cell_in_sheet_name
from partyroll.read.units_above import with_units_above

_NOT_READ = {
    TableKind.SKIPPED: "layout_not_read",
    TableKind.TRANSFERS: "transfers_not_read",
}

_CELLS_OF_A_ROW = 3


class BlockTables:
    """Reads the blocks of one workbook.

    `around` holds for all of them, `places` are the cells that sheets are named after.  Blocks
    of dues, one a month, are kept in `monthly` until all of them can be joined.
    """

    def __init__(
        self,
        file: str,
        around: Setting,
        schooled: Mapping[str, Schooled],
        places: Mapping[str, str],
        progress: Progress | None = None,
    ) -> None:
        self._file, self._around, self._progress = file, around, progress
        self._schooled, self._places = schooled, places  # both by sheet
        self.monthly: list[ReadBlock] = []

    def tables_of(self, block: Block) -> Iterator[Found]:
        """Yield the tables of `block`; a block of a monthly book goes to `monthly`."""
        block = as_one_meeting(block, self._year(block))
        for book in books_in(block):
            yield from self._tables_of(book)

    def _tables_of(self, block: Block) -> Iterator[Found]:
        schooled = self._schooled[block.grid.name]
        stated = schooled.kind_of(block)
        kind = TableKind.SKIPPED if isinstance(stated, Unclear) else stated
        origin = Origin(self._file, block, kind, self._setting(block))
        if _names_units_alone(block):
            yield self._nameless(replace(origin, kind=TableKind.SKIPPED))
        elif isinstance(stated, Unclear):
            yield self._question(origin, stated.code, stated.words)
        elif kind is TableKind.SKIPPED and schooled.kind is kind:
            yield self._not_read(origin, "skipped_as_taught")
        elif kind is TableKind.DUES and not block.head.months:
            self.monthly.append(self._block(origin))
        elif kind in {TableKind.DUES, TableKind.MEETINGS}:
            yield from self._books(origin)
        else:
            readers = {
                TableKind.ROSTER: self._roster,
                TableKind.EXITS: self._exits,
                TableKind.AWAY: self._away,
                TableKind.EXCUSES: self._excuses,
                TableKind.HOLIDAYS: self._holidays,
                TableKind.RATINGS: self._ratings,
                TableKind.UNIT_RATINGS: self._unit_ratings,
                TableKind.CANDIDATES: self._candidates,
                TableKind.SUPPORT: self._support,
                TableKind.AWARDS: self._awards,
                TableKind.DISCIPLINE: self._discipline,
                TableKind.UNITS: self._units,
                TableKind.HEADCOUNTS: self._headcounts,
                TableKind.DECLARED: self._declared,
            }
            found = readers.get(kind, self._not_read)(origin)
            yield found
            if kind is TableKind.ROSTER:
                yield from beside_roster(origin, found, self._year(block), self._around.today)
            if kind is TableKind.AWARDS and "discipline" in block.head.fields:
                yield self._discipline(replace(origin, kind=TableKind.DISCIPLINE), beside=True)

    def _roster(self, origin: Origin) -> Found:
        roster = RosterReader(self._around.today, self._around.sensitive)
        block = origin.block
        place = Place(self._file, block.grid.name)
        if not several_lines_each(block):
            block, filled = with_units_above(of_roster(block), place)
            reads = read_beside(block)
            origin = replace(origin, block=with_roster_groups(block), reads=reads)
            body = without_pieces(self._body(origin, roster), block, place)
            body = with_footnotes(body, origin.block, place)
            body = replace(body, problems=(*body.problems, *filled))
            return self._found(origin, by_groups(body, origin.block, place))
        body = read_stacked(block, place, origin.setting, roster, self._progress)
        told = [*body.problems]
        return Found(table_of(origin, body.rows, body.count), block, told, [*body.set_aside])

    def _exits(self, origin: Origin) -> Found:
        block = with_bare_days(with_groups(origin.block))
        origin = replace(origin, block=block, reads=EXITS_READ)
        today, sensitive = self._around.today, self._around.sensitive
        return self._found(origin, self._body(origin, exit_reader(block, today, sensitive)))

    def _away(self, origin: Origin) -> Found:
        origin = replace(origin, reads=frozenset({"phone"}))
        return self._found(origin, self._body(origin, AwayReader(self._around.today)))

    def _holidays(self, origin: Origin) -> Found:
        return self._found(origin, self._body(origin, HolidayReader(self._around.today)))

    def _excuses(self, origin: Origin) -> Found:
        words = words_around(origin.block)
        origin = replace(origin, block=with_excuse_columns(origin.block))
        return self._found(origin, self._body(origin, ExcuseReader(self._around.today, words)))

    def _ratings(self, origin: Origin) -> Found:
        origin = replace(origin, block=with_stages(origin.block))
        block, year = origin.block, self._year(origin.block)
        if not rating_columns(block.head) and not block.head.fields & REMARK_PLACES.keys():
            return self._not_read(origin)
        if not knows_its_years(block.head, year):
            return self._question(origin, "year_unclear")
        return self._found(
            origin, self._body(origin, RatingReader(block, year, self._around.today))
        )

    def _unit_ratings(self, origin: Origin) -> Found:
        block, year = origin.block, self._year(origin.block)
        if not rating_columns(block.head):
            return self._not_read(origin)
        if not knows_its_years(block.head, year):
            return self._question(origin, "year_unclear")
        place, today = Place(self._file, block.grid.name), self._around.today
        return self._found(origin, read_unit_ratings(block, place, origin.setting, year, today))

    def _candidates(self, origin: Origin) -> Found:
        return self._found(origin, self._body(origin, CandidateReader(self._around.today)))

    def _support(self, origin: Origin) -> Found:
        reader = SupportReader(origin.block, self._around.today)
        return self._found(origin, self._body(origin, reader))

    def _awards(self, origin: Origin) -> Found:
        origin = replace(origin, block=with_badges(origin.block))
        block, columns = origin.block, award_columns(origin.block.head)
        words = f"{block.title.words} | {block.grid.name}"
        reader = AwardReader(words, columns, self._around.today)
        return self._found(origin, self._body(origin, reader))

    def _discipline(self, origin: Origin, *, beside: bool = False) -> Found:
        reader = DisciplineReader(self._around.today, beside=beside)
        body = self._body(origin, reader)
        return self._found(origin, replace(body, count=len(body.rows)) if beside else body)

    def _units(self, origin: Origin) -> Found:
        place = Place(self._file, origin.block.grid.name)
        return self._found(origin, read_units(origin.block, place, origin.setting))

    def _headcounts(self, origin: Origin) -> Found:
        block, place = origin.block, Place(self._file, origin.block.grid.name)
        year = self._year(block)
        if year is None and not block.head.fields & {"year", "year_column"}:
            return self._question(origin, "year_unclear")
        return self._found(origin, read_headcounts(block, place, origin.setting, year))

    def _declared(self, origin: Origin) -> Found:
        block, place = origin.block, Place(self._file, origin.block.grid.name)
        table = DeclaredTable.of(block, self._year(block))
        if table is None:
            return self._not_read(origin, "declared_not_understood")
        if not table.dated:
            return self._question(origin, "declared_period_unclear")
        return self._found(origin, read_declared(block, place, origin.setting, table))

    def _setting(self, block: Block) -> Setting:
        by_sheet = cell_in_sheet_name(block.grid.name)
        return replace(
            self._around,
            parents=block.title.parents or self._around.parents,
            unit=block.title.unit or by_sheet or self._places.get(block.grid.name, ""),
            origin="title" if block.title.unit else "sheet",
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
        usual = _NOT_READ.get(origin.kind, "kind_not_read")
        clue = TABLE_KIND[origin.kind]
        remark = Remark(origin.block.head.columns[0].index, code or usual, "", None, clue)
        row = origin.block.head.rows[0]
        problem = Place(self._file, origin.block.grid.name).problem(row, remark)
        count = len(origin.block.of(LineKind.BODY))
        return Found(table_of(origin, (), count), origin.block, [problem])

    def _nameless(self, origin: Origin) -> Found:
        """Set aside the rows of a table whose column of names holds units."""
        block, code = origin.block, "name_column_unknown"
        heading = block.head.rows[-1]
        texts = " | ".join(text for _, text in block.grid.texts(heading))
        remark = Remark(0, code, texts[:120], None, block.grid.name)
        problem = Place(self._file, block.grid.name).problem(heading, remark)
        aside = [*rows_below(block.grid, heading, code)]
        return Found(table_of(origin, (), len(aside)), block, [problem], aside)

    # --- Books ----------------------------------------------------------------------------
    def _books(self, origin: Origin) -> Iterator[Found]:
        dues = origin.kind is TableKind.DUES
        head = dated_months(origin.block, self._file)
        if head is None:
            yield self._question(origin, "months_over_new_year")
            return
        books = [*months_by_year(head, self._year(origin.block), once=dues)]
        if len(books) > 1:
            origin = replace(origin, block=replace(origin.block, beside=True))
        named = year_in_name(origin.block.grid.name)
        taught = self._schooled[origin.block.grid.name].year
        for months in books:
            if months.year is None:
                yield self._question(origin, "year_unclear")
            elif years_differ(origin.block, months, named) and not taught:
                yield self._question(origin, "years_differ", str(named))
            elif months.columns:
                yield self._book(origin, months)

    def _book(self, origin: Origin, months: BookMonths) -> Found:
        block, unfilled = without_unfilled(origin.block, months, self._around.today)
        origin = replace(origin, block=block)
        place = Place(self._file, block.grid.name)
        read_row: DuesBook | MeetingBook
        if origin.kind is TableKind.DUES:
            factor = block.title.money_factor
            alone = not block.beside
            read_row = DuesBook(
                block.grid, months, factor=factor, legend=block.legend, alone=alone
            )
            positions = dues_positions(months)
            sums = money_remarks(block, months.columns)
            told = [*count_remarks(block), *sums, *blank_remarks(block)]
        else:
            rows = [line.row for line in block.of(LineKind.BODY)]
            months = counted_months(months, block.grid, rows)
            not_held = block.title.not_held
            read_row = MeetingBook(
                block.grid, months, rows, legend=block.legend, not_held=not_held
            )
            positions = meeting_positions(months)
            told = [*count_remarks(block)]
        body: Body[BookRow] = read_body(block, place, origin.setting, read_row, self._progress)
        if block.beside:  # the sheet's columns would name the other table's cells
            body = replace(body, rows=tuple(with_cells(row, positions) for row in body.rows))
        told.extend([*heading_remarks(months), *unfilled])
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

    def _question(self, origin: Origin, code: str, words: str = "") -> Found:
        """Set the rows of a table aside until somebody says what they are."""
        block = origin.block
        place = Place(self._file, block.grid.name)
        column = (block.head.months or block.head.columns)[0]
        told = Remark(column.index, code, words or column.text, None, block.grid.name)
        problem = place.problem(column.row, told)
        columns = Columns.of(block.head)
        aside: list[SetAside] = []
        for line in block.of(LineKind.BODY):
            cells = Cells(block.grid, line.row, columns, origin.setting)
            cells.remarks.append(Remark(column.index, code))
            aside.append(set_aside(place, cells))
        return Found(table_of(origin, (), len(aside)), block, [problem], aside)


def _names_units_alone(block: Block) -> bool:
    """Whether nobody stands under a heading of names, and units do, with something beside."""
    if not block.head.fields & NAME_FIELDS or block.of(LineKind.BODY):
        return False
    sections = block.of(LineKind.SECTION)
    return any(len([*block.grid.texts(line.row)]) >= _CELLS_OF_A_ROW for line in sections)
