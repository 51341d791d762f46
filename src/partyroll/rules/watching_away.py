"""Early warnings about members elsewhere: papers that end or lack, contact, return (§7).

The register of members away and `flag --watch` say the same, since both ask here.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from operator import attrgetter
from typing import NamedTuple

from partyroll.model import (
    EarlyWarning,
    Permission,
    PermissionKind,
    Person,
    Stay,
    StayAway,
    TransferLeg,
    WatchKind,
    WatchLimits,
)
from partyroll.period import PartialDate, add_months
from partyroll.rules import watching_words as words
from partyroll.rules.watched import Watch, Watched, ends_soon
from partyroll.rules.watching_permissions import permissions_end

_LETS_GO = frozenset({PermissionKind.TEMP_EXEMPT, PermissionKind.EXEMPT_ACTIVITY})
_DAY = timedelta(days=1)


# --- Papers that end ----------------------------------------------------------------------
def exemption_ends(
    watched: Watched, limits: WatchLimits, as_of: date
) -> Iterator[EarlyWarning]:
    """Yield a warning of a leave from meetings that ends."""
    yield from permissions_end(watched, limits, as_of, (PermissionKind.TEMP_EXEMPT,))


def temporary_stays(
    watched: Watched, limits: WatchLimits, as_of: date
) -> Iterator[EarlyWarning]:
    """Yield a warning of each stay elsewhere that ends, or has lasted long."""
    for stay in _stays(watched, as_of):
        if watched.back_from(stay.start, as_of):
            continue
        host = watched.host(stay)
        if stay.end is not None:
            yield from _stay_ends(watched, stay, limits, as_of)
        if stay.start is not None:
            yield from _too_long(PartialDate.of(stay.start), host, limits, as_of)
    leg = _only_by_paper(watched.person, as_of)
    if leg is not None and leg.on is not None and not watched.back_from(leg.on.first, as_of):
        yield from _too_long(leg.on, leg.place, limits, as_of)


def _stays(watched: Watched, as_of: date) -> list[Stay]:
    return [one for one in watched.person.stays if one.temporary and one.covers(as_of)]


def _stay_ends(
    watched: Watched, stay: Stay, limits: WatchLimits, as_of: date
) -> Iterator[EarlyWarning]:
    last = (stay.end or date.max) - _DAY
    if not ends_soon(last, last, limits, as_of) or _goes_on(watched, stay):
        return
    end = PartialDate.of(last)
    evidence = words.stay_ends(watched.host(stay), end)
    yield EarlyWarning(
        WatchKind.TEMPORARY_STAY_ENDS,
        evidence + words.left(end, as_of),
        words.STAY_ENDS,
        until=last,
        about=str(last),
        evidence=evidence,
    )


def _goes_on(watched: Watched, stay: Stay) -> bool:
    """Whether another temporary stay begins where this one ends."""
    others = (other for other in watched.person.stays if other.temporary and other is not stay)
    return stay.end is not None and any(other.covers(stay.end) for other in others)


def _only_by_paper(person: Person, as_of: date) -> TransferLeg | None:
    """Return the paper by which somebody is elsewhere, where no stay says so."""
    if any(stay.temporary for stay in person.stays):
        return None
    return gone_for_a_time(person, as_of)


def gone_for_a_time(person: Person, as_of: date) -> TransferLeg | None:
    """Return the newest paper of temporary transfer unless a later one brought them back."""
    legs = [leg for leg in person.legs if leg.temporary and leg.on and leg.on.first <= as_of]
    newest = max(legs, key=attrgetter("turn"), default=None)
    return newest if newest is not None and newest.out else None


def _too_long(
    since: PartialDate, host: str, limits: WatchLimits, as_of: date
) -> Iterator[EarlyWarning]:
    if add_months(since.last, limits.stay_months) <= as_of:
        yield EarlyWarning(
            WatchKind.TEMPORARY_STAY_LONG,
            words.stay_long(host, since, limits.stay_months),
            words.STAY_LONG,
            about=str(since),
        )


# --- Papers that lack ---------------------------------------------------------------------
def away_without_paper(
    watched: Watched, limits: WatchLimits, as_of: date
) -> Iterator[EarlyWarning]:
    """Yield a warning of somebody long away of whom no paper is known."""
    away = watched.away_now(as_of)
    if away is None or away.start is None or settled(away):
        return
    if has_paper(watched.person, as_of) or _has_letter(watched, as_of):
        return
    if add_months(away.start.last, limits.away_months) <= as_of:
        lapsed = _lapsed(watched.person, away.start.first, as_of)
        yield EarlyWarning(
            WatchKind.AWAY_WITHOUT_PAPER,
            words.away(away, limits.away_months, lapsed),
            words.AWAY,
            about=str(away.start),
        )


def _has_letter(watched: Watched, as_of: date) -> bool:
    leaving = watched.leaving(as_of)
    return leaving is not None and leaving.issued_on is not None


def settled(away: StayAway) -> bool:
    """Whether the list itself says that somebody away has papers."""
    return bool(away.transferred or away.confirmed_on or away.paper)


def has_paper(person: Person, as_of: date) -> bool:
    """Whether a transfer or an exemption from meetings explains that someone is away."""
    elsewhere = any(stay.temporary and stay.covers(as_of) for stay in person.stays)
    exempt = any(lets_go(permission, as_of) for permission in person.permissions)
    undated = any(leg.temporary and leg.out and leg.on is None for leg in person.legs)
    return elsewhere or exempt or undated or gone_for_a_time(person, as_of) is not None


def lets_go(permission: Permission, day: date) -> bool:
    """Whether a paper lets a member stay away from meetings on `day`."""
    begun = permission.start is None or permission.start.first <= day
    over = permission.end is not None and permission.end.last < day
    return permission.kind in _LETS_GO and begun and not over


def _lapsed(person: Person, since: date, as_of: date) -> PartialDate | None:
    """Return when the last paper of somebody away since `since` ended."""
    ends = [
        *(one.end for one in person.permissions if one.kind in _LETS_GO),
        *(PartialDate.of(one.end - _DAY) for one in person.stays if one.temporary and one.end),
    ]
    over = [end for end in ends if end is not None and since <= end.last < as_of]
    return max(over, key=lambda end: end.last, default=None)


# --- Contact ------------------------------------------------------------------------------
def contact_due(watched: Watched, limits: WatchLimits, as_of: date) -> Iterator[EarlyWarning]:
    """Yield a warning of somebody away whom nobody has asked after for months.

    Where a member has papers for elsewhere, the cell there sees them.  Whoever was to be back
    is asked after for as many months: an older list speaks of times long over.
    """
    yield from _expected_back(watched, limits, as_of)
    away = watched.away_now(as_of)
    if away is None or _is_seen(watched, away, as_of):
        return
    last = away.contacted_on or away.start
    if last is not None and add_months(last.last, limits.contact_months) <= as_of:
        yield EarlyWarning(
            WatchKind.CONTACT_DUE,
            words.contact_due(away, limits.contact_months),
            words.CONTACT if away.contact else words.FIND_CONTACT,
            about=str(last),
        )


def _expected_back(
    watched: Watched, limits: WatchLimits, as_of: date
) -> Iterator[EarlyWarning]:
    away = watched.expected_back(as_of)
    if away is None or away.end is None or _is_seen(watched, away, as_of):
        return
    if as_of < add_months(away.end.last, limits.contact_months):
        text, step = words.expected_back(away), words.EXPECTED_BACK
        yield EarlyWarning(WatchKind.CONTACT_DUE, text, step, about=f"về {away.end}")


def _is_seen(watched: Watched, away: StayAway, as_of: date) -> bool:
    elsewhere = _stays(watched, as_of) or gone_for_a_time(watched.person, as_of)
    return bool(elsewhere or away.transferred or away.confirmed_on)


# --- Return -------------------------------------------------------------------------------
class _Elsewhere(NamedTuple):
    """A paper that sends or lets somebody go elsewhere: from when, in words, what to do."""

    since: PartialDate | None
    paper: str
    step: str


def returned(watched: Watched, _: WatchLimits, as_of: date) -> Iterator[EarlyWarning]:
    """Yield a warning of each paper that still holds for elsewhere of who is back."""
    back = watched.back(as_of)
    if back is None:
        return
    for one in _papers_elsewhere(watched, as_of):
        if watched.back_from(one.since.first if one.since else None, as_of):
            text = words.returned(back, one.paper)
            about = str(one.since or "")
            yield EarlyWarning(WatchKind.RETURNED, text, one.step, about=about)


def _papers_elsewhere(watched: Watched, as_of: date) -> Iterator[_Elsewhere]:
    for stay in _stays(watched, as_of):
        since = PartialDate.of(stay.start) if stay.start else None
        host = watched.host(stay)
        yield _Elsewhere(since, words.stays_still(host, since), words.STAYS_STILL)
    leg = _only_by_paper(watched.person, as_of)
    if leg is not None:
        yield _Elsewhere(leg.on, words.stays_still(leg.place, leg.on), words.STAYS_STILL)
    for one in watched.person.permissions:
        if one.kind is PermissionKind.TEMP_EXEMPT and lets_go(one, as_of):
            yield _Elsewhere(one.start, words.exempt_still(one), words.EXEMPT_STILL)


AWAY_WATCHES: tuple[Watch, ...] = (
    away_without_paper,
    exemption_ends,
    temporary_stays,
    returned,
    contact_due,
)


def away_warnings(
    watched: Watched, limits: WatchLimits, as_of: date
) -> tuple[EarlyWarning, ...]:
    """Return what a cell can do about a member who is away, or back from there."""
    every = (one for watch in AWAY_WATCHES for one in watch(watched, limits, as_of))
    return tuple(dict.fromkeys(every))
