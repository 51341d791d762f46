"""The sheets of a list for review that ask nothing: what somebody typed there all the same."""

from collections.abc import Iterator

from partyroll.messages import LIST_COLUMN, LIST_SHEETS
from partyroll.read.facts import AnswerRow, Aside
from partyroll.read.grid import Grid, address
from partyroll.read.lines import is_signature
from partyroll.text import same_key

_NUMBER, _NAME = same_key(LIST_COLUMN["number"]), same_key(LIST_COLUMN["full_name"])
_NOTE = same_key("Ghi chú")


def typed_on(grid: Grid, list_ref: str) -> Iterator[AnswerRow]:
    """Yield the rows of an own sheet without answers that say more than the list printed.

    A note beside somebody's month may be the list's own: who knows the list compares it.
    """
    heading = _heading(grid)
    if grid.name not in LIST_SHEETS or heading is None:
        return
    columns = {same_key(text): column for column, text in grid.texts(heading)}
    last, name = max(columns.values()), columns.get(_NAME)
    for row in range(heading + 1, len(grid.rows)):
        listed = grid.text(row, columns[_NUMBER]).isdecimal()
        asides = tuple(_asides(grid, row, last, listed=listed))
        remark = None
        if listed and name is not None and (text := grid.text(row, columns.get(_NOTE, -1))):
            remark = Aside("answer_beside", text, address(row, columns[_NOTE]))
        if asides or remark:
            who = grid.text(row, name) if listed and name is not None else ""
            yield AnswerRow(row + 1, who, (), list_ref, asides=asides, remark=remark)


def _heading(grid: Grid) -> int | None:
    rows = range(len(grid.rows))
    return next((r for r in rows if same_key(grid.text(r, 0)) == _NUMBER), None)


def _asides(grid: Grid, row: int, last: int, *, listed: bool) -> Iterator[Aside]:
    """Yield the words right of the table; in a row of nobody, everything but signatures."""
    for column, text in grid.texts(row):
        beside = column > last if listed else not is_signature(text)
        if beside and any(map(str.isalnum, text)):
            code = "answer_beside" if listed else "answer_line_below"
            yield Aside(code, text, address(row, column))
