"""Members by unit, counted; and whose months no one else's are like."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from collections.abc import Set as AbstractSet
from datetime import date

from sqlalchemy import Select, Table, exists, func, select

from partyroll.model import EventKind, Status
from partyroll.rules.status import Event, Leg, Standing, is_member_on
from partyroll.store import schema
from partyroll.store.ledger import Ledger
from partyroll.store.people import StoredRow, by_person, chunks, stay_of
from partyroll.store.reading import among, in_years, live, partial, plain_rows
from partyroll.store.roll import Roll


def plain_members(roll: Roll, apart: AbstractSet[str]) -> dict[str | None, int]:
    """Return how many members each unit has, leaving `apart` those outside or turned.

    Nobody else has a stay with dates.
    """
    homes, undated = roll.homes, roll.stays.undated.items()
    found: Counter[str | None] = Counter({unit_id: len(people) for unit_id, people in undated})
    strange = _everybody(roll.ledger) ^ homes.keys()  # nobody's row, or nobody's home
    found.subtract(Counter(homes[one] for one in apart | strange if one in homes))
    found[None] = len(strange.difference(homes, apart))
    return {unit_id: number for unit_id, number in found.items() if number}


def _everybody(ledger: Ledger) -> set[str]:
    person = schema.person_version
    query = select(func.group_concat(person.c.person_id)).where(live(ledger, person))
    [(names,)] = plain_rows(ledger, query)
    return set(names.split(",")) if names else set()


def turned_members(roll: Roll, day: date) -> dict[str, str | None]:
    """Return the unit of everybody who turned and is a member on `day`.

    Of them no more is read than membership rests on.
    """
    members = list(_still_members(roll, day))
    found: dict[str, str | None] = {}
    for chunk in chunks(members):
        stays = by_person(roll.ledger, schema.assignment, chunk)
        found.update((person, _unit_on(stays.get(person, ()), day)) for person in chunk)
    return found


def _still_members(roll: Roll, day: date) -> Iterator[str]:
    """Yield who of those who turned is a member on `day`; most have left."""
    person = schema.person_version
    for chunk in chunks(sorted(roll.turned)):
        events, legs = (
            by_person(roll.ledger, table, chunk)
            for table in (schema.life_event, schema.transfer_leg)
        )
        query = select(person.c.person_id, person.c.admission_date, person.c.stated_status)
        here = (live(roll.ledger, person), among(person.c.person_id, chunk))
        for person_id, admitted, stated in plain_rows(roll.ledger, query.where(*here)):
            standing = Standing(
                admission_date=partial(admitted),
                stated=Status(stated) if stated else None,
                events=tuple(map(_event, events.get(person_id, ()))),
                legs=tuple(
                    _leg(leg) for leg in legs.get(person_id, ()) if not leg["temporary"]
                ),
            )
            if is_member_on(standing, day):
                yield person_id


def _event(row: StoredRow) -> Event:
    return Event(EventKind(row["kind"]), partial(row["decision_date"] or row["event_date"]))


def _leg(row: StoredRow) -> Leg:
    return Leg(row["direction"] == "OUT", partial(row["decision_date"] or row["leg_date"]))


def _unit_on(rows: Iterable[StoredRow], day: date) -> str | None:
    official = (stay for stay in map(stay_of, rows) if not stay.temporary)
    return next((stay.unit_id for stay in official if stay.covers(day)), None)


# --- Whose months are no one else's -------------------------------------------------------
def singular_people(roll: Roll, years: Collection[int]) -> set[str]:
    """Return everyone whose months in `years` may rest on more than a row and its book.

    Papers, reasons, payments, temporary stays, an admission within the years or so long ago
    that it lifts the dues.  Those who `turned` are singular too.
    """
    payment = schema.payment
    of_years = func.substr(payment.c.month, 1, 4).in_([str(year) for year in years])
    queries = (
        *(_named_in(roll.ledger, table) for table in (schema.permission, schema.excuse)),
        _named_in(roll.ledger, payment).where(of_years),
    )
    named = {person_id for query in queries for (person_id,) in plain_rows(roll.ledger, query)}
    return named | roll.new_or_old(years) | roll.stays.guests


def _named_in(ledger: Ledger, table: Table) -> Select[str]:
    return select(table.c.person_id).where(live(ledger, table))


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
