"""Where a member away stands on a day: a state machine over what lists and papers say (§7.2).

AT_HOME → AWAY_REPORTED → a paper (leave from meetings, temporary or official transfer) →
confirmed by the destination, or back.  That a paper or a clock has run out is computed, never
entered; whoever is late may still be confirmed and may still come back.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import reduce
from itertools import pairwise
from operator import attrgetter

from partyroll.model import (
    AwayStanding,
    AwayState,
    AwayTurn,
    PermissionKind,
    Person,
    StayAway,
    Transfer,
    TransferAnswer,
    TransferLeg,
)
from partyroll.period import PartialDate
from partyroll.rulebook import clocks
from partyroll.rules.clocks import deadline
from partyroll.rules.watched import Watched

_PAPERS = frozenset(
    {AwayState.TEMP_EXEMPT, AwayState.TEMP_TRANSFER, AwayState.OFFICIAL_TRANSFER}
)
_LEAVING = _PAPERS | {AwayState.AWAY_REPORTED}
_SETTLING = frozenset({AwayState.CONFIRMED_BY_DEST, AwayState.RETURNED})
# From each state to those that something recorded may lead to.  A report says less than a
# paper and takes none back; only a way home leads back to where one can leave from.
MAY_FOLLOW: Mapping[AwayState, frozenset[AwayState]] = {
    AwayState.AT_HOME: _LEAVING,
    AwayState.AWAY_REPORTED: _LEAVING | _SETTLING,
    AwayState.TEMP_EXEMPT: _PAPERS | _SETTLING,
    AwayState.TEMP_TRANSFER: _PAPERS | _SETTLING,
    AwayState.OFFICIAL_TRANSFER: _PAPERS | _SETTLING,
    AwayState.CONFIRMED_BY_DEST: _LEAVING | _SETTLING,
    AwayState.RETURNED: _LEAVING,
}
_ORDER = {state: place for place, state in enumerate(AwayState)}


def standing(turns: Iterable[AwayTurn], as_of: date) -> AwayStanding:
    """Return where the turns up to `as_of` lead, and whether the time has run out since."""
    begun = sorted((turn for turn in turns if turn.on <= as_of), key=_place)
    now = reduce(after, begun, AwayStanding())
    if now.until is None or now.until >= as_of or now.state not in _LEAVING:
        return now
    return replace(now, state=AwayState.OVERDUE, before=now.state)


def _place(turn: AwayTurn) -> tuple[date, int, date, str, str]:
    """Return where a turn comes; of papers alike begun together the longest is the last."""
    return (turn.on, _ORDER[turn.state], turn.until or date.max, turn.place, turn.paper)


def after(now: AwayStanding, turn: AwayTurn) -> AwayStanding:
    """Return where a turn leads; one that may not follow leaves things as they are."""
    ran_out = now.until is not None and now.until < turn.on
    home = now.state in {AwayState.AT_HOME, AwayState.RETURNED}
    anew = home or (ran_out and turn.state is AwayState.AWAY_REPORTED)
    if turn.state not in MAY_FOLLOW[AwayState.AT_HOME if anew else now.state]:
        return now
    if anew:
        return AwayStanding(
            turn.state, turn.since, turn.place, turn.until, turn.paper, turn.remarks
        )
    said_again = turn.state is now.state and turn.until is None and not ran_out
    clock = now if said_again else turn
    return AwayStanding(
        turn.state,
        now.since or turn.since,
        turn.place or now.place,
        clock.until,
        turn.paper or now.paper,
        clock.remarks,
    )


# --- What lists and papers say ------------------------------------------------------------
def turns_of(
    watched: Watched, as_of: date, holidays: Collection[date] = ()
) -> Iterator[AwayTurn]:
    """Yield all that the ledger says of somebody's way, in no order."""
    for away in watched.away:
        yield from _turns_of_list(away, as_of)
    yield from _leaves(watched.person)
    yield from _stays(watched)
    yield from _legs(watched.person, holidays)
    for one in watched.transfers:
        yield from _turns_of_transfer(one, holidays)


def _turns_of_list(away: StayAway, as_of: date) -> Iterator[AwayTurn]:
    """Yield what a list says; a time of which the beginning is not known goes on now."""
    later = [day.first for day in (away.confirmed_on, away.returned_on) if day is not None]
    left = away.start.first if away.start else min([as_of, *later])
    until = away.end.last if away.end else None
    state = AwayState.TEMP_TRANSFER if away.transferred else AwayState.AWAY_REPORTED
    yield AwayTurn(state, left, away.start, away.place, until, away.paper)
    if away.confirmed_on is not None:
        day = max(left, away.confirmed_on.first)
        yield AwayTurn(AwayState.CONFIRMED_BY_DEST, day, away.confirmed_on, away.place)
    if away.returned_on is not None:
        yield AwayTurn(AwayState.RETURNED, away.returned_on.first, away.returned_on)


def _leaves(person: Person) -> Iterator[AwayTurn]:
    for one in person.permissions:
        if one.kind is PermissionKind.TEMP_EXEMPT:
            on = one.start.first if one.start else date.min
            until = one.end.last if one.end else None
            yield AwayTurn(AwayState.TEMP_EXEMPT, on, one.start, until=until, paper=one.paper)


def _stays(watched: Watched) -> Iterator[AwayTurn]:
    for stay in watched.person.stays:
        if stay.temporary:
            yield AwayTurn(
                AwayState.TEMP_TRANSFER,
                stay.start or date.min,
                PartialDate.of(stay.start) if stay.start else None,
                watched.host(stay),
                stay.end - timedelta(days=1) if stay.end else None,
                stay.paper,
            )


def _legs(person: Person, holidays: Collection[date]) -> Iterator[AwayTurn]:
    for temporary in (True, False):
        dated = [leg for leg in person.legs if leg.temporary == temporary and leg.on]
        legs = sorted(dated, key=attrgetter("turn"))
        yield from (_leaving(leg, holidays) for leg in legs if leg.out)
        # Who comes without having gone came from elsewhere.
        yield from (_coming(back) for gone, back in pairwise(legs) if gone.out and not back.out)


def _leaving(leg: TransferLeg, holidays: Collection[date]) -> AwayTurn:
    on, _ = leg.turn
    if leg.temporary:
        return AwayTurn(AwayState.TEMP_TRANSFER, on, leg.on, leg.place, paper=leg.decision_no)
    until, remarks = _clock("transfer_present", leg.on, holidays)
    state, paper = AwayState.OFFICIAL_TRANSFER, leg.decision_no
    return AwayTurn(state, on, leg.on, leg.place, until, paper, remarks)


def _coming(leg: TransferLeg) -> AwayTurn:
    on, _ = leg.turn
    return AwayTurn(AwayState.RETURNED, on, leg.on)


def _turns_of_transfer(one: Transfer, holidays: Collection[date]) -> Iterator[AwayTurn]:
    """Yield the way of a transfer: a reason to go, the letter, the answer, the way home."""
    if one.caused_on is not None:
        until, remarks = _clock("transfer_start", one.caused_on, holidays)
        on, state = one.caused_on, AwayState.AWAY_REPORTED
        yield AwayTurn(state, on.first, on, one.place, until, remarks=remarks)
    if one.issued_on is not None:
        yield _introduced(one, one.issued_on, holidays)
    if one.answer is TransferAnswer.ARRIVED and one.answered_on is not None:
        on = one.answered_on
        yield AwayTurn(AwayState.CONFIRMED_BY_DEST, on.first, on, one.place)
    if one.returned_on is not None:
        yield AwayTurn(AwayState.RETURNED, one.returned_on.first, one.returned_on)


def _introduced(one: Transfer, on: PartialDate, holidays: Collection[date]) -> AwayTurn:
    state, place, paper = AwayState.OFFICIAL_TRANSFER, one.place, one.letter_no
    if one.temporary:
        state, until = AwayState.TEMP_TRANSFER, one.valid_to.last if one.valid_to else None
        return AwayTurn(state, on.first, on, place, until, paper)
    until, remarks = _clock("transfer_present", on, holidays)
    return AwayTurn(state, on.first, on, place, until, paper, remarks)


def _clock(
    clock: str, on: PartialDate | None, holidays: Collection[date]
) -> tuple[date | None, tuple[str, ...]]:
    """Return the last day of a clock with its doubts; a day that is not known starts none."""
    if on is None or not on.exact:
        return None, ()
    due = deadline(clocks(), clock, on.first, holidays=holidays)
    return due.last, due.remarks
