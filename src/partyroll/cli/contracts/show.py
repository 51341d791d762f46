"""What `show --json` says."""

from typing import TYPE_CHECKING

from partyroll.cli.contracts.away import stay_object
from partyroll.cli.contracts.excuse import excuse_object
from partyroll.cli.contracts.people import member_object
from partyroll.cli.contracts.support import (
    award_object,
    discipline_object,
    support_object,
)
from partyroll.cli.options import Common

if TYPE_CHECKING:
    from partyroll.model import Candidate, Sign, Transfer
    from partyroll.tasks.listing import Story


def show_envelope(found: "Story", at: Common) -> dict[str, object]:
    """Return the JSON contract of `show` (schema 1)."""
    person = found.on_roll.person
    return {
        "command": "show",
        "ledger": str(at.ledger),
        "as_of": found.as_of,
        "member": member_object(found.on_roll),
        "is_member": found.member,
        "attributes": found.said,
        "events": person.events,
        "transfers": person.legs,
        "stays": [
            {
                "unit": found.unit_names.get(stay.unit_id, ""),
                "from": stay.start,
                "until": stay.end,
                "temporary": stay.temporary,
            }
            for stay in person.stays
        ],
        "permissions": person.permissions,
        "excuses": [excuse_object(one) for one in found.excuses],
        "away": [stay_object(stay) for stay in found.away],
        "ratings": found.ratings,
        **_kept(found),
        "signs": [
            {
                "kind": one.kind,
                "text": one.text,
                "source": one.source if one.source.file else None,
            }
            for one in found.signs
        ],
        "years": found.years,
    }


def _kept(found: "Story") -> dict[str, object]:
    """Return what was done for a person and said of them, and the way to admission."""
    kept = found.kept
    return {
        "supports": [support_object(one) for one in kept.supports],
        "awards": [award_object(one) for one in kept.awards],
        "disciplines": [discipline_object(one) for one in kept.disciplines],
        "letters": [letter_object(one) for one in kept.transfers],
        "screenings": kept.screenings,
        "stay_remarks": kept.remarks,
        "admission_files": [candidate_object(one) for one in kept.candidates],
    }


def sign_object(one: "Sign") -> dict[str, object]:
    """Return one fact of the early signs."""
    source = one.source if one.source.file else None
    return {"kind": one.kind, "text": one.text, "source": source}


def letter_object(one: "Transfer") -> dict[str, object]:
    """Return one side of a transfer in short."""
    return {
        "number": one.number,
        "direction": "OUT" if one.out else "IN",
        "kind": one.kind,
        "state": one.state,
        "place": one.place or None,
        "letter_no": one.letter_no or None,
        "issued_on": one.issued_on,
        "answered_on": one.answered_on,
    }


def candidate_object(one: "Candidate") -> dict[str, object]:
    """Return the way of somebody to admission: each stage with its day."""
    return {
        "origin": one.origin or None,
        "helper": one.helper or None,
        "steps": {stage.value: step.on for stage, step in one.steps.items()},
        "source": one.source if one.source.file else None,
    }
