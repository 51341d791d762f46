"""What `list --json` says."""

from typing import TYPE_CHECKING

from partyroll.cli.contracts.people import member_object
from partyroll.cli.options import Common

if TYPE_CHECKING:
    from partyroll.tasks.listing import OnRoll, Roll


def list_envelope(found: "Roll", at: Common) -> dict[str, object]:
    """Return the JSON contract of `list` (schema 1)."""
    return {
        "command": "list",
        "ledger": str(at.ledger),
        "as_of": found.as_of,
        "audience": at.recipient.audience,
        "for": at.recipient.name or None,
        "members": [_member(one, at) for one in found.people],
    }


def _member(one: "OnRoll", at: Common) -> dict[str, object]:
    """Return a person; the age of one whose birth date the recipient does not get."""
    member = member_object(one)
    return {**member, "age": one.age or None} if at.paper().masked else member
