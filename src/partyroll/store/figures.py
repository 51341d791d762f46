"""Reading what the term report counts: exits and declared figures."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from sqlalchemy import select, union

from partyroll.model import (
    DeclaredTotal,
    ExitKind,
    ExitRecord,
    Headcount,
    LifeEvent,
    Person,
    Reason,
    Stay,
    TransferLeg,
)
from partyroll.rules.lineage import Lineage
from partyroll.store import schema
from partyroll.store.ledger import Ledger
from partyroll.store.particulars import UNSAID, particulars
from partyroll.store.people import file_names, people, source_of
from partyroll.store.reading import live
from partyroll.store.units import UnitHistory, Units, homes, successions

_EXITS = frozenset(kind.value for kind in ExitKind)


@dataclass(frozen=True, slots=True)
class Counted:
    """Where a figure is counted; `divided` names the split unit that nobody can follow."""

    path: tuple[str, ...]
    units: tuple[str, ...]
    covered_by: tuple[str, ...]
    codes: tuple[str, ...]
    divided: str = ""


class _Structure:
    """In which tree of units a figure is counted: that of its day, or today's."""

    def __init__(self, ledger: Ledger, structure: str, today: date) -> None:
        self._history, self._today = UnitHistory(ledger), today
        self._steps = () if structure == "then" else tuple(successions(ledger))
        self._now = structure == "now"
        self.place = cache(self._place)
        self._lineage = cache(self._lineage_on)

    def of(self, person: Person, what: LifeEvent | TransferLeg) -> Counted:
        """Return where an exit is counted."""
        day = what.on.first if what.on else None
        unit_id = what.unit_id or _own_unit(person, day or self._today)
        return self.place(unit_id, day, person.stays if self._now else ())

    def _place(
        self, unit_id: str | None, day: date | None, stays: tuple[Stay, ...] = ()
    ) -> Counted:
        then = self._history.on(day or self._today)
        chain = then.chain(unit_id)
        if not self._now or unit_id is None or unit_id not in then:
            return Counted(then.path(unit_id), chain, chain, _codes(then, chain))
        lineage = self._lineage(self._today)
        became = lineage.successor(unit_id, day or date.min, stays)
        units = lineage.path(became.unit_id)
        now = self._history.on(self._today)
        divided = then.name(became.divided) if became.divided else ""
        covering = {*chain, *self._at_the_end_of_the_year(unit_id, day, stays)}
        names, codes = tuple(map(now.name, units)), _codes(now, units)
        return Counted(names, units, tuple(covering), codes, divided)

    def _at_the_end_of_the_year(
        self, unit_id: str, day: date | None, stays: tuple[Stay, ...]
    ) -> tuple[str, ...]:
        if day is None:
            return ()
        lineage = self._lineage(date(day.year, 12, 31))
        return lineage.path(lineage.successor(unit_id, day, stays).unit_id)

    def _lineage_on(self, day: date) -> Lineage:
        return Lineage(self._steps, homes(self._history, day), day)


def _codes(tree: Units, unit_ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(tree[unit_id].code for unit_id in unit_ids)


def _own_unit(person: Person, day: date) -> str | None:
    """Return the unit in which somebody stood on a day, else the one known first."""
    stays = sorted(person.stays, key=lambda stay: (stay.temporary, stay.start or date.min))
    covering = (stay.unit_id for stay in stays if stay.covers(day))
    return next(covering, None) or next((stay.unit_id for stay in stays), None)


def exits(ledger: Ledger, *, structure: str, today: date) -> Iterator[ExitRecord]:
    """Yield every exit known, in the units of its day (`then`) or of today (`now`)."""
    tree, left = _Structure(ledger, structure, today), _people_who_left(ledger)
    said = particulars(ledger, left)
    for person in people(ledger, left):
        own = said.get(person.person_id, UNSAID)._asdict()
        for record in _of_person(person, tree):
            yield replace(record, admission_decision_date=person.admission_decision_date, **own)


def _of_person(person: Person, tree: _Structure) -> Iterator[ExitRecord]:
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
    counted = tree.of(person, event)
    return ExitRecord(
        person_id=person.person_id,
        full_name=person.full_name,
        kind=ExitKind(event.kind.value),
        unit_path=counted.path,
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
        units=counted.units,
        covered_by=counted.covered_by,
        unit_codes=counted.codes,
        divided=counted.divided,
    )


def _from_leg(person: Person, leg: TransferLeg, tree: _Structure) -> ExitRecord:
    counted = tree.of(person, leg)
    return ExitRecord(
        person_id=person.person_id,
        full_name=person.full_name,
        kind=ExitKind.OUT,
        unit_path=counted.path,
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
        units=counted.units,
        covered_by=counted.covered_by,
        unit_codes=counted.codes,
        divided=counted.divided,
    )


def headcounts(ledger: Ledger, *, structure: str, today: date) -> Iterator[Headcount]:
    """Yield the declared numbers of members, by unit and year."""
    files, table = file_names(ledger), schema.declared
    tree = _Structure(ledger, structure, today)
    rows = ledger.db.execute(
        select(table)
        .where(live(ledger, table), table.c.what == "members")
        .order_by(table.c.unit_id, table.c.year)
    )
    for row in rows.mappings():
        counted = tree.place(row["unit_id"], date(row["year"], 12, 31), ())
        yield Headcount(
            counted.path,
            row["year"],
            row["number"],
            source_of(row, files, row["cell"] or ""),
            row["unit_id"],
            counted.units,
            counted.covered_by,
            counted.divided,
        )


def declared_totals(ledger: Ledger, *, structure: str, today: date) -> Iterator[DeclaredTotal]:
    """Yield the numbers that papers state of whole periods, by unit and first day."""
    files, table = file_names(ledger), schema.declared_total
    tree = _Structure(ledger, structure, today)
    rows = ledger.db.execute(
        select(table)
        .where(live(ledger, table))
        .order_by(table.c.unit_id, table.c.starts_on, table.c.ends_on, table.c.what)
    )
    for row in rows.mappings():
        start, end = (date.fromisoformat(row[day]) for day in ("starts_on", "ends_on"))
        counted = tree.place(row["unit_id"], end, ())
        source = source_of(row, files, row["cell"] or "")
        yield DeclaredTotal(
            counted.path,
            row["what"],
            start,
            end,
            row["number"],
            source,
            row["unit_id"],
            counted.units,
        )


class UnitTree:
    """The units above each other, as a report of one structure sees them."""

    def __init__(self, ledger: Ledger, structure: str, today: date) -> None:
        self._places = _Structure(ledger, structure, today)
        self._history, self._now = UnitHistory(ledger), structure == "now"
        self._begun = cache(self._begun_on)
        self.steps = frozenset((one.unit_id, one.on) for one in successions(ledger))

    def above(self, unit_id: str, day: date, stays: tuple[Stay, ...] = ()) -> tuple[str, ...]:
        """Return the units that hold `unit_id` on a day, the highest first, itself last.

        A list of today names units of today; before they began, whoever it names is counted
        in what stands above them only, since nobody wrote down where.
        """
        if self._now:
            return self._places.place(unit_id, day, stays).units
        return self._begun(unit_id, day)

    def _begun_on(self, unit_id: str, day: date) -> tuple[str, ...]:
        units, on_the_day = self._places.place(unit_id, day, ()).units, self._history.on(day)
        return tuple(one for one in units if on_the_day.has_begun(one))

    def named(self, unit_id: str, day: date) -> tuple[str, ...]:
        """Return the names of those units."""
        return self._places.place(unit_id, day, ()).path
