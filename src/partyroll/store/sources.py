"""Which files the ledger has read."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import ColumnElement, and_, exists, func, select

from partyroll.store.ledger import Ledger, open_ledger
from partyroll.store.list_answers import LEFT_CODES
from partyroll.store.older_readings import older_readings
from partyroll.store.reading import live
from partyroll.store.schema import change, set_aside, source, source_sheet

_ANSWERS = "review_answers"  # the kind of a sheet of a list that came back


def imported_before(ledger_path: Path, file: Path) -> int | None:
    """Return the change that brought the same bytes, unless it was undone; None if none did."""
    if not file.is_file():
        return None
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    return _brought_by(ledger_path, source.c.sha256 == digest)


def same_content_before(ledger_path: Path, content_sha256: str) -> int | None:
    """Return the change that brought the same cells in other bytes (the file saved again)."""
    return _brought_by(ledger_path, source.c.content_sha256 == content_sha256)


def _brought_by(ledger_path: Path, condition: ColumnElement[bool]) -> int | None:
    with open_ledger(ledger_path) as ledger:
        number = ledger.db.execute(
            select(func.min(source_sheet.c.change_in))
            .join(
                source,
                (source.c.ledger_id == source_sheet.c.ledger_id)
                & (source.c.source_id == source_sheet.c.source_id),
            )
            .where(live(ledger, source_sheet), condition, ~_may_settle_answers(ledger))
        ).scalar()
        if number is None or _read_with_less_care(ledger, condition):
            return None
    return int(number)


def _read_with_less_care(ledger: Ledger, condition: ColumnElement[bool]) -> bool:
    """Whether an older version read the file, and this one would read it otherwise."""
    older = {one.sha256 for one in older_readings(ledger)}
    query = select(source.c.sha256).where(source.c.ledger_id == ledger.ledger_id, condition)
    return bool(older) and not older.isdisjoint(ledger.db.execute(query).scalars())


def _may_settle_answers(ledger: Ledger) -> ColumnElement[bool]:
    """Whether a file is a list that came back, while answers on lists wait.

    What somebody corrects to what the ledger says already is the content of another copy.
    """
    lists = select(source_sheet.c.source_id).where(
        live(ledger, source_sheet), source_sheet.c.kind == _ANSWERS
    )
    waits = exists().where(live(ledger, set_aside), set_aside.c.code.in_(LEFT_CODES))
    return and_(source.c.source_id.in_(lists), waits)


def carried_out_before(ledger: Ledger, content_sha256: str) -> int | None:
    """Return the change that carried out a plan with the same cells, unless it was undone."""
    return ledger.db.execute(
        select(func.min(source_sheet.c.change_in))
        .join(
            source,
            (source.c.ledger_id == source_sheet.c.ledger_id)
            & (source.c.source_id == source_sheet.c.source_id),
        )
        .where(
            live(ledger, source_sheet),
            source_sheet.c.kind == "reorganisation",
            source.c.content_sha256 == content_sha256,
        )
    ).scalar()


def live_source(ledger: Ledger, sha256: str) -> str | None:
    """Return the id of the source with these bytes whose import stands; None if none does."""
    found = ledger.db.execute(
        select(func.min(source.c.source_id))
        .join(
            source_sheet,
            (source.c.ledger_id == source_sheet.c.ledger_id)
            & (source.c.source_id == source_sheet.c.source_id),
        )
        .where(live(ledger, source_sheet), source.c.sha256 == sha256)
    ).scalar()
    return None if found is None else str(found)


def file_name_of(ledger: Ledger, source_id: str) -> str:
    """Return the name of a file that the ledger has read."""
    query = select(source.c.file_name).where(
        source.c.ledger_id == ledger.ledger_id, source.c.source_id == source_id
    )
    return str(ledger.db.execute(query).scalar_one())


def versions_of(ledger: Ledger, file_name: str) -> list[str]:
    """Return the ids of all sources of that file name."""
    return list(
        ledger.db.execute(
            select(source.c.source_id).where(
                source.c.ledger_id == ledger.ledger_id, source.c.file_name == file_name
            )
        ).scalars()
    )


@dataclass(frozen=True, slots=True)
class SourceUse:
    """A file that facts of the ledger rest on, and the change that brought it."""

    file_name: str
    sha256: str
    change: int
    at: str


def sources(ledger: Ledger) -> Iterator[SourceUse]:
    """Yield every file that is in the ledger, in the order of import."""
    first = func.min(source_sheet.c.change_in).label("first")
    rows = (
        select(source.c.file_name, source.c.sha256, first)
        .join(
            source_sheet,
            (source.c.ledger_id == source_sheet.c.ledger_id)
            & (source.c.source_id == source_sheet.c.source_id),
        )
        .where(live(ledger, source_sheet))
        .group_by(source.c.source_id, source.c.file_name, source.c.sha256)
        .subquery()
    )
    query = (
        select(rows.c.file_name, rows.c.sha256, rows.c.first, change.c.at)
        .join(
            change, (change.c.ledger_id == ledger.ledger_id) & (change.c.number == rows.c.first)
        )
        .order_by(rows.c.first, rows.c.file_name)
    )
    for row in ledger.db.execute(query):
        yield SourceUse(row[0], row[1], row[2], row[3])
