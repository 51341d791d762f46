"""What levels were called: since 2018 alone, before it as a part of being a fit member."""

from partyroll.messages import RATING_LEVEL, RATING_LEVEL_BEFORE
from partyroll.model import RatingLevel
from partyroll.rulebook import evaluation_rules
from partyroll.text import fold

_UNFIT = "vi pham tu cach"


def level_name(level: RatingLevel, year: int) -> str:
    """Return what a level was called in the lists of a year."""
    before = year < evaluation_rules()[0].since.year
    return (RATING_LEVEL_BEFORE if before else RATING_LEVEL)[level]


def says_unfit(text: str) -> bool:
    """Whether a level as written says that a member is unfit, and nothing else."""
    return fold(text).strip(" .;,") == _UNFIT


def may_mean_unfit(text: str) -> bool:
    """Whether a level as written may say that a member is unfit, or only not complete.

    Before 2018 one level stood for both; only the first of them is a ground of Điều 8.
    """
    return _UNFIT in fold(text) and not says_unfit(text)
