"""From sheets to tables: all of a workbook, each person of it once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from partyroll.messages import GUIDE_TITLE
from partyroll.model import Problem
from partyroll.read.around_rows import Setting
from partyroll.read.block_books import block_books
from partyroll.read.block_tables import BlockTables
from partyroll.read.body import Place, Progress, rows_below
from partyroll.read.facts import SetAside, Table
from partyroll.read.grid import Grid
from partyroll.read.heading_rows import nameless_heading
from partyroll.read.headings import Dictionary
from partyroll.read.lessons import Schooled, Teaching, school, with_lessons
from partyroll.read.people_across import names_across
from partyroll.read.remarks import Remark
from partyroll.read.repeats import Found, without_repeats
from partyroll.read.surroundings import cells_of_sheets, workbook_parents
from partyroll.read.table_facts import nameless_table, skipped_sheet
from partyroll.read.tables import Block, find_blocks
from partyroll.read.unheaded import unheaded_remarks


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
        self._epoch_1904, self._sensitive, self._progress = epoch_1904, sensitive, progress

    def read(self, grids: list[Grid]) -> Result:
        """Return the tables of all sheets, each person of the file once."""
        schooled = [school(grid, self._plain, self._teaching) for grid in grids]
        grids = [one.grid for one in schooled]
        blocks = {
            n: [*find_blocks(one.grid, one.dictionary)] if not one.grid.hidden else []
            for n, one in enumerate(schooled)
        }
        schooled = [one.of(self._file, blocks[n]) for n, one in enumerate(schooled)]
        by_sheet = {one.grid.name: one for one in schooled}
        tables = self._tables(grids, blocks, by_sheet)
        found: list[Found] = []
        for number, grid in enumerate(grids):
            if blocks[number]:
                for block in blocks[number]:
                    own = [*tables.tables_of(block)]
                    self._tell_unheaded(block, own)
                    found.extend(own)
            elif any(value != "" for row in grid.rows for value in row):
                found.append(self._skipped(grid))
            if self._progress:
                self._progress(grid.name, len(grid.rows), len(grid.rows))
        found = without_repeats([*found, *block_books(tables.monthly)])
        return Result(
            tuple(with_lessons(f.table, by_sheet) for f in found),
            tuple(p for f in found for p in f.problems),
            tuple(s for f in found for s in f.set_aside),
            frozenset(text for one in schooled for text in one.used),
        )

    def _tables(
        self,
        grids: list[Grid],
        blocks: Mapping[int, list[Block]],
        schooled: Mapping[str, Schooled],
    ) -> BlockTables:
        around = Setting(
            today=self._today,
            epoch_1904=self._epoch_1904,
            parents=workbook_parents([block for own in blocks.values() for block in own]),
            sensitive=self._sensitive,
        )
        places = cells_of_sheets(grids, blocks)
        return BlockTables(self._file, around, schooled, places, self._progress)

    def _skipped(self, grid: Grid) -> Found:
        place = Place(self._file, grid.name)
        heading = None if grid.hidden else nameless_heading(grid, self._plain)
        if heading is not None:
            texts = " | ".join(text for _, text in grid.texts(heading))
            remark = Remark(0, "name_column_unknown", texts[:120], None, grid.name)
            problem = place.problem(heading, remark)
            aside = [*rows_below(grid, heading, "name_column_unknown")]
            table = nameless_table(self._file, grid, heading, self._plain)
            return Found(table, None, [problem], aside)
        across = None if grid.hidden else names_across(grid, self._plain)
        if across is not None:
            texts = " | ".join(text for _, text in grid.texts(across))
            problem = place.problem(across, Remark(0, "people_across", texts[:120]))
            aside = [*rows_below(grid, across, "people_across")]
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
