"""What `history --json` says."""

from typing import TYPE_CHECKING

from partyroll.cli.options import Common

if TYPE_CHECKING:
    from partyroll.tasks.keeping import History


def history_envelope(found: "History", at: Common) -> dict[str, object]:
    """Return the JSON contract of `history` (schema 1)."""
    return {
        "command": "history",
        "ledger": str(at.ledger),
        "as_of": at.today,
        "ledger_id": found.ledger_id,
        "head": found.head,
        "changes": found.changes,
    }
