"""Dues books: a person a row, a month a column, in every mixture clerks keep."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from partyroll.model import Letter
from partyroll.period import Month, PartialDate
from partyroll.read.books import BookMonths, read_person
from partyroll.read.cells import Cells
from partyroll.read.columns import Column
from partyroll.read.dues_cells import DuesCell, DuesReader
from partyroll.read.dues_exemptions import Exemption, exemption_of
from partyroll.read.facts import BookRow, StatedPayment, UnitRef
from partyroll.read.grid import Grid, Value, address, as_text
from partyroll.read.money import read_money, read_number
from partyroll.read.remarks import Remark
from partyroll.read.row_remarks import RowRemark, read_remark
from partyroll.text import thousands

MONTHS = range(1, 13)


@dataclass(slots=True)
class _Line:
    """One row while its cells are read."""

    letters: list[str] = field(default_factory=lambda: [Letter.BLANK] * 12)
    amounts: list[int | None] = field(default_factory=lambda: [None] * 12)
    notes: dict[int, str] = field(default_factory=dict)
    payments: dict[tuple[int, bool], StatedPayment] = field(default_factory=dict)
    since: PartialDate | None = None
    until: PartialDate | None = None
    spans: set[int] = field(default_factory=set)  # months paid in a cell that names several
    unallocated: bool = False


class DuesBook:
    """Reads the rows of one dues book of one year."""

    def __init__(
        self, grid: Grid, months: BookMonths, *, factor: int, legend: Mapping[str, str]
    ) -> None:
        self._grid = grid
        self._year = months.year or 0
        self._columns = {month: c for c in months.columns for month in c.meaning.months}
        # A cell may stand for several months: it is merged, or its heading is a quarter.
        self._wide = bool(grid.merges) or len(self._columns) > len(months.columns)
        self._places = {c.index for c in months.columns}
        self._wrong = months.wrong
        self._factor = factor
        self._reader = DuesReader(self._year, factor, dict(legend))
        self._units: dict[tuple[str, ...], UnitRef] = {}
        self._numbers: Counter[int] = Counter()
        self._usual: int | None = None

    def __call__(self, cells: Cells) -> BookRow | None:
        """Return the row of a person; a fault in a month costs that month only."""
        person = read_person(cells, self._units)
        line = _Line()
        self._read_months(cells, line)
        remark = cells.text("note") if cells.has("note") else ""
        self._apply(line, read_remark(remark, self._year), cells.row)
        self._exempt(line, exemption_of(cells, remark))
        rate = self._rate(cells, line)
        self._compare_with_rate(cells, line, rate)
        self._doubt_sums_of_several_months(cells, line)
        self._check_wrong_months(cells)
        self._numbers.update([a for a in line.amounts if a])
        return BookRow(
            row=cells.row + 1,
            full_name=person.full_name,
            letters="".join(line.letters),
            unit=person.unit,
            card_no=person.card_no,
            national_id=person.national_id,
            birth_date=person.birth_date,
            amounts=tuple(line.amounts),
            rate=self._stated_rate(cells),
            notes=line.notes,
            remark=remark,
            since=line.since,
            until=line.until,
            unallocated=line.unallocated,
            payments=tuple(line.payments.values()),
        )

    # --- One month ------------------------------------------------------------------------
    def _read_months(self, cells: Cells, line: _Line) -> None:
        values = self._grid.rows[cells.row]
        for month, column in self._columns.items():
            value = values[column.index] if column.index < len(values) else ""
            if self._wide:
                self._read_month(cells, line, month, column)
            elif value != "":
                cell = self._reader.read(value, month)
                if cell.plain and not cell.code:  # nearly always
                    line.letters[month - 1] = cell.letter
                    line.amounts[month - 1] = cell.amount
                else:
                    self._read_month(cells, line, month, column)

    def _read_month(self, cells: Cells, line: _Line, month: int, column: Column) -> None:
        if line.letters[month - 1] != Letter.BLANK:
            return  # a merged cell to the left covers it
        value = self._grid.value(cells.row, column.index)
        cell = self._reader.read(value, month)
        if value == "" and (above := self._shared_with_row_above(cells.row, column)) != "":
            # Nobody knows whose part of a sum it is; a mark over two rows is both's.
            value, cell = above, self._reader.read(above, month)
            if cell.amount is not None:
                cell = DuesCell(Letter.UNREADABLE, code="merged_over_rows")
        if cell.code:
            _spoil(cells, column, value, cell)
        covered = self._covered(cells.row, column)
        if len(covered) > 1 and cell.letter != Letter.BLANK:
            self._spread(line, cell, covered, address(cells.row, column.index))
        elif cell.plain:
            line.letters[month - 1] = cell.letter
            line.amounts[month - 1] = cell.amount
        else:
            self._enter(line, cell, month, address(cells.row, column.index))

    def _shared_with_row_above(self, row: int, column: Column) -> Value:
        place = self._grid.shared(row, column.index)
        if place is None or place[0] == row:
            return ""
        return self._grid.value(*place) if place[1] in self._places else ""

    def _covered(self, row: int, column: Column) -> list[int]:
        span = self._grid.span_at(row, column.index) if self._grid.merges else None
        if span is None or span.left != column.index or span.top != row:
            return [m for m, c in self._columns.items() if c.index == column.index]
        return [m for m, c in self._columns.items() if span.left <= c.index <= span.right]

    def _spread(self, line: _Line, cell: DuesCell, covered: list[int], place: str) -> None:
        """Enter a merged cell: its letter in each month, its sum divided."""
        shares = _shares(cell.amount, len(covered))
        for month, share in zip(covered, shares, strict=True):
            line.letters[month - 1] = cell.letter
            line.amounts[month - 1] = share
            if cell.note:
                line.notes[month - 1] = cell.note
            if cell.letter == Letter.PAID:
                line.spans.add(month)
                self._pay(line, month, place, amount=share, span=len(covered), own=True)

    def _enter(self, line: _Line, cell: DuesCell, month: int, place: str) -> None:
        line.letters[month - 1] = cell.letter
        line.amounts[month - 1] = cell.amount
        if cell.note:
            line.notes[month - 1] = cell.note
        if cell.since and line.since is None:
            line.since = PartialDate(self._year, cell.since)
        if cell.until and line.until is None:
            line.until = PartialDate(self._year, cell.until)
        if cell.paid_on:
            self._pay(line, month, place, paid_on=cell.paid_on, own=True)
        line.unallocated = line.unallocated or cell.unnamed
        if cell.covers:
            self._cover(line, cell, month, place)

    def _cover(self, line: _Line, cell: DuesCell, month: int, place: str) -> None:
        """Enter the other months that a cell names: paid in this month if late."""
        span = len(cell.covers) + 1
        share = _shares(cell.amount, span)[0]
        paid_on = PartialDate(self._year, month) if cell.late else None
        line.spans.add(month)
        if not cell.late:
            self._pay(line, month, place, amount=share, span=span, own=True)
        for other in cell.covers:
            self._pay(line, other, place, paid_on=paid_on, amount=share, span=span)

    def _pay(
        self,
        line: _Line,
        month: int,
        place: str,
        *,
        paid_on: PartialDate | None = None,
        amount: int | None = None,
        span: int = 1,
        own: bool = False,
    ) -> None:
        payment = StatedPayment(Month(self._year, month), place, paid_on, amount, span, own)
        line.payments.setdefault((month, own), payment)

    # --- The whole row --------------------------------------------------------------------
    def _apply(self, line: _Line, remark: RowRemark, row: int) -> None:
        line.since = line.since or remark.since
        line.until = line.until or remark.until
        paid = [m for m in MONTHS if line.letters[m - 1] == Letter.PAID]
        month = remark.late_month
        if month in paid and remark.late:
            others = tuple(m for m in remark.late if m != month)
            cell = DuesCell(Letter.PAID, line.amounts[month - 1], covers=others, late=True)
            self._cover(line, cell, month, self._place(row, month))
        elif remark.whole_year and len(paid) == 1 and paid[0] not in line.spans:
            others = tuple(m for m in MONTHS if m != paid[0])
            cell = DuesCell(Letter.PAID, line.amounts[paid[0] - 1], covers=others)
            self._cover(line, cell, paid[0], self._place(row, paid[0]))

    def _exempt(self, line: _Line, exemption: Exemption) -> None:
        """Let blanks say what the row says: exempt, or nothing that could be counted."""
        if exemption is Exemption.WHOLE:
            for month in self._columns:
                if line.letters[month - 1] == Letter.BLANK:
                    line.letters[month - 1] = Letter.EXEMPT
        elif exemption is Exemption.SOME:
            line.unallocated = True

    def _place(self, row: int, month: int) -> str:
        return address(row, self._columns[month].index)

    def _stated_rate(self, cells: Cells) -> int | None:
        value = cells.value("dues_rate") if cells.has("dues_rate") else ""
        if isinstance(value, (int, float)) and value > 0:
            return read_number(value, factor=self._factor).value
        reading = read_money(as_text(value), factor=self._factor) if value != "" else None
        return reading.value if reading else None

    def _rate(self, cells: Cells, line: _Line) -> tuple[int, bool] | None:
        """Return one month's rate and whether the book states it."""
        if stated := self._stated_rate(cells):
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
        self, cells: Cells, line: _Line, rate: tuple[int, bool] | None
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

    def _doubt_sums_of_several_months(self, cells: Cells, line: _Line) -> None:
        """Leave blanks open where every third cell holds three times what others pay."""
        paid = [m for m in MONTHS if line.amounts[m - 1]]
        if not paid or paid[-1] - paid[0] == len(paid) - 1:
            return  # month by month
        steps = {later - earlier for earlier, later in pairwise(paid)}
        sums = {line.amounts[m - 1] or 0 for m in paid}
        if line.unallocated or self._stated_rate(cells) or len(steps) != 1 or len(sums) != 1:
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

    def _check_wrong_months(self, cells: Cells) -> None:
        for column in self._wrong:
            value = self._grid.value(cells.row, column.index)
            if value != "":
                cells.spoiled.append(
                    Remark(column.index, "value_in_invalid_month", as_text(value))
                )


def _shares(amount: int | None, count: int) -> list[int | None]:
    """Divide a sum over months; what does not divide goes with the first."""
    if amount is None:
        return [None] * count
    share, rest = divmod(amount, count)
    return [share + rest, *[share] * (count - 1)]


def _beside_rate(column: Column, code: str, amount: int, rate: int) -> Remark:
    return Remark(column.index, code, thousands(amount), None, thousands(rate))


def _spoil(cells: Cells, column: Column, value: Value, cell: DuesCell) -> None:
    cells.spoiled.append(Remark(column.index, cell.code, as_text(value)[:120]))


def positions(months: BookMonths) -> dict[int, str]:
    """Return the sheet column of each of the twelve letters."""
    return {month - 1: c.letter for c in months.columns for month in c.meaning.months}
