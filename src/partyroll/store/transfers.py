"""Transfers of this ledger, under numbers that never change."""

from collections.abc import Iterator

from sqlalchemy import RowMapping, select

from partyroll.model import Transfer, TransferAnswer, TransferKind
from partyroll.period import PartialDate
from partyroll.store.ledger import Ledger
from partyroll.store.numbered import numbered, numbers
from partyroll.store.people import file_names, source_of
from partyroll.store.reading import live, partial
from partyroll.store.schema import host_remark, person, transfer


def transfers(ledger: Ledger) -> Iterator[Transfer]:
    """Yield every transfer that stands, in the order in which it was first written.

    What was taken back keeps its number: number 3 is number 3 or gone.
    """
    files = file_names(ledger)
    for number, row in numbered(ledger, transfer):
        yield _transfer(number, row, files)


def transfers_out(ledger: Ledger) -> dict[str, tuple[Transfer, ...]]:
    """Return the transfers by which each person leaves."""
    found: dict[str, list[Transfer]] = {}
    for one in transfers(ledger):
        if one.out:
            found.setdefault(one.person_id, []).append(one)
    return {person_id: tuple(ones) for person_id, ones in found.items()}


def transfer_numbers(ledger: Ledger) -> dict[str, int]:
    """Return the number of every transfer that was ever written, taken back or not."""
    return numbers(ledger, transfer)


def person_uid(ledger: Ledger, person_id: str) -> str:
    """Return what tells a person apart in all ledgers."""
    query = select(person.c.person_uid).where(
        person.c.ledger_id == ledger.ledger_id, person.c.person_id == person_id
    )
    return str(ledger.db.execute(query).scalar_one())


def person_with_uid(ledger: Ledger, uid: str) -> str | None:
    """Return the person whom all ledgers know by `uid`; None where this one does not."""
    query = select(person.c.person_id).where(
        person.c.ledger_id == ledger.ledger_id, person.c.person_uid == uid
    )
    return ledger.db.execute(query).scalar()


def host_remarks(
    ledger: Ledger, person_id: str, year: int, place: str
) -> list[tuple[str, PartialDate | None]]:
    """Return what a place says of a person in a year, and when it said so."""
    query = select(host_remark.c.remark, host_remark.c.said_on).where(
        live(ledger, host_remark),
        host_remark.c.person_id == person_id,
        host_remark.c.year == year,
        host_remark.c.place == place,
    )
    return [(row.remark, partial(row.said_on)) for row in ledger.db.execute(query)]


def _transfer(number: int, row: RowMapping, files: dict[str, str]) -> Transfer:
    return Transfer(
        number=number,
        transfer_id=row["transfer_id"],
        person_id=row["person_id"],
        out=row["direction"] == "OUT",
        kind=TransferKind(row["kind"]),
        unit_id=row["unit_id"],
        place=row["place"] or "",
        other_ledger=row["other_ledger"] or "",
        reason_text=row["reason_text"] or "",
        caused_on=partial(row["caused_on"]),
        letter_no=row["letter_no"] or "",
        issued_on=partial(row["issued_on"]),
        valid_to=partial(row["valid_to"]),
        notified_on=partial(row["notified_on"]),
        presented_on=partial(row["presented_on"]),
        answer=TransferAnswer(row["answer"]) if row["answer"] else None,
        answered_on=partial(row["answered_on"]),
        answered_by=row["answered_by"] or "",
        answer_text=row["answer_text"] or "",
        returned_on=partial(row["returned_on"]),
        note=row["note"] or "",
        source=source_of(row, files),
    )
