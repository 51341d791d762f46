"""A sheet as cells, and what it says of whom: the truth beside the paper."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from .dates import Written

Span = tuple[int, int, int, int]  # top, left, bottom, right


@dataclass(frozen=True, slots=True)
class Said:
    """What a row says of a person, as the reader's fields; `bad` = it must be set aside."""

    row: int  # 1-based
    fields: Mapping[str, object] = field(default_factory=dict)
    bad: bool = False
    only_numbered: bool = False


@dataclass(slots=True)
class Page:
    """One sheet while it is being laid out."""

    name: str
    rows: list[list[Written | None]] = field(default_factory=list)
    merges: list[Span] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    capital_cells: set[tuple[int, int]] = field(default_factory=set)

    def add(self, *values: Written | None) -> int:
        """Append a row and return its place, from 0."""
        self.rows.append([*values])
        return len(self.rows) - 1

    def move(self) -> None:
        """Put an empty row above and an empty column before everything."""
        self.rows = [[], *([None, *values] for values in self.rows)]
        self.merges = [(t + 1, x + 1, b + 1, y + 1) for t, x, b, y in self.merges]
        self.said = [replace(said, row=said.row + 1) for said in self.said]

    def filled(self) -> Iterator[tuple[int, int, Written]]:
        """Yield place and value of every cell that holds something."""
        for row, values in enumerate(self.rows):
            for column, value in enumerate(values):
                if value is not None and value != "":
                    yield row, column, value
