"""Sums below what is due: told beside a paid month, or counted where the office says so.

Only a rate that the row itself states is known.  A month that also a mark without a sum, or an
entry for several months, settles is paid in full.  Nobody is short by less than a thousand
đồng: how a reduced rate is rounded is written nowhere.
"""

from collections.abc import Iterator

from partyroll.model import BookKind, BookLine, Case, Permission, PermissionKind
from partyroll.period import Month
from partyroll.rules.books import Basis, cells_in, dated_apart, is_paid, payments_of
from partyroll.rules.permits import permissions_in

_ROUNDING = 1000


def shortfall(case: Case, month: Month, basis: Basis) -> str:
    """Return, in words, how far the sums of a paid month stay below what is due, if they do."""
    due = _due(case, month, basis)
    sums = list(_sums(case, month, basis))
    if due is None or not sums or None in sums:
        return ""
    paid = sum(amount for amount in sums if amount is not None)
    if paid >= due - due % _ROUNDING:
        return ""
    return f"đóng {_dong(paid)}/{_dong(due)} đồng"


def _due(case: Case, month: Month, basis: Basis) -> int | None:
    """Return what a month costs by the row's own rate and the papers that reduce it."""
    rates = [line.rate for line in _lines(case, month) if line.rate]
    if not rates:
        return None
    papers = permissions_in(case, month, {PermissionKind.REDUCED}, basis.settings)
    return min(rates) * (100 - max(map(_share, papers), default=0)) // 100


def _share(paper: Permission) -> int:
    """Return by how many per cent a paper reduces; one that does not say may reduce by all."""
    return 100 if paper.share is None else paper.share


def _sums(case: Case, month: Month, basis: Basis) -> Iterator[int | None]:
    """Yield each sum that settles a month; None for one that is not known."""
    for payment in payments_of(case, month, basis):
        yield payment.amount if payment.span == 1 else None
    for line in case.lines:
        if line.kind is BookKind.DUES and line.year == month.year:
            for cell in cells_in(line, month):
                if is_paid(cell) and not dated_apart(case, month, cell):
                    yield line.amount(cell.position)


def _lines(case: Case, month: Month) -> Iterator[BookLine]:
    """Yield the rows whose rate is that of the month.

    A book in monthly blocks says itself what is left unpaid; its commonest sum is no rate.
    """
    for line in case.lines:
        if line.kind is BookKind.DUES and line.year == month.year and not line.cells:
            yield line


def _dong(amount: int) -> str:
    return f"{amount:,}".replace(",", ".")
