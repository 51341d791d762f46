"""Where the level of one year changed: the member's own, the cell's, the committee's."""

import pytest

from partyroll.model import Rating, RatingLevel, RatingStage, YearRating
from partyroll.rules.rating.stages import difference

EXCELLENT, GOOD = RatingLevel.EXCELLENT, RatingLevel.GOOD
NOT_RATED = RatingLevel.NOT_RATED


def rated(
    own: RatingLevel | None = None,
    cell: RatingLevel | None = None,
    committee: RatingLevel | None = None,
) -> YearRating:
    levels = zip(RatingStage, (own, cell, committee), strict=True)
    return YearRating({stage: Rating(2024, stage, level) for stage, level in levels if level})


@pytest.mark.parametrize(
    ("rating", "told"),
    [
        (rated(GOOD, GOOD, GOOD), ""),
        (rated(GOOD), ""),
        (rated(EXCELLENT, GOOD), "chi bộ hạ (xuất sắc → tốt)"),
        (rated(GOOD, EXCELLENT), "chi bộ nâng (tốt → xuất sắc)"),
        (rated(cell=GOOD, committee=EXCELLENT), "cấp ủy nâng (tốt → xuất sắc)"),
        (
            rated(EXCELLENT, GOOD, EXCELLENT),
            "chi bộ hạ (xuất sắc → tốt); cấp ủy nâng (tốt → xuất sắc)",
        ),
        (rated(NOT_RATED, GOOD), "chi bộ đổi (chưa đánh giá → tốt)"),
        (rated(GOOD, NOT_RATED), "chi bộ đổi (tốt → chưa đánh giá)"),
    ],
)
def test_each_stage_that_changed_the_level_is_told(rating: YearRating, told: str) -> None:
    assert difference(rating) == told
