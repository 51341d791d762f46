"""Meetings: what each month is for one person (rulebook §3.2 to §3.4)."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date

from partyroll.model import (
    BookKind,
    BookLine,
    BookMonths,
    Case,
    Ground,
    Letter,
    MonthFact,
    PermissionKind,
    RuleSettings,
    State,
    leave_is_open,
)
from partyroll.period import Month
from partyroll.rules.books import (
    Basis,
    Cell,
    cells_in,
    collected,
    doubt_about_blank,
    joined,
    lines_in,
)
from partyroll.rules.limits import doubted, no_cell, not_due, not_due_by_mark
from partyroll.rules.noting import remarked
from partyroll.rules.permits import excuse_in, excuse_words, permissions_in
from partyroll.rules.transfers import on_the_way
from partyroll.rules.window import Windows

MEETINGS = Ground.SKIP_MEETINGS
INFERRED = "inferred_blank"
_NO_MEETINGS = frozenset(
    {PermissionKind.EXEMPT_ACTIVITY, PermissionKind.TEMP_EXEMPT, PermissionKind.SUSPENDED}
)
# Between books that disagree the first of these speaks.
_FIRST_SPEAKS = (
    State.ATTENDED,
    State.NOT_DUE,
    State.EXCUSED,
    State.EXCUSED_MARKED,
    State.UNEXCUSED,
    State.UNKNOWN,
    State.NOT_HELD,
)
# What a month is when its meetings differ: the first state that one of them has.
_NONE_ATTENDED = (
    State.ATTENDED,
    State.NOT_DUE,
    State.UNKNOWN,  # a meeting that cannot be read may have been attended
    State.EXCUSED,
    State.EXCUSED_MARKED,
    State.UNEXCUSED,
)
_ANY_MISSED = (
    State.NOT_DUE,
    State.UNEXCUSED,
    State.EXCUSED_MARKED,
    State.UNKNOWN,
    State.EXCUSED,
    State.ATTENDED,
)


def meeting_months(
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
    lines = lines_in(case, BookKind.MEETINGS, month)
    window = windows.beside(lines)
    outside = not_due(month, MEETINGS, window, basis)
    if outside is not None:
        return outside
    fact = _from_books(case, month, lines, basis)
    if fact.state in {State.ATTENDED, State.NOT_HELD}:
        return fact
    lifted = _lifted(case, month, basis)
    if lifted is not None:
        return lifted
    return doubted(_judged(case, fact), window.doubt(month))


def _lifted(case: Case, month: Month, basis: Basis) -> MonthFact | None:
    for paper in permissions_in(case, month, _NO_MEETINGS, basis.settings):
        return MonthFact(
            month, MEETINGS, State.NOT_OWED, explanation=paper.paper, source=paper.source
        )
    excuse = excuse_in(case, month, MEETINGS)
    if excuse is not None and excuse.accepted:
        told = excuse_words(excuse)
        return MonthFact(month, MEETINGS, State.EXCUSED, explanation=told)
    return on_the_way(case, month, MEETINGS, basis.settings, basis.holidays)


def _judged(case: Case, fact: MonthFact) -> MonthFact:
    """Return an absence with its reason; as a plain one if a person rejected that."""
    if fact.state not in {State.UNEXCUSED, State.EXCUSED_MARKED}:
        return fact
    note = fact.note or remarked(case, fact.month, MEETINGS)
    if not note or excuse_in(case, fact.month, MEETINGS) is None:
        return replace(fact, note=note)
    told = joined(fact.explanation, f"lý do không được chấp nhận: {note}")
    return replace(fact, state=State.UNEXCUSED, note="", explanation=told)


def _from_books(case: Case, month: Month, lines: Sequence[BookLine], basis: Basis) -> MonthFact:
    facts = []
    for line in lines:
        meetings = [_meeting(cell, month, basis) for cell in cells_in(line, month)]
        if meetings:
            facts.append(_one_month(meetings, basis.settings))
    if not facts:
        return no_cell(case, month, MEETINGS)
    fact = min(facts, key=lambda fact: (_FIRST_SPEAKS.index(fact.state), not fact.note))
    if len({fact.state for fact in facts}) > 1:
        return replace(fact, warning=fact.warning or "books_disagree")
    return fact


def _one_month(meetings: Sequence[MonthFact], settings: RuleSettings) -> MonthFact:
    """Return the meetings of one month as one fact, as `meeting_month` reads them."""
    held = [meeting for meeting in meetings if meeting.state is not State.NOT_HELD]
    if not held:
        return meetings[0]
    any_missed = settings.meeting_month == "any_missed"
    order = _ANY_MISSED if any_missed else _NONE_ATTENDED
    by_state: dict[State, MonthFact] = {}
    # Of meetings in one state one that gives a reason speaks, unless any without one is enough.
    for meeting in sorted(held, key=lambda meeting: bool(meeting.note) is any_missed):
        by_state.setdefault(meeting.state, meeting)
    return by_state[min(by_state, key=order.index)]


def _meeting(cell: Cell, month: Month, basis: Basis) -> MonthFact:
    absent = MonthFact(month, MEETINGS, State.UNEXCUSED, source=cell.source)
    match cell.letter:
        case Letter.PRESENT:
            return replace(absent, state=State.ATTENDED)
        case Letter.ABSENT:
            return replace(absent, note=_leave_unstated(cell.note))
        case Letter.EXCUSED:
            trusted = basis.settings.trust_excused_mark
            state = State.EXCUSED if trusted else State.EXCUSED_MARKED
            return replace(absent, state=state, note=cell.note or "có phép")
        case Letter.NOT_HELD:
            return replace(absent, state=State.NOT_HELD)
        case Letter.BLANK:
            return _blank(cell, absent, basis)
        case Letter.NOT_DUE:
            return not_due_by_mark(absent, cell)
        case _:
            return replace(absent, state=State.UNKNOWN, warning="unreadable_cell")


def _leave_unstated(words: str) -> str:
    """Return what to ask about an absence whose words say nothing of a permission."""
    if not leave_is_open(words):
        return ""
    return f"sổ chỉ ghi “{words}”, chưa rõ có phép hay không"


def _blank(cell: Cell, absent: MonthFact, basis: Basis) -> MonthFact:
    doubt = doubt_about_blank(cell.line, absent.month, basis)
    if not basis.settings.infer_blank_meeting:
        doubt = "ô trống không được tính"
    if doubt:
        return replace(
            absent, state=State.UNKNOWN, explanation=doubt, warning="blank_not_inferred"
        )
    book = collected(cell.line, absent.month, basis)
    told = f"suy ra từ ô trống, {book.collected}/{book.owing} có mặt"
    return replace(absent, explanation=told, warning=INFERRED)
