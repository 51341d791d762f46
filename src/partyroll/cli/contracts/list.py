"""What `list --json` says."""

from typing import TYPE_CHECKING

from partyroll.cli.contracts.people import member_object
from partyroll.cli.options import Common

if TYPE_CHECKING:
    from partyroll.tasks.listing import Roll


def list_envelope(found: "Roll", at: Common) -> dict[str, object]:
    """Return the JSON contract of `list` (schema 1)."""
    return {
        "command": "list",
        "ledger": str(at.ledger),
        "as_of": found.as_of,
        "members": [member_object(one) for one in found.people],
    }
