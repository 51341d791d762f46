"""What one month costs in a dues book, and sums that are more or less than that."""

from collections import Counter
from collections.abc import Mapping
from itertools import pairwise

from partyroll.read.cells import Cells
from partyroll.read.dues_lines import Line
from partyroll.read.grid import Grid, as_text
from partyroll.read.heads import Column
from partyroll.read.money import read_money, read_number
from partyroll.read.remarks import Remark
from partyroll.text import thousands


class Rates:
    """The rates of one book: stated beside the months, or the commonest sums so far."""

    def __init__(self, grid: Grid, columns: Mapping[int, Column], factor: int) -> None:
        self._grid, self._columns, self._factor = grid, columns, factor
        self._numbers: Counter[int] = Counter()
        self._usual: int | None = None

    def compare(self, cells: Cells, line: Line, stated: int | None) -> None:
        """Tell the sums of a row that differ from one month's rate; then count them."""
        self._compare_with_rate(cells, line, self._rate(line, stated))
        if not stated:
            self._doubt_sums_of_several_months(cells, line)
        self._numbers.update([amount for amount in line.amounts if amount])

    def count(self, amount: int, times: int) -> None:
        """Take note of what a plain row pays, for rows after it."""
        self._numbers[amount] += times

    def stated(self, cells: Cells) -> int | None:
        """Return the rate that the row itself states."""
        value = cells.value("dues_rate") if cells.has("dues_rate") else ""
        if isinstance(value, (int, float)) and value > 0:
            return read_number(value, factor=self._factor).value
        reading = read_money(as_text(value), factor=self._factor) if value != "" else None
        return reading.value if reading else None

    def _rate(self, line: Line, stated: int | None) -> tuple[int, bool] | None:
        """Return one month's rate and whether the book states it."""
        if stated:
            return stated, True
        own = [a for a in line.amounts if a]
        if len(own) > 1 and own.count(own[0]) == len(own):
            return own[0], False
        for amounts in (Counter(own), self._numbers):
            common = amounts.most_common(1)
            if common and common[0][1] > 1:
                return common[0][0], False
        return None

    def _compare_with_rate(
        self, cells: Cells, line: Line, rate: tuple[int, bool] | None
    ) -> None:
        if rate is None:
            return
        usual, stated = rate
        above = usual + 1 if stated else 2 * usual
        for month, column in self._columns.items():
            amount = line.amounts[month - 1]
            told = self._columns.get(month - 1) is column  # with a quarter's first month
            if told or amount is None or (month in line.spans and amount >= usual):
                continue
            if amount < usual and stated:
                cells.spoiled.append(_beside_rate(column, "amount_below_rate", amount, usual))
            elif amount >= above:
                line.unallocated = True
                cells.spoiled.append(_beside_rate(column, "amount_above_rate", amount, usual))

    def _doubt_sums_of_several_months(self, cells: Cells, line: Line) -> None:
        """Leave blanks open where every third cell holds three times what others pay."""
        paid = [month for month, amount in enumerate(line.amounts, start=1) if amount]
        if not paid or paid[-1] - paid[0] == len(paid) - 1:
            return  # month by month
        steps = {later - earlier for earlier, later in pairwise(paid)}
        sums = {line.amounts[m - 1] or 0 for m in paid}
        if line.unallocated or len(steps) != 1 or len(sums) != 1:
            return
        (step,), (amount,) = steps, sums
        usual = self._usual_amount()
        if step > 1 and usual and amount == step * usual:
            line.unallocated = True
            column = self._columns[paid[0]]
            cells.spoiled.append(_beside_rate(column, "amount_above_rate", amount, usual))

    def _usual_amount(self) -> int:
        """Return the commonest sum of the whole book, counted when first asked for."""
        if self._usual is None:
            numbers = Counter(
                value
                for row in self._grid.rows
                for column in self._columns.values()
                if column.index < len(row) and isinstance(value := row[column.index], float)
            )
            common = [number for number, _ in numbers.most_common(2) if number > 1][:1]
            reading = read_number(common[0], factor=self._factor) if common else None
            self._usual = (reading.value if reading else None) or 0
        return self._usual


def _beside_rate(column: Column, code: str, amount: int, rate: int) -> Remark:
    return Remark(column.index, code, thousands(amount), None, thousands(rate))
