"""Where a person stands on a day: computed from what the ledger holds, never stored."""

from dataclasses import dataclass
from datetime import date

from partyroll.model import EventKind, Permission, PermissionKind, Status
from partyroll.period import PartialDate, add_months, whole_years

# After two years without a confirmation a blank cell is more likely forgotten than true.
_PROBATION_MONTHS = 24
_RETURNS = frozenset({EventKind.READMITTED, EventKind.RESTORED})
_EXITS = {
    EventKind.REMOVED: Status.REMOVED,
    EventKind.WITHDREW: Status.WITHDREW,
    EventKind.EXPELLED: Status.EXPELLED,
    EventKind.DIED: Status.DIED,
    EventKind.OTHER_DECREASE: Status.OTHER_DECREASE,
    EventKind.LEFT_UNSTATED: Status.LEFT_UNSTATED,
}


@dataclass(frozen=True, slots=True)
class Event:
    """Something in a life: admitted, confirmed, left; `on` None = the day is not known."""

    kind: EventKind
    on: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Leg:
    """One side of a transfer: `out` of the ledger's units, or into them."""

    out: bool
    on: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """All that a person's status rests on.

    `official_blank`: the roster has an official-date column and the cell is empty.  `stated`
    is what a roster says of the status, from `stated_on` (None = always).
    """

    admission_date: PartialDate | None = None
    official_date: PartialDate | None = None
    official_blank: bool = False
    stated: Status | None = None
    stated_on: PartialDate | None = None
    events: tuple[Event, ...] = ()
    legs: tuple[Leg, ...] = ()
    permissions: tuple[Permission, ...] = ()


def status_on(standing: Standing, day: date) -> Status | None:
    """Return the status on `day`; None where nothing says it, or before the admission."""
    exit_status = _exit_on(standing, day)
    if exit_status is not None:
        return exit_status
    if not _happened(standing.admission_date, day):
        return None
    if _suspended(standing, day):
        return Status.SUSPENDED
    return _rank_on(standing, day)


def is_member_on(standing: Standing, day: date) -> bool:
    """Whether the person is a member on `day`.

    A date without a day counts from the first day it may mean, for the entry as for the exit.
    """
    return _happened(standing.admission_date, day) and _exit_on(standing, day) is None


def age_on(birth_date: PartialDate | None, day: date) -> tuple[int, int] | None:
    """Return the least and the greatest age in full years on `day`."""
    return whole_years(birth_date, PartialDate.of(day)) if birth_date else None


def tenure_on(
    decision_date: PartialDate | None, admission_date: PartialDate | None, day: date
) -> tuple[int, int] | None:
    """Return the bounds of the Party age on `day`: from the decision, else as written."""
    since = decision_date or admission_date
    return whole_years(since, PartialDate.of(day)) if since else None


def _happened(when: PartialDate | None, day: date) -> bool:
    return when is None or when.first <= day


def _exit_on(standing: Standing, day: date) -> Status | None:
    """Return how the person has left by `day`, if nothing brought them back."""
    return _left_by(standing, day) or _moved_out_by(standing, day)


def _left_by(standing: Standing, day: date) -> Status | None:
    turns = [
        (_placed(event.on), _EXITS.get(event.kind))
        for event in standing.events
        if event.kind in _RETURNS or event.kind in _EXITS
        if _happened(event.on, day)
    ]
    if standing.stated in _EXITS.values() and _happened(standing.stated_on, day):
        turns.append((_placed(standing.stated_on), standing.stated))
    return _last(turns)


def _moved_out_by(standing: Standing, day: date) -> Status | None:
    turns = [
        (_placed(leg.on), Status.OUT if leg.out else None)
        for leg in standing.legs
        if _happened(leg.on, day)
    ]
    if standing.stated is Status.OUT and _happened(standing.stated_on, day):
        turns.append((_placed(standing.stated_on), Status.OUT))
    return _last(turns)


def _last(turns: list[tuple[date, Status | None]]) -> Status | None:
    # Of one day the departure comes last: whoever is readmitted and removed has left.
    return max(turns, key=lambda turn: (turn[0], turn[1] is not None), default=(None, None))[1]


def _placed(when: PartialDate | None) -> date:
    return when.first if when else date.min


def _suspended(standing: Standing, day: date) -> bool:
    if standing.stated is Status.SUSPENDED and _happened(standing.stated_on, day):
        return True
    return any(
        paper.kind is PermissionKind.SUSPENDED
        and (paper.start is None or paper.start.first <= day)
        and (paper.end is None or paper.end.last >= day)
        for paper in standing.permissions
    )


def _rank_on(standing: Standing, day: date) -> Status | None:
    confirmed = [event.on for event in standing.events if event.kind is EventKind.CONFIRMED]
    official = [when for when in (standing.official_date, *confirmed) if when]
    if any(when.last <= day for when in official):
        return Status.OFFICIAL
    if official and all(when.first > day for when in official):
        return Status.PROBATIONARY
    if standing.stated in {Status.OFFICIAL, Status.PROBATIONARY}:
        return standing.stated
    if standing.official_blank and _lately_admitted(standing.admission_date, day):
        return Status.PROBATIONARY
    return None


def _lately_admitted(admission: PartialDate | None, day: date) -> bool:
    return admission is not None and add_months(admission.first, _PROBATION_MONTHS) >= day
