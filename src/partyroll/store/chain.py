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


def broken_links(ledger: Ledger, *, rows: bool = True) -> list[int]:
    """Return the numbers of changes whose rows, digests or links do not agree.

    Without `rows` the links alone are computed again, not what each of them seals.
    """
    broken = []
    previous = GENESIS
    expected = 1
    for record in ledger.db.execute(
        select(change).where(change.c.ledger_id == ledger.ledger_id).order_by(change.c.number)
    ).mappings():
        if record["number"] != expected or not (
            _linked(record, previous) and (not rows or _sealed(ledger, record))
        ):
            broken.append(record["number"])
        previous, expected = record["hash"], record["number"] + 1
    return broken


def _linked(record: RowMapping, previous: str) -> bool:
    facts = {name: value for name, value in record.items() if name != "hash"}
    return bool(record["prev_hash"] == previous and record["hash"] == link(facts))


def _sealed(ledger: Ledger, record: RowMapping) -> bool:
    take = _OPENED.get(record["digest_form"])
    return bool(
        take is not None
        and record["opened_digest"] == take(ledger, record["number"])
        and record["closed_digest"] == closed_digest(ledger, record["number"])
    )
