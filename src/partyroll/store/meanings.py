"""What earlier imports were taught of headings, by the signature of their table."""

from dataclasses import dataclass, field

from sqlalchemy import select

from partyroll.store.ledger import Ledger
from partyroll.store.reading import live
from partyroll.store.schema import heading_meaning


@dataclass(slots=True)
class TaughtHeadings:
    """The headings of one signature: heading → field, and the last change that taught any."""

    change: int = 0
    fields: dict[str, str] = field(default_factory=dict)


def taught_headings(ledger: Ledger) -> dict[str, TaughtHeadings]:
    """Return everything that was taught, by signature."""
    table = heading_meaning
    rows = ledger.db.execute(
        select(table.c.signature, table.c.heading, table.c.field, table.c.said_in).where(
            live(ledger, table)
        )
    )
    found: dict[str, TaughtHeadings] = {}
    for signature, heading, name, said_in in rows:
        own = found.setdefault(signature, TaughtHeadings())
        own.fields[heading] = name
        own.change = max(own.change, said_in)
    return found
