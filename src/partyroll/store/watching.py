"""Who may need a word in time: papers that end, stays elsewhere, and where to find people."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import func, or_, select

from partyroll.model import StayAway
from partyroll.store import schema
from partyroll.store.ledger import Ledger
from partyroll.store.people import StoredRow, chunks, file_names, source_of
from partyroll.store.reading import live, partial


def watched_people(
    ledger: Ledger, *, first: date, last: date, introduced_since: date
) -> list[str]:
    """Return who has a paper that may end from `first` to `last`, or is elsewhere for a time.

    With them come those who left officially on a day from `introduced_since` to `first`.
    Ends are ISO texts of any precision: a year alone comes before all of its days.
    """
    permission, assignment = schema.permission, schema.assignment
    leg, away = schema.transfer_leg, schema.away
    ends = permission.c.valid_to.between(str(first.year), last.isoformat())
    queries = (
        select(permission.c.person_id).where(live(ledger, permission), ends),
        select(assignment.c.person_id).where(
            live(ledger, assignment), assignment.c.kind == "TEMPORARY"
        ),
        select(leg.c.person_id).where(live(ledger, leg), leg.c.temporary == 1),
        select(leg.c.person_id).where(
            live(ledger, leg),
            leg.c.direction == "OUT",
            func.coalesce(leg.c.decision_date, leg.c.leg_date).between(
                introduced_since.isoformat(), first.isoformat()
            ),
        ),
        select(away.c.person_id).where(
            live(ledger, away),
            or_(away.c.valid_from.is_not(None), away.c.returned_on.is_not(None)),
        ),
    )
    return sorted({row[0] for query in queries for row in ledger.db.execute(query)})


def away_people(ledger: Ledger) -> list[str]:
    """Return of whom a list or a paper says that they are, or were, elsewhere for a time."""
    away, leave = schema.away, schema.permission
    stay, leg = schema.assignment, schema.transfer_leg
    queries = (
        select(away.c.person_id).where(live(ledger, away)),
        select(leave.c.person_id).where(live(ledger, leave), leave.c.kind == "TEMP_EXEMPT"),
        select(stay.c.person_id).where(live(ledger, stay), stay.c.kind == "TEMPORARY"),
        select(leg.c.person_id).where(live(ledger, leg), leg.c.temporary == 1),
    )
    return sorted({row[0] for query in queries for row in ledger.db.execute(query)})


def stays_away_of(ledger: Ledger, ids: Sequence[str]) -> dict[str, tuple[StayAway, ...]]:
    """Return when and where each of these people worked away."""
    files, table = file_names(ledger), schema.away
    found: dict[str, list[StayAway]] = defaultdict(list)
    for chunk in chunks(ids):
        query = select(table).where(live(ledger, table), table.c.person_id.in_(chunk))
        for row in ledger.db.execute(query.order_by(table.c.valid_from)).mappings():
            found[row["person_id"]].append(stay_away(row, files))
    return {person_id: tuple(stays) for person_id, stays in found.items()}


def stay_away(row: StoredRow, files: dict[str, str]) -> StayAway:
    """Return a time of working away as stored."""
    return StayAway(
        row["place"] or "",
        partial(row["valid_from"]),
        partial(row["valid_to"]),
        None if row["transferred"] is None else bool(row["transferred"]),
        partial(row["confirmed_on"]),
        row["note"] or "",
        source_of(row, files),
        partial(row["returned_on"]),
        row["contact"] or "",
        partial(row["contacted_on"]),
        row["paper"] or "",
    )


def addresses(ledger: Ledger, ids: Iterable[str]) -> dict[str, str]:
    """Return where people live as rosters say: now, else where they are registered."""
    table = schema.person_version
    found: dict[str, str] = {}
    for chunk in chunks(sorted(set(ids))):
        query = select(
            table.c.person_id, table.c.current_address, table.c.permanent_address
        ).where(live(ledger, table), table.c.person_id.in_(chunk))
        for person_id, current, permanent in ledger.db.execute(query):
            found[person_id] = current or permanent or ""
    return found
