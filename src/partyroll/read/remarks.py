"""What a reader has to say about cells, before anybody writes a sentence."""

from typing import Generic, NamedTuple, TypeVar

from partyroll.model import Severity

T = TypeVar("T")


class Remark(NamedTuple):
    """Something about one cell of a row: the column (0-based), a code, what stands there."""

    column: int
    code: str
    found: str = ""
    severity: Severity | None = None  # None = as usual for the code
    clue: str = ""  # what the sentence names besides: the earlier row, the rate


class Reading(NamedTuple, Generic[T]):
    """A value as understood, and the code of what is odd about it ("" = nothing)."""

    value: T | None
    code: str = ""
