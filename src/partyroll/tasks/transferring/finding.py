"""Finding a transfer, and putting what is known of it into a draft."""

from dataclasses import dataclass

from partyroll.model import Person, Slip, Transfer
from partyroll.store.draft import Draft, Outcome, Place
from partyroll.store.facts import Key
from partyroll.store.ledger import Ledger
from partyroll.store.people import people
from partyroll.store.reading import iso
from partyroll.store.transfers import transfers
from partyroll.tasks.transferring.refusals import NoSuchTransfer


@dataclass(frozen=True, slots=True)
class Told:
    """A transfer as a command left it, whose it is, and the slip that goes out, if any."""

    transfer: Transfer
    person: Person
    unit: str
    slip: Slip | None = None


def numbered(ledger: Ledger, number: int) -> tuple[Transfer, Person]:
    """Return the transfer of that number and its person; raises `NoSuchTransfer`."""
    found = next((one for one in transfers(ledger) if one.number == number), None)
    if found is None:
        raise NoSuchTransfer(number)
    person = next(people(ledger, [found.person_id]), None)
    if person is None:
        raise NoSuchTransfer(number)
    return found, person


def put_transfer(draft: Draft, one: Transfer, place: Place | None = None) -> Outcome:
    """State a transfer as it is now; `transfer` must be loaded for it."""
    return draft.put(
        "transfer",
        {
            "transfer_id": one.transfer_id,
            "person_id": one.person_id,
            "unit_id": one.unit_id,
            "direction": "OUT" if one.out else "IN",
            "kind": one.kind.value,
            "place": one.place or None,
            "other_ledger": one.other_ledger or None,
            "reason_text": one.reason_text or None,
            "caused_on": iso(one.caused_on),
            "letter_no": one.letter_no or None,
            "issued_on": iso(one.issued_on),
            "valid_to": iso(one.valid_to),
            "notified_on": iso(one.notified_on),
            "presented_on": iso(one.presented_on),
            "answer": one.answer.value if one.answer else None,
            "answered_on": iso(one.answered_on),
            "answered_by": one.answered_by or None,
            "answer_text": one.answer_text or None,
            "returned_on": iso(one.returned_on),
            "note": one.note or None,
        },
        place,
    )


def put_leg(draft: Draft, one: Transfer, place: Place | None = None) -> Outcome:
    """State this ledger's own side of a transfer: the leg that lists of exits speak of too."""
    day = one.issued_on if one.out else one.answered_on
    return draft.put(
        "transfer_leg",
        {
            "leg_id": one.transfer_id,
            "person_id": one.person_id,
            "unit_id": one.unit_id,
            "direction": "OUT" if one.out else "IN",
            "place": one.place or None,
            "leg_date": iso(day),
            "decision_no": one.letter_no or None,
            "reason_text": one.reason_text or None,
            "temporary": int(one.temporary),
        },
        place,
    )


def stays_of(draft: Draft, one: Transfer) -> list[Key]:
    """Return the temporary stays that a transfer made, by their keys."""
    ends = {str(day) for day in one.ends}
    return [
        key
        for key, row in draft.rows("assignment").items()
        if row["person_id"] == one.person_id
        and row["kind"] == "TEMPORARY"
        and row["valid_to"] in ends
    ]
