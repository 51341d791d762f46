"""What `undo --json` says."""

from typing import TYPE_CHECKING

from partyroll.cli.options import Common

if TYPE_CHECKING:
    from partyroll.store.kept import Stayed
    from partyroll.tasks.keeping import TakenBack


def undo_envelope(done: "TakenBack", at: Common, *, dry_run: bool) -> dict[str, object]:
    """Return the JSON contract of `undo` (schema 1): three parts, told apart."""
    return {
        "command": "undo",
        "ledger": str(at.ledger),
        "as_of": at.today,
        "dry_run": dry_run,
        "change": None if dry_run else done.undone.change.number,
        "undone": done.undone.undone,
        "reversed": {"closed": done.undone.closed, "reopened": done.undone.reopened},
        "kept": [_stayed(one) for one in done.kept],
        "impossible": [_stayed(one) for one in done.impossible],
    }


def _stayed(one: "Stayed") -> dict[str, object]:
    return {
        "table": one.table,
        "why": one.why,
        "count": one.count,
        "change": one.change,
        "people": one.people,
        "names": one.names,
    }
