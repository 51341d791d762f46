"""Columns of leaving: of a list of exits, or beside the people of a roster."""

import re
from dataclasses import replace

from partyroll.read.doubts import MARKS
from partyroll.read.heads import Head
from partyroll.read.meanings import UNKNOWN, Meaning
from partyroll.read.tables import Block
from partyroll.text import fold

# What says of one person that they left; a decision or a reason may be about anything.
MOVED_AWAY = frozenset({"transfer_out_date", "transfer_out_to"})
SAYS_LEFT = MARKS | MOVED_AWAY | {"exit_form", "exit_date", "declared_out"}
OF_EXITS = SAYS_LEFT | {"exit_reason", "exit_decision_no", "exit_decision_date"}
_SAYS_AWAY = re.compile(r"\bdi\b")
BARE_DAY = frozenset({"ngay", "ngay thang", "ngay thang nam", "ngay, thang, nam"})


def of_roster(block: Block) -> Block:
    """Return a roster without "Ngày chuyển SHĐ": of going or of coming, nobody says."""
    if "transfer_out_to" in block.head.fields:
        return block
    columns = tuple(
        replace(column, meaning=UNKNOWN)
        if column.meaning.fields == ("transfer_out_date",)
        and not _SAYS_AWAY.search(fold(column.text))
        else column
        for column in block.head.columns
    )
    return replace(block, head=Head(block.head.rows, columns))


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
