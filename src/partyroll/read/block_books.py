"""Dues books in monthly blocks: which blocks make one book, and the tables they become."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from partyroll.model import Problem
from partyroll.period import Month
from partyroll.read.body import Body, Place
from partyroll.read.dues_blocks import SUMS, Written
from partyroll.read.dues_members import BookLines, book_lines
from partyroll.read.facts import BookRow, SetAside
from partyroll.read.grid import Grid, letter
from partyroll.read.lines import LineKind
from partyroll.read.money import read_money, read_number
from partyroll.read.remarks import Remark
from partyroll.read.repeats import Found
from partyroll.read.sums import count_remarks
from partyroll.read.table_facts import Origin, table_of
from partyroll.read.unheaded import unheaded_remarks
from partyroll.text import thousands

_MONTHS = tuple(range(1, 13))


@dataclass(frozen=True, slots=True)
class ReadBlock:
    """One block as read: where it stands, its members' lines, what was said of the others."""

    origin: Origin
    lines: tuple[Written, ...]
    body: Body[BookRow]
    factor: int = 1

    @property
    def months(self) -> set[Month]:
        """The months that it speaks of."""
        return {line.month for line in self.lines}

    @property
    def sheet(self) -> str:
        """The name of its sheet."""
        return self.origin.block.grid.name


def block_books(blocks: Iterable[ReadBlock]) -> Iterator[Found]:
    """Yield the tables of all books, one for each book and year."""
    for book in _books(blocks):
        yield from _tables(book)


def _books(blocks: Iterable[ReadBlock]) -> list[list[ReadBlock]]:
    """Return the blocks that belong together: of one sheet, or a month a sheet."""
    books: list[list[ReadBlock]] = []
    for block in blocks:
        home = next((book for book in books if _belongs(block, book)), None)
        if home is None:
            books.append([block])
        else:
            home.append(block)
    return books


def _belongs(block: ReadBlock, book: list[ReadBlock]) -> bool:
    first = book[0].origin
    if _unit(block.origin) != _unit(first):
        return False
    if block.sheet == book[0].sheet:
        return True
    return not any(block.months & one.months for one in book)


def _unit(origin: Origin) -> tuple[object, ...]:
    return origin.setting.unit, origin.setting.parents


def _tables(book: list[ReadBlock]) -> Iterator[Found]:
    found = book_lines(line for block in book for line in block.lines)
    problems = [p for block in book for p in block.body.problems]
    problems += [p for block in book for p in _checks(block)]
    first = book[0].origin
    problems += [
        Place(first.file, sheet).problem(row - 1, remark) for sheet, row, remark in found.told
    ]
    aside = [row for block in book for row in block.body.set_aside]
    for extra, earlier in found.doubled:
        origin = next(b.origin for b in book if b.sheet == extra.sheet)
        problems.append(_doubled(origin, extra, earlier))
        texts = {letter(c): text for c, text in origin.block.grid.texts(extra.row - 1)}
        aside.append(SetAside(extra.sheet, extra.row, "duplicate_row", texts))
    problems.sort(key=lambda p: (p.sheet != first.block.grid.name, p.sheet, p.row or 0))
    yield from _by_year(book, found, Found(table_of(first, (), 0), None, problems, aside))


def _by_year(book: list[ReadBlock], found: BookLines, told: Found) -> Iterator[Found]:
    """Yield a table for each year; what is to be said goes with the first."""
    first, last = book[0].origin, book[-1].origin
    start, end = first.block.range, last.block.range
    same_sheet = first.block.grid.name == last.block.grid.name
    span = f"{start.partition(':')[0]}:{end.partition(':')[2]}" if same_sheet else start
    for number, year in enumerate(sorted(found.by_year) or [None]):
        rows = tuple(found.by_year[year]) if year is not None else ()
        count = len(rows) + (len(told.set_aside) if number == 0 else 0)
        table = table_of(first, rows, count)
        # A file for each month is a book of its own; one that grows is a newer version.
        begins = min((place for row in rows for place in row.cells), default=0) + 1
        layout = f"{table.layout}|{begins:02d}"
        table = replace(table, year=year, months=_MONTHS, range=span, layout=layout)
        yield Found(
            table,
            first.block,
            told.problems if number == 0 else [],
            told.set_aside if number == 0 else [],
        )


def _doubled(origin: Origin, extra: Written, earlier: Written) -> Problem:
    column = origin.block.head.at("full_name")
    clue = f"dòng {earlier.row}"
    remark = Remark(max(column, 0), "duplicate_row", extra.person.full_name, None, clue)
    return Place(origin.file, extra.sheet).problem(extra.row - 1, remark)


def _checks(block: ReadBlock) -> Iterator[Problem]:
    place = Place(block.origin.file, block.sheet)
    own = block.origin.block
    for row, remark in (*_sum_remarks(block), *count_remarks(own), *unheaded_remarks(own)):
        yield place.problem(row, remark)


def _sum_remarks(block: ReadBlock) -> Iterator[tuple[int, Remark]]:
    """Yield the sums under a month's lines that those do not bear out."""
    own = block.origin.block
    columns = {own.head.at(name) for name in SUMS} - {-1}
    added, whole = dict.fromkeys(columns, 0), dict.fromkeys(columns, 0)
    for line in own.lines:
        if line.kind is LineKind.HEADING:
            added = dict.fromkeys(columns, 0)
        elif line.kind is LineKind.BODY:
            for column in columns:
                amount = _amount(own.grid, line.row, column, block.factor)
                added[column] += amount
                whole[column] += amount
        elif line.kind is LineKind.TOTAL:
            for column in sorted(columns):
                stated = _amount(own.grid, line.row, column, block.factor)
                if stated and stated not in {added[column], whole[column]}:
                    clue = f"cộng lại là {thousands(added[column])}"
                    told = Remark(column, "total_mismatch", thousands(stated), None, clue)
                    yield line.row, told


def _amount(grid: Grid, row: int, column: int, factor: int) -> int:
    value = grid.value(row, column)
    if isinstance(value, bool):
        return 0
    if isinstance(value, (int, float)):
        return read_number(value, factor=factor).value or 0
    reading = read_money(value, factor=factor) if isinstance(value, str) else None
    return (reading.value or 0) if reading else 0
