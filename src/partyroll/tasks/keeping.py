"""Keeping the ledger: make it, take changes back, copy it, put a copy in its place."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from partyroll.store.backup import Backup, backup_if_due, backups, make_backup, restore
from partyroll.store.chain import HEAD_LETTERS, head
from partyroll.store.history import ChangeRecord, history
from partyroll.store.kept import Stayed, Why, stayed
from partyroll.store.ledger import create_ledger, open_ledger
from partyroll.store.migrate import Upgrade, upgrade
from partyroll.store.undo import Undone, last_undoable, undo_change


def init_ledger(path: Path, *, label: str, now: datetime) -> None:
    """Make an empty ledger."""
    create_ledger(path, label=label, at=now)


@dataclass(frozen=True, slots=True)
class History:
    """Every change, the newest first, and the code of the last."""

    ledger_id: str
    head: str
    changes: tuple[ChangeRecord, ...]


def ledger_history(path: Path) -> History:
    """Return the history of the ledger."""
    with open_ledger(path) as ledger:
        return History(ledger.ledger_id, head(ledger)[:HEAD_LETTERS], tuple(history(ledger)))


@dataclass(frozen=True, slots=True)
class TakenBack:
    """An undo in three parts: what went back, what was kept and why, what had no way back."""

    undone: Undone
    stayed: tuple[Stayed, ...]

    @property
    def kept(self) -> tuple[Stayed, ...]:
        """What later changes wrote over, or stand on."""
        return tuple(one for one in self.stayed if one.why in {Why.CHANGED, Why.NEEDED})

    @property
    def impossible(self) -> tuple[Stayed, ...]:
        """What the change had replaced and cannot return to its place."""
        return tuple(one for one in self.stayed if one.why in {Why.REPLACED, Why.GONE})


def undo(
    path: Path,
    number: int | None,
    *,
    actor: str,
    now: datetime,
    dry_run: bool = False,
    agree: Callable[[ChangeRecord], bool] = lambda _: True,
) -> TakenBack | None:
    """Take a change back, the last one unless named; None when `agree` says no."""
    with open_ledger(path) as ledger:
        chosen = number if number is not None else last_undoable(ledger)
        named = [record for record in history(ledger) if record.number == chosen]
    if named and not agree(named[0]):
        return None
    if not dry_run:
        backup_if_due(path, at=now)
    with open_ledger(path, write=True, dry_run=dry_run) as ledger:
        undone = undo_change(ledger, chosen, actor=actor, at=now)
        return TakenBack(undone, stayed(ledger, undone))


def back_up(path: Path, *, now: datetime) -> Backup:
    """Make a verified backup of the ledger."""
    return make_backup(path, at=now)


def all_backups(path: Path) -> list[Backup]:
    """Return the backups beside the ledger, the newest first."""
    return backups(path)


def restore_backup(backup: Path, path: Path, *, now: datetime) -> Path | None:
    """Put a backup in the ledger's place; return where the ledger it replaced is kept."""
    return restore(backup, path, at=now)


def bring_up_to_date(path: Path, *, now: datetime) -> Upgrade | None:
    """Upgrade a ledger of an older version, after a backup; None when it needs nothing."""
    return upgrade(path, at=now)
