"""Reading people: what the ledger holds of each, as one value."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import RowMapping, Select, Table, select

from partyroll.model import (
    EventKind,
    Gender,
    LifeEvent,
    Permission,
    PermissionKind,
    Person,
    Reason,
    Source,
    Status,
    Stay,
    TransferLeg,
)
from partyroll.store import schema
from partyroll.store.ledger import Ledger
from partyroll.store.reading import among, first_day, in_years, live, partial, plain_rows

CHUNK = 2_000  # people a query asks for: well below SQLite's limit of bound values
# Columns that say nothing of a fact itself, or nothing that a person's value holds.
_UNREAD = frozenset({*schema.BOOKKEEPING, *schema.PARTICULARS, "name_key", "name_fold"})

StoredRow = RowMapping | Mapping[str, Any]  # by the names of its columns
Rows = dict[str, list[StoredRow]]


def people(ledger: Ledger, person_ids: Iterable[str] | None = None) -> Iterator[Person]:
    """Yield everybody, or those of `person_ids`, with all that is known of them."""
    files = file_names(ledger)
    if person_ids is None:
        yield from _people(ledger, None, files)
        return
    for chunk in chunks(sorted(set(person_ids))):
        yield from _people(ledger, chunk, files)


def chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield `ids` in pieces that one query may ask for."""
    for start in range(0, len(ids), CHUNK):
        yield ids[start : start + CHUNK]


def by_person(
    ledger: Ledger,
    table: Table,
    ids: Sequence[str] | None,
    years: Collection[int] | None = None,
) -> Rows:
    """Return the live rows of `table`, grouped by person; of some `years` where it has them."""
    names, columns = _read_of(table)
    query = columns.where(live(ledger, table))
    if ids is not None:
        query = query.where(among(table.c.person_id, ids))
    if years is not None:
        query = query.where(table.c.year.in_(years) if ids is None else in_years(table, years))
    rows: Rows = defaultdict(list)
    for values in plain_rows(ledger, query):
        row = dict(zip(names, values, strict=True))
        rows[row["person_id"]].append(row)
    return rows


@cache  # made anew for every question, it cost as much as the answer
def _read_of(table: Table) -> tuple[tuple[str, ...], Select[*tuple[Any, ...]]]:
    """Return the columns that are read of a table, and the question for them."""
    names = tuple(name for name in table.columns.keys() if name not in _UNREAD)  # noqa: SIM118 (columns are no mapping)
    return names, select(*(table.c[name] for name in names))


def file_names(ledger: Ledger) -> dict[str, str]:
    """Return the name of every source file by its id."""
    rows = ledger.db.execute(select(schema.source.c.source_id, schema.source.c.file_name))
    return {row[0]: row[1] for row in rows}


def source_of(row: StoredRow, files: dict[str, str], cell: str = "") -> Source:
    """Return where a fact stands."""
    return Source(files.get(row["source_id"] or "", ""), row["sheet"] or "", row["row"], cell)


def _people(
    ledger: Ledger, ids: Sequence[str] | None, files: dict[str, str]
) -> Iterator[Person]:
    stays = by_person(ledger, schema.assignment, ids)
    events = by_person(ledger, schema.life_event, ids)
    legs = by_person(ledger, schema.transfer_leg, ids)
    permissions = by_person(ledger, schema.permission, ids)
    missing = by_person(ledger, schema.missing_mark, ids)
    reasons = _reasons(ledger, [e["event_id"] for rows in events.values() for e in rows])
    for person_id, versions in by_person(ledger, schema.person_version, ids).items():
        yield person_of(
            versions[0],
            files,
            stays=tuple(stay_of(row) for row in stays.get(person_id, ())),
            events=tuple(_event(row, reasons, files) for row in events.get(person_id, ())),
            legs=tuple(_leg(row, files) for row in legs.get(person_id, ())),
            permissions=tuple(permission(row, files) for row in permissions.get(person_id, ())),
            missing=person_id in missing,
        )


def _reasons(ledger: Ledger, event_ids: Sequence[str]) -> dict[str, tuple[Reason, ...]]:
    table = schema.event_reason
    found: dict[str, list[Reason]] = defaultdict(list)
    for chunk in chunks(event_ids):
        rows = ledger.db.execute(
            select(table.c.event_id, table.c.code)
            .where(live(ledger, table), table.c.event_id.in_(chunk))
            .order_by(table.c.event_id, table.c.position)
        )
        for event_id, code in rows:
            found[event_id].append(Reason(code))
    return {event_id: tuple(codes) for event_id, codes in found.items()}


def person_of(
    row: StoredRow,
    files: dict[str, str],
    *,
    stays: tuple[Stay, ...] = (),
    events: tuple[LifeEvent, ...] = (),
    legs: tuple[TransferLeg, ...] = (),
    permissions: tuple[Permission, ...] = (),
    missing: bool = False,
) -> Person:
    """Return a person by the roster's row, and what else is known."""
    return Person(
        person_id=row["person_id"],
        full_name=row["full_name"],
        birth_name=row["birth_name"] or "",
        gender=Gender(row["gender"]) if row["gender"] else None,
        birth_date=partial(row["birth_date"]),
        admission_date=partial(row["admission_date"]),
        admission_decision_date=partial(row["admission_decision_date"]),
        official_date=partial(row["official_date"]),
        official_blank=bool(row["official_blank"]),
        card_no=row["card_no"],
        card_no_old=row["card_no_old"],
        national_id=row["national_id"],
        member_code=row["member_code"],
        resume_no=row["resume_no"],
        hometown=row["hometown"],
        birth_place=row["birth_place"],
        permanent_address=row["permanent_address"],
        stated_status=Status(row["stated_status"]) if row["stated_status"] else None,
        note=row["note"] or "",
        on_roster=bool(row["on_roster"]),
        missing=missing,
        stays=stays,
        events=events,
        legs=legs,
        permissions=permissions,
        source=source_of(row, files),
    )


def stay_of(row: StoredRow) -> Stay:
    """Return a stay as stored."""
    return Stay(
        row["unit_id"],
        first_day(row["valid_from"]),
        first_day(row["valid_to"]),
        temporary=row["kind"] == "TEMPORARY",
        paper=row["paper"] or "",
        granted_by=row["granted_by"] or "",
    )


def _event(
    row: StoredRow, reasons: dict[str, tuple[Reason, ...]], files: dict[str, str]
) -> LifeEvent:
    return LifeEvent(
        event_id=row["event_id"],
        kind=EventKind(row["kind"]),
        event_date=partial(row["event_date"]),
        decision_no=row["decision_no"] or "",
        decision_date=partial(row["decision_date"]),
        unit_id=row["unit_id"],
        reasons=reasons.get(row["event_id"], ()),
        reason_text=row["reason_text"] or "",
        form_text=row["form_text"] or "",
        probationary=None if row["probationary"] is None else bool(row["probationary"]),
        source=source_of(row, files),
    )


def _leg(row: StoredRow, files: dict[str, str]) -> TransferLeg:
    return TransferLeg(
        leg_id=row["leg_id"],
        out=row["direction"] == "OUT",
        temporary=bool(row["temporary"]),
        leg_date=partial(row["leg_date"]),
        decision_no=row["decision_no"] or "",
        decision_date=partial(row["decision_date"]),
        unit_id=row["unit_id"],
        place=row["place"] or "",
        reason_text=row["reason_text"] or "",
        source=source_of(row, files),
    )


def permission(row: StoredRow, files: dict[str, str]) -> Permission:
    """Return an exemption, deferral or suspension as stored."""
    return Permission(
        PermissionKind(row["kind"]),
        partial(row["valid_from"]),
        partial(row["valid_to"]),
        row["paper"] or "",
        source_of(row, files),
        row["share"],
        row["granted_by"] or "",
        partial(row["granted_on"]),
        row["reason_text"] or "",
    )
