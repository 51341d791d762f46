"""Axes divide exits, a cross table counts where two of them meet, and every count opens."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from partyroll.model import ExitRecord
from partyroll.report.pivot import cells_of

Exits = tuple[ExitRecord, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """One division of an axis: `code` is typed and stored, `title` is read.

    A label of `level` 2 or more is a part of the one above it.  `also` are other words by
    which people may ask for it.
    """

    code: str
    title: str
    level: int = 1
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Axis:
    """A way to divide exits: ordered labels, and under which of them an exit stands.

    `codes` may give several: all reasons that a paper names, a unit and those above it.
    """

    id: str
    title: str
    labels: tuple[Label, ...]
    codes: Callable[[ExitRecord], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Cross:
    """A cross table that still knows whom it counts.

    Only cells that are not empty stand in `cells`.
    """

    id: str
    rows: tuple[Label, ...]
    columns: tuple[Label, ...]
    cells: Mapping[tuple[str, str], Exits]

    def names(self, row: str, column: str) -> Exits:
        """Return the exits of one cell."""
        return self.cells.get((row, column), ())

    def count(self, row: str, column: str) -> int:
        """Return how many exits stand in a cell."""
        return len(self.names(row, column))

    def line(self, row: str) -> list[int]:
        """Return the counts of a row, column by column."""
        return [self.count(row, column.code) for column in self.columns]

    def plus(self, other: "Cross") -> "Cross":
        """Return this table with the rows, columns and cells of another added."""
        return replace(
            self,
            rows=(*self.rows, *(row for row in other.rows if row not in self.rows)),
            columns=(*self.columns, *(one for one in other.columns if one not in self.columns)),
            cells={**self.cells, **other.cells},
        )


def cross(table_id: str, exits: Exits, rows: Axis, columns: Axis) -> Cross:
    """Return the cross table of two axes."""
    found = cells_of(_places(exits, rows, columns))
    return Cross(
        table_id,
        rows.labels,
        columns.labels,
        {
            (rows.labels[row].code, columns.labels[column].code): tuple(
                exits[number] for number in numbers
            )
            for (row, column), numbers in found.items()
        },
    )


def _places(exits: Exits, rows: Axis, columns: Axis) -> Iterator[tuple[int, int, int]]:
    row_at = {label.code: place for place, label in enumerate(rows.labels)}
    column_at = {label.code: place for place, label in enumerate(columns.labels)}
    for number, record in enumerate(exits):
        across = [column_at[code] for code in columns.codes(record)]
        for code in rows.codes(record):
            for column in across:
                yield number, row_at[code], column


def everybody(label: Label) -> Axis:
    """Return the axis that puts all exits under one label."""
    return Axis(label.code, label.title, (label,), lambda _: (label.code,))


def with_total(axis: Axis, total: Label) -> Axis:
    """Return the axis with a last label that holds what the labels of level 1 hold together.

    Who stands under several of them is counted under each, as the rows above are.
    """
    whole = frozenset(label.code for label in axis.labels if label.level == 1)

    def codes(record: ExitRecord) -> tuple[str, ...]:
        own = axis.codes(record)
        return (*own, *(total.code for code in own if code in whole))

    return replace(axis, labels=(*axis.labels, total), codes=codes)
