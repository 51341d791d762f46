"""What somebody taught of columns and tables, found in one sheet.

A lesson names a heading, a column by its letter, or a sheet; a memory is what an earlier import
was taught of a table with the same headings.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from partyroll.messages import RETURNED_ANSWER, RETURNED_CODES, RETURNED_ROW
from partyroll.read.doubts import Unclear
from partyroll.read.facts import Table, TableKind
from partyroll.read.grid import Grid, column_index
from partyroll.read.heading_rows import is_heading, nameless_heading
from partyroll.read.heading_words import key
from partyroll.read.headings import Dictionary
from partyroll.read.heads import Column
from partyroll.read.kinds import Kind, kind_of
from partyroll.read.tables import Block, find_blocks
from partyroll.read.units_by_kind import headings_by_kind
from partyroll.text import clean, same_key

_LETTER = re.compile(r"[A-Z]{1,2}")
_PLACEHOLDER = re.compile(r"⟨([A-Z]{1,2})⟩")  # the heading of a column that has none
_OWN = frozenset({RETURNED_CODES, RETURNED_ANSWER, RETURNED_ROW})
_SEARCHED = 40  # rows in which a heading is looked for where none was known


@dataclass(frozen=True, slots=True)
class Lesson:
    """One thing taught: what `left` (a heading, a letter, a sheet) means; `text` as typed.

    `sheet` limits it to one sheet.  A word may name a field and a kind: the place decides.
    """

    text: str
    left: str
    field: str = ""
    kind: TableKind | None = None
    year: int | None = None
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Memory:
    """What change number `change` was taught of tables with these headings."""

    signature: str
    change: int
    fields: Mapping[str, str]  # heading → field


@dataclass(frozen=True, slots=True)
class Teaching:
    """Everything taught for one command: synonyms of the office, lessons, memories."""

    headings: Mapping[str, str] = field(default_factory=dict)
    lessons: tuple[Lesson, ...] = ()
    memories: tuple[Memory, ...] = ()


@dataclass(frozen=True, slots=True)
class Schooled:
    """One sheet with what was taught of it.

    `fields` holds the lessons by the key of their heading; `recalled` the changes whose
    memory was used, by signature.
    """

    grid: Grid
    dictionary: Dictionary
    kind: TableKind | None = None
    year: int | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    recalled: Mapping[str, int] = field(default_factory=dict)
    used: frozenset[str] = frozenset()
    file: str = ""
    answers_only: bool = False  # the kind is the answer about the unclear tables alone

    def kind_of(self, block: Block) -> Kind:
        """Return what a table of the sheet is: as taught if it can be that, else as found."""
        monthly = self.kind in {TableKind.DUES, TableKind.MEETINGS}
        if self.kind is None or (monthly and not block.head.months):
            return kind_of(block, self.file)
        found = kind_of(block, self.file) if self.answers_only else None
        return self.kind if found is None or isinstance(found, Unclear) else found

    def of(self, file: str, blocks: Iterable[Block]) -> "Schooled":
        """Return the sheet of a file, its kind kept for its unclear tables, if it has any."""
        asked = self.kind is not None and any(
            isinstance(kind_of(block, file), Unclear) for block in blocks
        )
        return replace(self, file=file, answers_only=asked)


def with_lessons(table: Table, schooled: Mapping[str, Schooled]) -> Table:
    """Return a table that says what was taught of its headings, and what was remembered."""
    sheet = schooled.get(table.sheet)
    if sheet is None:
        return table
    taught = {
        heading: sheet.fields[own]
        for heading in table.headings.values()
        for own in (key(heading), key(heading.rpartition("›")[2]))
        if own in sheet.fields
    }
    recalled = sheet.recalled.get(table.signature)
    if not taught and recalled is None:
        return table
    return replace(table, taught=taught, recalled=recalled)


def signature_of(columns: Iterable[Column]) -> str:
    """Return what is equal for two tables with the same headings, and for no others.

    Columns that the tool itself has added or named do not count.
    """
    texts = (c.text for c in columns if c.text not in _OWN and not _PLACEHOLDER.search(c.text))
    headings = "\n".join(key(text) for text in texts if text)
    return hashlib.sha256(headings.encode()).hexdigest()[:32]


def school(grid: Grid, plain: Dictionary, teaching: Teaching) -> Schooled:
    """Return a sheet with the lessons that are about it; `plain` knows the office's words."""
    if not (teaching.lessons or teaching.memories):
        return Schooled(grid, plain)
    about = _about_the_sheet(grid, teaching.lessons)
    texts = _heading_texts(grid)
    fields = dict[str, str]()
    recalled = dict[str, int]()
    for memory in teaching.memories:
        if _fits(memory, grid, texts, teaching):
            fields.update(memory.fields)
            recalled[memory.signature] = memory.change
    taught: dict[str, str] = {}
    used = {lesson.text for lesson in about}
    for lesson in teaching.lessons:
        if lesson.field and _here(lesson, grid):
            for heading in _headings(lesson, grid, texts, teaching, plain):
                taught[heading] = lesson.field
                used.add(lesson.text)
    kind = next((lesson.kind for lesson in about if lesson.kind), None)
    known = Dictionary({**teaching.headings, **fields, **taught})
    taught |= headings_by_kind(grid, kind, known)
    fields |= taught
    if not (fields or about):
        return Schooled(grid, plain)
    return Schooled(
        _with_headings(grid, fields, teaching),
        Dictionary({**teaching.headings, **fields}),
        kind,
        next((lesson.year for lesson in about if lesson.year), None),
        {key(heading): name for heading, name in taught.items()},
        recalled,
        frozenset(used),
    )


def _about_the_sheet(grid: Grid, lessons: Iterable[Lesson]) -> list[Lesson]:
    own = same_key(clean(grid.name))
    return [x for x in lessons if (x.kind or x.year) and same_key(x.left) == own]


def _here(lesson: Lesson, grid: Grid) -> bool:
    return not lesson.sheet or same_key(lesson.sheet) == same_key(clean(grid.name))


def _heading_texts(grid: Grid) -> dict[str, None]:
    """Return the keys of all texts that could be headings."""
    found: dict[str, None] = {}
    for row in range(min(len(grid.rows), _SEARCHED)):
        found.update((key(text), None) for _, text in grid.texts(row))
    return found


def _fits(memory: Memory, grid: Grid, texts: Mapping[str, None], teaching: Teaching) -> bool:
    """Whether a table with the headings of a memory stands in a sheet."""
    named = (heading for heading in memory.fields if not _PLACEHOLDER.fullmatch(heading))
    if any(key(heading.rpartition("›")[2]) not in texts for heading in named):
        return False  # cheap to see, and so for nearly all sheets
    dictionary = Dictionary({**teaching.headings, **memory.fields})
    blocks = find_blocks(_with_headings(grid, memory.fields, teaching), dictionary)
    return any(signature_of(block.head.columns) == memory.signature for block in blocks)


# --- From a letter to a heading -----------------------------------------------------------
def _headings(
    lesson: Lesson,
    grid: Grid,
    texts: Mapping[str, None],
    teaching: Teaching,
    plain: Dictionary,
) -> Iterator[str]:
    """Yield the headings that a lesson means in a sheet: a heading wins over a letter."""
    if key(lesson.left.rpartition("›")[2]) in texts:
        yield lesson.left
    elif _LETTER.fullmatch(lesson.left):
        column = column_index(lesson.left)
        row = _heading_row(grid, column, lesson.field, teaching, plain)
        if row is not None and (heading := _lowest(grid, row, column)):
            yield heading
        elif row is not None and _holds_values(grid, row, column):
            yield f"⟨{lesson.left}⟩"


def _holds_values(grid: Grid, heading: int, column: int) -> bool:
    below = range(heading + 1, min(len(grid.rows), heading + 1 + _SEARCHED))
    return any(grid.text(row, column) for row in below)


def _heading_row(
    grid: Grid, column: int, name: str, teaching: Teaching, plain: Dictionary
) -> int | None:
    """Return the row of the first heading, with the lesson in it if it needs that."""
    rows = range(min(len(grid.rows), _SEARCHED))
    for row in rows:
        if is_heading(grid, row, plain):
            return row
    for row in rows:
        text = grid.text(row, column)
        if text and is_heading(grid, row, Dictionary({**teaching.headings, text: name})):
            return row
    return nameless_heading(grid, plain)


def _lowest(grid: Grid, row: int, column: int) -> str:
    """Return the heading of a column in its row, or just below where that cell is merged."""
    below = grid.text(row + 1, column)
    span = grid.span_at(row, column)
    if span is not None and span.width >= 2 and below:
        return f"{grid.text(span.top, span.left)} › {below}"
    return grid.text(row, column)


def _with_headings(grid: Grid, fields: Mapping[str, str], teaching: Teaching) -> Grid:
    """Return the sheet with a heading above every taught column that has none."""
    nameless = [found[1] for name in fields if (found := _PLACEHOLDER.fullmatch(name))]
    if not nameless:
        return grid
    dictionary = Dictionary({**teaching.headings, **fields})
    rows = [*grid.rows]
    looked_at = range(min(len(rows), _SEARCHED))
    place = next((row for row in looked_at if is_heading(grid, row, dictionary)), None)
    if place is None:
        place = nameless_heading(grid, dictionary)
    if place is None:
        return grid
    rows[place] = [*rows[place]]
    for letter in nameless:
        column = column_index(letter)
        rows[place] += [""] * (column + 1 - len(rows[place]))
        rows[place][column] = rows[place][column] or f"⟨{letter}⟩"
    return replace(grid, rows=rows)
