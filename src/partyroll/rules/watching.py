"""Early warnings about one person: counts that come near, papers that end (§3.8, §7.4)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from partyroll.model import (
    EarlyWarning,
    Finding,
    Ground,
    Permission,
    PermissionKind,
    Person,
    ReviewList,
    Stay,
    StayAway,
    WatchKind,
    WatchLimits,
)
from partyroll.period import PartialDate, add_months
from partyroll.rules import watching_words as words


@dataclass(frozen=True, slots=True)
class Watched:
    """All that a warning about a person may rest on; `hosts` names units by their id."""

    person: Person
    finding: Finding | None = None
    away: tuple[StayAway, ...] = ()
    hosts: Mapping[str, str] | None = None

    def host(self, stay: Stay) -> str:
        """Return the name of the unit in which a temporary stay is."""
        return (self.hosts or {}).get(stay.unit_id, "")


Watch = Callable[[Watched, WatchLimits, date], Iterator[EarlyWarning]]


def early_warnings(
    watched: Watched, limits: WatchLimits, as_of: date
) -> tuple[EarlyWarning, ...]:
    """Return what a cell can still do for a person in time, the count first."""
    every = (one for watch in WATCHES for one in watch(watched, limits, as_of))
    return tuple(dict.fromkeys(every))  # a paper recorded twice is one paper


# --- Counts that come near ----------------------------------------------------------------
def _count_comes_near(watched: Watched, _: WatchLimits, __: date) -> Iterator[EarlyWarning]:
    finding = watched.finding
    if finding is None or finding.list is not ReviewList.WATCH or finding.silenced:
        return
    yield EarlyWarning(
        _kind_of(finding), finding.why, words.remind(finding), months=finding.months
    )


def _kind_of(finding: Finding) -> WatchKind:
    if finding.ground is Ground.MIXED:
        return WatchKind.BOTH_GROUNDS
    crossing = any(
        counted.ground is finding.ground and counted.cross_run == finding.count
        for counted in finding.grounds
    )
    return WatchKind.OVER_NEW_YEAR if crossing else WatchKind.ONE_MONTH_LEFT


# --- Papers that end ----------------------------------------------------------------------
def _permissions_end(
    watched: Watched, limits: WatchLimits, as_of: date
) -> Iterator[EarlyWarning]:
    permissions = watched.person.permissions
    for permission in permissions:
        end = permission.end
        if end is None or not _ends_soon(end.first, end.last, limits, as_of):
            continue
        if any(_renews(other, permission) for other in permissions):
            continue
        yield EarlyWarning(
            WatchKind.PERMISSION_ENDS,
            words.permission_ends(permission, end, as_of),
            words.NEXT_STEP[permission.kind].format(next=_month_after(end.last)),
            until=end.last,
        )


def _ends_soon(first: date, last: date, limits: WatchLimits, as_of: date) -> bool:
    """Whether an end lies ahead within the days; an imprecise one at its earliest."""
    return first - timedelta(days=limits.days) <= as_of <= last


def _renews(other: Permission, ending: Permission) -> bool:
    """Whether another paper of the kind takes over where `ending` ends."""
    if other is ending or other.kind is not ending.kind or ending.end is None:
        return False
    begun = other.start is None or other.start.first <= ending.end.last + timedelta(days=1)
    return begun and (other.end is None or other.end.last > ending.end.last)


def _month_after(day: date) -> str:
    """Return the first month in which what was lifted is owed again."""
    following = day + timedelta(days=1)
    return f"{following.month}/{following.year}"


# --- Staying elsewhere for a time ---------------------------------------------------------
def _temporary_stays(
    watched: Watched, limits: WatchLimits, as_of: date
) -> Iterator[EarlyWarning]:
    stays = [stay for stay in watched.person.stays if stay.temporary and stay.covers(as_of)]
    for stay in stays:
        host = watched.host(stay)
        if stay.end is not None:
            last = stay.end - timedelta(days=1)
            if _ends_soon(last, last, limits, as_of) and not _goes_on(watched, stay):
                text = words.stay_ends(host, last, as_of)
                step = words.STAY_ENDS
                yield EarlyWarning(WatchKind.TEMPORARY_STAY_ENDS, text, step, until=last)
        if stay.start is not None:
            yield from _too_long(PartialDate.of(stay.start), host, limits, as_of)
    if not any(stay.temporary for stay in watched.person.stays):
        yield from _gone_by_paper(watched.person, limits, as_of)


def _goes_on(watched: Watched, stay: Stay) -> bool:
    """Whether another temporary stay begins where this one ends."""
    others = (other for other in watched.person.stays if other.temporary and other is not stay)
    return stay.end is not None and any(other.covers(stay.end) for other in others)


def _gone_by_paper(person: Person, limits: WatchLimits, as_of: date) -> Iterator[EarlyWarning]:
    """Yield a warning of someone whom only a paper of transfer shows elsewhere."""
    legs = [leg for leg in person.legs if leg.temporary and leg.on and leg.on.first <= as_of]
    newest = max(legs, key=lambda leg: leg.on.first if leg.on else date.min, default=None)
    if newest is not None and newest.out and newest.on is not None:
        yield from _too_long(newest.on, newest.place, limits, as_of)


def _too_long(
    since: PartialDate, host: str, limits: WatchLimits, as_of: date
) -> Iterator[EarlyWarning]:
    if add_months(since.last, limits.stay_months) <= as_of:
        yield EarlyWarning(
            WatchKind.TEMPORARY_STAY_LONG,
            words.stay_long(host, since, limits.stay_months),
            words.STAY_LONG,
        )


# --- Working away -------------------------------------------------------------------------
def _away_without_paper(
    watched: Watched, limits: WatchLimits, as_of: date
) -> Iterator[EarlyWarning]:
    if _has_paper(watched.person, as_of):
        return
    for away in watched.away:
        over = away.end is not None and away.end.last < as_of
        settled = away.transferred or away.confirmed_on is not None
        if over or settled or away.start is None:
            continue
        if add_months(away.start.last, limits.away_months) <= as_of:
            yield EarlyWarning(
                WatchKind.AWAY_WITHOUT_PAPER,
                words.away(away, limits.away_months),
                words.AWAY,
            )


def _has_paper(person: Person, as_of: date) -> bool:
    """Whether a transfer or an exemption from meetings explains that someone is away."""
    elsewhere = any(stay.temporary and stay.covers(as_of) for stay in person.stays)
    exempt = any(
        permission.kind in {PermissionKind.TEMP_EXEMPT, PermissionKind.EXEMPT_ACTIVITY}
        and (permission.start is None or permission.start.first <= as_of)
        and (permission.end is None or permission.end.last >= as_of)
        for permission in person.permissions
    )
    gone = any(leg.temporary and leg.out for leg in person.legs)
    return elsewhere or exempt or gone


WATCHES: tuple[Watch, ...] = (
    _count_comes_near,
    _permissions_end,
    _temporary_stays,
    _away_without_paper,
)
