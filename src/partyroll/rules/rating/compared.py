"""A unit's share of good or better beside that of the unit above it."""

from partyroll.model import Compared, RatingLimits, RatingTally, Side
from partyroll.rules.rating.interval import likely_counts


def compared(own: RatingTally, parent: RatingTally, limits: RatingLimits) -> Compared | None:
    """Return how a unit lies beside its parent.

    None where too few are rated to compare, or where the unit is all there is of its parent.
    """
    if own.rated < limits.least_number or parent.rated <= own.rated:
        return None
    low, high = likely_counts(own.rated, parent.good_or_better, parent.rated, limits.interval)
    if own.good_or_better > high:
        return Compared(low, high, Side.ABOVE)
    return Compared(low, high, Side.BELOW if own.good_or_better < low else Side.WITHIN)
