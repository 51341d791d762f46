"""An import as asked for, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from partyroll.model import Problem
from partyroll.read.facts import SetAside, Table
from partyroll.read.opening import IN_PROCESS, Opener
from partyroll.settings import GateLimits
from partyroll.tasks.differences import Difference
from partyroll.tasks.gate.signs import NO_SIGNS, GateResult
from partyroll.tasks.recording.answered import STAYED_OUT, AnswerChange
from partyroll.tasks.recording.concluding import Consequence
from partyroll.tasks.unread import row_of, unread_cells


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """What the user asked for."""

    files: tuple[Path, ...]
    ledger: Path
    actor: str
    now: datetime
    dry_run: bool = False
    unit: str = ""
    encoding: str = ""  # what the user says old text is stored in: tcvn3, vni, unicode
    book_date: date | None = None  # until when books are kept that do not say it themselves
    headings: Mapping[str, str] = field(default_factory=dict)  # of the office
    maps: tuple[str, ...] = ()  # what was typed after --map
    sensitive: frozenset[str] = frozenset()
    limits: GateLimits = field(default_factory=GateLimits)
    opener: Opener = IN_PROCESS  # who reads the sheets of workbooks
    accepted: bool = False  # --yes: the signs of a wrong mapping were looked at


@dataclass(frozen=True, slots=True)
class FileResult:
    """What one file brought."""

    file: str
    tables: tuple[Table, ...] = ()
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    set_aside: tuple[SetAside, ...] = ()
    set_aside_people: tuple[str, ...] = ()
    missing_people: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    differences: tuple[Difference, ...] = ()  # said otherwise of people already known
    repeated: int | None = None  # the change that brought the same bytes
    refusal: str = ""  # why the whole file stayed out
    sha256: str = ""
    completes: str = ""  # the sha256 of the workbook whose rows came back in this one
    origins: Mapping[tuple[str, int], tuple[str, int]] = field(default_factory=dict)
    untouched: frozenset[tuple[str, int]] = frozenset()
    returned: Path | None = None  # the workbook of the rows that stayed out
    return_refusal: str = ""  # why that could not be written
    answers: tuple[AnswerChange, ...] = ()  # of lists for review that came back
    consequences: tuple[Consequence, ...] = ()  # of the reasons that they judge
    matters_left: int = 0  # answers on registers that stayed out
    words_left: int = 0  # said on a list where no answer is read
    questions: int = 0  # rows that wait for an answer in the ledger
    slips_left: int = 0  # slips of transfers that say nothing here
    received: tuple[int, ...] = ()  # transfers whose members were taken in at once

    @property
    def cells_left(self) -> int:
        """How many months nobody could read, of rows that went in by this import."""
        if self.repeated is not None:
            return 0
        out = {(aside.sheet, aside.row) for aside in self.set_aside}
        return sum(
            (sheet, row_of(cell)) not in out for sheet, cell in unread_cells(self.tables)
        )

    @property
    def answers_left(self) -> int:
        """How many answers stayed out: they contradict the ledger, or nobody can read them."""
        return (
            sum(one.became in STAYED_OUT for one in self.answers)
            + self.matters_left
            + self.words_left
            + self.slips_left
        )


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did; `change` is None when the ledger is as before."""

    files: tuple[FileResult, ...]
    change: int | None
    created: bool
    dry_run: bool
    gate: GateResult = NO_SIGNS

    @property
    def set_aside(self) -> int:
        """How many rows stayed out, over all files."""
        return sum(len(file.set_aside) for file in self.files)

    @property
    def cells_left(self) -> int:
        """How many months nobody could read, over all files."""
        return sum(file.cells_left for file in self.files)

    @property
    def answers_left(self) -> int:
        """How many answers on lists stayed out, over all files."""
        return sum(file.answers_left for file in self.files)

    @property
    def refused(self) -> int:
        """How many whole files stayed out."""
        return sum(bool(file.refusal) for file in self.files)


class Recorded(NamedTuple):
    """What recording brought: each file, the change made (None = none), what the gate saw."""

    results: list[FileResult]
    number: int | None
    gate: GateResult = NO_SIGNS
