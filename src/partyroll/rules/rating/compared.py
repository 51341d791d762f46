"""A unit's share of good or better beside that of the unit above it."""

from dataclasses import dataclass
from enum import StrEnum

from partyroll.model import RatingLimits
from partyroll.rules.rating.cap import Tally
from partyroll.rules.rating.interval import likely_counts


class Side(StrEnum):
    """Where a share lies beside the interval of its size."""

    WITHIN = "within"
    ABOVE = "above"
    BELOW = "below"


@dataclass(frozen=True, slots=True)
class Compared:
    """From how many to how many are likely to be good or better, and where the unit lies."""

    low: int
    high: int
    side: Side


def compared(own: Tally, parent: Tally, limits: RatingLimits) -> Compared | None:
    """Return how a unit lies beside its parent.

    None where too few are rated to compare, or where the unit is all there is of its parent.
    """
    if own.rated < limits.least_number or parent.rated <= own.rated:
        return None
    low, high = likely_counts(own.rated, parent.good_or_better, parent.rated, limits.interval)
    if own.good_or_better > high:
        return Compared(low, high, Side.ABOVE)
    return Compared(low, high, Side.BELOW if own.good_or_better < low else Side.WITHIN)
