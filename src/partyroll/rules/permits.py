"""What lifts an obligation: papers, accepted reasons, fifty years in the Party."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from partyroll.messages import EXCUSE
from partyroll.model import Case, Excuse, Ground, Permission, PermissionKind, RuleSettings
from partyroll.period import Month, PartialDate, add_months
from partyroll.rulebook import dues_rule_on
from partyroll.rules.books import joined


def permissions_in(
    case: Case, month: Month, kinds: Collection[PermissionKind], settings: RuleSettings
) -> Iterator[Permission]:
    """Yield the papers of `kinds` that cover `month`."""
    for permission in case.permissions:
        if permission.kind in kinds and _covers(permission, month, settings):
            yield permission


def _covers(permission: Permission, month: Month, settings: RuleSettings) -> bool:
    return covers(*permission_span(permission), month, settings)


def permission_span(permission: Permission) -> tuple[date, date]:
    """Return the first and the last day of a paper, as long as its dates may mean."""
    # An imprecise date is read in the person's favour.
    start = permission.start.first if permission.start else date.min
    end = permission.end.last if permission.end else date.max
    return start, end


def covers(start: date, end: date, month: Month, settings: RuleSettings) -> bool:
    """Whether `start` to `end` lifts `month`: by any of its days, or by all of them."""
    if settings.partial_exempt_month == "exempt":
        return start <= month.last_day and end >= month.first_day
    return start <= month.first_day and end >= month.last_day


def excuse_in(case: Case, month: Month, ground: Ground) -> Excuse | None:
    """Return the reason judged for `month`: an accepted one before a rejected one."""
    if not case.excuses:
        return None
    judged = [
        excuse
        for excuse in case.excuses
        if not excuse.pending
        and excuse.ground in {ground, Ground.MIXED}
        and excuse.start <= month.last_day
        and excuse.end >= month.first_day
    ]
    return max(judged, key=lambda excuse: excuse.accepted, default=None)


def excuse_words(excuse: Excuse) -> str:
    """Return what a reason is, in the words it was told in, and the paper it rests on."""
    kind = EXCUSE.get(excuse.kind, excuse.kind)
    return joined(kind, excuse.reason_text, excuse.paper)


@dataclass(frozen=True, slots=True)
class FiftyYears:
    """Fifty years in the Party, or as many as exempt, reached in a month.

    Not `sure` where the date is imprecise.
    """

    sure: bool
    basis: str


def fifty_years_in(case: Case, month: Month, settings: RuleSettings) -> FiftyYears | None:
    """Return whether fifty years in the Party lift the dues of `month`, with the basis.

    Party age runs from the decision; without one from the admission date as written, marked.
    """
    since = case.admission_decision_date or case.admission_date
    if since is None:
        return None
    whole = settings.partial_exempt_month != "exempt"
    day = month.first_day if whole else month.last_day
    years = dues_rule_on(day).exempt_after_years
    if years is None or since.year + years > day.year:
        return None
    if add_months(since.first, 12 * years) > day:
        return None
    return FiftyYears(add_months(since.last, 12 * years) <= day, _basis(case, since, years))


def _basis(case: Case, since: PartialDate, years: int) -> str:
    if case.admission_decision_date is not None:
        return f"đủ {years} năm tuổi Đảng, tính từ quyết định kết nạp {since.vi}"
    return f"đủ {years} năm tuổi Đảng, tính từ ngày vào Đảng ghi trong danh sách {since.vi}"
