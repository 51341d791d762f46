"""Finding the cells where two axes meet."""

from collections.abc import Iterable
from typing import Any

Place = tuple[int, int, int]  # which record, in which row, in which column
Cell = tuple[int, int]


def cells_of(places: Iterable[Place]) -> dict[Cell, list[int]]:
    """Return for each cell that is not empty the records that fell into it, in their order."""
    columns = list(zip(*places, strict=True))
    if not columns:
        return {}

    import pandas as pd

    frame = pd.DataFrame(dict(zip(("record", "row", "column"), columns, strict=True)))
    records = frame["record"].to_numpy()
    found: dict[Any, Any] = frame.groupby(["row", "column"], sort=False).indices
    return {
        (int(row), int(column)): [int(number) for number in records[lines].tolist()]
        for (row, column), lines in found.items()
    }
