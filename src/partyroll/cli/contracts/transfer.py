"""What `transfer … --json` says."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from partyroll.tasks.transferring.finding import Told


def transfer_contract(told: "Told", paths: "Sequence[Path]") -> dict[str, object]:
    """Return what a verb that writes a transfer tells programs, with the files it wrote."""
    return {
        "transfers": [transfer_object(told)],
        "files": [path.name for path in paths],
    }


def transfer_object(told: "Told") -> dict[str, object]:
    """Return one side of a transfer as programs read it."""
    one, person = told.transfer, told.person
    return {
        "number": one.number,
        "transfer_id": one.transfer_id,
        "person_id": person.person_id,
        "full_name": person.full_name,
        "card_no": person.card_no,
        "unit": told.unit or None,
        "direction": "OUT" if one.out else "IN",
        "kind": one.kind,
        "state": one.state,
        "place": one.place or None,
        "letter_no": one.letter_no or None,
        "issued_on": one.issued_on,
        "valid_to": one.valid_to,
        "caused_on": one.caused_on,
        "reason": one.reason_text or None,
        "presented_on": one.presented_on,
        "returned_on": one.returned_on,
        "answer": one.answer,
        "answered_on": one.answered_on,
        "answered_by": one.answered_by or None,
        "answer_text": one.answer_text or None,
    }
