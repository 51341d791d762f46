"""Members by unit, counted: most people stand where a roster put them, once and for all."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from collections.abc import Set as AbstractSet
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
from partyroll.store.reading import among, in_years, live, plain_rows
from partyroll.store.stays import OfficialStays

_STAYING = ("ADMITTED", "CONFIRMED")  # events that take nobody out and bring nobody back
_FIFTY = 50  # years in the Party may lift the dues
_GONE = sorted({*Status} - {Status.OFFICIAL, Status.PROBATIONARY, Status.SUSPENDED})


def plain_members(
    ledger: Ledger, stays: OfficialStays, apart: AbstractSet[str]
) -> dict[str | None, int]:
    """Return how many members each unit has, leaving `apart` those outside or turned.

    Nobody else has a stay with dates.
    """
    members = _everybody(ledger) - apart
    found: dict[str | None, int] = {
        unit_id: number
        for unit_id, people in stays.undated.items()
        if (number := len(members.intersection(people)))
    }
    unplaced = len(members - stays.placed)
    return found | {None: unplaced} if unplaced else found


def _everybody(ledger: Ledger) -> set[str]:
    person = schema.person_version
    query = select(func.group_concat(person.c.person_id)).where(live(ledger, person))
    [(names,)] = plain_rows(ledger, query)
    return set(names.split(",")) if names else set()


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
    that it lifts the dues.  `turned_people` are singular too.
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
    return {person_id for query in queries for (person_id,) in plain_rows(ledger, query)}


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


def number_of_rows(
    ledger: Ledger, people: Iterable[str], years: Collection[int]
) -> dict[str, dict[tuple[str, int], int]]:
    """Return how many rows each of `people` has in the books of each kind and year."""
    line = schema.book_line
    found: dict[str, dict[tuple[str, int], int]] = defaultdict(dict)
    for chunk in chunks(sorted(people)):
        query = (
            select(line.c.person_id, line.c.kind, line.c.year, func.count())
            .where(live(ledger, line), among(line.c.person_id, chunk), in_years(line, years))
            .group_by(line.c.person_id, line.c.kind, line.c.year)
        )
        for person_id, kind, year, rows in ledger.db.execute(query):
            found[person_id][kind, year] = rows
    return found
