"""What the books of a place say of somebody's months, for whoever keeps them at home.

Only what stands in a cell or a payment travels: a blank says nothing, and says it to nobody.
"""

from collections.abc import Iterable, Iterator

from partyroll.model import BookKind, Case, DuesKept, Letter, MeetingsKept
from partyroll.period import Month
from partyroll.rules.books import cells_in, is_paid, lines_in

# Between books that disagree the first of these speaks.
_FIRST_SPEAKS = "XDoNU"
_SILENT = frozenset({Letter.BLANK, Letter.UNREADABLE})


def dues_kept(case: Case, months: Iterable[Month]) -> Iterator[DuesKept]:
    """Yield what the books and payments say of the dues of each of `months`."""
    for month in months:
        paid = [one for one in case.payments if one.month == month]
        cells = [
            cell
            for line in lines_in(case, BookKind.DUES, month)
            for cell in cells_in(line, month)
        ]
        marked = [cell for cell in cells if is_paid(cell)]
        if paid:
            latest = max(paid, key=lambda one: str(one.paid_on or ""))
            alone = latest.amount if latest.span == 1 else None
            yield DuesKept(month, Letter.PAID, alone, latest.paid_on)
        elif marked:
            amount = marked[0].line.amount(marked[0].position)
            yield DuesKept(month, Letter.PAID, amount)
        elif said := [cell.letter for cell in cells if cell.letter in _FIRST_SPEAKS]:
            yield DuesKept(month, min(said, key=_FIRST_SPEAKS.index))


def meetings_kept(case: Case, months: Iterable[Month]) -> Iterator[MeetingsKept]:
    """Yield what the books say of the meetings of each of `months`, in their order."""
    for month in months:
        letters = "".join(
            cell.letter
            for line in lines_in(case, BookKind.MEETINGS, month)
            for cell in cells_in(line, month)
            if cell.letter not in _SILENT
        )
        if letters:
            yield MeetingsKept(month, letters)
