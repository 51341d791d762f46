"""How many may be rated excellent in a grassroots organisation: a share of those rated good.

The texts give the share; published tables take it of two bases (rulebook §8.2).  A cell has no
cap of its own.  Whole numbers are compared: no share is rounded.
"""

from partyroll.model import CapBase, RatingTally


def within_cap(tally: RatingTally, cap: int, base: CapBase) -> bool:
    """Whether the excellent ratings keep to `cap` per cent of the base."""
    return 100 * tally.excellent <= cap * base_number(tally, base)


def base_number(tally: RatingTally, base: CapBase) -> int:
    """Return of how many the share of excellent ratings is taken."""
    return tally.good_or_better if base is CapBase.NESTED else tally.good


def most_excellent(good_or_better: int, cap: int, base: CapBase) -> int:
    """Return how many of those rated good or better may be excellent."""
    if base is CapBase.NESTED:
        return cap * good_or_better // 100
    # E of the rest: 100 E <= cap (T - E).
    return cap * good_or_better // (100 + cap)
