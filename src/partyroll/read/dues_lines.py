"""One line of a dues book while its cells are read: letters, amounts, payments."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from partyroll.model import Letter
from partyroll.period import Month, PartialDate
from partyroll.read.dues_cells import DuesCell
from partyroll.read.facts import StatedPayment


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
        if cell.since and self.since is None:
            self.since = PartialDate(self.year, cell.since)
        if cell.until and self.until is None:
            self.until = PartialDate(self.year, cell.until)
        if cell.paid_on:
            self.pay(month, place, paid_on=cell.paid_on, own=True)
        self.unallocated = self.unallocated or cell.unnamed
        if cell.covers:
            self.cover(cell, month, place)

    def spread(self, cell: DuesCell, covered: Sequence[int], place: str) -> None:
        """Enter a merged cell: its letter in each month, its sum divided."""
        shares = _shares(cell.amount, len(covered))
        for month, share in zip(covered, shares, strict=True):
            self.letters[month - 1] = cell.letter
            self.amounts[month - 1] = share
            if cell.note:
                self.notes[month - 1] = cell.note
            if cell.letter == Letter.PAID:
                self.spans.add(month)
                self.pay(month, place, amount=share, span=len(covered), own=True)

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


def _shares(amount: int | None, count: int) -> list[int | None]:
    """Divide a sum over months; what does not divide goes with the first."""
    if amount is None:
        return [None] * count
    share, rest = divmod(amount, count)
    return [share + rest, *[share] * (count - 1)]
