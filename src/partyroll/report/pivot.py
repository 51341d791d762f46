"""Counting by two axes."""

from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

Row = TypeVar("Row", bound=Hashable)
Mark = TypeVar("Mark", bound=Hashable)


def cross_count(
    pairs: Iterable[tuple[Row, Mark]], rows: Sequence[Row], columns: Sequence[Mark]
) -> list[list[int]]:
    """Return how often each row meets each column: plain numbers, in the order given."""
    import pandas as pd

    row_at = {row: place for place, row in enumerate(rows)}
    column_at = {column: place for place, column in enumerate(columns)}
    places = pd.DataFrame(
        [(row_at[row], column_at[column]) for row, column in pairs],
        columns=["row", "column"],
        dtype="int64",
    )
    counts = pd.crosstab(places["row"], places["column"]).reindex(
        index=range(len(rows)), columns=range(len(columns)), fill_value=0
    )
    return [[int(number) for number in line] for line in counts.to_numpy().tolist()]
