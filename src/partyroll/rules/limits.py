"""What holds on either ground: months not owed, cells that are missing, doubtful dates."""

from dataclasses import replace

from partyroll.model import Case, Ground, Letter, MonthFact, State
from partyroll.period import Month
from partyroll.rules.books import Basis, Cell, joined, stay_in
from partyroll.rules.window import Window

# What speaks against somebody, with a reason or without.
AGAINST = frozenset(
    {State.UNPAID, State.UNPAID_INFERRED, State.UNEXCUSED, State.EXCUSED_MARKED}
)


def not_due(month: Month, ground: Ground, window: Window, basis: Basis) -> MonthFact | None:
    """Return the fact of a month that has not ended or lies outside the membership."""
    if not basis.ended(month):
        return MonthFact(month, ground, State.NOT_DUE)
    if not window.excludes(month):
        return None
    unrecorded = window.ended_by(month) and not window.recorded
    warning = "exit_without_record" if unrecorded else ""
    return MonthFact(month, ground, State.NOT_DUE, warning=warning)


def not_due_by_mark(fact: MonthFact, cell: Cell) -> MonthFact:
    """Return the fact of a cell such as "chuyển đi" that no record bears out."""
    before = cell.line.letters[: cell.position].strip(Letter.NOT_DUE)
    warning = "exit_without_record" if before else "admission_unclear"
    return replace(fact, state=State.NOT_DUE, explanation=cell.note, warning=warning)


def no_cell(case: Case, month: Month, ground: Ground) -> MonthFact:
    """Return the fact of a month of which no book speaks: no record is not a debt."""
    stay = stay_in(case, month)
    if stay is not None and stay.temporary:
        told, warning = "cần xác nhận từ nơi sinh hoạt tạm thời", "host_book_missing"
    else:
        told, warning = "không có trong sổ", "member_not_in_book"
    return MonthFact(month, ground, State.UNKNOWN, explanation=told, warning=warning)


def doubted(fact: MonthFact, doubt: str) -> MonthFact:
    """Return a month held against someone as unknown where a `doubt` could exclude it."""
    if not doubt or fact.state not in AGAINST:
        return fact
    return replace(fact, state=State.UNKNOWN, explanation=joined(fact.explanation, doubt))
