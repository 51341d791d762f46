"""Rows between the people of an exits list that say how or why those below left."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from partyroll.model import ExitKind, Reason
from partyroll.read.lines import LineKind
from partyroll.read.reasons import reasons_in
from partyroll.read.statuses import exit_kinds, states_no_exit
from partyroll.read.tables import Block
from partyroll.text import fold

_ENUMERATOR = re.compile(
    r"^\s*(?:(?P<roman>[IVXL]+)|(?P<letter>[a-zA-Z])|(?P<number>\d+))\s*[.):/-]+\s*"
)
_LONE = re.compile(r"(?:(?P<roman>[IVXL]+)|(?P<letter>[A-Z])|(?P<number>\d+))")
_WHY = re.compile(
    r"^(?:lý do|nguyên nhân)\b\s*(?:là\b)?\s*[:\-–]?\s*(?P<words>.+)", re.IGNORECASE
)
_ARRIVED = re.compile(r"\b(?:chuyen|tiep nhan)\b.*\bden$")


@dataclass(frozen=True, slots=True)
class Group:
    """What holds for the rows below `row`: how they left or why; both empty = nothing."""

    row: int
    text: str = ""
    kind: ExitKind | None = None
    no_exit: bool = False  # "Đề nghị xóa tên", "Chuyển đến"
    reason: str = ""
    style: str = ""  # of its number: the next group of this style ends it

    @property
    def says_something(self) -> bool:
        """Whether the rows below stand under a kind or a reason."""
        return self.kind is not None or self.no_exit or self.reason != ""


NOTHING = Group(-1)


def group_of(row: int, text: str, first: str = "") -> Group:
    """Return what the words of a row between people say; `first` is its first cell."""
    numbered = _LONE.fullmatch(first) or _ENUMERATOR.match(text)
    style = (numbered.lastgroup or "") if numbered else ""
    words = _ENUMERATOR.sub("", text).strip(" :.-")
    folded = fold(words)
    if why := _WHY.match(words):
        named = reasons_in(why["words"])
        plain = why["words"] if not {Reason.OTHER, Reason.UNSTATED} & set(named) else ""
        return Group(row, words, reason=plain, style=style)
    if states_no_exit(folded) or _ARRIVED.search(folded):
        return Group(row, words, no_exit=True, style=style)
    kinds = exit_kinds(folded)
    return Group(row, words, kinds[0] if len(kinds) == 1 else None, style=style)


class Groups:
    """The group rows of one exits list."""

    def __init__(self, block: Block) -> None:
        self._found = [*_holding(block)]
        self._rows = [group.row for group in self._found]

    def above(self, row: int) -> Group:
        """Return what holds for `row`."""
        place = bisect_right(self._rows, row) - 1
        return self._found[place] if place >= 0 else NOTHING


def with_groups(block: Block) -> Block:
    """Return the block with its group rows as such: they are read, not passed over."""
    lines = tuple(
        line._replace(kind=LineKind.GROUP)
        if line.kind is LineKind.NOTE and group_of(line.row, line.text).says_something
        else line
        for line in block.lines
    )
    return replace(block, lines=lines)


def _holding(block: Block) -> Iterator[Group]:
    """Yield what holds from a row on; a cell's own row ends the groups of the cell before."""
    between = [x for x in block.lines if x.kind in {LineKind.SECTION, LineKind.GROUP}]
    within_cells = bool(between) and between[0].kind is LineKind.SECTION
    last = NOTHING
    for line in block.lines:
        if line.kind is LineKind.SECTION and within_cells:
            last = replace(NOTHING, row=line.row)
            yield last
        if line.kind not in {LineKind.GROUP, LineKind.NOTE}:
            continue
        first = next((text for _, text in block.grid.texts(line.row)), "")
        group = group_of(line.row, line.text, first)
        if group.says_something or group.style == last.style:
            last = group
            yield last
