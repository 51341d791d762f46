"""The list of one meeting: who came and who did not in columns, the month in the title."""

from dataclasses import replace
from typing import Final

from partyroll.read.dues_blocks import month_above
from partyroll.read.heads import NAME_FIELDS, Column
from partyroll.read.meanings import Meaning
from partyroll.read.tables import Block
from partyroll.read.time_headings import detail_of_month, says_meetings
from partyroll.text import fold

# Only marks below a count of the whole year would be read as one meeting.
_OF_MANY: Final = ("so buoi", "so ky", "tong", "ty le", "ti le", "so lan")


def as_one_meeting(block: Block, year: int | None) -> Block:
    """Return the list of a meeting as a book of its month; any other block as it is."""
    head = block.head
    if head.months or not head.fields & NAME_FIELDS or not says_meetings(block.title.words):
        return block
    month = month_above(block.title.words, block.grid.name, year)
    if month is None:
        return block
    columns = [_tallied(c, Meaning(month=month.number, year=month.year)) for c in head.columns]
    tallies = {column.meaning.tally for column in columns} - {""}
    if len(tallies) < 2:
        return block
    return replace(block, head=replace(head, columns=tuple(columns)))


def _tallied(column: Column, month: Meaning) -> Column:
    """Return a column of who came, or did not, as one of the meeting of `month`."""
    own = column.text.rpartition("›")[2].strip()
    if column.meaning.fields == ("exit_reason",):
        return replace(column, meaning=Meaning(("note",)))
    if column.meaning.fields not in {(), ("attendance_sum",)} or fold(own).startswith(_OF_MANY):
        return column
    detail = detail_of_month(month, Meaning(("attendance_sum",)), own)
    return replace(column, meaning=detail) if detail.tally else column
