"""Marks behind a name that a line below the table explains: "Lò Văn An*", "* đã từ trần"."""

import re
from dataclasses import replace

from partyroll.model import Problem
from partyroll.read.body import Body, Place
from partyroll.read.facts import RosterRow
from partyroll.read.heads import NAME_FIELDS
from partyroll.read.lines import Line, LineKind
from partyroll.read.remarks import Remark
from partyroll.read.tables import Block
from partyroll.standing_remarks import standing_remarks

_MARK = r"\(?\*{1,4}\)?|\(\d\)|[¹²³]"
_FOOTNOTE = re.compile(
    rf"(?:(?:ghi chú|chú thích)\s*:?\s*)?(?P<mark>{_MARK})\s*[:.-]?\s*(?P<words>[^\s*].*)",
    re.IGNORECASE,
)
_MARKED = re.compile(rf"\w\s*(?P<mark>{_MARK})$")


def is_footnote(line: Line) -> bool:
    """Whether a line explains a mark."""
    return _FOOTNOTE.match(line.text.strip()) is not None


def with_footnotes(body: Body[RosterRow], block: Block, place: Place) -> Body[RosterRow]:
    """Return the people, what a mark behind a name means kept as the row's remark."""
    words = {
        _plain(found["mark"]): found["words"].strip(" .;")
        for line in block.lines
        if line.kind is not LineKind.BODY and (found := _FOOTNOTE.match(line.text.strip()))
    }
    if not words:
        return body
    names = [c.index for c in block.head.columns if NAME_FIELDS & set(c.meaning.fields)]
    rows, told = list(body.rows), list[Problem]()
    for number, row in enumerate(rows):
        mark = _MARKED.search(block.grid.text(row.row - 1, names[-1]).strip())
        said = words.get(_plain(mark["mark"])) if mark else None
        if mark is None or said is None:
            continue
        note = f"{said}; {row.note}" if row.note else said
        name = row.full_name.removesuffix(mark["mark"]).rstrip()
        rows[number] = row._replace(full_name=name, note=note)
        for one in standing_remarks(said):
            clue = f"{one.meaning}: {one.cure}"
            remark = Remark(names[-1], "remark_without_paper", said, None, clue)
            told.append(place.problem(row.row - 1, remark))
    return replace(body, rows=tuple(rows), problems=(*body.problems, *told))


def _plain(mark: str) -> str:
    return mark.strip("()") if "*" in mark else mark
