"""A sign of a wrong mapping, and when signs are enough to stop."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from partyroll.messages import SIGN


class Cause(StrEnum):
    """What a sign speaks of: two signs of one cause are not independent."""

    UNPAID = "unpaid"
    SUMS = "sums"
    MONEY = "money"
    PEOPLE = "people"
    EXITS = "exits"
    YEAR = "year"
    DATES = "dates"
    COLUMNS = "columns"
    VALUES = "values"


@dataclass(frozen=True, slots=True)
class Sign:
    """One reason to doubt that the columns were understood; `people` are told on screen only.

    `enough` stops an import alone; `weak` is told and never helps to stop one.
    """

    code: str
    cause: Cause
    message: str
    count: int
    people: tuple[str, ...] = ()
    enough: bool = False
    weak: bool = False

    @property
    def title(self) -> str:
        """The sign in three words, for the history."""
        return SIGN[self.code]


@dataclass(frozen=True, slots=True)
class GateResult:
    """What the gate found; `accepted` = somebody looked and said --yes."""

    signs: tuple[Sign, ...] = ()
    accepted: bool = False
    limits: tuple[tuple[str, str], ...] = ()  # setting → value, of those that were used

    @property
    def suspicious(self) -> bool:
        """Whether the signs are enough to stop: one that is grave, or two of two causes."""
        causes = {sign.cause for sign in self.signs if not sign.weak}
        return any(sign.enough for sign in self.signs) or len(causes) >= 2

    @property
    def stopped(self) -> bool:
        """Whether nothing may be written."""
        return self.suspicious and not self.accepted

    @property
    def titles(self) -> str:
        """The signs in few words, for the note of a change made in spite of them."""
        return ", ".join(dict.fromkeys(sign.title for sign in self.signs))


NO_SIGNS = GateResult()


def named(names: Iterable[str]) -> tuple[str, ...]:
    """Return names once each, in the order of their first sight."""
    return tuple(dict.fromkeys(names))
