"""The books that stand in one grid: dues beside meetings, a year beside another."""

from collections.abc import Iterator
from dataclasses import replace

from partyroll.read.books import BookMonths
from partyroll.read.dues_owing import blanks_stand_for_something
from partyroll.read.legends import BLANK_MARK
from partyroll.read.remarks import Remark
from partyroll.read.tables import Block


def books_in(block: Block) -> list[Block]:
    """Return the books of a grid: dues and meetings may stand side by side in each month.

    Of several books each row names its own cells.
    """
    stated = {column.meaning.meeting for column in block.head.months}
    if not {True, False} <= stated:
        return [block]
    return [_of_kind(block, meeting=meeting) for meeting in (False, True)]


def _of_kind(block: Block, *, meeting: bool) -> Block:
    columns = tuple(
        column
        for column in block.head.columns
        if column.meaning.month is None or column.meaning.meeting is meeting
    )
    return replace(block, head=replace(block.head, columns=columns), beside=True)


def years_differ(block: Block, months: BookMonths, named: int | None) -> bool:
    """Whether title and sheet name (`named`) say two years, and no heading says which."""
    if named is None or any(column.meaning.year for column in months.columns):
        return False
    return block.title.years == (months.year,) and months.year != named


def heading_remarks(months: BookMonths) -> Iterator[tuple[int, Remark]]:
    """Yield the headings of months that there are not, or that stand twice."""
    for column in months.wrong:
        yield column.row, Remark(column.index, "month_out_of_range", column.text)
    for column in months.repeated:
        yield column.row, Remark(column.index, "duplicate_month", column.text)


def blank_remarks(block: Block) -> Iterator[tuple[int, Remark]]:
    """Yield what the sheet says of blank cells, where it is no debt."""
    if blanks_stand_for_something(block.legend):
        column = block.head.months[0]
        yield column.row, Remark(column.index, "blanks_explained", block.legend[BLANK_MARK])
