"""Reasons that somebody judged."""

from sqlalchemy import select

from partyroll.store.ledger import Ledger
from partyroll.store.reading import live
from partyroll.store.schema import excuse


def judged_reasons(ledger: Ledger) -> frozenset[tuple[str, str]]:
    """Return the words of every judged reason, with whose they are."""
    query = select(excuse.c.person_id, excuse.c.reason_text).where(
        live(ledger, excuse), excuse.c.pending == 0, excuse.c.reason_text.is_not(None)
    )
    return frozenset((who, words) for who, words in ledger.db.execute(query))
