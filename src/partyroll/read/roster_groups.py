"""Rows between the people of a roster that say whether those below are members still."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from partyroll.model import ExitKind, Problem, Status
from partyroll.read.body import Body, Place
from partyroll.read.exit_groups import group_of
from partyroll.read.facts import RosterRow, SetAside
from partyroll.read.footnotes import is_footnote
from partyroll.read.grid import letter
from partyroll.read.heads import NAME_FIELDS
from partyroll.read.lines import Line, LineKind
from partyroll.read.not_members import no_members_in
from partyroll.read.paper_titles import papers_in
from partyroll.read.remarks import Remark
from partyroll.read.tables import Block
from partyroll.standing_remarks import standing_remarks
from partyroll.text import fold

_STANDING = {"du bi": Status.PROBATIONARY, "chinh thuc": Status.OFFICIAL}
_MEMBERS_ALL_THE_SAME = frozenset({"kỷ luật"})
_LEFT_FOR_CERTAIN = frozenset(
    {ExitKind.REMOVED, ExitKind.WITHDREW, ExitKind.EXPELLED, ExitKind.DIED}
)
# Words over several people; of one person a note speaks by name.
_ABOUT_ALL = re.compile(
    r"(?:(?:so|cac|nhung|danh sach) )?(?:dang vien|dv|dong chi|d/c)(?! \w+ (?:van|thi)\b)"
    r"|(?:duoc |tam )?mien\b|(?:dien |doi tuong )?mien\b|sinh hoat tam thoi|dinh chi"
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
    remark: str = ""  # what it says of the standing of those below: a reason to ask

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
    groups = [*_titled(block), *_holding(block)]
    if not groups:
        return body
    begins = [group.row for group in groups]
    kept: list[RosterRow] = []
    told = [_told(block, place, group) for group in groups if group.remark]
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


def _titled(block: Block) -> Iterator[_Group]:
    """Yield what the title says of everybody: "Danh sách đảng viên miễn sinh hoạt"."""
    papers = papers_in(f"{block.title.words} | {fold(block.grid.name)}")
    if len(papers) == 1:
        yield _Group(block.head.rows[0], papers[0], remark=papers[0])


def _told(block: Block, place: Place, group: _Group) -> Problem:
    """Return what to say of a group that names a standing and no paper."""
    said = "; ".join(f"{one.meaning}: {one.cure}" for one in standing_remarks(group.remark))
    column = block.head.columns[0].index
    return place.problem(
        group.row, Remark(column, "remark_without_paper", group.text, None, said)
    )


def _says(block: Block, line: Line) -> bool:
    if line.kind is not LineKind.NOTE or is_footnote(line):
        return False
    group = _group(block, line)
    return group.unsure or group.status is not None or group.remark != ""


def _holding(block: Block) -> Iterator[_Group]:
    """Yield what holds from a row on; a cell's own row ends the groups within the cell before.

    Under a group that is over for no clear reason nobody can tell.
    """
    others = [line for line in block.lines if line.kind is not LineKind.BODY]  # few of many
    between = [x for x in others if x.kind in {LineKind.SECTION, LineKind.GROUP}]
    within_cells = bool(between) and between[0].kind is LineKind.SECTION
    last = _Group(-1)
    for line in others:
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
    about_all = _ABOUT_ALL.match(folded) and standing_remarks(said.text)
    remark = said.text if about_all and not (unsure or status) else ""
    return _Group(line.row, said.text, status, unsure, said.style, remark)


def _as_said(row: RosterRow, group: _Group) -> RosterRow:
    if group.remark:
        note = f"{group.remark}; {row.note}" if row.note else group.remark
        return row._replace(note=note)
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
