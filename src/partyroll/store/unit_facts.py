"""What is dated of some units, and who has a place in them."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from partyroll.store import schema
from partyroll.store.ledger import Ledger
from partyroll.store.people import chunks
from partyroll.store.reading import first_day, live

_TO = date(1, 12, 31)


@dataclass(frozen=True, slots=True)
class DatedFacts:
    """Days on which something of one kind is dated in a unit."""

    unit_id: str
    table: str
    days: tuple[date, ...]


def people_in(ledger: Ledger, units: Collection[str]) -> set[str]:
    """Return everyone with a place in one of the units, for good or for a time."""
    stay = schema.assignment
    found: set[str] = set()
    for chunk in chunks(sorted(units)):
        query = select(stay.c.person_id).where(live(ledger, stay), stay.c.unit_id.in_(chunk))
        found.update(ledger.db.execute(query).scalars())
    return found


def dated_facts(ledger: Ledger, units: Collection[str]) -> Iterator[DatedFacts]:
    """Yield the days of exits, transfers and declared numbers of the units."""
    for chunk in chunks(sorted(units)):
        yield from _exits(ledger, chunk)
        yield from _declared(ledger, chunk)


def _exits(ledger: Ledger, units: Collection[str]) -> Iterator[DatedFacts]:
    for table, own in ((schema.life_event, "event_date"), (schema.transfer_leg, "leg_date")):
        days: dict[str, list[date]] = defaultdict(list)
        query = select(table.c.unit_id, table.c.decision_date, table.c[own])
        for unit_id, decided, happened in ledger.db.execute(
            query.where(live(ledger, table), table.c.unit_id.in_(units))
        ):
            day = first_day(decided or happened)
            if day is not None:
                days[unit_id].append(day)
        for unit_id, found in days.items():
            yield DatedFacts(unit_id, table.name, tuple(found))


def _declared(ledger: Ledger, units: Collection[str]) -> Iterator[DatedFacts]:
    table = schema.declared
    days: dict[str, list[date]] = defaultdict(list)
    query = select(table.c.unit_id, table.c.year)
    for unit_id, year in ledger.db.execute(
        query.where(live(ledger, table), table.c.unit_id.in_(units))
    ):
        days[unit_id].append(_TO.replace(year=year))
    for unit_id, found in days.items():
        yield DatedFacts(unit_id, table.name, tuple(found))
