"""Plans of a reorganisation: every line below the headings is a step, or is told.

Here nothing is guessed from a layout: a plan is written into the form that `template` makes,
and a line that cannot be read keeps the whole plan from being carried out.
"""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from partyroll.model import (
    Plan,
    PlanAction,
    PlanPlace,
    PlanPlacing,
    PlanStep,
    Problem,
    Severity,
)
from partyroll.period import PartialDate
from partyroll.read.dates import read_date
from partyroll.read.digests import content_digest
from partyroll.read.grid import Fault, Grid, Value, address, as_text
from partyroll.read.opening import IN_PROCESS, Opener
from partyroll.read.plan_heads import PlanHead, plan_head
from partyroll.read.plan_words import (
    ACTIONS,
    BLOCKING,
    PLACING_FIELDS,
    SENTENCES,
    STEP_FIELDS,
)
from partyroll.read.refusals import NotAPlan
from partyroll.read.sniffing import checked_bytes
from partyroll.read.values import is_example
from partyroll.read.workbook import read_sheets
from partyroll.text import fold, says_something

_BESIDE = frozenset({"order", "note"})  # alone they say nothing


@dataclass(frozen=True, slots=True)
class ReadPlan:
    """A plan as read; `problems` are the lines that were not understood.

    `sheets` are the names of its sheets with the row of the headings.
    """

    plan: Plan
    problems: tuple[Problem, ...]
    sha256: str
    content_sha256: str
    size: int
    sheets: Mapping[str, int]


def read_plan(path: Path, *, today: date, opener: Opener = IN_PROCESS) -> ReadPlan:
    """Return the plan in a workbook; raise `NotAPlan` where there is none."""
    content = checked_bytes(path, opener.limits)
    grids = read_sheets(path, opener=opener)
    found = [(grid, head) for grid in grids if (head := plan_head(grid)) is not None]
    if not any(head.fields >= STEP_FIELDS for _, head in found):
        raise NotAPlan(path)
    reader = _Reader(path.name, today)
    for grid, head in found:
        reader.read(grid, head)
    return ReadPlan(
        Plan(path.name, _dated(reader.steps, today), tuple(reader.placings)),
        tuple(reader.problems),
        hashlib.sha256(content).hexdigest(),
        content_digest(grids),
        len(content),
        {grid.name: head.row + 1 for grid, head in found},
    )


def _dated(steps: Sequence[PlanStep], today: date) -> tuple[PlanStep, ...]:
    """Return the steps; those without a day are looked at as of that of most others."""
    days = Counter(step.on for step in steps if not step.undated)
    usual = max(days, key=lambda day: days[day], default=today)
    return tuple(replace(step, on=usual) if step.undated else step for step in steps)


class _Reader:
    """Reads the lines of all sheets of one plan."""

    def __init__(self, file: str, today: date) -> None:
        self._file = file
        self._latest = date(today.year + 50, 12, 31)
        self.steps: list[PlanStep] = []
        self.placings: list[PlanPlacing] = []
        self.problems: list[Problem] = []

    def read(self, grid: Grid, head: PlanHead) -> None:
        """Read every line of a sheet."""
        if grid.hidden:
            self._say(grid, head.row, 0, "plan_hidden", grid.name)
            return
        for column, text in head.unread.items():
            self._say(grid, head.row, column, "plan_column_unread", text)
        steps = head.fields >= STEP_FIELDS
        for row in range(head.row + 1, len(grid.rows)):
            line = _Line(grid, row, head)
            if line.is_empty:
                continue
            if line.is_example:
                self._say(grid, row, 0, "plan_example", line.first)
            elif line.says_nothing:
                self._say(grid, row, 0, "plan_line_unread", line.first)
            elif steps:
                self._step(line)
            else:
                self._placing(line)

    def _step(self, line: "_Line") -> None:
        action = ACTIONS.get(fold(line.text("action")))
        if action is None:
            code = "plan_action_unknown" if line.text("action") else "plan_action_missing"
            self._tell(line, "action", code)
        on = self._day(line, "on")
        if on is not None and not on.exact:
            self._tell(line, "on", "plan_day_imprecise")
        elif on is None and line.value("on") == "":
            self._tell(line, "on", "plan_day_missing")
        decided = self._day(line, "decision_date")
        if action is not None:
            day = on.first if on is not None and on.exact else None
            self.steps.append(_step_of(line, action, day, decided))

    def _placing(self, line: "_Line") -> None:
        for field in sorted(PLACING_FIELDS):
            if not line.text(field):
                self._tell(line, field, f"plan_{field}_missing")
        born = self._day(line, "birth_date")
        if line.text("full_name") and line.text("new"):
            self.placings.append(
                PlanPlacing(
                    line.text("full_name"),
                    line.text("new"),
                    line.text("old"),
                    line.text("card_no").replace(" ", ""),
                    born,
                    line.place,
                )
            )

    def _day(self, line: "_Line", field: str) -> PartialDate | None:
        reading = read_date(line.value(field), latest=self._latest)
        if reading.code:
            self._tell(line, field, "plan_day_invalid")
        return reading.value

    def _tell(self, line: "_Line", field: str, code: str) -> None:
        self._say(line.grid, line.row, line.column(field), code, line.text(field))

    def _say(self, grid: Grid, row: int, column: int, code: str, found: str) -> None:
        severity = Severity.ERROR if code in BLOCKING else Severity.WARNING
        self.problems.append(
            Problem(
                self._file,
                grid.name,
                address(row, column),
                row + 1,
                code,
                severity,
                found[:120],
                SENTENCES[code],
            )
        )


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a sheet, by field; a merged cell speaks for all its lines, a dash not."""

    grid: Grid
    row: int
    head: PlanHead

    def column(self, field: str) -> int:
        return self.head.columns.get(field, 0)

    def value(self, field: str) -> Value:
        column = self.head.columns.get(field)
        if column is None:
            return ""
        shared = self.grid.shared(self.row, column)
        value = self.grid.value(*shared) if shared else self.grid.value(self.row, column)
        blank = isinstance(value, Fault) or not says_something(as_text(value))
        return "" if blank else value

    def text(self, field: str) -> str:
        return as_text(self.value(field))

    @property
    def place(self) -> PlanPlace:
        cells = {f: address(self.row, column) for f, column in self.head.columns.items()}
        return PlanPlace(self.grid.name, self.row + 1, cells)

    @property
    def first(self) -> str:
        return next((text for _, text in self.grid.texts(self.row)), "")

    @property
    def is_empty(self) -> bool:
        return not self.first

    @property
    def is_example(self) -> bool:
        return any(is_example(value) for value in self.grid.rows[self.row])

    @property
    def says_nothing(self) -> bool:
        """Whether no cell of the line stands under a heading that says something."""
        columns = {c for f, c in self.head.columns.items() if f not in _BESIDE}
        return not any(self.grid.text(self.row, column) for column in columns)


def _step_of(
    line: _Line, action: PlanAction, on: date | None, decided: PartialDate | None
) -> PlanStep:
    return PlanStep(
        action,
        on or date.min,
        line.text("old"),
        line.text("old_parent"),
        line.text("new"),
        line.text("parent"),
        line.text("decision_no"),
        decided,
        line.text("note"),
        line.place,
        undated=on is None,
    )
