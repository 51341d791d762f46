"""What `rating … --json` says."""

from typing import TYPE_CHECKING

from partyroll.cli.options import Common

if TYPE_CHECKING:
    from partyroll.tasks.rating.writing import Told
    from partyroll.tasks.registers.writing import Saved


def written_envelope(
    command: str, done: "Saved[Told]", at: Common, *, dry_run: bool
) -> dict[str, object]:
    """Return the JSON contract of a command that writes beside a rating (schema 1)."""
    told = done.told
    return {
        "command": f"rating {command}",
        "ledger": str(at.ledger),
        "as_of": at.today,
        "person_id": told.person.person_id,
        "full_name": told.person.full_name,
        "unit": told.unit or None,
        "year": told.year,
        "stated": dict(told.stated),
        "dry_run": dry_run,
        "change": done.change,
        "new": done.new,
        "cautions": done.cautions,
    }
