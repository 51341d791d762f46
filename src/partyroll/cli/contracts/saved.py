"""What every verb that writes one change says with `--json`."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeVar

from partyroll.cli.options import Common

if TYPE_CHECKING:
    from partyroll.tasks.registers.writing import Saved

T = TypeVar("T")


def saved_envelope(
    command: str, told: Mapping[str, object], done: "Saved[T]", at: Common
) -> dict[str, object]:
    """Return the JSON contract of a verb that writes, around what it tells (schema 1)."""
    return {
        "command": command,
        "ledger": str(at.ledger),
        "as_of": at.today,
        **told,
        "dry_run": done.dry_run,
        "change": done.change,
        "new": done.new,
        "cautions": done.cautions,
    }
