"""What `transfer … --json` says."""

from pathlib import Path
from typing import TYPE_CHECKING

from partyroll.cli.options import Common

if TYPE_CHECKING:
    from partyroll.tasks.registers.writing import Saved
    from partyroll.tasks.transferring.finding import Told


def transfer_envelope(
    command: str, done: "Saved[Told]", at: Common, paths: list[Path], *, dry_run: bool
) -> dict[str, object]:
    """Return the JSON contract of the commands that write a transfer (schema 1)."""
    return {
        "command": f"transfer {command}",
        "ledger": str(at.ledger),
        "as_of": at.today,
        "transfers": [transfer_object(done.told)],
        "files": [path.name for path in paths],
        "dry_run": dry_run,
        "change": done.change,
        "new": done.new,
        "cautions": done.cautions,
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
