"""Reasons that somebody judged."""

from collections import defaultdict

from sqlalchemy import select

from partyroll.store.ledger import Ledger
from partyroll.store.reading import live
from partyroll.store.schema import excuse


def judged_reasons(ledger: Ledger) -> dict[str, list[str]]:
    """Return the words of every judged reason, by whose they are."""
    query = select(excuse.c.person_id, excuse.c.reason_text).where(
        live(ledger, excuse), excuse.c.pending == 0, excuse.c.reason_text.is_not(None)
    )
    found: dict[str, list[str]] = defaultdict(list)
    for person_id, words in ledger.db.execute(query):
        found[person_id].append(words)
    return found
