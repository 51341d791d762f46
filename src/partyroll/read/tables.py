"""Every table of a sheet, found by its headings, never by its position."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from partyroll.read.bare_days import HEADINGS, UNWRITTEN, lists_bare_days
from partyroll.read.columns import read_head
from partyroll.read.grid import Grid, address
from partyroll.read.heading_rows import is_heading
from partyroll.read.headings import Dictionary
from partyroll.read.heads import Column, Head
from partyroll.read.legends import legend_of
from partyroll.read.lines import Classifier, Line, LineKind, is_signature
from partyroll.read.side_by_side import masked, parts_of
from partyroll.read.titles import Title, read_title, stated_date
from partyroll.read.units import (
    cell_of_place,
    is_hamlet,
    is_party_group,
    is_upper_unit,
    names_a_place,
    unit_name,
)

_TAIL = frozenset({LineKind.BLANK, LineKind.NOTE, LineKind.LEGEND, LineKind.SECTION})


@dataclass(frozen=True, slots=True)
class Block:
    """One table as it stands in a sheet: title, heading, rows and what follows them."""

    grid: Grid
    head: Head
    title: Title
    lines: tuple[Line, ...] = ()
    legend: dict[str, str] = field(default_factory=dict)
    book_date: date | None = None
    beside: bool = False  # another table stands in the same rows

    @property
    def last_row(self) -> int:
        """The last row (0-based) that belongs to the table."""
        return max([self.head.rows[-1], *(line.row for line in self.lines)])

    @property
    def range(self) -> str:
        """The table's place in the sheet: A6:P24."""
        left, right = self.head.columns[0].index, self.head.columns[-1].index
        top = max(self.head.rows[0], 0)
        return f"{address(top, left)}:{address(self.last_row, right)}"

    def of(self, kind: LineKind) -> list[Line]:
        """Return the rows of one kind."""
        return [line for line in self.lines if line.kind is kind]


def find_blocks(grid: Grid, dictionary: Dictionary) -> Iterator[Block]:
    """Yield every table of `grid` from top to bottom."""
    if lists_bare_days(grid):
        yield _bare(grid, dictionary)
        return
    start = row = 0
    above: list[Block] = []  # the tables read last, side by side or one
    while row < len(grid.rows):
        if not is_heading(grid, row, dictionary):
            row += 1
            continue
        head = read_head(grid, row, dictionary)
        found = [*_beside(grid, head, start, dictionary)]
        if len(above) == len(found):
            pairs = zip(above, found, strict=True)
            found = [(_continued(old, new), after) for old, (new, after) in pairs]
        above = [block for block, _ in found]
        row = max(after for _, after in found)
        start = max([head.rows[-1], *(x.row for block in above for x in block.lines)]) + 1
        yield from above


def _bare(grid: Grid, dictionary: Dictionary) -> Block:
    """Return a list of days off under headings that stand in no row."""
    width = range(min(grid.width, len(HEADINGS)))
    columns = (
        Column(n, UNWRITTEN, HEADINGS[n], dictionary.meaning(HEADINGS[n])) for n in width
    )
    head = Head((UNWRITTEN,), tuple(columns))
    lines, after = _lines(grid, head, dictionary)
    return _block(grid, head, Title(), lines, after)


def _beside(
    grid: Grid, head: Head, start: int, dictionary: Dictionary
) -> Iterator[tuple[Block, int]]:
    """Yield the tables under one row of headings, and the row where each ends."""
    whole = read_title(_title_texts(grid, start, head.rows[0]))
    parts = parts_of(head)
    for part in parts:
        own, title = grid, whole
        if len(parts) > 1:
            own = masked(grid, part, last=part is parts[-1])
            title = read_title(_title_texts(own, start, head.rows[0])).filled_from(whole)
        lines, after = _lines(own, part, dictionary)
        block = _block(own, part, title, lines, after)
        yield replace(block, beside=len(parts) > 1), after


def _continued(above: Block, block: Block) -> Block:
    """Return a table that goes on under the same headings with what its title leaves out."""
    foreign = block.title.unit or any(map(names_a_place, block.title.words.split(" | ")))
    if foreign:
        return block
    if above.head.signature != block.head.signature:
        return _below_another(above, block)
    sections = [line.text for line in above.lines if line.kind is LineKind.SECTION]
    sections = [text for text in sections if not is_party_group(text)]
    unit = _unit_of(sections[-1], above.title) if sections else ""
    title = block.title.filled_from(replace(above.title, unit=unit or above.title.unit))
    return replace(block, title=title, legend={**above.legend, **block.legend})


def _below_another(above: Block, block: Block) -> Block:
    """Return a table below one with other headings: the cell over the first is its cell too.

    Not where rows of the first name cells.  Months that go on are of the same book.
    """
    told = above.title
    if block.title.parents or any(x.kind is LineKind.SECTION for x in above.lines):
        return block
    title = block.title.filled_from(Title(parents=told.parents, unit=told.unit))
    own = {month for column in block.head.months for month in column.meaning.months}
    others = {month for column in above.head.months for month in column.meaning.months}
    if not own or not others or own & others:
        return replace(block, title=title)
    words = " | ".join(filter(None, (title.words, told.words)))
    title = replace(title.filled_from(told), words=words)
    return replace(block, title=title, legend={**above.legend, **block.legend})


def _unit_of(section: str, title: Title) -> str:
    """Return the cell of a section; a hamlet is a part of the cell that the title names."""
    if is_hamlet(section):
        return title.unit or cell_of_place(section)
    return "" if is_upper_unit(section) else unit_name(section)


def _texts(grid: Grid, start: int, stop: int) -> list[str]:
    return [text for row in range(start, stop) for _, text in grid.texts(row)]


def _title_texts(grid: Grid, start: int, stop: int) -> list[str]:
    """Return what stands above a heading, without the signatures below an earlier table."""
    return [text for text in _texts(grid, start, stop) if not is_signature(text)]


def _lines(grid: Grid, head: Head, dictionary: Dictionary) -> tuple[list[Line], int]:
    """Return the rows of a table, and the row where the search for the next one goes on.

    A signature ends the table, unless its running numbers go on below (a list signed on
    every page); a numbered name that does not go on is told.
    """
    classifier = Classifier(grid, head, dictionary)
    lines: list[Line] = []
    below: list[Line] = []  # the signature and the names under it
    signed = 0
    row = head.rows[-1]
    while (row := row + 1) < len(grid.rows):
        if not signed and (persons := classifier.persons(row)):
            lines += [Line(person, LineKind.BODY) for person in persons]
            row = persons[-1]
            continue
        line = classifier.line(row)
        if line.kind is LineKind.HEADING and signed:
            return lines, signed
        if line.kind is LineKind.HEADING and not _repeats(grid, row, head, lines, dictionary):
            return _without_tail(lines), row
        if signed:
            line = _below_signature(grid, classifier, line, lines)
        if line.kind is LineKind.SIGNATURE:
            signed = signed or row
            below.append(line)
        elif line.kind is not LineKind.BLANK:
            signed = signed if line.kind is LineKind.NOTE else 0
            lines += [*below, line]
            below.clear()
    return lines, signed or len(grid.rows)


def _below_signature(grid: Grid, classifier: Classifier, line: Line, lines: list[Line]) -> Line:
    if line.kind is LineKind.BLANK:
        return line
    if not classifier.is_numbered_person(line.row):
        return line._replace(kind=LineKind.SIGNATURE)
    if classifier.goes_on(line.row, lines):
        return line
    return line._replace(kind=LineKind.NOTE, text=grid.text(line.row, line.column))


def _repeats(
    grid: Grid, row: int, head: Head, lines: list[Line], dictionary: Dictionary
) -> bool:
    """Whether a heading only continues the table on a new page."""
    again = read_head(grid, row, dictionary)
    tail = [line for line in lines[len(_without_tail(lines)) :] if line.kind in _TAIL]
    return again.signature == head.signature and not tail


def _without_tail(lines: list[Line]) -> list[Line]:
    kept = len(lines)
    while kept and lines[kept - 1].kind in _TAIL:
        kept -= 1
    return lines[:kept]


def _block(grid: Grid, head: Head, title: Title, lines: list[Line], after: int) -> Block:
    below = _texts(grid, after, min(after + 8, len(grid.rows)))
    legends = [line.text for line in lines if line.kind is LineKind.LEGEND]
    return Block(
        grid=grid,
        head=head,
        title=title,
        lines=tuple(lines),
        legend={**title.legend, **legend_of([*legends, *below])},
        book_date=stated_date(below) or title.book_date,
    )
