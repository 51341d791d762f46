"""Reading what the term report counts: exits and declared figures."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select, union

from partyroll.model import (
    ExitKind,
    ExitRecord,
    Headcount,
    LifeEvent,
    Person,
    Reason,
    TransferLeg,
)
from partyroll.store import schema
from partyroll.store.ledger import Ledger
from partyroll.store.people import file_names, people, source_of
from partyroll.store.reading import live
from partyroll.store.units import UnitHistory

_EXITS = frozenset(kind.value for kind in ExitKind)


@dataclass(frozen=True, slots=True)
class _Structure:
    """In which tree of units an exit is counted: that of its day, or today's."""

    history: UnitHistory
    then: bool
    today: date

    def path(self, person: Person, what: LifeEvent | TransferLeg) -> tuple[str, ...]:
        day = what.on.first if self.then and what.on else self.today
        unit_id = what.unit_id or next((stay.unit_id for stay in person.stays), None)
        return self.history.on(day).path(unit_id)


def exits(ledger: Ledger, *, structure: str, today: date) -> Iterator[ExitRecord]:
    """Yield every exit known, in the units of its day (`then`) or of today (`now`)."""
    tree = _Structure(UnitHistory(ledger), structure == "then", today)
    for person in people(ledger, _people_who_left(ledger)):
        for event in person.events:
            if event.kind in _EXITS:
                yield _from_event(person, event, tree)
        for leg in person.legs:
            if leg.out and not leg.temporary:
                yield _from_leg(person, leg, tree)


def _people_who_left(ledger: Ledger) -> list[str]:
    event, leg = schema.life_event, schema.transfer_leg
    query = union(
        select(event.c.person_id).where(live(ledger, event)),
        select(leg.c.person_id).where(live(ledger, leg)),
    )
    return list(ledger.db.execute(query).scalars())


def _from_event(person: Person, event: LifeEvent, tree: _Structure) -> ExitRecord:
    return ExitRecord(
        person_id=person.person_id,
        full_name=person.full_name,
        kind=ExitKind(event.kind.value),
        unit_path=tree.path(person, event),
        gender=person.gender,
        birth_date=person.birth_date,
        admission_date=person.admission_date,
        official_date=person.official_date,
        probationary=event.probationary,
        card_no=person.card_no,
        event_date=event.event_date,
        decision_no=event.decision_no,
        decision_date=event.decision_date,
        reasons=event.reasons or (Reason.UNSTATED,),
        reason_text=event.reason_text,
        source=event.source,
    )


def _from_leg(person: Person, leg: TransferLeg, tree: _Structure) -> ExitRecord:
    return ExitRecord(
        person_id=person.person_id,
        full_name=person.full_name,
        kind=ExitKind.OUT,
        unit_path=tree.path(person, leg),
        gender=person.gender,
        birth_date=person.birth_date,
        admission_date=person.admission_date,
        official_date=person.official_date,
        card_no=person.card_no,
        event_date=leg.leg_date,
        decision_no=leg.decision_no,
        decision_date=leg.decision_date,
        reason_text=leg.reason_text,
        source=leg.source,
    )


def headcounts(ledger: Ledger, *, structure: str, today: date) -> Iterator[Headcount]:
    """Yield the declared numbers of members, by unit and year."""
    files, history, table = file_names(ledger), UnitHistory(ledger), schema.declared
    rows = ledger.db.execute(
        select(table)
        .where(live(ledger, table), table.c.what == "members")
        .order_by(table.c.unit_id, table.c.year)
    )
    for row in rows.mappings():
        day = date(row["year"], 12, 31) if structure == "then" else today
        source = source_of(row, files, row["cell"] or "")
        yield Headcount(
            history.on(day).path(row["unit_id"]), row["year"], row["number"], source
        )
