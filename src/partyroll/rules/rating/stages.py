"""How the stages of one rating differ: the member's own, the cell's, the committee's."""

from itertools import pairwise

from partyroll.messages import RATING_COUNT
from partyroll.model import Rating, RatingLevel, RatingStage, YearRating

_ORDER = [*RatingLevel]  # from the highest; not rated is no step of it
_WHO = {RatingStage.CELL: "chi bộ", RatingStage.COMMITTEE: "cấp ủy"}


def difference(rating: YearRating) -> str:
    """Return in words at which stage the level changed; "" where all agree."""
    stages = [rating.stages[stage] for stage in RatingStage if stage in rating.stages]
    told = [
        f"{_WHO[after.stage]} {_change(before.level, after.level)} ({_arrow(before, after)})"
        for before, after in pairwise(stages)
        if before.level is not after.level
    ]
    return "; ".join(told)


def _arrow(before: Rating, after: Rating) -> str:
    return f"{RATING_COUNT[before.level]} → {RATING_COUNT[after.level]}"


def _change(before: RatingLevel, after: RatingLevel) -> str:
    if RatingLevel.NOT_RATED in {before, after}:
        return "đổi"
    return "hạ" if _ORDER.index(after) > _ORDER.index(before) else "nâng"
