"""One change of kind "excuse": what was written is told as it stands then."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from partyroll.store.draft import Draft
from partyroll.store.grants import Key, grants
from partyroll.store.ledger import Ledger
from partyroll.store.units import UnitHistory
from partyroll.tasks.excusing.listing import Shown, shown
from partyroll.tasks.registers.writing import Command, Saved, Written, begun

Place = tuple[str, Key]  # the table and the key of what was written
Recorded = Saved[tuple[Shown, ...]]


@dataclass(frozen=True, slots=True)
class Put:
    """Where facts were put by a use case, what it says of them, and the note of the change."""

    places: tuple[Place, ...]
    note: Callable[[tuple[Shown, ...]], str]
    cautions: tuple[str, ...] = ()


def record(command: Command, write: Callable[[Ledger, Draft], Put]) -> Recorded:
    """Run `write` in one change, and read what became of it."""
    with begun(command, "excuse") as change:
        put = write(change.ledger, change.draft)
        change.write()
        found = _shown(change.ledger, put.places, command.today)
        return change.saved(Written(found, put.note(found), put.cautions))


def _shown(ledger: Ledger, places: tuple[Place, ...], day: date) -> tuple[Shown, ...]:
    wanted = set(places)
    found = [grant for grant in grants(ledger) if (grant.table, grant.key) in wanted]
    return tuple(shown(ledger, found, UnitHistory(ledger).on(day), day))
