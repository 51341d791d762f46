"""One change of a register: what every command that writes one shares."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Generic, Literal, TypeVar

from partyroll.store.backup import backup_if_due
from partyroll.store.changes import Change, begin_change
from partyroll.store.draft import Draft
from partyroll.store.ledger import Ledger, open_ledger

T = TypeVar("T")
# Whose change it is; the history says it in the words of `messages.CHANGE`.
Noun = Literal["admission", "away", "excuse", "rating", "support", "transfer"]


@dataclass(frozen=True, slots=True)
class Command:
    """Where a command writes, who typed it, and when; a dry run writes nothing."""

    ledger: Path
    actor: str
    now: datetime
    dry_run: bool = False

    @property
    def today(self) -> date:
        """The day of the command."""
        return self.now.date()


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
    dry_run: bool = False


Writing = Callable[[Ledger, Draft], Written[T]]


@dataclass(frozen=True, slots=True)
class Begun:
    """A change that is begun: the ledger, and the draft to put facts into."""

    ledger: Ledger
    draft: Draft
    _change: Change
    _dry_run: bool

    def write(self) -> None:
        """Write the draft; from now on the ledger reads as it will be."""
        self.draft.write(self._change)

    def saved(self, written: Written[T]) -> Saved[T]:
        """Finish the change under its note; nothing new makes no change."""
        told, cautions, dry_run = written.told, written.cautions, self._dry_run
        if self._change.empty:
            return Saved(told, cautions, new=False, dry_run=dry_run)
        self._change.note = written.note
        number = self._change.finish().number
        return Saved(told, cautions, None if dry_run else number, dry_run=dry_run)


@contextmanager
def begun(command: Command, noun: Noun) -> Iterator[Begun]:
    """Open the ledger of a command for one change; a copy is made before where one is due."""
    if not command.dry_run:
        backup_if_due(command.ledger, at=command.now)
    with open_ledger(command.ledger, write=True, dry_run=command.dry_run) as ledger:
        change = begin_change(ledger, noun, actor=command.actor, at=command.now)
        yield Begun(ledger, Draft(ledger), change, command.dry_run)


def save(command: Command, noun: Noun, write: Writing[T]) -> Saved[T]:
    """Run `write` in one change of a noun."""
    with begun(command, noun) as change:
        written = write(change.ledger, change.draft)
        change.write()
        return change.saved(written)
