"""Rows between the people of a roster that say whether those below are members still."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from partyroll.model import ExitKind, Problem, Status
from partyroll.read.body import Body, Place
from partyroll.read.exit_groups import group_of
from partyroll.read.facts import RosterRow, SetAside
from partyroll.read.grid import letter
from partyroll.read.heads import NAME_FIELDS
from partyroll.read.lines import Line, LineKind
from partyroll.read.not_members import no_members_in
from partyroll.read.remarks import Remark
from partyroll.read.tables import Block
from partyroll.text import fold

_STANDING = {"du bi": Status.PROBATIONARY, "chinh thuc": Status.OFFICIAL}
_MEMBERS_ALL_THE_SAME = frozenset({"kỷ luật"})
_LEFT_FOR_CERTAIN = frozenset(
    {ExitKind.REMOVED, ExitKind.WITHDREW, ExitKind.EXPELLED, ExitKind.DIED}
)
CODE = "below_group"


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds from `row` on: a status, or that nobody can tell (`unsure`)."""

    row: int
    text: str = ""
    status: Status | None = None
    unsure: bool = False
    style: str = ""

    @property
    def about_members(self) -> bool:
        return not self.unsure and self.status in {None, *_STANDING.values()}


def with_roster_groups(block: Block) -> Block:
    """Return the block with the rows that say something of those below as such."""
    lines = tuple(
        line._replace(kind=LineKind.GROUP) if _says(block, line) else line
        for line in block.lines
    )
    return replace(block, lines=lines)


def by_groups(body: Body[RosterRow], block: Block, place: Place) -> Body[RosterRow]:
    """Return the people as the groups above them say; whom nobody can place stays out.

    What a row says of itself holds against its group.
    """
    groups = [*_holding(block)]
    if not groups:
        return body
    begins = [group.row for group in groups]
    kept: list[RosterRow] = []
    told: list[Problem] = []
    aside: list[SetAside] = []
    for row in body.rows:
        above = bisect_right(begins, row.row - 1) - 1
        group = groups[above] if above >= 0 else _Group(-1)
        if group.unsure and row.status is None:
            told.append(place.problem(row.row - 1, _remark(block, group)))
            aside.append(_out(block, place, row.row - 1))
        else:
            kept.append(_as_said(row, group))
    return replace(
        body,
        rows=tuple(kept),
        problems=(*body.problems, *told),
        set_aside=(*body.set_aside, *aside),
    )


def _says(block: Block, line: Line) -> bool:
    if line.kind is not LineKind.NOTE:
        return False
    group = _group(block, line)
    return group.unsure or group.status is not None


def _holding(block: Block) -> Iterator[_Group]:
    """Yield what holds from a row on; a cell's own row ends the groups within the cell before.

    Under a group that is over for no clear reason nobody can tell.
    """
    between = [x for x in block.lines if x.kind in {LineKind.SECTION, LineKind.GROUP}]
    within_cells = bool(between) and between[0].kind is LineKind.SECTION
    last = _Group(-1)
    for line in block.lines:
        if line.kind is LineKind.SECTION:
            over = within_cells or last.about_members
        elif line.kind in {LineKind.GROUP, LineKind.NOTE}:
            group = _group(block, line)
            over = group.style == last.style or last.about_members
            if line.kind is LineKind.GROUP:
                last = group
                yield last
                continue
        else:
            continue
        if last.row >= 0:
            last = _Group(line.row) if over else replace(last, row=line.row, unsure=True)
            yield last


def _group(block: Block, line: Line) -> _Group:
    first = next((text for _, text in block.grid.texts(line.row)), "")
    said = group_of(line.row, line.text, first)
    folded = fold(said.text)
    words = no_members_in([folded])
    if said.kind in _LEFT_FOR_CERTAIN:
        return _Group(line.row, said.text, Status(said.kind.value), style=said.style)
    unsure = bool(words) and not said.no_exit and words not in _MEMBERS_ALL_THE_SAME
    named = [status for word, status in _STANDING.items() if word in folded]
    status = named[0] if len(named) == 1 and not unsure else None
    return _Group(line.row, said.text, status, unsure, said.style)


def _as_said(row: RosterRow, group: _Group) -> RosterRow:
    if group.status is None or row.status is not None:
        return row
    if group.status is Status.PROBATIONARY and row.official_date is not None:
        return row
    return row._replace(status=group.status, status_text=group.text)


def _remark(block: Block, group: _Group) -> Remark:
    names = [c for c in block.head.columns if NAME_FIELDS & set(c.meaning.fields)]
    return Remark(names[0].index, CODE, group.text)


def _out(block: Block, place: Place, row: int) -> SetAside:
    texts = {letter(column): text for column, text in block.grid.texts(row)}
    return SetAside(place.sheet, row + 1, CODE, texts)
