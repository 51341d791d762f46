"""What a remark does to a month: nobody has confirmed it, so it is a reason to ask."""

from collections.abc import Iterable, Iterator

from partyroll.messages import FROM_BOOK_ROW, FROM_ROSTER
from partyroll.model import BookLine, Case, Ground, PermissionKind, Person
from partyroll.period import Month
from partyroll.standing_remarks import StandingRemark, standing_remarks

_PAPERS: dict[str, frozenset[PermissionKind]] = {
    "EXEMPT_ACTIVITY": frozenset({PermissionKind.EXEMPT_ACTIVITY, PermissionKind.TEMP_EXEMPT}),
    "SUSPENDED": frozenset({PermissionKind.SUSPENDED}),
    "EXEMPT": frozenset({PermissionKind.EXEMPT, PermissionKind.DEFERRED}),
}
_PLACES = frozenset({"ELSEWHERE", "ABROAD", "PAYS_ELSEWHERE"})
_MOVES = {"GONE": {True}, "ARRIVED": {False}, "MOVED": {True, False}}  # out, or in


def remarked(case: Case, month: Month, ground: Ground) -> str:
    """Return the reason that the roster's remark gives for `month`; empty where it gives none.

    It excuses nobody and accuses nobody: a month so noted asks for a look at the reason.
    """
    if not any(open_remarks(case, month, ground)):
        return ""
    return f"{FROM_ROSTER} “{case.roster_note}”, cần xác nhận"


def remarked_beside(case: Case, lines: Iterable[BookLine], month: Month) -> str:
    """Return the reason that a row's own remark gives for a month of dues left blank.

    Nobody wrote that such a month is owed, so that words beside the row weigh against it.
    """
    for line in lines:
        for remark in standing_remarks(line.remark, line.year):
            speaks = remark.may_lift(month, Ground.UNPAID_DUES)
            if speaks and not _is_settled(case, remark, month.year):
                return f"{FROM_BOOK_ROW} “{line.remark}”, cần xác nhận"
    return ""


def open_remarks(case: Case, month: Month, ground: Ground) -> Iterator[StandingRemark]:
    """Yield what the remark says of `month` and no paper of that year has settled."""
    for remark in standing_remarks(case.roster_note):
        if remark.may_lift(month, ground) and not _is_settled(case, remark, month.year):
            yield remark


def unrecorded(person: Person, year: int) -> Iterator[StandingRemark]:
    """Yield what the roster's remark says of `year` and nothing on record bears out."""
    first, last = Month(year, 1), Month(year, 12)
    for remark in standing_remarks(person.note):
        speaks = any(
            remark.may_lift(month, ground)
            for month in first.until(last)
            for ground in remark.grounds
        )
        if speaks and not _is_settled(person, remark, year):
            yield remark


def _is_settled(case: Case | Person, remark: StandingRemark, year: int) -> bool:
    """Whether a record of the same sort speaks of `year`, so that it says what is meant."""
    first, last = Month(year, 1).first_day, Month(year, 12).last_day
    kinds = _PAPERS.get(remark.kind, frozenset())
    papers = (
        (paper.start is None or paper.start.first <= last)
        and (paper.end is None or paper.end.last >= first)
        for paper in case.permissions
        if paper.kind in kinds
    )
    places = (
        (stay.start is None or stay.start <= last) and (stay.end is None or stay.end > first)
        for stay in case.stays
        if stay.temporary and remark.kind in _PLACES
    )
    moves = (
        leg.on is not None and leg.on.year == year
        for leg in case.legs
        if leg.out in _MOVES.get(remark.kind, ()) and not leg.temporary
    )
    return any(papers) or any(places) or any(moves)
