"""Dues books: a person a row, a month a column, in every mixture clerks keep."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import repeat
from typing import Any, NamedTuple

from partyroll.model import Letter
from partyroll.period import PartialDate
from partyroll.read.books import BookMonths, Person, admitted_in, person_parts
from partyroll.read.cells import Cells
from partyroll.read.dues_cells import DuesCell, DuesReader
from partyroll.read.dues_exemptions import Exemption, exemption_of
from partyroll.read.dues_lines import Line
from partyroll.read.dues_owing import blanks_stand_for_something
from partyroll.read.dues_plain import PlainMonths, PlainRows
from partyroll.read.dues_rates import Rates
from partyroll.read.dues_sums import FIELDS as SUMS_IN_ALL
from partyroll.read.dues_sums import InAll, stated_in_all
from partyroll.read.facts import BookRow
from partyroll.read.grid import Grid, Value, address, as_text
from partyroll.read.heads import Column
from partyroll.read.remarks import Remark
from partyroll.read.row_remarks import RowRemark, read_remark
from partyroll.read.runs import Part, Run

MONTHS = range(1, 13)
_BESIDE = ("note", "dues_rate", "dues_exempt", "admission_date", *SUMS_IN_ALL)


class Beside(NamedTuple):
    """What a row says beside its months."""

    remark: str
    exemption: Exemption
    rate: int | None
    admitted: PartialDate | None
    in_all: InAll

    def agrees_with(self, plain: PlainMonths, filled: Callable[[], Collection[int]]) -> bool:
        """Whether nothing is to be said but letters and sums: those of the rate, if any."""
        silent = not self.remark and self.admitted is None and self.rate != 0
        agree = self.rate is None or plain.agree_with(self.rate)
        more = self.in_all.clears(plain.letters, plain.amounts, filled)
        return silent and agree and not more and self.exemption is Exemption.NONE


class DuesBook:
    """Reads the rows of one dues book of one year."""

    def __init__(
        self,
        grid: Grid,
        months: BookMonths,
        *,
        factor: int,
        legend: Mapping[str, str],
        alone: bool = True,
    ) -> None:
        self._grid = grid
        # Beside another year's months a sum in all may be of both.
        self._factor, self._alone = factor, alone
        self._told: set[int] | None = None  # months of which any cell says something
        self._year = months.year or 0
        self._columns = {month: c for c in months.columns for month in c.meaning.months}
        # A cell may stand for several months: it is merged, or its heading is a quarter.
        self._wide = bool(grid.merges) or len(self._columns) > len(months.columns)
        self._places = {c.index for c in months.columns}
        self._wrong = months.wrong
        self._open = blanks_stand_for_something(legend)
        self._reader = DuesReader(self._year, factor, dict(legend))
        self._plain = PlainRows(self._reader, self._columns)
        self._rates = Rates(grid, self._columns, factor)
        self._who = person_parts({})
        self._parts: tuple[Part[Any], ...] = (
            Part(_BESIDE, self._beside),
            Part((), self._plain_months, others=self._plain.places),
            *self._who,
        )

    def run(self, run: Run) -> Iterator[BookRow | None]:
        """Yield the rows that say nothing but letters and sums; None where there is more.

        What such a row pays is counted when it is asked for: later rows are compared with it.
        """
        if self._wide or self._wrong:
            yield from repeat(None, len(run.rows))
            return
        odd, said = run.odd, zip(run.rows, *[part.of(run) for part in self._parts], strict=True)
        for place, (row, beside, plain, *person) in enumerate(said):
            if plain and place not in odd and self._is_plain(plain, beside):
                yield self._plain_row(row, person, plain, beside.rate)
            else:
                yield None

    def __call__(self, cells: Cells) -> BookRow | None:
        """Return the row of a person; a fault in a month costs that month only."""
        person = Person(*[part.read(cells) for part in self._who])
        remark, exemption, rate, admitted, in_all = beside = self._beside(cells)
        plain = None if self._wide else self._plain_months(cells)
        if plain is not None and self._is_plain(plain, beside):
            self._check_wrong_months(cells)
            return self._plain_row(cells.row, person, plain, rate)
        line = Line(self._year)
        self._read_months(cells, line)
        said = read_remark(remark, self._year)
        self._apply(line, said, cells.row)
        for month in said.paid:
            line.pay(month, address(cells.row, cells.column("note")), paid_on=said.paid_on)
        if said.in_full:
            self._pay_blanks(line, address(cells.row, cells.column("note")))
        self._exempt(line, exemption)
        if rate == 0:
            self._owes_nothing(line)
        self._rates.compare(cells, line, rate)
        if not line.unallocated and in_all.clears(line.letters, line.amounts, self._filled):
            line.unallocated = True
            cells.spoiled.append(in_all.remark())
        self._check_wrong_months(cells)
        return BookRow(
            row=cells.row + 1,
            full_name=person.full_name,
            letters="".join(line.letters),
            unit=person.unit,
            card_no=person.card_no,
            national_id=person.national_id,
            birth_date=person.birth_date,
            amounts=tuple(line.amounts),
            rate=rate,
            notes=line.notes,
            remark=remark,
            since=line.since or admitted,
            until=line.until,
            unallocated=line.unallocated or self._open,
            payments=tuple(line.payments.values()),
        )

    def _is_plain(self, plain: PlainMonths, beside: Beside) -> bool:
        blanks = self._open and Letter.BLANK in plain.letters
        return not blanks and beside.agrees_with(plain, self._filled)

    def _plain_row(
        self, row: int, person: Iterable[Any], plain: PlainMonths, rate: int | None
    ) -> BookRow:
        """Return a row of which nothing is to be said but its letters and sums.

        `person` are the parts of a `Person`.
        """
        if plain.amount:
            self._rates.count(plain.amount, plain.paid)
        name, unit, card_no, national_id, born = person
        said = (unit, card_no, national_id, born, plain.amounts, rate)
        return BookRow(row + 1, name, plain.letters, *said)

    def _plain_months(self, cells: Cells) -> PlainMonths | None:
        return self._plain.of(self._grid.rows[cells.row])

    def _beside(self, cells: Cells) -> Beside:
        """Return what a row says beside its months."""
        remark = cells.text("note") if cells.has("note") else ""
        admitted = admitted_in(cells, self._year)
        exemption, rate = exemption_of(cells, remark), self._rates.stated(cells)
        in_all = stated_in_all(cells, self._factor) if self._alone else InAll()
        return Beside(remark, exemption, rate, admitted, in_all)

    def _filled(self) -> Collection[int]:
        """Return the months in which anybody's cell says something."""
        if self._told is None:
            self._told = {
                month
                for month, column in self._columns.items()
                if any(
                    self._grid.value(row, column.index)
                    for row in range(column.row + 1, len(self._grid.rows))
                )
            }
        return self._told

    # --- One month ------------------------------------------------------------------------
    def _read_months(self, cells: Cells, line: Line) -> None:
        values = self._grid.rows[cells.row]
        seen: set[int] = set()  # columns of several months
        for month, column in self._columns.items():
            if column.index in seen:
                continue
            if self._wide:
                seen.add(column.index)
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

    def _read_month(self, cells: Cells, line: Line, month: int, column: Column) -> None:
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
            line.spread(cell, covered, address(cells.row, column.index))
        elif cell.plain:
            line.letters[month - 1] = cell.letter
            line.amounts[month - 1] = cell.amount
        else:
            line.enter(cell, month, address(cells.row, column.index))

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

    # --- The whole row --------------------------------------------------------------------
    def _apply(self, line: Line, remark: RowRemark, row: int) -> None:
        line.since = line.since or remark.since
        line.until = line.until or remark.until
        paid = [m for m in MONTHS if line.letters[m - 1] == Letter.PAID]
        month = remark.late_month
        if month in paid and remark.late:
            others = tuple(m for m in remark.late if m != month)
            cell = DuesCell(Letter.PAID, line.amounts[month - 1], covers=others, late=True)
            line.cover(cell, month, self._place(row, month))
        elif remark.whole_year and len(paid) == 1 and paid[0] not in line.spans:
            others = tuple(m for m in MONTHS if m != paid[0])
            cell = DuesCell(Letter.PAID, line.amounts[paid[0] - 1], covers=others)
            line.cover(cell, paid[0], self._place(row, paid[0]))

    def _pay_blanks(self, line: Line, place: str) -> None:
        """Pay what a row leaves blank, in the months that the book has come to."""
        for month in self._filled():
            if line.letters[month - 1] == Letter.BLANK:
                line.pay(month, place)

    def _exempt(self, line: Line, exemption: Exemption) -> None:
        """Let blanks say what the row says: exempt, or nothing that could be counted."""
        if exemption is Exemption.WHOLE:
            for month in self._columns:
                if line.letters[month - 1] == Letter.BLANK:
                    line.letters[month - 1] = Letter.EXEMPT
        elif exemption is Exemption.SOME:
            line.unallocated = True

    def _owes_nothing(self, line: Line) -> None:
        """Let noughts and blanks be exempt where the rate is nought and nothing was paid."""
        if Letter.PAID in line.letters:
            return
        for month in self._columns:
            own = line.letters[month - 1]
            if own == Letter.BLANK or (own == Letter.UNPAID and month - 1 not in line.notes):
                line.letters[month - 1] = Letter.EXEMPT

    def _place(self, row: int, month: int) -> str:
        return address(row, self._columns[month].index)

    def _check_wrong_months(self, cells: Cells) -> None:
        for column in self._wrong:
            value = self._grid.value(cells.row, column.index)
            if value != "":
                cells.spoiled.append(
                    Remark(column.index, "value_in_invalid_month", as_text(value))
                )


def _spoil(cells: Cells, column: Column, value: Value, cell: DuesCell) -> None:
    cells.spoiled.append(Remark(column.index, cell.code, as_text(value)[:120]))


def positions(months: BookMonths) -> dict[int, str]:
    """Return the sheet column of each of the twelve letters."""
    return {month - 1: c.letter for c in months.columns for month in c.meaning.months}
