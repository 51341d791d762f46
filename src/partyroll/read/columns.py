"""What each column below a heading holds."""

from collections.abc import Sequence
from dataclasses import replace

from partyroll.read.by_values import by_values, left_open
from partyroll.read.grid import Grid, Span, as_text
from partyroll.read.headings import Dictionary
from partyroll.read.heads import NAME_FIELDS, PERSON_FIELDS, Column, Head
from partyroll.read.in_company import in_their_company
from partyroll.read.month_headings import in_company, with_may
from partyroll.read.split_names import with_family_name, with_split_name

_SAMPLE = 40  # rows looked at where the heading leaves a column open


def read_head(grid: Grid, row: int, dictionary: Dictionary) -> Head:
    """Return the heading that `row` belongs to, with the rows above and below it."""
    rows = [row]
    if row and _began_above(grid, row, dictionary):
        rows.insert(0, row - 1)
        return Head(tuple(rows), _joined_columns(grid, rows, dictionary))
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


def _began_above(grid: Grid, row: int, dictionary: Dictionary) -> bool:
    """Whether the words of every heading begin in the row above: "Họ và", below it "tên"."""
    above, own = dict(grid.texts(row - 1)), dict(grid.texts(row))
    if above.keys() != own.keys() or len(own) < 3 or grid.spans(row - 1):
        return False
    joined = [dictionary.meaning(f"{above[column]}\n{own[column]}") for column in own]
    alone = [dictionary.meaning(text) for text in own.values()]
    named = any(NAME_FIELDS & set(meaning.fields) for meaning in joined)
    return named and sum(m.known for m in joined) > sum(m.known for m in alone)


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
    if not own or _only_merged_wide(grid, rows, [column for column, _ in own]):
        return False
    known = 0
    for column, _ in own:
        parent, merged = _parent_of(grid, rows, column)
        if not merged and not (parent and _spreads(grid, rows[-1], below, column)):
            return False
        if not merged and PERSON_FIELDS & set(dictionary.meaning(parent).fields):
            return False  # someone's name or number stands there: the first row of people
        known += dictionary.under(parent, grid.value(below, column)).fields != ()
        known += dictionary.under(parent, grid.value(below, column)).month is not None
    return known > 0 or all(_parent_of(grid, rows, column)[1] for column, _ in own)


def _only_merged_wide(grid: Grid, rows: list[int], below: list[int]) -> bool:
    """Whether each cell stands alone below a heading merged over columns: nothing is parted.

    Printed lists draw a wide column as several of the sheet's; children would be two or more.
    """
    spans = [_wide(grid.span_at(rows[-1], column)) for column in below]
    merged = [span.left for span in spans if span is not None]
    return len(merged) >= 2 and len(set(merged)) == len(merged) == len(below)


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
    columns = with_split_name(grid, rows, [column for column in found if column is not None])
    columns = with_family_name(grid, rows, columns)
    columns = with_may([_settled(grid, rows, column) for column in columns])
    meanings = in_company([column.meaning for column in columns])
    alone = {c.index: meaning for c, meaning in zip(columns, meanings, strict=True)}
    meanings = [*in_their_company(grid, rows[-1], alone).values()]
    return tuple(replace(c, meaning=m) for c, m in zip(columns, meanings, strict=True))


def _settled(grid: Grid, rows: list[int], column: Column) -> Column:
    """Return a column with the meaning that its values leave it."""
    if not left_open(column.text, column.meaning):
        return column
    below = range(rows[-1] + 1, min(rows[-1] + 1 + _SAMPLE, len(grid.rows)))
    values = [grid.value(row, column.index) for row in below]
    return replace(column, meaning=by_values(column.text, column.meaning, values))


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
