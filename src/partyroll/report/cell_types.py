"""What kind of place a cell is of, told by its name and those of the units above."""

from functools import lru_cache

from partyroll.report.counting import UnitPath
from partyroll.report.text_groups import TextGroup, earliest_group


@lru_cache(maxsize=50_000)  # very many people left from few cells
def cell_type(path: UnitPath) -> TextGroup | None:
    """Return the kind of the lowest unit of `path`; None where no name tells it.

    A commune says nothing of its cells, but a company, a school or a regiment does.
    """
    for height, name in enumerate(reversed(path)):
        found = earliest_group("cell_type", name)
        if found is not None and (height == 0 or found.through_parents):
            return found
    return None
