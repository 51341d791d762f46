"""The chain: each change is linked by a hash to the one before."""

import hashlib
from collections.abc import Mapping

from sqlalchemy import RowMapping, select

from partyroll.store.digests import (
    DIGEST_FORM,
    Value,
    canonical,
    closed_digest,
    opened_digest,
)
from partyroll.store.ledger import Ledger
from partyroll.store.older_digests import first_opened_digest, second_opened_digest
from partyroll.store.schema import change

GENESIS = "0" * 64
HEAD_LETTERS = 10  # as printed in the footer of a list

_OPENED = {None: first_opened_digest, 2: second_opened_digest, DIGEST_FORM: opened_digest}


def head(ledger: Ledger) -> str:
    """Return the hash of the last change, or zeros for an empty ledger."""
    last = ledger.db.execute(
        select(change.c.hash)
        .where(change.c.ledger_id == ledger.ledger_id)
        .order_by(change.c.number.desc())
        .limit(1)
    ).scalar()
    return last or GENESIS


def link(facts: Mapping[str, Value]) -> str:
    """Return the hash that chains a change to the one before."""
    stated = {name: value for name, value in sorted(facts.items()) if value is not None}
    return hashlib.sha256(canonical(stated)).hexdigest()


def broken_links(ledger: Ledger) -> list[int]:
    """Return the numbers of changes whose rows, digests or links do not agree."""
    broken = []
    previous = GENESIS
    expected = 1
    for record in ledger.db.execute(
        select(change).where(change.c.ledger_id == ledger.ledger_id).order_by(change.c.number)
    ).mappings():
        if record["number"] != expected or not _holds(ledger, record, previous):
            broken.append(record["number"])
        previous, expected = record["hash"], record["number"] + 1
    return broken


def _holds(ledger: Ledger, record: RowMapping, previous: str) -> bool:
    facts = {name: value for name, value in record.items() if name != "hash"}
    take = _OPENED.get(record["digest_form"])
    return bool(
        take is not None
        and record["prev_hash"] == previous
        and record["hash"] == link(facts)
        and record["opened_digest"] == take(ledger, record["number"])
        and record["closed_digest"] == closed_digest(ledger, record["number"])
    )
