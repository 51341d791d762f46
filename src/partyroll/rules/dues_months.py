"""Dues: what each month is for one person, in the order of decision of the rulebook §3.4."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from partyroll.model import (
    BookKind,
    BookMonths,
    Case,
    Ground,
    Letter,
    MonthFact,
    Payment,
    PermissionKind,
    RuleSettings,
    State,
)
from partyroll.period import Month
from partyroll.rules.amounts import shortfall
from partyroll.rules.books import (
    Basis,
    Cell,
    cells_in,
    collected,
    dated_apart,
    doubt_about_blank,
    is_paid,
    joined,
    lines_in,
    payments_of,
)
from partyroll.rules.limits import doubted, no_cell, not_due, not_due_by_mark
from partyroll.rules.noting import remarked, remarked_beside
from partyroll.rules.permits import excuse_in, excuse_words, fifty_years_in, permissions_in
from partyroll.rules.transfers import on_the_way
from partyroll.rules.window import Windows

DUES = Ground.UNPAID_DUES
BELOW_RATE = "amount_below_rate"
DEFERRAL_OVER = "hết hạn chậm đóng"
# Between books that disagree the first of these speaks; an own payment is judged before.
_FIRST_SPEAKS = "XDoNU?."
_SETTLED = (State.PREPAID, State.PAID, State.PAID_LATE)
_ONLY_ACTIVITY = frozenset({PermissionKind.EXEMPT_ACTIVITY, PermissionKind.TEMP_EXEMPT})


def dues_months(
    case: Case,
    year_months: Iterable[Month],
    *,
    collections: BookMonths,
    settings: RuleSettings,
    as_of: date,
    holidays: Collection[date] = (),
) -> tuple[MonthFact, ...]:
    """Return what each month asked is for `case` as of a day."""
    basis = Basis(collections, settings, as_of, holidays)
    windows = Windows(case, settings)
    return tuple([_fact(case, month, basis, windows) for month in year_months])


def _fact(case: Case, month: Month, basis: Basis, windows: Windows) -> MonthFact:
    settled = _settled(case, month, basis)
    if settled is not None and not _counts_as_unpaid(settled, basis):
        return settled
    lines = lines_in(case, BookKind.DUES, month)
    window = windows.beside(lines)
    outside = not_due(month, DUES, window, basis)
    if outside is not None:
        return outside
    lifted = _lifted(case, month, basis)
    if lifted is not None:
        return lifted
    doubt = window.doubt(month) or _age_doubt(case, month, basis)
    if settled is not None:
        return doubted(_judged(case, replace(settled, state=State.UNPAID), basis), doubt)
    cells = [cell for line in lines for cell in cells_in(line, month)]
    if not cells:
        return no_cell(case, month, DUES)
    return doubted(_from_book(case, month, cells, basis), doubt)


# --- 1. Payments --------------------------------------------------------------------------
def _settled(case: Case, month: Month, basis: Basis) -> MonthFact | None:
    facts = [*_from_payments(case, month, basis), *_from_marks(case, month, basis)]
    if not facts:
        return None
    fact = min(facts, key=lambda fact: _SETTLED.index(fact.state))
    short = shortfall(case, month, basis)
    if not short:
        return fact
    return replace(fact, explanation=joined(fact.explanation, short), warning=BELOW_RATE)


def _counts_as_unpaid(settled: MonthFact, basis: Basis) -> bool:
    return settled.warning == BELOW_RATE and basis.settings.partial_payment == "unpaid"


def _from_payments(case: Case, month: Month, basis: Basis) -> Iterator[MonthFact]:
    for payment in payments_of(case, month, basis):
        yield _payment_fact(payment, basis.settings)


def _payment_fact(payment: Payment, settings: RuleSettings) -> MonthFact:
    month, paid_on = payment.month, payment.paid_on
    if paid_on is None:
        return MonthFact(month, DUES, State.PAID, source=payment.source)
    state = State.PAID
    if paid_on.last < month.first_day:
        state = State.PREPAID
    if paid_on.first > month.last_day + timedelta(days=settings.grace_days):
        state = State.PAID_LATE
    told = f"đóng {paid_on.vi}"
    return MonthFact(month, DUES, state, explanation=told, source=payment.source)


def _from_marks(case: Case, month: Month, basis: Basis) -> Iterator[MonthFact]:
    """Yield the marks that speak for themselves, in whichever unit's book they stand."""
    for line in case.lines:
        if line.kind is not BookKind.DUES or line.year != month.year:
            continue
        if basis.as_of < month.first_day and not basis.closed(line):
            continue  # the book was written on later: nobody knows that this was paid by then
        for cell in cells_in(line, month):
            if is_paid(cell) and not dated_apart(case, month, cell):
                yield MonthFact(month, DUES, State.PAID, source=cell.source)


# --- 3. What lifts the month --------------------------------------------------------------
def _lifted(case: Case, month: Month, basis: Basis) -> MonthFact | None:
    settings = basis.settings
    for paper in permissions_in(case, month, {PermissionKind.EXEMPT}, settings):
        return MonthFact(
            month, DUES, State.EXEMPT, explanation=paper.paper, source=paper.source
        )
    age = fifty_years_in(case, month, settings)
    if age is not None and age.sure:
        return MonthFact(month, DUES, State.EXEMPT, explanation=age.basis)
    for paper in permissions_in(case, month, {PermissionKind.DEFERRED}, settings):
        if paper.end is None or paper.end.last >= basis.as_of:
            return MonthFact(
                month, DUES, State.DEFERRED, explanation=paper.paper, source=paper.source
            )
    excuse = excuse_in(case, month, DUES)
    if excuse is not None and excuse.accepted:
        told = excuse_words(excuse)
        return MonthFact(month, DUES, State.EXCUSED, explanation=told)
    return on_the_way(case, month, DUES, settings, basis.holidays)


def _age_doubt(case: Case, month: Month, basis: Basis) -> str:
    age = fifty_years_in(case, month, basis.settings)
    return f"có thể đã {age.basis}" if age is not None else ""


# --- 4. to 6. What the book says ----------------------------------------------------------
def _from_book(case: Case, month: Month, cells: Sequence[Cell], basis: Basis) -> MonthFact:
    letters = {_letter(cell) for cell in cells}
    letter = min(letters, key=_FIRST_SPEAKS.index)
    speaking = [cell for cell in cells if _letter(cell) == letter]
    cell = speaking[0]
    if len(speaking) > 1:  # of several blanks one that its book explains speaks
        cell = min(speaking, key=lambda one: bool(doubt_about_blank(one.line, month, basis)))
    unpaid = MonthFact(month, DUES, State.UNPAID, source=cell.source)
    fact = _read(case, cell, unpaid, basis)
    return fact if len(letters) == 1 else replace(fact, warning="books_disagree")


def _letter(cell: Cell) -> str:
    # A paid mark that comes this far was made after the day asked for: the cell was blank.
    return Letter.BLANK if cell.letter == Letter.PAID else cell.letter


def _read(case: Case, cell: Cell, unpaid: MonthFact, basis: Basis) -> MonthFact:
    match _letter(cell):
        case Letter.UNPAID:
            told = f"ô ghi “{cell.note}”" if cell.note else ""
            return _judged(case, replace(unpaid, explanation=told), basis)
        case Letter.NOTED:
            noted = replace(unpaid, note=cell.note or "có ghi lý do")
            return _judged(case, noted, basis)
        case Letter.BLANK:
            return _blank(case, cell, unpaid, basis)
        case Letter.EXEMPT:
            return _exempt_by_mark(case, unpaid, basis)
        case Letter.DEFERRED:
            return replace(unpaid, state=State.DEFERRED)
        case Letter.NOT_DUE:
            return not_due_by_mark(unpaid, cell)
        case _:
            return replace(unpaid, state=State.UNKNOWN, warning="unreadable_cell")


def _exempt_by_mark(case: Case, unpaid: MonthFact, basis: Basis) -> MonthFact:
    activity = any(permissions_in(case, unpaid.month, _ONLY_ACTIVITY, basis.settings))
    told = "chỉ thấy giấy miễn sinh hoạt, không phải miễn đảng phí" if activity else ""
    return replace(unpaid, state=State.EXEMPT, explanation=told, warning="exempt_without_paper")


def _blank(case: Case, cell: Cell, unpaid: MonthFact, basis: Basis) -> MonthFact:
    doubt = doubt_about_blank(cell.line, unpaid.month, basis)
    if not basis.settings.infer_blank:
        doubt = "ô trống không được tính"
    if doubt:
        return replace(
            unpaid, state=State.UNKNOWN, explanation=doubt, warning="blank_not_inferred"
        )
    book = collected(cell.line, unpaid.month, basis)
    told = f"{book.collected}/{book.owing} đã thu"
    note = remarked_beside(case, lines_in(case, BookKind.DUES, unpaid.month), unpaid.month)
    inferred = replace(unpaid, state=State.UNPAID_INFERRED, note=note, explanation=told)
    return _judged(case, inferred, basis)


def _judged(case: Case, fact: MonthFact, basis: Basis) -> MonthFact:
    """Return an unpaid month with its reason: written, lapsed, or rejected by a person."""
    deferred = permissions_in(case, fact.month, {PermissionKind.DEFERRED}, basis.settings)
    note = fact.note or (DEFERRAL_OVER if any(deferred) else remarked(case, fact.month, DUES))
    if not note or excuse_in(case, fact.month, DUES) is None:
        return fact if note == fact.note else replace(fact, note=note)
    told = joined(fact.explanation, f"lý do không được chấp nhận: {note}")
    return replace(fact, note="", explanation=told)
