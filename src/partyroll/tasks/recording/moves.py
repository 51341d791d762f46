"""Moves that a roll states: whoever came from elsewhere came with a transfer."""

from collections.abc import Iterator

from partyroll.read.facts import RosterRow
from partyroll.store.draft import Outcome
from partyroll.store.facts import Values as Stored
from partyroll.store.reading import iso
from partyroll.tasks.recording.session import Work


def record_moves_in(
    work: Work, person_id: str, row: RosterRow, unit_id: str | None
) -> Iterator[Outcome]:
    """Record each move to the unit once; a move away is how someone left, not recorded here."""
    draft, place = work.session.draft, work.place(row.row)
    for move in row.moves:
        if move.out:
            continue
        said: Stored = {
            "person_id": person_id,
            "unit_id": unit_id,
            "direction": "IN",
            "leg_date": iso(move.on),
            "place": move.place or None,
        }
        leg_id = _known(work, said) or draft.ids.new()
        yield draft.put("transfer_leg", {**said, "leg_id": leg_id}, place)


def _known(work: Work, said: Stored) -> str | None:
    """Return the leg that says the same, from an earlier import."""
    for leg in work.session.draft.rows("transfer_leg").values():
        same = leg["person_id"] == said["person_id"] and leg["direction"] == "IN"
        if same and leg["leg_date"] in {said["leg_date"], None}:
            return str(leg["leg_id"])
    return None
