"""How many may be rated excellent in a grassroots organisation: a share of those rated good.

The texts give the share; published tables take it of two bases (rulebook §8.2).  A cell has no
cap of its own.  Whole numbers are compared: no share is rounded.
"""

from dataclasses import dataclass

from partyroll.model import CapBase, RatingLevel


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of a unit have each level; `proposed` of them by the cell alone."""

    excellent: int = 0
    good: int = 0
    complete: int = 0
    not_complete: int = 0
    not_rated: int = 0
    proposed: int = 0

    @property
    def rated(self) -> int:
        """How many have a level."""
        return self.good_or_better + self.below_good

    @property
    def good_or_better(self) -> int:
        """How many are good or excellent."""
        return self.excellent + self.good

    @property
    def below_good(self) -> int:
        """How many are below good."""
        return self.complete + self.not_complete

    def count(self, level: RatingLevel) -> int:
        """Return how many have a level."""
        counts: int = getattr(self, level.value.lower())
        return counts


def within_cap(tally: Tally, cap: int, base: CapBase) -> bool:
    """Whether the excellent ratings keep to `cap` per cent of the base."""
    return 100 * tally.excellent <= cap * base_number(tally, base)


def base_number(tally: Tally, base: CapBase) -> int:
    """Return of how many the share of excellent ratings is taken."""
    return tally.good_or_better if base is CapBase.NESTED else tally.good


def most_excellent(good_or_better: int, cap: int, base: CapBase) -> int:
    """Return how many of those rated good or better may be excellent."""
    if base is CapBase.NESTED:
        return cap * good_or_better // 100
    # E of the rest: 100 E <= cap (T - E).
    return cap * good_or_better // (100 + cap)
