"""Whether and from when someone who left may be proposed again (rulebook §5.6).

The reason on the decision settles it, so it is said before the decision is entered.  What is
said here is what the texts say; the committee decides.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from partyroll.messages import REASON
from partyroll.model import ExitKind, Reason
from partyroll.period import Month, PartialDate, add_months
from partyroll.rulebook import UNVERIFIED, Clock, clock_on

_DECIDES = "cấp ủy có thẩm quyền quyết định"
_ONCE = "chỉ kết nạp lại một lần"
_LEFT = frozenset({ExitKind.REMOVED, ExitKind.WITHDREW, ExitKind.EXPELLED})
# Who stayed away without the Party's leave, by whatever name the paper gives it.
_SKIPPED = frozenset({Reason.SKIP_MEETINGS, Reason.TRANSFER_NOT_PRESENTED})
# Named neither as an exception nor as excluded: the texts leave it open.
_OPEN_WITHDRAWALS = frozenset({Reason.EMIGRATE_WITH_FAMILY, Reason.UNSTATED})
_PAPER_NEEDED = frozenset({Reason.SKIP_MEETINGS, Reason.UNPAID_DUES})


class Prospect(StrEnum):
    """What the texts say of a re-admission."""

    AFTER = "AFTER"  # once the waiting time is over
    HARDSHIP = "HARDSHIP"  # the same, for special family hardship only
    NEVER = "NEVER"
    ASK = "ASK"


@dataclass(frozen=True, slots=True)
class Readmission:
    """What follows from an exit: `earliest` is as precise as the day of the decision.

    `needs_paper`: the reason should not be entered without the paper that states it.
    """

    prospect: Prospect
    earliest: PartialDate | None
    needs_paper: bool
    sentence: str


def readmission(
    kind: ExitKind,
    reasons: Sequence[Reason],
    decided: PartialDate | None,
    known: Iterable[Clock],
) -> Readmission | None:
    """Return what an exit means for a re-admission; None for exits that are no leaving."""
    if kind not in _LEFT:
        return _unclear(kind)
    stated = tuple(reasons) or (Reason.UNSTATED,)
    prospects = {_prospect(kind, reason) for reason in stated}
    prospect = prospects.pop() if len(prospects) == 1 else Prospect.ASK
    needs_paper = kind is ExitKind.WITHDREW or not _PAPER_NEEDED.isdisjoint(stated)
    if prospect in {Prospect.NEVER, Prospect.ASK}:
        return Readmission(prospect, None, needs_paper, _no_day(prospect, kind, stated))
    return _after(prospect, decided, tuple(known), needs_paper=needs_paper)


def _unclear(kind: ExitKind) -> Readmission | None:
    if kind is not ExitKind.LEFT_UNSTATED:
        return None
    sentence = _no_day(Prospect.ASK, kind, (Reason.UNSTATED,))
    return Readmission(Prospect.ASK, None, needs_paper=True, sentence=sentence)


def _prospect(kind: ExitKind, reason: Reason) -> Prospect:
    if kind is ExitKind.EXPELLED:
        return Prospect.ASK  # corruption, disunity and grave crimes exclude; the code is silent
    if reason in _SKIPPED:
        return Prospect.NEVER
    if kind is ExitKind.WITHDREW:
        return _after_withdrawal(reason)
    return Prospect.ASK if reason is Reason.UNSTATED else Prospect.AFTER


def _after_withdrawal(reason: Reason) -> Prospect:
    if reason is Reason.FAMILY_HARDSHIP:
        return Prospect.HARDSHIP
    return Prospect.ASK if reason in _OPEN_WITHDRAWALS else Prospect.NEVER


def _no_day(prospect: Prospect, kind: ExitKind, reasons: Sequence[Reason]) -> str:
    named = ", ".join(REASON[reason].lower() for reason in reasons)
    if prospect is Prospect.ASK:
        return f"Kết nạp lại: hỏi cấp ủy có thẩm quyền (lý do ghi trên giấy: {named})."
    left = "làm đơn xin ra khỏi Đảng" if kind is ExitKind.WITHDREW else "tự bỏ sinh hoạt đảng"
    return f"Không xét kết nạp lại người {left} (lý do ghi trên giấy: {named}); {_DECIDES}."


def _after(
    prospect: Prospect,
    decided: PartialDate | None,
    known: tuple[Clock, ...],
    *,
    needs_paper: bool,
) -> Readmission:
    hardship = prospect is Prospect.HARDSHIP
    only = "chỉ khi gia đình đặc biệt khó khăn, có giấy tờ; " if hardship else ""
    if decided is None:
        told = f"Kết nạp lại: chưa rõ ngày quyết định; {only}{_ONCE}; {_DECIDES}."
        return Readmission(prospect, None, needs_paper, told)
    clock = clock_on(known, "readmit_wait", decided.first)
    earliest = _later(decided, clock.months)
    doubt = f" ({UNVERIFIED})" if decided.first < clock.since else ""
    told = (
        f"Kết nạp lại: sớm nhất {earliest.vi}, đủ {clock.months} tháng từ ngày ra khỏi Đảng"
        f"{doubt}; {only}{_ONCE}; {_DECIDES}."
    )
    return Readmission(prospect, earliest, needs_paper, told)


def _later(when: PartialDate, months: int) -> PartialDate:
    """Return the date `months` later, no more precise than it was."""
    if when.exact:
        return PartialDate.of(add_months(when.first, months))
    month = Month.of(when.last).plus(months)
    return PartialDate(month.year, month.number if when.month is not None else None)
