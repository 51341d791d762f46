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

    @property
    def area(self) -> int:
        """How many cells the rectangle around all values has."""
        return self.bottom * self.right


@dataclass(frozen=True, slots=True)
class Survey:
    """One workbook; `sheets` is None where only a reader can tell them (xls, xlsb)."""

    sheets: Mapping[str, SheetSurvey] | None = None
    values: int = 0
    text_bytes: int = 0
    exact: bool = False  # every value counted must come back, not merely some
    traits: Traits = field(default_factory=Traits)
    macros: bool = False
    links: bool = False

    @property
    def area(self) -> int:
        """How many cells a reader will have to hold at once."""
        return max((sheet.area for sheet in (self.sheets or {}).values()), default=0)
