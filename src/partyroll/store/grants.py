"""Reasons, papers and temporary places in one list, under numbers that never change."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum

from sqlalchemy import ColumnElement, RowMapping, Table, select

from partyroll.model import NOWHERE, BookKind, Ground, PermissionKind, Source, StayKind
from partyroll.period import Month, PartialDate
from partyroll.store.cases import Places
from partyroll.store.ledger import Ledger
from partyroll.store.numbered import histories, standing
from partyroll.store.people import file_names, source_of
from partyroll.store.reading import partial
from partyroll.store.schema import assignment, excuse, permission, unit_version

HOST_KINDS = {StayKind.TEMP_TRANSFER: "OUTSIDE", StayKind.ABROAD: "ABROAD"}
_BOOKS = {Ground.UNPAID_DUES: BookKind.DUES, Ground.SKIP_MEETINGS: BookKind.MEETINGS}
_TABLES = (excuse, permission, assignment)

Key = tuple[str | None, ...]


class GrantState(StrEnum):
    """What became of a reason; a paper needs nobody to accept it."""

    PENDING = "PENDING"
    ACCEPTED = "ACCEPTED"
    REJECTED = "REJECTED"
    GRANTED = "GRANTED"


@dataclass(frozen=True, slots=True)
class Grant:
    """One reason, paper or temporary place; both days included, `end` None = open.

    `number` is what people type; `table` and `key` say where it stands; `judged_by` is who
    accepted, rejected or granted it.
    """

    number: int
    table: str
    key: Key
    person_id: str
    kind: str
    start: PartialDate | None
    end: PartialDate | None
    state: GrantState
    ground: Ground | None = None
    judged_by: str = ""
    judged_on: PartialDate | None = None
    paper: str = ""
    reason_text: str = ""
    host_id: str | None = None
    share: int | None = None
    source: Source = NOWHERE
    change: int = 0


def grants(ledger: Ledger) -> Iterator[Grant]:
    """Yield everything that stands, in the order in which it was first written.

    What ended or was taken back keeps its number: number 3 is number 3 or gone.
    """
    files, abroad = file_names(ledger), _units_abroad(ledger)
    places = Places(ledger)
    for number, (table, rows) in enumerate(_histories(ledger), start=1):
        row = standing(ledger, rows)
        if row is not None:
            grant = _grant(number, table, row, files, abroad)
            yield replace(grant, source=replace(grant.source, cell=_cell(places, table, row)))


def _cell(places: Places, table: Table, row: RowMapping) -> str:
    """Return the cell of a book whose words became this reason for just its month."""
    kind = _BOOKS.get(row["ground"]) if table is excuse and row["source_id"] else None
    return places.cell_of(row, kind, Month.parse(row["valid_from"][:7])) if kind else ""


def _histories(ledger: Ledger) -> list[tuple[Table, list[RowMapping]]]:
    """Return the rows that ever said each thing, the first said first."""
    found = [
        ((rows[0]["change_in"], place, rows[0]["row_id"]), table, rows)
        for place, table in enumerate(_TABLES)
        for rows in histories(ledger, table, *_granting(table))
    ]
    return [(table, rows) for _, table, rows in sorted(found, key=lambda one: one[0])]


def _granting(table: Table) -> tuple[ColumnElement[bool], ...]:
    """Return which rows of a table are granted: of the places, those for a time."""
    return (table.c.kind == "TEMPORARY",) if table is assignment else ()


def key_of(table: Table, row: Mapping[str, object] | RowMapping) -> Key:
    """Return the key under which at most one row stands."""
    return tuple(None if row[c] is None else str(row[c]) for c in table.info["key"])


def _units_abroad(ledger: Ledger) -> frozenset[str]:
    table = unit_version
    query = select(table.c.unit_id).where(
        table.c.ledger_id == ledger.ledger_id, table.c.kind == HOST_KINDS[StayKind.ABROAD]
    )
    return frozenset(ledger.db.execute(query).scalars())


def _grant(
    number: int, table: Table, row: RowMapping, files: dict[str, str], abroad: frozenset[str]
) -> Grant:
    grant = Grant(
        number=number,
        table=table.name,
        key=key_of(table, row),
        person_id=row["person_id"],
        kind=row["kind"],
        start=partial(row["valid_from"]),
        end=partial(row["valid_to"]),
        state=GrantState.GRANTED,
        paper=row["paper"] or "",
        reason_text=row["reason_text"] or "",
        source=source_of(row, files),
        change=row["change_in"],
    )
    if table is excuse:
        return _judged(grant, row)
    granted = replace(
        grant, judged_by=row["granted_by"] or "", judged_on=partial(row["granted_on"])
    )
    return _elsewhere(granted, row, abroad) if table is assignment else _paper(granted, row)


def _judged(grant: Grant, row: RowMapping) -> Grant:
    judged = GrantState.ACCEPTED if row["accepted"] else GrantState.REJECTED
    return replace(
        grant,
        state=GrantState.PENDING if row["pending"] else judged,
        ground=Ground(row["ground"]),
        judged_by=row["accepted_by"] or "",
        judged_on=partial(row["judged_on"]),
    )


def _paper(grant: Grant, row: RowMapping) -> Grant:
    return replace(grant, kind=PermissionKind(row["kind"]).value, share=row["share"])


def _elsewhere(grant: Grant, row: RowMapping, abroad: frozenset[str]) -> Grant:
    """Return a temporary place; its period is half-open, ours holds its last day."""
    after = grant.end
    return replace(
        grant,
        kind=(StayKind.ABROAD if row["unit_id"] in abroad else StayKind.TEMP_TRANSFER).value,
        end=PartialDate.of(after.first - timedelta(days=1)) if after else None,
        host_id=row["unit_id"],
    )
