"""How near two spellings of a name come.  Likeness never joins anybody: it only asks."""

import re
from difflib import SequenceMatcher
from enum import IntEnum
from functools import lru_cache

from partyroll.text import fold, same_key, spelling_key

_NEAR = 0.90
_CALLED = re.compile(r"^(?:ông|bà|anh|chị|cô|chú|bác)\s+(?=\S+\s+\S)", re.IGNORECASE)
_BEHIND = re.compile(r"\s*\([^()]*\)\s*$|\s+[-–]\s+.*$")


class Likeness(IntEnum):
    """The tiers of likeness, the surest first; exact equality is none of them."""

    SPELLING = 1  # y for i: Sĩ, Sỹ; words beside the name: "Lò Văn An (phó bí thư)"
    FOLDED = 2  # typed without accents, or another person: Hùng, Hưng
    NEAR = 3  # a letter or two apart


@lru_cache(maxsize=50_000)
def likeness(one: str, other: str) -> Likeness | None:
    """Return the tier in which two names are alike; None where they are equal or far apart."""
    if same_key(one) == same_key(other):
        return None
    if spelling_key(one) == spelling_key(other):
        return Likeness.SPELLING
    if same_key(bare_name(one)) == same_key(bare_name(other)):
        return Likeness.SPELLING
    plain, other_plain = fold(one), fold(other)
    if plain == other_plain:
        return Likeness.FOLDED
    return Likeness.NEAR if _near(plain, other_plain) else None


def loose_key(name: str) -> str:
    """Return the key under which names of the first two tiers meet."""
    return fold(spelling_key(bare_name(name)))


def bare_name(name: str) -> str:
    """Return a name without how somebody is called and what is said in brackets behind it."""
    return _BEHIND.sub("", _CALLED.sub("", name))


def _near(one: str, other: str) -> bool:
    compared = SequenceMatcher(None, one, other, autojunk=False)
    return compared.quick_ratio() >= _NEAR and compared.ratio() >= _NEAR
