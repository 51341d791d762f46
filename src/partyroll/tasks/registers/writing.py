"""One change of a register: what every command that writes one shares."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Generic, TypeVar

from partyroll.store.backup import backup_if_due
from partyroll.store.changes import begin_change
from partyroll.store.draft import Draft
from partyroll.store.ledger import Ledger, open_ledger

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Written(Generic[T]):
    """What a use case put into the draft: what it tells, the note of the change, cautions."""

    told: T
    note: str
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Saved(Generic[T]):
    """What was written; `change` None = a trial, or nothing new."""

    told: T
    cautions: tuple[str, ...] = ()
    change: int | None = None
    new: bool = True


def save(
    path: Path,
    kind: str,
    write: Callable[[Ledger, Draft], Written[T]],
    *,
    actor: str,
    now: datetime,
    dry_run: bool = False,
) -> Saved[T]:
    """Run `write` in one change of this kind; nothing new makes no change."""
    if not dry_run:
        backup_if_due(path, at=now)
    with open_ledger(path, write=True, dry_run=dry_run) as ledger:
        draft = Draft(ledger)
        written = write(ledger, draft)
        change = begin_change(ledger, kind, actor=actor, at=now)
        draft.write(change)
        if change.empty:
            return Saved(written.told, written.cautions, new=False)
        change.note = written.note
        number = change.finish().number
        return Saved(written.told, written.cautions, None if dry_run else number)
