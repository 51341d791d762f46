"""One change of kind "excuse": what every command that writes one shares."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from partyroll.store.backup import backup_if_due
from partyroll.store.changes import begin_change
from partyroll.store.draft import Draft
from partyroll.store.grants import Key, grants
from partyroll.store.ledger import Ledger, open_ledger
from partyroll.store.units import UnitHistory
from partyroll.tasks.excusing.listing import Shown, shown

Place = tuple[str, Key]  # the table and the key of what was written


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was written, as it stands now; `change` None = a trial, or nothing new."""

    shown: tuple[Shown, ...]
    cautions: tuple[str, ...] = ()
    change: int | None = None
    new: bool = True


@dataclass(frozen=True, slots=True)
class Written:
    """Where facts were put by a use case, what it says of them, and the note of the change."""

    places: tuple[Place, ...]
    note: Callable[[tuple[Shown, ...]], str]
    cautions: tuple[str, ...] = ()


def record(
    path: Path,
    write: Callable[[Ledger, Draft], Written],
    *,
    actor: str,
    now: datetime,
    dry_run: bool = False,
) -> Recorded:
    """Run `write` in one change; nothing new makes no change."""
    if not dry_run:
        backup_if_due(path, at=now)
    with open_ledger(path, write=True, dry_run=dry_run) as ledger:
        draft = Draft(ledger)
        written = write(ledger, draft)
        change = begin_change(ledger, "excuse", actor=actor, at=now)
        draft.write(change)
        found = _shown(ledger, written.places, now.date())
        if change.empty:
            return Recorded(found, written.cautions, new=False)
        change.note = written.note(found)
        number = change.finish().number
        return Recorded(found, written.cautions, None if dry_run else number)


def _shown(ledger: Ledger, places: tuple[Place, ...], day: date) -> tuple[Shown, ...]:
    wanted = set(places)
    found = [grant for grant in grants(ledger) if (grant.table, grant.key) in wanted]
    return tuple(shown(ledger, found, UnitHistory(ledger).on(day), day))
