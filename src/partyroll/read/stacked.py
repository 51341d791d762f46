"""The official roll Mẫu 7-HSĐV: four lines for each person who ever was in the cell."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from partyroll.model import Status
from partyroll.period import PartialDate
from partyroll.read.around_rows import Setting
from partyroll.read.body import TOLD, Body, Place, Progress, enter, set_aside
from partyroll.read.dates import date_in, read_date
from partyroll.read.facts import RosterRow, SetAside, StatedMove
from partyroll.read.grid import Value, as_text
from partyroll.read.heads import Column
from partyroll.read.lines import Line, LineKind
from partyroll.read.remarks import Remark
from partyroll.read.rosters import RosterReader
from partyroll.read.stacked_cells import (
    StackedCells,
    death_column,
    exit_column,
    stacked_columns,
)
from partyroll.read.statuses import exit_kind
from partyroll.read.tables import Block
from partyroll.read.values import is_number
from partyroll.text import fold

_USUAL = 4  # lines a person
_LOOKS_LIKE_A_DAY = re.compile(r"[\d\s/.,-]+")


def read_stacked(
    block: Block,
    place: Place,
    setting: Setting,
    reader: RosterReader,
    progress: Progress | None = None,
) -> Body[RosterRow]:
    """Return every person of the roll, and what is to be said of lines that are nobody's."""
    columns = stacked_columns(block.head)
    people = {rows[0]: rows for rows in people_lines(block)}
    inside = {row for rows in people.values() for row in rows}
    found: list[RosterRow] = []
    problems = []
    aside: list[SetAside] = []
    section = ""
    for line in block.lines:
        if line.row in people:
            rows = people[line.row]
            cells = StackedCells(block.grid, rows, columns, setting, section)
            row = _with_exit(reader(cells), cells, block)
            if row is not None and not cells.failed:
                found.append(row._replace(last_row=rows[-1] + 1))
            else:
                aside.append(set_aside(place, cells))
            problems += [place.problem(where, remark) for where, remark in cells.said]
            if progress:
                progress(block.grid.name, line.row, len(block.grid.rows))
        elif line.row in inside:
            continue
        elif line.kind is LineKind.SECTION:
            setting, section = enter(line, setting, section)
        elif line.kind in TOLD or line.kind is LineKind.BODY:
            remark = Remark(line.column, TOLD.get(line.kind, "unread_line"), line.text[:120])
            problems.append(place.problem(line.row, remark))
    return Body(tuple(found), tuple(problems), tuple(aside), len(people))


def several_lines_each(block: Block) -> bool:
    """Whether a person takes several lines, one fact of a cell in each."""
    shared = [c for c in block.head.columns if len(c.meaning.fields) > 1]
    if len(shared) < 3 or block.head.at("full_name") < 0 or block.head.at("row_no") < 0:
        return False
    lines = block.of(LineKind.BODY)[: 10 * _USUAL]
    numbered = sum(_is_start(block, line) for line in lines)
    broken = sum(
        "\n" in str(block.grid.value(line.row, column.index))
        for line in lines
        for column in shared
    )
    return numbered * 3 < len(lines) * 2 or broken > len(lines)


def people_lines(block: Block) -> Iterator[range]:
    """Yield the rows of each person: from a number to the next, as many as usual."""
    lines = [line for line in block.lines if line.kind is LineKind.BODY]
    starts = [line.row for line in lines if _is_start(block, line)]
    gaps = Counter(later - row for row, later in pairwise(starts))
    usual = gaps.most_common(1)[0][0] if gaps else _USUAL
    ends = _ends(block, starts)
    for row, end in zip(starts, ends, strict=True):
        yield range(row, min(row + max(usual, 1), end))


def _ends(block: Block, starts: list[int]) -> list[int]:
    """Return where each person's lines end at the latest: the next person, or another kind."""
    other = [
        line.row
        for line in block.lines
        if line.kind in {LineKind.HEADING, LineKind.TOTAL, LineKind.LEGEND}
        # A committee's name further right is where somebody moved to.
        or (line.kind is LineKind.SECTION and line.column <= block.head.at("full_name"))
    ]
    bottom = len(block.grid.rows) + _USUAL  # the last lines may be empty
    stops = sorted({*starts, *other, bottom})
    return [next(stop for stop in stops if stop > row) for row in starts]


def _is_start(block: Block, line: Line) -> bool:
    grid, head = block.grid, block.head
    number = grid.text(line.row, head.at("row_no"))
    return is_number(number) and bool(grid.text(line.row, head.at("full_name")))


# --- Who left, who moved ------------------------------------------------------------------
def _with_exit(row: RosterRow | None, cells: StackedCells, block: Block) -> RosterRow | None:
    """Return the person with how they left, if the last columns say so."""
    if row is None:
        return None
    row = row._replace(birth_name=_other_name(row), moves=_moves(cells))
    for column, status in (
        (death_column(block.head), Status.DIED),
        (exit_column(block.head), None),
    ):
        if column is not None and (lines := cells.filled(column.index)):
            return _left(row, cells, column, lines, status)
    gone = _last_move_out(row.moves)
    if gone is None:
        return row
    return row._replace(
        status=Status.OUT, status_date=gone.on, status_text="", status_reason=gone.place
    )


def _other_name(row: RosterRow) -> str | None:
    same = row.birth_name and fold(row.birth_name) == fold(row.full_name)
    return None if same else row.birth_name


def _left(
    row: RosterRow,
    cells: StackedCells,
    column: Column,
    lines: Sequence[tuple[int, Value]],
    status: Status | None,
) -> RosterRow:
    day, text = _day_and_words(cells, column)
    if status is None:
        kind = exit_kind(fold(text))
        status = Status(kind.value) if kind else Status.LEFT_UNSTATED
        if status is Status.LEFT_UNSTATED:
            where, found = lines[0][0], ", ".join(as_text(value) for _, value in lines)
            remark = Remark(column.index, "exit_kind_unclear", found[:120])
            cells.remarks.append(remark)
            cells.said.append((where, remark))
        return row._replace(status=status, status_date=day, status_text=text)
    return row._replace(status=status, status_date=day, status_text="", status_reason=text)


def _moves(cells: StackedCells) -> tuple[StatedMove, ...]:
    found = []
    for out, day_field, place_field in (
        (False, "transfer_in_date", "transfer_in_from"),
        (True, "transfer_out_date", "transfer_out_to"),
    ):
        column = cells.column(day_field) if cells.has(day_field) else -1
        if column >= 0 and cells.filled(column):
            day = cells.day(day_field)
            place = cells.text(place_field) if cells.has(place_field) else ""
            found.append(StatedMove(out=out, on=day, place=place))
    return tuple(found)


def _last_move_out(moves: tuple[StatedMove, ...]) -> StatedMove | None:
    """Return the move away unless a later one brought the person back."""
    gone = next((move for move in moves if move.out), None)
    back = next((move for move in moves if not move.out), None)
    if gone and back and gone.on and back.on and gone.on.last < back.on.first:
        return None
    return gone


def _day_and_words(cells: StackedCells, column: Column) -> tuple[PartialDate | None, str]:
    """Return the day that the lines of a column state, and everything else they say."""
    day: PartialDate | None = None
    words: list[str] = []
    for row, value in cells.filled(column.index):
        text = as_text(value)
        reading, rest = read_date(value, latest=cells.latest), ""
        worded = isinstance(value, str) and not _LOOKS_LIKE_A_DAY.fullmatch(text)
        if reading.value is None and worded:
            reading, rest = date_in(text, latest=cells.latest)
        if reading.code:
            remark = Remark(column.index, reading.code, text[:120])
            cells.remarks.append(remark)
            cells.said.append((row, remark))
        day = day or reading.value
        words.append(rest.strip(" ,;.-"))
    return day, ", ".join(word for word in words if word)
