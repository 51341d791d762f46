"""What the guard saw in a workbook before any reader opened it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from partyroll.read.grid import Fault, Span
from partyroll.read.traits import Traits

Shown = Literal["month", "year"]
# A cell (row, column; both from 0) that values alone would misread.
Hints = Mapping[tuple[int, int], Fault | Shown]


@dataclass(frozen=True, slots=True)
class SheetSurvey:
    """One sheet: how many values must come back, and what they will not tell."""

    values: int = 0
    bottom: int = 0  # rows and columns down and across to the farthest value
    right: int = 0
    hints: Hints = field(default_factory=dict)
    spans: tuple[Span, ...] = ()
    hidden_rows: tuple[
        range, ...
    ] = ()  # hidden or filtered away (from 0), where they hold cells

    @property
    def area(self) -> int:
        """How many cells the rectangle around all values has."""
        return self.bottom * self.right


@dataclass(frozen=True, slots=True)
class Survey:
    """One workbook; `sheets` is None where only a reader can tell them (xls)."""

    sheets: Mapping[str, SheetSurvey] | None = None
    values: int = 0
    text_bytes: int = 0
    exact: bool = False  # every value counted must come back, not merely some
    traits: Traits = field(default_factory=Traits)
    macros: bool = False
    links: bool = False

    @property
    def hidden_rows(self) -> Mapping[str, tuple[range, ...]]:
        """The rows (from 0) that somebody who opens a sheet does not see, by sheet."""
        sheets = (self.sheets or {}).items()
        return {name: sheet.hidden_rows for name, sheet in sheets if sheet.hidden_rows}

    @property
    def area(self) -> int:
        """How many cells a reader will have to hold at once."""
        return max((sheet.area for sheet in (self.sheets or {}).values()), default=0)


def add_rows(runs: list[range], first: int, count: int = 1) -> None:
    """Add rows that follow those in `runs`; neighbours become one run."""
    if runs and runs[-1].stop == first:
        runs[-1] = range(runs[-1].start, first + count)
    else:
        runs.append(range(first, first + count))
