"""Who the ledger knows, in the few words by which a row is told to be somebody's."""

from typing import NamedTuple

from sqlalchemy import select

from partyroll.store.ledger import Ledger
from partyroll.store.reading import live, plain_rows
from partyroll.store.schema import assignment, person_version, transfer


class Known(NamedTuple):
    """What tells a person apart; everything else stays in the ledger until it is asked for."""

    person_id: str
    full_name: str
    name_key: str
    birth_date: str | None
    card_no: str | None
    national_id: str | None
    on_roster: int


def known_people(ledger: Ledger) -> dict[str, Known]:
    """Return everybody the ledger describes, by id."""
    columns = [person_version.c[name] for name in Known._fields]
    rows = plain_rows(ledger, select(*columns).where(live(ledger, person_version)))
    return {row[0]: Known._make(row) for row in rows}


def official_units(ledger: Ledger) -> dict[str, str]:
    """Return the unit to which each person belongs officially now."""
    query = select(assignment.c.person_id, assignment.c.unit_id).where(
        live(ledger, assignment),
        assignment.c.kind == "OFFICIAL",
        assignment.c.valid_to.is_(None),
    )
    return dict(plain_rows(ledger, query))


def guest_units(ledger: Ledger) -> dict[str, str]:
    """Return the unit in which each member of another ledger is, or was, for a time."""
    query = (
        select(transfer.c.person_id, transfer.c.unit_id)
        .where(
            live(ledger, transfer),
            transfer.c.direction == "IN",
            transfer.c.kind == "TEMPORARY",
            transfer.c.unit_id.is_not(None),
        )
        .order_by(transfer.c.answered_on)
    )
    return {row[0]: row[1] for row in ledger.db.execute(query).all()}
