"""Members by unit, counted: most people stand where a roster put them, once and for all."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Select,
    Table,
    and_,
    exists,
    func,
    or_,
    select,
    union,
)

from partyroll.model import Status
from partyroll.store import schema
from partyroll.store.ledger import Ledger
from partyroll.store.people import chunks
from partyroll.store.reading import in_years, live

_STAYING = ("ADMITTED", "CONFIRMED")  # events that take nobody out and bring nobody back
_FIFTY = 50  # years in the Party may lift the dues
_GONE = sorted({*Status} - {Status.OFFICIAL, Status.PROBATIONARY, Status.SUSPENDED})


def plain_members(ledger: Ledger, as_of: date) -> dict[str | None, int]:
    """Return how many members each unit has, apart from `turned_people`."""
    person, stay = schema.person_version, schema.assignment
    where_they_stay = and_(
        live(ledger, stay),
        stay.c.person_id == person.c.person_id,
        stay.c.kind == "OFFICIAL",
    )
    query = (
        select(stay.c.unit_id, func.count())
        .select_from(person.outerjoin(stay, where_they_stay))
        .where(live(ledger, person), ~_is_outside(as_of))
        .where(person.c.person_id.not_in(_turned(ledger)))
        .group_by(stay.c.unit_id)
    )
    return dict(ledger.db.execute(query).all())


def turned_people(ledger: Ledger) -> set[str]:
    """Return everyone with an exit, a transfer or a stay with dates: they are judged alone."""
    return set(ledger.db.execute(_turned(ledger)).scalars())


def people_outside(ledger: Ledger, as_of: date) -> set[str]:
    """Return whom the roster's own row says to have left, or to be admitted after `as_of`."""
    person = schema.person_version
    query = select(person.c.person_id).where(live(ledger, person), _is_outside(as_of))
    return set(ledger.db.execute(query).scalars())


def _is_outside(as_of: date) -> ColumnElement[bool]:
    # Written dates compare as texts: "2024-05" is reached on 2024-05-01.
    person = schema.person_version
    return or_(
        func.coalesce(person.c.admission_date, "") > as_of.isoformat(),
        func.coalesce(person.c.stated_status, "").in_(_GONE),
    )


def _turned(ledger: Ledger) -> CompoundSelect[str]:
    event, leg, stay = schema.life_event, schema.transfer_leg, schema.assignment
    dated = or_(stay.c.valid_from.is_not(None), stay.c.valid_to.is_not(None))
    return union(
        select(event.c.person_id).where(live(ledger, event), event.c.kind.not_in(_STAYING)),
        select(leg.c.person_id).where(live(ledger, leg)),
        select(stay.c.person_id).where(live(ledger, stay), dated),
    )


# --- Whose months are no one else's -------------------------------------------------------
def singular_people(ledger: Ledger, years: Collection[int]) -> set[str]:
    """Return everyone whose months in `years` may rest on more than a row and its book.

    Papers, reasons, payments, temporary stays, an admission within the years or so long ago
    that it lifts the dues; whoever is turned, too.
    """
    first, last = min(years), max(years)
    person, stay = schema.person_version, schema.assignment
    since = func.coalesce(person.c.admission_decision_date, person.c.admission_date, "")
    admitted = or_(
        person.c.admission_date >= str(first),
        and_(since != "", since < str(last - _FIFTY + 1)),
    )
    queries = (
        select(person.c.person_id).where(live(ledger, person), admitted),
        select(stay.c.person_id).where(live(ledger, stay), stay.c.kind == "TEMPORARY"),
        *(_named_in(ledger, table) for table in (schema.permission, schema.excuse)),
        _named_in(ledger, schema.payment).where(
            func.substr(schema.payment.c.month, 1, 4).in_([str(year) for year in years])
        ),
    )
    return turned_people(ledger).union(
        one for query in queries for one in ledger.db.execute(query).scalars()
    )


def _named_in(ledger: Ledger, table: Table) -> Select[str]:
    return select(table.c.person_id).where(live(ledger, table))


def wandering_people(ledger: Ledger, years: Collection[int]) -> set[str]:
    """Return everyone with a temporary stay, or a stay that begins or ends from `years` on."""
    stay = schema.assignment
    first = str(min(years))
    moved = or_(
        stay.c.kind == "TEMPORARY", stay.c.valid_from >= first, stay.c.valid_to >= first
    )
    return set(
        ledger.db.execute(select(stay.c.person_id).where(live(ledger, stay), moved)).scalars()
    )


def unplaced_people(ledger: Ledger) -> set[str]:
    """Return everyone without an open stay in a unit of their own."""
    person, stay = schema.person_version, schema.assignment
    placed = exists().where(
        live(ledger, stay),
        stay.c.person_id == person.c.person_id,
        stay.c.kind == "OFFICIAL",
        stay.c.valid_to.is_(None),
    )
    query = select(person.c.person_id).where(live(ledger, person), ~placed)
    return set(ledger.db.execute(query).scalars())


def undated_units(ledger: Ledger, people: Iterable[str]) -> dict[str, str]:
    """Return the unit of everyone of `people` whose stay in it has no dates."""
    stay = schema.assignment
    found: dict[str, str] = {}
    for chunk in chunks(sorted(people)):
        query = select(stay.c.person_id, stay.c.unit_id).where(
            live(ledger, stay),
            stay.c.person_id.in_(chunk),
            stay.c.kind == "OFFICIAL",
            stay.c.valid_from.is_(None),
            stay.c.valid_to.is_(None),
        )
        found.update((person_id, unit_id) for person_id, unit_id in ledger.db.execute(query))
    return found


def number_of_rows(
    ledger: Ledger, people: Iterable[str], years: Collection[int]
) -> dict[str, dict[tuple[str, int], int]]:
    """Return how many rows each of `people` has in the books of each kind and year."""
    line = schema.book_line
    found: dict[str, dict[tuple[str, int], int]] = defaultdict(dict)
    for chunk in chunks(sorted(people)):
        query = (
            select(line.c.person_id, line.c.kind, line.c.year, func.count())
            .where(live(ledger, line), line.c.person_id.in_(chunk), in_years(line, years))
            .group_by(line.c.person_id, line.c.kind, line.c.year)
        )
        for person_id, kind, year, rows in ledger.db.execute(query):
            found[person_id][kind, year] = rows
    return found
