"""Ordinary people: of whom nothing is known but a roster's row, a unit, and rows in books."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from sqlalchemy import Table, select

from partyroll.model import Person, Stay
from partyroll.store import schema
from partyroll.store.ledger import Ledger
from partyroll.store.people import by_person, chunks, file_names, person_of
from partyroll.store.reading import among, live, plain_rows

# What else `people` and `cases` read of somebody.
BESIDE: tuple[Table, ...] = (
    schema.life_event,
    schema.transfer_leg,
    schema.permission,
    schema.missing_mark,
    schema.payment,
    schema.excuse,
)

Notes = Mapping[tuple[str, str], Mapping[int, str]]  # by book and person: position → words


def known_otherwise(ledger: Ledger, person_ids: Iterable[str]) -> set[str]:
    """Return of whom of `person_ids` more is known than rows of rosters and books."""
    found: set[str] = set()
    for chunk in chunks(sorted(set(person_ids))):
        for table in BESIDE:
            query = select(table.c.person_id).where(
                live(ledger, table), among(table.c.person_id, chunk)
            )
            found.update(person_id for (person_id,) in plain_rows(ledger, query))
    return found


def ordinary_people(ledger: Ledger, homes: Mapping[str, str]) -> Iterator[Person]:
    """Yield the people whose homes these are, and of whom nothing else is known."""
    files = file_names(ledger)
    for chunk in chunks(sorted(homes)):
        for person_id, versions in by_person(ledger, schema.person_version, chunk).items():
            yield person_of(versions[0], files, stays=(Stay(homes[person_id]),))


def notes_in_books(ledger: Ledger, person_ids: Collection[str]) -> Notes:
    """Return the words in the cells of some people's rows."""
    found: dict[tuple[str, str], dict[int, str]] = {}
    for chunk in chunks(sorted(person_ids)):
        for rows in by_person(ledger, schema.book_note, chunk).values():
            for row in rows:
                own = found.setdefault((row["book_id"], row["person_id"]), {})
                own[row["position"]] = row["text"]
    return found
