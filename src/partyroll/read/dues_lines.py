"""One line of a dues book while its cells are read: letters, amounts, payments."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from partyroll.model import Letter
from partyroll.period import Month, PartialDate
from partyroll.read.dues_cells import DuesCell
from partyroll.read.facts import StatedPayment
from partyroll.read.named_months import months_named
from partyroll.text import fold


@dataclass(slots=True)
class Line:
    """What the cells of one row say of one `year`, month by month."""

    year: int
    letters: list[str] = field(default_factory=lambda: [Letter.BLANK] * 12)
    amounts: list[int | None] = field(default_factory=lambda: [None] * 12)
    notes: dict[int, str] = field(default_factory=dict)
    payments: dict[tuple[int, bool], StatedPayment] = field(default_factory=dict)
    since: PartialDate | None = None
    until: PartialDate | None = None
    spans: set[int] = field(default_factory=set)  # months paid in a cell that names several
    unallocated: bool = False

    def enter(self, cell: DuesCell, month: int, place: str) -> None:
        """Enter the cell of one month, and the other months that it names."""
        self.letters[month - 1] = cell.letter
        self.amounts[month - 1] = cell.amount
        if cell.note:
            self.notes[month - 1] = cell.note
        self._stay(cell)
        if cell.paid_on:
            self.pay(month, place, paid_on=cell.paid_on, own=True)
        if cell.covers:
            self.cover(cell, month, place)

    def _stay(self, cell: DuesCell) -> None:
        """Take what a cell says of coming and leaving, and of a sum for months unnamed."""
        if cell.since and self.since is None:
            self.since = PartialDate(self.year, cell.since)
        if cell.until and self.until is None:
            self.until = PartialDate(self.year, cell.until)
        self.unallocated = self.unallocated or cell.unnamed

    def spread(self, cell: DuesCell, covered: Sequence[int], place: str) -> None:
        """Enter a cell of several months: its letter in each it speaks of, its sum divided.

        Of a month that its words leave out ("nợ T9" in a third quarter) it says nothing clear.
        """
        spoken = _spoken_of(cell, covered)
        elsewhere = tuple(month for month in cell.covers if month not in covered)
        shares = iter(_shares(cell.amount, len(spoken) + len(elsewhere)))
        for month in covered:
            self.letters[month - 1] = cell.letter if month in spoken else Letter.UNREADABLE
            if cell.note:
                self.notes[month - 1] = cell.note
            if month in spoken:
                self.amounts[month - 1] = share = next(shares)
                if cell.letter == Letter.PAID:
                    self.spans.add(month)
                    self.pay(month, place, amount=share, span=len(spoken), own=True)
        paid_on = PartialDate(self.year, covered[-1]) if cell.late else None
        for month, share in zip(elsewhere, shares, strict=True):
            self.pay(month, place, paid_on=paid_on, amount=share, span=len(cell.covers))
        self._stay(cell)

    def cover(self, cell: DuesCell, month: int, place: str) -> None:
        """Enter the other months that a cell names: paid in this month if late."""
        span = len(cell.covers) + 1
        share = _shares(cell.amount, span)[0]
        paid_on = PartialDate(self.year, month) if cell.late else None
        self.spans.add(month)
        if not cell.late:
            self.pay(month, place, amount=share, span=span, own=True)
        for other in cell.covers:
            self.pay(other, place, paid_on=paid_on, amount=share, span=span)

    def pay(
        self,
        month: int,
        place: str,
        *,
        paid_on: PartialDate | None = None,
        amount: int | None = None,
        span: int = 1,
        own: bool = False,
    ) -> None:
        """Enter a payment for `month`; the first one that is stated stands."""
        payment = StatedPayment(Month(self.year, month), place, paid_on, amount, span, own)
        self.payments.setdefault((month, own), payment)


def _spoken_of(cell: DuesCell, covered: Sequence[int]) -> Sequence[int]:
    """Return the covered months of which a cell speaks: all of them if it names none."""
    if cell.since:
        return [month for month in covered if month < cell.since]
    if cell.until:
        return [month for month in covered if month >= cell.until]
    if cell.late:  # months are named as settled late, beside those of the column
        return covered
    named = months_named(fold(cell.note), covered[0])
    return [month for month in covered if month in named] or covered


def _shares(amount: int | None, count: int) -> list[int | None]:
    """Divide a sum over months; what does not divide goes with the first."""
    if amount is None:
        return [None] * count
    share, rest = divmod(amount, count)
    return [share + rest, *[share] * (count - 1)]
