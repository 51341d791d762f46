"""Reading the ways of members: narrow rows, and nobody by name who only ever stood still."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select

from partyroll.model import Stay, Turn, Walk
from partyroll.store import schema
from partyroll.store.ledger import Ledger
from partyroll.store.people import chunks
from partyroll.store.reading import first_day, live, plain_rows

_stay, _version = schema.assignment, schema.person_version
_ADMITTED = func.coalesce(_version.c.admission_decision_date, _version.c.admission_date)
Turns = dict[str, list[Turn]]


@dataclass(frozen=True, slots=True)
class Walks:
    """The ways of everybody, how many left on no known day, and which units have a roster."""

    walks: tuple[Walk, ...]
    undated: int
    rostered: frozenset[str]


@dataclass(slots=True)
class _Member:
    """What the rows of one person say together."""

    stays: list[Stay]
    admitted: date | None
    on_roster: bool


def member_walks(ledger: Ledger, start: date) -> Walks:
    """Return the way of every member, as far as it matters from the year of `start` on."""
    turns, undated = _turns(ledger)
    missing = _missing(ledger)
    settled = or_(_ADMITTED.is_(None), _ADMITTED.op("<")(str(start.year)))
    still = _standing_still(ledger, settled)
    rostered = frozenset(still)
    members = _members(ledger, _dated_or(~settled), {*turns, *missing, *undated})
    alike: dict[tuple[Stay, ...], list[str]] = defaultdict(list)
    walks: list[Walk] = []
    for person_id, one in members.items():
        before = one.admitted is None or one.admitted.year < start.year
        stood = [stay.unit_id for stay in one.stays if stay == Stay(stay.unit_id)]
        if one.on_roster and before and stood:
            still[stood[0]] -= 1  # counted among those who stand still
        if person_id in undated or not (one.on_roster or person_id in turns):
            continue
        if before and person_id not in turns and person_id not in missing:
            alike[tuple(one.stays)].append(person_id)
        else:
            walks.append(_walk(person_id, one, turns.get(person_id, []), missing))
    walks += [Walk(stays, people=tuple(ids), number=len(ids)) for stays, ids in alike.items()]
    walks += [Walk((Stay(unit),), number=number) for unit, number in still.items() if number]
    own = {s.unit_id for one in members.values() if one.on_roster for s in one.stays}
    return Walks(tuple(walks), len(undated), rostered | own)


def names_of(ledger: Ledger, person_ids: Sequence[str]) -> dict[str, str]:
    """Return the names of some people."""
    found: dict[str, str] = {}
    for chunk in chunks(sorted(set(person_ids))):
        query = select(_version.c.person_id, _version.c.full_name).where(
            live(ledger, _version), _version.c.person_id.in_(chunk)
        )
        found |= dict(plain_rows(ledger, query))
    return found


def _walk(person_id: str, one: _Member, turns: list[Turn], missing: frozenset[str]) -> Walk:
    stays = tuple(sorted(one.stays, key=lambda stay: stay.start or date.min))
    told = _with_arrivals(sorted(turns, key=lambda t: (t.on, t.arrives)), stays)
    admitted = any(turn.code == "ADMITTED" for turn in told)
    return Walk(
        stays,
        tuple(told),
        None if admitted else one.admitted,
        person_id in missing,
        (person_id,),
    )


def _with_arrivals(turns: list[Turn], stays: Sequence[Stay]) -> list[Turn]:
    """Add the arrival of whoever moved out and has a later stay, without a paper of it."""
    if not turns or turns[-1].code != "OUT":
        return turns
    later = [stay for stay in stays if stay.start and stay.start >= turns[-1].on]
    if not later or later[0].start is None:
        return turns
    return [*turns, Turn("IN", later[0].start, later[0].unit_id)]


# --- Rows ---------------------------------------------------------------------------------
def _turns(ledger: Ledger) -> tuple[Turns, frozenset[str]]:
    """Return who came and left on which day, and who left on a day that nobody wrote down."""
    event, leg = schema.life_event, schema.transfer_leg
    happened = select(
        event.c.person_id,
        event.c.kind,
        func.coalesce(event.c.decision_date, event.c.event_date),
        event.c.unit_id,
    ).where(live(ledger, event), event.c.kind != "CONFIRMED")
    moved = select(
        leg.c.person_id,
        leg.c.direction,
        func.coalesce(leg.c.decision_date, leg.c.leg_date),
        leg.c.unit_id,
    ).where(live(ledger, leg), leg.c.temporary == 0)
    turns: Turns = defaultdict(list)
    undated: set[str] = set()
    for query in (happened, moved):
        for person_id, code, day, unit_id in plain_rows(ledger, query):
            on = first_day(day)
            if on is not None:
                turns[person_id].append(Turn(code, on, unit_id))
            elif code not in {"ADMITTED", "READMITTED", "RESTORED", "IN"}:
                undated.add(person_id)
    return turns, frozenset(undated)


def _missing(ledger: Ledger) -> frozenset[str]:
    mark = schema.missing_mark
    rows = plain_rows(ledger, select(mark.c.person_id).where(live(ledger, mark)))
    return frozenset(person_id for (person_id,) in rows)


def _joined(ledger: Ledger, *columns: ColumnElement[Any]) -> Select[*tuple[Any, ...]]:
    joined = _stay.join(
        _version,
        (_stay.c.ledger_id == _version.c.ledger_id)
        & (_stay.c.person_id == _version.c.person_id),
    )
    return (
        select(*columns)
        .select_from(joined)
        .where(live(ledger, _stay), live(ledger, _version), _stay.c.kind == "OFFICIAL")
    )


def _standing_still(ledger: Ledger, settled: ColumnElement[bool]) -> Counter[str]:
    """Return how many of each unit's roster were always there, as far as anybody wrote."""
    query = _joined(ledger, _stay.c.unit_id, func.count()).where(
        _stay.c.valid_from.is_(None),
        _stay.c.valid_to.is_(None),
        _version.c.on_roster == 1,
        settled,
    )
    rows = plain_rows(ledger, query.group_by(_stay.c.unit_id))
    return Counter(dict(rows))


def _dated_or(other: ColumnElement[bool]) -> ColumnElement[bool]:
    return or_(_stay.c.valid_from.is_not(None), _stay.c.valid_to.is_not(None), other)


def _members(
    ledger: Ledger, which: ColumnElement[bool], others: set[str]
) -> Mapping[str, _Member]:
    """Return the stays of everybody of whom one is meant by `which`, and of `others`."""
    query = _joined(
        ledger,
        _stay.c.person_id,
        _stay.c.unit_id,
        _stay.c.valid_from,
        _stay.c.valid_to,
        _ADMITTED,
        _version.c.on_roster,
    )
    found: dict[str, _Member] = {}
    for person_id, unit_id, start, end, admitted, on_roster in _rows(
        ledger, query, which, others
    ):
        own = found.setdefault(person_id, _Member([], first_day(admitted), bool(on_roster)))
        stay = Stay(unit_id, first_day(start), first_day(end))
        if stay not in own.stays:
            own.stays.append(stay)
    return _with_the_homeless(found, others)


def _with_the_homeless(found: dict[str, _Member], others: set[str]) -> dict[str, _Member]:
    """Add those whose unit only their exit names."""
    alone = others - set(found)
    return {**found, **{one: _Member([], None, on_roster=False) for one in alone}}


def _rows(
    ledger: Ledger,
    query: Select[*tuple[Any, ...]],
    which: ColumnElement[bool],
    others: set[str],
) -> Iterator[tuple[Any, ...]]:
    yield from plain_rows(ledger, query.where(which))
    for chunk in chunks(sorted(others)):
        yield from plain_rows(ledger, query.where(_stay.c.person_id.in_(chunk)))
