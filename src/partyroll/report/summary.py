"""The sentence a term report begins with."""

from partyroll.messages import REASON
from partyroll.model import ExitKind, Reason
from partyroll.report.comparison import comparison_sentence
from partyroll.report.figures import decimal_comma, share
from partyroll.report.prose import opening
from partyroll.report.reasons import ranked_reasons
from partyroll.report.term import TermReport
from partyroll.text import thousands

_TOP = 3


def headline(report: TermReport) -> str:
    """Return the totals of removed and withdrawn with the main reasons of each, in prose."""
    if report.published:
        return opening(report)
    removed = report.totals[ExitKind.REMOVED]
    withdrew = report.totals[ExitKind.WITHDREW]
    total = (
        f"Trong thời gian từ {report.term.vi}, có {thousands(removed)} đảng viên bị xóa tên "
        f"và {thousands(withdrew)} đảng viên xin ra khỏi Đảng."
    )
    reasons = (
        _reasons("Xóa tên", ExitKind.REMOVED, report),
        _reasons("Xin ra khỏi Đảng", ExitKind.WITHDREW, report),
    )
    compared = [t for t in report.tables if t.id == "comparison"]
    changes = (comparison_sentence(table) for table in compared)
    return " ".join(filter(None, (total, *changes, *reasons)))


def _reasons(subject: str, kind: ExitKind, report: TermReport) -> str:
    total = report.totals[kind]
    stated = [
        (reason, number)
        for reason, number in ranked_reasons(kind, report.names)
        if reason is not Reason.UNSTATED
    ]
    if not total:
        return ""
    if not stated:
        return f"{subject}: chưa trường hợp nào ghi lý do."

    parts = [f"{_phrase(reason)} ({_per_cent(n, total)})" for reason, n in stated[:_TOP]]
    return f"{subject} chủ yếu do {', '.join(parts)}."


def _phrase(reason: Reason) -> str:
    word = REASON[reason]
    return word[:1].lower() + word[1:]


def _per_cent(part: int, whole: int) -> str:
    return decimal_comma(share(part, whole) or 0.0)
