"""Which rows are headings, and what each column below them holds."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from partyroll.read.by_values import by_values, left_open
from partyroll.read.grid import Grid, Span, as_text, letter
from partyroll.read.headings import Dictionary
from partyroll.read.meanings import Meaning
from partyroll.read.month_headings import in_company
from partyroll.text import fold

NAME_FIELDS = frozenset({"full_name", "given_name_part", "birth_name"})
UNIT_FIELDS = frozenset({"unit_cell", "unit_name", "unit_parent"})
_DUES_SUMS = frozenset(
    {"dues_due", "dues_arrears", "dues_total", "dues_collected", "dues_outstanding"}
    | {"dues_kept", "dues_remitted", "total", "member_count"}
)
_PERSON = NAME_FIELDS | {"row_no", "family_name_part"}
_SAMPLE = 40  # rows looked at where the heading leaves a column open
_WEAK = frozenset({"row_no", "note", "total", "signature"})


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: where it is, what is written above it, what that means."""

    index: int
    row: int  # of its lowest heading cell
    text: str
    meaning: Meaning

    @property
    def letter(self) -> str:
        """The column's letters in the sheet."""
        return letter(self.index)

    def holds(self, field: str) -> bool:
        """Whether `field` stands in this column."""
        return field in self.meaning.fields


@dataclass(frozen=True, slots=True)
class Head:
    """The heading of a table: its rows and its columns."""

    rows: tuple[int, ...]
    columns: tuple[Column, ...]

    def first(self, field: str) -> Column | None:
        """Return the leftmost column that holds `field`."""
        return next((column for column in self.columns if column.holds(field)), None)

    def at(self, field: str) -> int:
        """Return the index of the leftmost column that holds `field`; -1 = none."""
        column = self.first(field)
        return -1 if column is None else column.index

    def all(self, field: str) -> tuple[Column, ...]:
        """Return every column that holds `field`, from the left."""
        return tuple(column for column in self.columns if column.holds(field))

    @property
    def fields(self) -> frozenset[str]:
        """Every field of the table."""
        return frozenset(f for column in self.columns for f in column.meaning.fields)

    @property
    def months(self) -> tuple[Column, ...]:
        """The columns that stand for a month, rightly numbered or not."""
        return tuple(c for c in self.columns if c.meaning.month is not None)

    @property
    def signature(self) -> tuple[str, ...]:
        """What two copies of one heading have in common."""
        return tuple(f"{c.index}:{c.text.casefold()}" for c in self.columns)


def is_heading(grid: Grid, row: int, dictionary: Dictionary) -> bool:
    """Whether `row` holds the headings of a table of persons or of units by year."""
    meanings = [m for _, m in _meanings(grid, row, dictionary)]
    fields = {field for m in meanings for field in m.fields}
    months = sum(m.month is not None for m in meanings)
    known = sum(m.known for m in meanings)
    if fields & NAME_FIELDS:
        if known >= 3 or (known >= 1 and months >= 3) or _parent_follows(grid, row, known):
            return True
        return _months_follow(grid, row, dictionary)
    if "dues_period" in fields and len(fields & _DUES_SUMS) >= 2:
        return True  # a cell's dues month by month, without persons
    years = sum(m.year is not None and m.month is None for m in meanings)
    if not fields & UNIT_FIELDS:
        return False
    return years >= 2 or "member_count" in fields or (known >= 3 and lists_units(fields))


def lists_units(fields: AbstractSet[str]) -> bool:
    """Whether the columns of a table without people say what units are."""
    named = fields & {"unit_name", "unit_cell"}
    return bool(named and fields & {"unit_code", "unit_parent", "unit_since", "unit_until"})


def nameless_heading(grid: Grid, dictionary: Dictionary) -> int | None:
    """Return the first row that looks like a heading of persons but for the name; or None."""
    for row in range(min(len(grid.rows), _SAMPLE)):
        meanings = [m for _, m in _meanings(grid, row, dictionary)]
        known = sum(m.known for m in meanings)
        if known >= 3 and any("row_no" in m.fields for m in meanings) and len(meanings) > known:
            return row
    return None


def _parent_follows(grid: Grid, row: int, known: int) -> bool:
    wide = any(span.top == row and span.width >= 3 for span in grid.spans(row))
    return known >= 2 and wide


def _months_follow(grid: Grid, row: int, dictionary: Dictionary) -> bool:
    """Whether the row below names months, none of them under what stands for a person."""
    if row + 1 >= len(grid.rows):
        return False
    below = [*_meanings(grid, row + 1, dictionary)]
    persons = {c for c, m in _meanings(grid, row, dictionary) if _PERSON & set(m.fields)}
    months = [column for column, meaning in below if meaning.month is not None]
    return len(months) >= 3 and not persons & {column for column, _ in below}


def _meanings(grid: Grid, row: int, dictionary: Dictionary) -> Iterator[tuple[int, Meaning]]:
    for column, value in enumerate(grid.rows[row]):
        if value != "":
            yield column, dictionary.meaning(value)


def read_head(grid: Grid, row: int, dictionary: Dictionary) -> Head:
    """Return the heading that `row` belongs to, with the rows above and below it."""
    rows = [row]
    if row and _is_parent_row(grid, row - 1, row):
        rows.insert(0, row - 1)
    goes_on = False  # the words of a cell go on in the rows below
    while rows[-1] + 1 < len(grid.rows) and len(rows) < 4:
        more = _words_go_on(grid, rows, dictionary)
        if not more and not _is_child_row(grid, rows, dictionary):
            break
        goes_on = goes_on or more
        rows.append(rows[-1] + 1)
    if goes_on:
        return Head(tuple(rows), _joined_columns(grid, rows, dictionary))
    return Head(tuple(rows), _columns(grid, rows, dictionary))


def _words_go_on(grid: Grid, rows: list[int], dictionary: Dictionary) -> bool:
    """Whether every cell below a heading goes on with it: "họ và tên khai sinh"."""
    row = rows[-1] + 1
    own = [column for column, _ in grid.texts(row)]
    if any(_wide(grid.span_at(rows[-1], c)) or not grid.text(rows[0], c) for c in own):
        return False
    texts = [text for _, text in grid.texts(row)]
    if any(sign.isdigit() for text in texts for sign in text):
        return False
    meanings = [dictionary.meaning(text) for text in texts]
    names = sum(bool(NAME_FIELDS & set(m.fields)) for m in meanings)
    known = sum(bool(m.fields) for m in meanings) + names
    return known >= 4 and known * 2 >= len(texts)


def _joined_columns(grid: Grid, rows: list[int], dictionary: Dictionary) -> tuple[Column, ...]:
    """Return the columns of a heading whose cells are written over several rows."""
    width = max(len(grid.rows[row]) for row in rows)
    found = []
    for index in range(width):
        own = [(row, text) for row in rows if (text := grid.text(row, index))]
        if own:
            text = "\n".join(text for _, text in own)
            column = Column(index, own[-1][0], text, dictionary.meaning(text))
            found.append(_settled(grid, rows, column))
    return tuple(found)


def _is_parent_row(grid: Grid, above: int, row: int) -> bool:
    spans = [s for s in grid.spans(above) if s.top == s.bottom == above and s.width >= 2]
    filled = {column for column, _ in grid.texts(row)}
    return any(
        span.width < len(filled)
        and grid.text(above, span.left)
        and set(range(span.left, span.right + 1)) <= filled
        for span in spans
    )


def _is_child_row(grid: Grid, rows: list[int], dictionary: Dictionary) -> bool:
    below = rows[-1] + 1
    own = [(column, text) for column, text in grid.texts(below)]
    if not own:
        return False
    known = 0
    for column, _ in own:
        parent, merged = _parent_of(grid, rows, column)
        if not merged and not (parent and _spreads(grid, rows[-1], below, column)):
            return False
        if not merged and _PERSON & set(dictionary.meaning(parent).fields):
            return False  # someone's name or number stands there: the first row of people
        known += dictionary.under(parent, grid.value(below, column)).fields != ()
        known += dictionary.under(parent, grid.value(below, column)).month is not None
    return known > 0 or all(_parent_of(grid, rows, column)[1] for column, _ in own)


def _spreads(grid: Grid, above: int, below: int, column: int) -> bool:
    """Whether an unmerged heading reaches over `column`: blanks stand beside it."""
    if not grid.text(above, column):
        return True
    return not grid.text(above, column + 1) and grid.text(below, column + 1) != ""


def _parent_of(grid: Grid, rows: Sequence[int], column: int) -> tuple[str, bool]:
    """Return the heading above `column`, and whether a merged range says so."""
    for row in reversed(rows):
        span = _wide(grid.span_at(row, column))
        if span is not None:
            return grid.text(span.top, span.left), True
        if text := grid.text(row, column):
            return text, False
        if grid.merges or any(grid.text(above, column) for above in rows if above < row):
            continue  # its own heading stands further up
        left = next((c for c in range(column - 1, -1, -1) if grid.text(row, c)), None)
        if left is not None:
            return grid.text(row, left), False
    return "", False


def _wide(span: Span | None) -> Span | None:
    return span if span is not None and span.width >= 2 else None


def _columns(grid: Grid, rows: list[int], dictionary: Dictionary) -> tuple[Column, ...]:
    width = max(len(grid.rows[row]) for row in rows)
    found = [_column(grid, rows, index, dictionary) for index in range(width)]
    columns = _with_split_name(grid, rows, [column for column in found if column is not None])
    columns = _with_family_name(grid, rows, columns)
    columns = [_settled(grid, rows, column) for column in columns]
    meanings = in_company([column.meaning for column in columns])
    return tuple(replace(c, meaning=m) for c, m in zip(columns, meanings, strict=True))


def _settled(grid: Grid, rows: list[int], column: Column) -> Column:
    """Return a column with the meaning that its values leave it."""
    if not left_open(column.text, column.meaning):
        return column
    below = range(rows[-1] + 1, min(rows[-1] + 1 + _SAMPLE, len(grid.rows)))
    values = [grid.value(row, column.index) for row in below]
    return replace(column, meaning=by_values(column.text, column.meaning, values))


def _with_family_name(grid: Grid, rows: list[int], columns: list[Column]) -> list[Column]:
    """Return the columns with the one left of a lone "Tên" as what it holds: "Lò Văn"."""
    given = next((c for c in columns if c.holds("given_name_part")), None)
    known = {field for c in columns for field in c.meaning.fields}
    if given is None or known & {"family_name_part", "full_name"}:
        return columns
    left = next((c for c in columns if c.index == given.index - 1), None)
    if left is None or left.meaning.known:
        return columns
    below = range(rows[-1] + 1, min(rows[-1] + 1 + _SAMPLE, len(grid.rows)))
    named = [row for row in below if grid.text(row, given.index).isalpha()]
    families = [row for row in named if grid.text(row, left.index).replace(" ", "").isalpha()]
    if 2 * len(families) <= len(named):
        return columns
    family = replace(left, meaning=Meaning(("family_name_part",)))
    return [family if column is left else column for column in columns]


def _with_split_name(grid: Grid, rows: list[int], columns: list[Column]) -> list[Column]:
    """Return the columns with a name in two: one heading over "Lò Văn" and "An"."""
    name = next((c for c in columns if c.meaning.fields == ("full_name",)), None)
    if name is None or any(c.index == name.index + 1 for c in columns):
        return columns
    if grid.merges and _wide(grid.span_at(name.row, name.index)) is None:
        return columns
    below = range(rows[-1] + 1, min(rows[-1] + 1 + _SAMPLE, len(grid.rows)))
    named = [row for row in below if grid.text(row, name.index).replace(" ", "").isalpha()]
    given = [text for row in named if (text := grid.text(row, name.index + 1)).isalpha()]
    if 2 * len(given) <= len(named) or {fold(text) for text in given} <= {"nam", "nu", "x"}:
        return columns
    place = columns.index(name)
    family = Column(name.index, name.row, name.text, Meaning(("family_name_part",)))
    last = Column(name.index + 1, name.row, name.text, Meaning(("given_name_part",)))
    return [*columns[:place], family, last, *columns[place + 1 :]]


def _column(grid: Grid, rows: list[int], index: int, dictionary: Dictionary) -> Column | None:
    own = [row for row in rows if grid.text(row, index)]
    if not own:
        return None
    lowest = own[-1]
    parent = _parent_of(grid, [row for row in rows if row < lowest], index)[0]
    value = grid.value(lowest, index)
    text = as_text(value)
    if parent and parent != text:
        return Column(index, lowest, f"{parent} › {text}", dictionary.under(parent, value))
    return Column(index, lowest, text, dictionary.meaning(value))


def counts_as_known(column: Column) -> bool:
    """Whether a column helps to tell what its table is about."""
    return bool(set(column.meaning.fields) - _WEAK) or column.meaning.month is not None
