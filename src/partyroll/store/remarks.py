"""Remarks of rosters, under numbers that never change."""

from collections.abc import Iterable

from sqlalchemy import select

from partyroll.store.draft import Place, place_of
from partyroll.store.ledger import Ledger
from partyroll.store.people import chunks
from partyroll.store.reading import live
from partyroll.store.schema import person_version

RemarkKey = tuple[str, str]  # the person, the words


def remark_numbers(ledger: Ledger) -> dict[RemarkKey, int]:
    """Return the number of all words that a roster ever remarked of somebody.

    What they mean does not matter here: a later dictionary must not shift a number.
    """
    version = person_version.c
    query = (
        select(version.person_id, version.note)
        .where(version.ledger_id == ledger.ledger_id, version.note.is_not(None))
        .order_by(version.change_in, version.row_id)
    )
    said = dict.fromkeys((person_id, note) for person_id, note in ledger.db.execute(query))
    return {key: number for number, key in enumerate(said, start=1)}


def remark_places(ledger: Ledger, people: Iterable[str]) -> dict[str, Place]:
    """Return where the roster row of each person stands."""
    version, found = person_version, dict[str, Place]()
    columns = (version.c.person_id, version.c.source_id, version.c.sheet, version.c.row)
    for chunk in chunks(sorted({*people})):
        query = select(*columns).where(
            live(ledger, version), version.c.person_id.in_(chunk), version.c.note.is_not(None)
        )
        for row in ledger.db.execute(query).mappings():
            if place := place_of(dict(row)):
                found[row["person_id"]] = place
    return found
