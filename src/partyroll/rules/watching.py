"""Early warnings about one person: counts that come near, papers that end (§3.8, §7.4)."""

from collections.abc import Iterator
from datetime import date

from partyroll.model import EarlyWarning, Finding, Ground, ReviewList, WatchKind, WatchLimits
from partyroll.rules import watching_words as words
from partyroll.rules.watched import Watch, Watched
from partyroll.rules.watching_away import away_without_paper, returned, temporary_stays
from partyroll.rules.watching_permissions import permissions_end

__all__ = ["WATCHES", "Watched", "early_warnings"]


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


WATCHES: tuple[Watch, ...] = (
    _count_comes_near,
    permissions_end,
    temporary_stays,
    returned,
    away_without_paper,
)
