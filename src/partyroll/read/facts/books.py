"""Rows of books, and the payments that their letters do not say alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from partyroll.period import Month, PartialDate
from partyroll.read.facts.people import NOTHING
from partyroll.read.facts.units import UnitRef


@dataclass(frozen=True, slots=True)
class StatedPayment:
    """A payment that the letter of its month does not say alone (rulebook §6.4).

    `own`: it stands in the month's own cell or in a merged cell that covers the month.
    `paid_on` None = undated.  `span` counts the months of the one entry.
    """

    month: Month
    cell: str
    paid_on: PartialDate | None = None
    amount: int | None = None
    span: int = 1
    own: bool = False


class BookRow(NamedTuple):
    """One person's row of a dues or meetings book; the letters are `model.Letter`'s.

    `amounts` are the đồng written in each month's own cell (None = a mark or nothing); a
    merged cell's sum is divided over the months it covers.  `cells` gives the address of each
    month's own cell where column and row do not (a block a month): by position, 0-based, with
    the sheet before it ("T4!I7") where it is not the table's; months that are missing there
    are not in the book.
    """

    row: int
    full_name: str
    letters: str
    unit: UnitRef | None = None
    card_no: str | None = None
    national_id: str | None = None
    birth_date: PartialDate | None = None
    amounts: tuple[int | None, ...] = ()
    rate: int | None = None
    notes: Mapping[int, str] = NOTHING  # by position, 0-based
    remark: str = ""
    since: PartialDate | None = None
    until: PartialDate | None = None
    unallocated: bool = False
    payments: tuple[StatedPayment, ...] = ()
    cells: Mapping[int, str] = NOTHING
