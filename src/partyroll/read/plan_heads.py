"""Where a plan stands in a workbook: told by its headings alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from partyroll.read.grid import Grid
from partyroll.read.plan_words import HEADINGS, PLACING_FIELDS, STEP_FIELDS
from partyroll.text import fold

_SEARCHED = 40  # rows in which headings are looked for


def holds_plan(grids: Iterable[Grid]) -> bool:
    """Whether some sheet has the headings of a plan's steps."""
    heads = (plan_head(grid) for grid in grids if not grid.hidden)
    return any(head is not None and head.fields >= STEP_FIELDS for head in heads)


@dataclass(frozen=True, slots=True)
class PlanHead:
    """The row of the headings, and the column of each field."""

    row: int
    columns: Mapping[str, int]
    unread: Mapping[int, str]

    @property
    def fields(self) -> frozenset[str]:
        """The fields that have a column."""
        return frozenset(self.columns)


def plan_head(grid: Grid) -> PlanHead | None:
    """Return the headings of a sheet of a plan; None where it is none."""
    for row in range(min(len(grid.rows), _SEARCHED)):
        columns: dict[str, int] = {}
        unread: dict[int, str] = {}
        for column, text in grid.texts(row):
            field = HEADINGS.get(fold(text).rstrip(" *").strip())
            if field is None or field in columns:
                unread[column] = text
            else:
                columns[field] = column
        if columns.keys() >= STEP_FIELDS or columns.keys() >= PLACING_FIELDS:
            return PlanHead(row, columns, unread)
    return None
