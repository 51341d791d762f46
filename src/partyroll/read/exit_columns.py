"""Columns of leaving: of a list of exits, or beside the people of a roster."""

from dataclasses import replace

from partyroll.read.doubts import MARKS
from partyroll.read.grid import as_text
from partyroll.read.heads import Head
from partyroll.read.lines import LineKind
from partyroll.read.meanings import Meaning
from partyroll.read.not_members import leaving_in, spoken_lines
from partyroll.read.tables import Block
from partyroll.text import fold

# What says of one person that they left; a decision or a reason may be about anything.
SAYS_LEFT = MARKS | {"exit_form", "exit_date", "declared_out", "transfer_out_date"}
OF_EXITS = SAYS_LEFT | {"exit_reason", "exit_decision_no", "exit_decision_date"}
_OF_MEMBERS = frozenset({"card_no", "admission_date", "official_date"})
BARE_DAY = frozenset({"ngay", "ngay thang", "ngay thang nam", "ngay, thang, nam"})


def stand_beside_members(block: Block) -> bool:
    """Whether columns of leaving stand in a list of members, of whom few have left.

    A list of exits names its people for it: by its title, or in most of its rows.
    """
    lines = [*spoken_lines([*block.title.words.split(" | "), fold(block.grid.name)])]
    if not block.head.fields & _OF_MEMBERS or leaving_in(lines):
        return False
    if block.of(LineKind.GROUP) or block.of(LineKind.NOTE):
        return False
    columns = [c.index for c in block.head.columns if set(c.meaning.fields) & OF_EXITS]
    rows = [line.row for line in block.of(LineKind.BODY)]
    told = sum(any(as_text(block.grid.value(row, c)) for c in columns) for row in rows)
    return 2 * told < len(rows)


def with_bare_days(block: Block) -> Block:
    """Return a list of exits, its "Ngày" understood: of a decision beside it, or of leaving."""
    fields, columns = block.head.fields, list(block.head.columns)
    for place, column in enumerate(columns):
        if column.meaning.fields or fold(column.text) not in BARE_DAY:
            continue
        decided = place > 0 and columns[place - 1].holds("exit_decision_no")
        field = "exit_decision_date" if decided else "exit_date"
        if field not in fields:
            columns[place] = replace(column, meaning=Meaning((field,)))
    return replace(block, head=Head(block.head.rows, tuple(columns)))
