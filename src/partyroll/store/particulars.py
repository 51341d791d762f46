"""What rosters and exits lists say of people besides: occupation, education and such."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import select

from partyroll.store import schema
from partyroll.store.ledger import Ledger
from partyroll.store.people import chunks
from partyroll.store.reading import live


class Particulars(NamedTuple):
    """What a report counts by, as written; empty = nobody said it."""

    occupation: str = ""
    education_general: str = ""
    education_professional: str = ""
    education_political: str = ""
    ethnicity: str = ""
    religion: str = ""


UNSAID = Particulars()


def particulars(ledger: Ledger, person_ids: Sequence[str]) -> dict[str, Particulars]:
    """Return what is known of each person; who is not in it, of them nothing is."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for chunk in chunks(sorted(set(person_ids))):
        for person_id, name, value in (*_dated(ledger, chunk), *_stated(ledger, chunk)):
            found[person_id][name] = value
    return {person_id: Particulars(**said) for person_id, said in found.items()}


def _stated(ledger: Ledger, ids: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    table = schema.person_version
    columns = [table.c[name] for name in Particulars._fields]
    rows = ledger.db.execute(
        select(table.c.person_id, *columns).where(
            live(ledger, table), table.c.person_id.in_(ids)
        )
    )
    for person_id, *values in rows:
        for name, value in zip(Particulars._fields, values, strict=True):
            if value:
                yield person_id, name, value


def _dated(ledger: Ledger, ids: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Yield what ledgers of version 1 said in a table of its own."""
    table = schema.person_attribute
    rows = ledger.db.execute(
        select(table.c.person_id, table.c.name, table.c.value)
        .where(live(ledger, table), table.c.person_id.in_(ids))
        .where(table.c.name.in_(Particulars._fields))
        .order_by(table.c.person_id, table.c.name, table.c.valid_from)
    )
    for row in rows:
        yield row[0], row[1], row[2]
