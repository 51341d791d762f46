"""Which book speaks for a month, and what its cell says."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from partyroll.model import (
    BookKind,
    BookLine,
    BookMonth,
    BookMonths,
    Case,
    Letter,
    Payment,
    RuleSettings,
    Source,
    Stay,
)
from partyroll.period import Month

_NOBODY = BookMonth(collected=0, owing=0)


@dataclass(frozen=True, slots=True)
class Basis:
    """What a month is judged by beside the person: collections, settings and the day."""

    collections: BookMonths
    settings: RuleSettings
    as_of: date
    holidays: Collection[date] = ()

    def ended(self, month: Month) -> bool:
        """Whether `month` and its days of grace are over, so that it can count."""
        return month.last_day + timedelta(days=self.settings.grace_days) <= self.as_of

    def closed(self, line: BookLine) -> bool:
        """Whether the book of `line` was as it is by the day asked for."""
        return line.book_date is not None and line.book_date <= self.as_of


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a book line: a letter in its place."""

    line: BookLine
    position: int

    @property
    def letter(self) -> str:
        """What the cell says; a cell the row does not reach says nothing."""
        return self.line.letters[self.position : self.position + 1] or Letter.BLANK

    @property
    def note(self) -> str:
        """The words in the cell."""
        return self.line.notes.get(self.position, "")

    @property
    def source(self) -> Source:
        """The cell's address."""
        return self.line.at(self.position)


def stay_in(case: Case, month: Month) -> Stay | None:
    """Return where the person belonged on the last day of `month`.

    A temporary stay wins: dues and meetings are owed to the host.  Of two at once the one that
    began later does, in whatever order the ledger hands them over.
    """
    day, found = month.last_day, None
    for stay in case.stays:  # nearly everybody has one: nothing is sorted
        if stay.covers(day) and (found is None or _precedence(stay) > _precedence(found)):
            found = stay
    return found


def _precedence(stay: Stay) -> tuple[bool, date, str]:
    return (stay.temporary, stay.start or date.min, stay.unit_id)


def lines_in(case: Case, kind: BookKind, month: Month) -> tuple[BookLine, ...]:
    """Return the person's lines in the books of the unit they belonged to in `month`.

    A book that names no unit speaks of its people wherever they belong, but not for a host.
    """
    stay = stay_in(case, month)
    here = stay.unit_id if stay else None
    anywhere = stay is None or not stay.temporary
    return tuple(
        [
            line
            for line in case.lines
            if line.kind is kind
            and line.year == month.year
            and (anywhere if line.unit_id is None else line.unit_id == here)
        ]
    )


def cells_in(line: BookLine, month: Month) -> Iterator[Cell]:
    """Yield the cells of `line` that speak of `month`, if its sheet has any.

    A line without a map of columns is taken to have them all.
    """
    for position in _positions(line.months, month.number):
        if line.speaks_of(position):
            yield Cell(line, position)


@lru_cache(maxsize=10_000)  # nearly all books have the same months
def _positions(months: tuple[int, ...], number: int) -> tuple[int, ...]:
    return tuple(position for position, one in enumerate(months) if one == number)


def payments_of(case: Case, month: Month, basis: Basis) -> Iterator[Payment]:
    """Yield the payments for `month` that exist by the day asked for."""
    for payment in case.payments:
        # A date without a day exists once its first day is reached: read for the person.
        exists = payment.paid_on is None or payment.paid_on.first <= basis.as_of
        if payment.month == month and exists:
            yield payment


def is_paid(cell: Cell) -> bool:
    """Whether a dues cell says paid."""
    return cell.letter == Letter.PAID


def dated_apart(case: Case, month: Month, cell: Cell) -> bool:
    """Whether a payment entry carries the date of this very cell."""
    return any(
        payment.own and payment.month == month and payment.book_id in {None, cell.line.book_id}
        for payment in case.payments
    )


def collected(line: BookLine, month: Month, basis: Basis) -> BookMonth:
    """Return how many of those who owed `month` paid (or came) in the book of `line`."""
    book = basis.collections.get((line.book_id, month.number), _NOBODY)
    return book if book.owing >= book.collected else replace(book, owing=book.collected)


def doubt_about_blank(line: BookLine, month: Month, basis: Basis) -> str:
    """Return why a blank says nothing, in words; empty where it speaks (rulebook §3.5)."""
    month_book = collected(line, month, basis)
    if line.unit_id is None:
        return "chưa rõ chi bộ"
    if line.book_date is None or month.last_day > line.book_date:
        return "sổ lập khi chưa hết tháng"
    if line.unallocated:
        return "dòng có khoản thu, hoặc được miễn, chưa ghi cho tháng nào"
    if month_book.collected < 1:
        return "tháng này sổ chưa ghi ai"
    if month_book.collected / month_book.owing < basis.settings.infer_min_share:
        return f"mới có {month_book.collected}/{month_book.owing}"
    return ""


def joined(*parts: str) -> str:
    """Return the explanations that are not empty, as one."""
    return "; ".join(part for part in parts if part)
