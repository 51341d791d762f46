"""Some rows of a workbook as they stand in it, with all that is needed to read them again."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from partyroll.read.dittos import OWN, Repeated, is_ditto, said_above
from partyroll.read.exit_groups import Groups, with_groups
from partyroll.read.grid import Grid, Span, Value
from partyroll.read.heading_rows import nameless_heading
from partyroll.read.headings import Dictionary
from partyroll.read.legends import legend_of
from partyroll.read.lessons import Teaching, school
from partyroll.read.lines import Line, LineKind, is_signature
from partyroll.read.opening import IN_PROCESS, Opener
from partyroll.read.people_across import names_across
from partyroll.read.returned import recognised
from partyroll.read.stacked import people_lines, several_lines_each
from partyroll.read.surroundings import workbook_parents
from partyroll.read.tables import Block, find_blocks
from partyroll.read.units import is_upper_unit
from partyroll.read.workbook import read_sheets

_BELOW = 8  # rows below a table where a legend may stand


class Part(Enum):
    """What a row is to its table."""

    TITLE = "title"
    HEADING = "heading"
    SECTION = "section"
    BODY = "body"
    LEGEND = "legend"


@dataclass(frozen=True, slots=True)
class OriginalRow:
    """A row as typed; `number` is the sheet row (1-based), 0 for a line from elsewhere."""

    number: int
    part: Part
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Original:
    """Rows of one sheet from top to bottom; merged ranges count from 0, as in the sheet."""

    sheet: str
    rows: tuple[OriginalRow, ...]
    merges: tuple[Span, ...]
    width: int


def originals(
    path: Path,
    wanted: Mapping[str, Collection[int]],
    *,
    teaching: Teaching,
    encoding: str = "",
    opener: Opener = IN_PROCESS,
) -> list[Original]:
    """Return the `wanted` rows (by sheet, 1-based) of the workbook at `path`.

    Titles, headings, section rows and legends that these rows need come with them.
    """
    dictionary = Dictionary(teaching.headings)
    read = recognised(path, read_sheets(path, encoding=encoding, opener=opener)).grids
    schooled = [school(grid, dictionary, teaching) for grid in read]
    grids = [sheet.grid for sheet in schooled]
    blocks = {
        sheet.grid.name: [*find_blocks(sheet.grid, sheet.dictionary)]
        for sheet in schooled
        if not sheet.grid.hidden
    }
    parents = workbook_parents([block for own in blocks.values() for block in own])
    return [
        _original(grid, blocks.get(grid.name, []), frozenset(wanted[grid.name]), parents)
        if blocks.get(grid.name)
        else _without_table(grid, frozenset(wanted[grid.name]), dictionary)
        for grid in grids
        if wanted.get(grid.name)
    ]


# --- Choosing rows ------------------------------------------------------------------------
def _original(
    grid: Grid, blocks: list[Block], wanted: frozenset[int], parents: tuple[str, ...]
) -> Original:
    parts: dict[int, Part] = {}
    start, months, repeated = 0, set[int](), dict[tuple[int, int], Value]()
    for place, block in enumerate(blocks):
        after = blocks[place + 1].head.rows[0] if place + 1 < len(blocks) else len(grid.rows)
        if any(start < number <= block.last_row + 1 for number in wanted):
            parts.update(_parts(grid, block, _with_all_lines(block, wanted), start, after))
            months.update(column.index for column in block.head.months)
            repeated.update(_repeated(block, wanted))
        start = block.last_row + 1
    named = any(block.title.parents for block in blocks)
    lines = () if named else tuple(OriginalRow(0, Part.TITLE, (name,)) for name in parents)
    # A list without headings gets them here: rows alone would not be known again.
    unwritten = (block.head for block in blocks if block.head.rows[0] < 0)
    heads = (
        OriginalRow(0, Part.HEADING, tuple(column.text for column in head.columns))
        for head in unwritten
    )
    rows = tuple(
        _filled(_row(grid, row, part, parts, months), repeated)
        for row, part in sorted(parts.items())
    )
    return Original(grid.name, (*lines, *heads, *rows), _merges(grid, parts), grid.width)


def _parts(
    grid: Grid, block: Block, wanted: frozenset[int], start: int, after: int
) -> Iterator[tuple[int, Part]]:
    head, last = block.head.rows, block.last_row
    yield from ((row, Part.TITLE) for row in range(start, head[0]) if _titles(grid, row))
    yield from ((row, Part.HEADING) for row in head if row >= 0)
    body = (row for row in range(head[-1] + 1, last + 1) if row + 1 in wanted)
    yield from ((row, Part.BODY) for row in body)
    yield from ((row, Part.SECTION) for row in _sections(block, wanted))
    yield from ((line.row, Part.LEGEND) for line in block.of(LineKind.LEGEND))
    below = range(last + 1, min(last + 1 + _BELOW, after))
    yield from ((row, Part.LEGEND) for row in below if _explains(grid, row))


def _repeated(block: Block, wanted: frozenset[int]) -> Iterator[tuple[tuple[int, int], Value]]:
    """Yield what cells of wanted rows repeat from rows above, which may not come along."""
    body, known = [line.row for line in block.of(LineKind.BODY)], dict[int, Repeated]()
    columns = [
        c.index
        for c in block.head.columns
        if c.meaning.month is None and not (OWN & {*c.meaning.fields})
    ]
    for row in body:
        if row + 1 not in wanted:
            continue
        for column in columns:
            if is_ditto(block.grid.value(row, column)):
                above = said_above(block.grid, row, column, body, known)
                if above != "":
                    yield (row, column), above


def _with_all_lines(block: Block, wanted: frozenset[int]) -> frozenset[int]:
    """Return `wanted` with every line of the people it names, where a person has several."""
    if not several_lines_each(block):
        return wanted
    people = ({row + 1 for row in rows} for rows in people_lines(block))
    return wanted.union(*(rows for rows in people if rows & wanted))


def _titles(grid: Grid, row: int) -> bool:
    texts = [text for _, text in grid.texts(row)]
    return bool(texts) and not all(map(is_signature, texts))


def _explains(grid: Grid, row: int) -> bool:
    return bool(legend_of(text for _, text in grid.texts(row)))


def _sections(block: Block, wanted: frozenset[int]) -> Iterator[int]:
    """Yield the rows between people that hold for a wanted row.

    Committees, the cell's own, and the one that says how those below it left or ends that.
    """
    above: list[Line] = []
    groups = Groups(with_groups(block))
    for line in block.lines:
        if line.kind is LineKind.SECTION:
            above = [section for section in above if is_upper_unit(section.text)]
            above.append(line)
        elif line.row + 1 in wanted:
            yield from (section.row for section in above)
            if (row := groups.above(line.row).row) >= 0:
                yield row


def _without_table(grid: Grid, wanted: frozenset[int], dictionary: Dictionary) -> Original:
    """Return rows of a sheet whose heading was not understood, with all that is above it."""
    heading = nameless_heading(grid, dictionary)
    heading = names_across(grid, dictionary) if heading is None else heading
    parts = {number - 1: Part.BODY for number in wanted if number <= len(grid.rows)}
    first = min(parts, default=0) if heading is None else heading
    parts.update({row: Part.TITLE for row in range(first) if [*grid.texts(row)]})
    if heading is not None:
        parts[heading] = Part.HEADING
    rows = tuple(_row(grid, row, part, parts, set()) for row, part in sorted(parts.items()))
    return Original(grid.name, rows, _merges(grid, parts), grid.width)


# --- One row ------------------------------------------------------------------------------
def _row(
    grid: Grid, row: int, part: Part, kept: Mapping[int, Part], months: set[int]
) -> OriginalRow:
    values = [grid.value(row, column) for column in range(len(grid.rows[row]))]
    if part is Part.BODY:
        for span in _torn(grid, row, kept):
            # Nobody knows whose part of a sum over several rows it is; a unit's name is all's.
            if span.left not in months and span.left < len(values):
                values[span.left] = grid.value(span.top, span.left)
    return OriginalRow(row + 1, part, tuple(values))


def _filled(row: OriginalRow, repeated: Mapping[tuple[int, int], Value]) -> OriginalRow:
    """Return a row that says in full what its signs repeat."""
    values = enumerate(row.values)
    full = tuple(repeated.get((row.number - 1, column), value) for column, value in values)
    return replace(row, values=full)


def _torn(grid: Grid, row: int, kept: Mapping[int, Part]) -> list[Span]:
    """Return the merged ranges that began above `row` and will not stay whole."""
    return [s for s in grid.spans(row) if s.top < row and not _whole(s, kept)]


def _whole(span: Span, kept: Mapping[int, Part]) -> bool:
    return all(row in kept for row in range(span.top, span.bottom + 1))


def _merges(grid: Grid, kept: Mapping[int, Part]) -> tuple[Span, ...]:
    merges: set[Span] = set()
    for row in kept:
        for span in grid.spans(row):
            own = span if _whole(span, kept) else replace(span, top=row, bottom=row)
            if own.top < own.bottom or own.width > 1:
                merges.add(own)
    return tuple(sorted(merges, key=lambda span: (span.top, span.left)))
