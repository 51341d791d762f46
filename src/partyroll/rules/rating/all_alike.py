"""L7: a unit in which everybody has the same level."""

from collections.abc import Iterator

from partyroll.model import Matter, MatterKind, RatingLevel
from partyroll.rules.rating.facts import Question, RatedUnit
from partyroll.rules.rating.words import level_words

_STEP = "Cần rà soát: đối chiếu kết quả từng người với tiêu chí của từng mức."
_LEVELS = [level for level in RatingLevel if level is not RatingLevel.NOT_RATED]


def all_alike(unit: RatedUnit, asked: Question) -> Iterator[Matter]:
    """Yield that all members of a unit have one level, where there are several members."""
    tally = unit.tally(asked.year)
    if tally.rated < asked.limits.least_alike:
        return
    for level in _LEVELS:
        if tally.count(level) == tally.rated:
            yield Matter(
                MatterKind.ALL_ALIKE,
                f"Cả {tally.rated} người được xếp loại đều {level_words(level)}",
                _STEP,
                about=str(asked.year),
            )
