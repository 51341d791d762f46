"""For whom something is printed."""

from dataclasses import dataclass
from enum import StrEnum


class Audience(StrEnum):
    """How far a paper goes, from the office itself to everybody."""

    INTERNAL = "internal"
    UPPER = "upper"  # the committee above
    PUBLIC = "public"


LEAST_COUNT = 5  # no smaller one is published


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who gets a paper: the audience decides what it may show, `name` is printed on it.

    In public no count below `least` is shown.
    """

    audience: Audience = Audience.INTERNAL
    name: str = ""
    least: int = LEAST_COUNT
