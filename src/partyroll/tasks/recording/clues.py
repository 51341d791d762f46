"""What a row says of who it is about, and whom that points to."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from partyroll.period import PartialDate
from partyroll.store.known import Known
from partyroll.tasks.recording.questions import Question
from partyroll.text import same_key


class Clues(NamedTuple):
    """What a row says of who it is about; None = not stated.

    `among` are the people of the same workbook: a sheet with names only joins them.
    `without` are those whom somebody ruled out; `mark` tells two rows of one name apart.
    """

    full_name: str
    birth_date: PartialDate | None = None
    card_no: str | None = None
    national_id: str | None = None
    unit_id: str | None = None
    among: AbstractSet[str] = frozenset()
    without: AbstractSet[str] = frozenset()
    mark: str = ""


class Doubt(Enum):
    """Why a row cannot be given to anyone by the machine."""

    NUMBERS_DISAGREE = "numbers_disagree"
    SAME_NAMES = "same_names"
    ALIKE = "alike"


@dataclass(frozen=True, slots=True)
class Match:
    """The person a row is about, nobody yet, or the doubt that a human must settle.

    `of` are the people who could be meant.
    """

    person_id: str | None = None
    doubt: Doubt | None = None
    candidates: int = 0
    of: tuple[str, ...] = ()
    question: Question | None = None


NOBODY = Match()


def of_one_name(known: Known, clues: Clues) -> bool:
    """Whether somebody has the name of the clues, however it is spelled."""
    return known.full_name == clues.full_name or known.name_key == same_key(clues.full_name)


def disagreeing(people: AbstractSet[str]) -> Match:
    """Return the doubt about numbers that point to different people."""
    return Match(doubt=Doubt.NUMBERS_DISAGREE, of=tuple(sorted(people)))


def several(people: AbstractSet[str]) -> Match:
    """Return the doubt about people of one name."""
    return Match(doubt=Doubt.SAME_NAMES, candidates=len(people), of=tuple(sorted(people)))


def overlap(one: PartialDate, other: PartialDate) -> bool:
    """Whether two dates, as precise as they are, may be the same day."""
    return one.first <= other.last and other.first <= one.last
