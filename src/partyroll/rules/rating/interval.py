"""By how much a share may differ by chance: the binomial interval of a funnel plot."""

from functools import lru_cache
from itertools import accumulate
from math import exp, lgamma, log, log1p


@lru_cache(maxsize=4_000)  # units of one size under one parent have one interval
def likely_counts(number: int, successes: int, trials: int, per_cent: int) -> tuple[int, int]:
    """Return the least and the most of `number` that are likely with `successes` of `trials`.

    In `per_cent` of units of this size chance alone stays within; a count outside is as rare,
    on its side, as half of the rest.
    """
    if not 0 < successes < trials:
        sure = number if successes else 0
        return sure, sure
    rare = (100 - per_cent) / 200
    chances = list(_chances(number, successes / trials))
    low = sum(below <= rare for below in accumulate(chances))
    high = number - sum(above <= rare for above in accumulate(reversed(chances)))
    return low, high


def _chances(number: int, share: float) -> list[float]:
    """Return the chance of each count from 0 to `number`."""
    yes, no, whole = log(share), log1p(-share), lgamma(number + 1)
    return [
        exp(whole - lgamma(k + 1) - lgamma(number - k + 1) + k * yes + (number - k) * no)
        for k in range(number + 1)
    ]
