"""What a row of a dues book says was paid in all: more than its months clears its blanks."""

from collections.abc import Callable, Collection, Sequence
from typing import Final, NamedTuple

from partyroll.model import Letter
from partyroll.read.cells import Cells
from partyroll.read.grid import as_text
from partyroll.read.money import read_money, read_number
from partyroll.read.remarks import Remark
from partyroll.text import fold, thousands

FIELDS: Final = ("total", "dues_collected", "dues_outstanding")
_NOTHING_OWED: Final = frozenset({"0", "khong", "het", "khong no", "het no", "khong con no"})
_MONTHS: Final = 12


class InAll(NamedTuple):
    """The sum that a row states as paid, and whether it states that nothing is owed."""

    paid: int = 0
    settled: bool = False
    column: int = -1

    def clears(
        self,
        letters: Sequence[str],
        amounts: Sequence[int | None],
        filled: Callable[[], Collection[int]],
    ) -> bool:
        """Whether the row says more than its months: some blank of it is no debt.

        `filled` tells the months in which anybody's cell says something.
        """
        if Letter.BLANK not in letters or not (self.paid or self.settled):
            return False
        if all(letters[month - 1] != Letter.BLANK for month in filled()):
            return False  # the others have not come yet
        ticks = sum(
            letter == Letter.PAID and amount is None
            for letter, amount in zip(letters, amounts, strict=True)
        )
        shown = sum(amount or 0 for amount in amounts)
        if ticks:  # beside ticks a small number counts months, and a sum says nothing
            return self.settled or ticks < self.paid <= _MONTHS
        return self.settled or self.paid > shown

    def remark(self) -> Remark:
        """Return what is to be said of the row."""
        found = "0" if self.settled else thousands(self.paid)
        return Remark(self.column, "paid_in_all", found)


def stated_in_all(cells: Cells, factor: int) -> InAll:
    """Return what a row states beside its months."""
    sums = [
        (amount, cells.column(field))
        for field in ("dues_collected", "total")
        if cells.has(field) and (amount := _amount(cells, field, factor))
    ]
    if cells.has("dues_outstanding"):
        text = fold(as_text(cells.value("dues_outstanding")))
        if text in _NOTHING_OWED:
            return InAll(0, settled=True, column=cells.column("dues_outstanding"))
    return _largest(sums)


def _largest(sums: list[tuple[int, int]]) -> InAll:
    if not sums:
        return InAll()
    paid, column = max(sums)
    return InAll(paid, column=column)


def _amount(cells: Cells, field: str, factor: int) -> int:
    value = cells.value(field)
    if isinstance(value, bool) or value == "":
        return 0
    if isinstance(value, (int, float)):
        small = value == int(value) and value <= _MONTHS  # it counts months
        return int(value) if small else (read_number(value, factor=factor).value or 0)
    reading = read_money(as_text(value), factor=factor)
    return (reading.value or 0) if reading else 0
