"""Early warnings of permissions that end: exemptions, deferrals, suspensions (§4, §6.3)."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta

from partyroll.model import (
    EarlyWarning,
    Permission,
    PermissionKind,
    WatchKind,
    WatchLimits,
)
from partyroll.rules import watching_words as words
from partyroll.rules.watched import Watched, ends_soon


def permissions_end(
    watched: Watched,
    limits: WatchLimits,
    as_of: date,
    kinds: Collection[PermissionKind] = tuple(PermissionKind),
) -> Iterator[EarlyWarning]:
    """Yield a warning of every paper of these `kinds` that ends soon and is not renewed."""
    permissions = watched.person.permissions
    for permission in permissions:
        end = permission.end
        if permission.kind not in kinds or end is None:
            continue
        if not ends_soon(end.first, end.last, limits, as_of) or _over(
            permission, watched, as_of
        ):
            continue
        if any(_renews(other, permission) for other in permissions):
            continue
        yield EarlyWarning(
            WatchKind.PERMISSION_ENDS,
            words.permission_ends(permission, end) + words.left(end, as_of),
            words.NEXT_STEP[permission.kind].format(next=_month_after(end.last)),
            until=end.last,
            about=f"{permission.kind} {end}",
            evidence=words.permission_ends(permission, end),
        )


def _over(permission: Permission, watched: Watched, as_of: date) -> bool:
    """Whether somebody is back whom the paper let go: then it is the paper that stays."""
    start = permission.start.first if permission.start else None
    return permission.kind is PermissionKind.TEMP_EXEMPT and watched.back_from(start, as_of)


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
