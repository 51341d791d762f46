"""What somebody typed of a file of admission, understood before anything is looked up."""

import re
from dataclasses import dataclass
from datetime import date

from partyroll.messages import CANDIDATE_STAGE
from partyroll.model import VOTED, CandidateStage, Gender, Vote
from partyroll.period import PartialDate
from partyroll.read.candidate_votes import vote_in_order
from partyroll.read.values import read_national_id
from partyroll.tasks.admitting.refusals import (
    BadNumber,
    DayAhead,
    NeedsDay,
    NeedsName,
    NeedsUnit,
    NotVotes,
    NoVoteHere,
    UnknownStage,
)
from partyroll.tasks.choosing import date_or_none, parse_date
from partyroll.text import clean, fold

_VOTES = re.compile(r"(\d+)\s*[/\-, ]\s*(\d+)\s*[/\-, ]\s*(\d+)")


@dataclass(frozen=True, slots=True)
class TypedCandidate:
    """Somebody to be followed, as typed; empty = not given."""

    name: str
    unit: str = ""
    birth: str = ""
    gender: str = ""
    national_id: str = ""
    origin: str = ""
    helper: str = ""
    note: str = ""
    on: str = ""


@dataclass(frozen=True, slots=True)
class NewCandidate:
    """The same, understood; `on` is the day on which the cell put them on its list."""

    name: str
    unit: str
    birth_date: PartialDate | None = None
    gender: Gender | None = None
    national_id: str | None = None
    origin: str = ""
    helper: str = ""
    note: str = ""
    on: PartialDate | None = None


def new_candidate(typed: TypedCandidate, today: date) -> NewCandidate:
    """Return what was typed of somebody; raise where a name, a cell or a day is wrong."""
    name = clean(typed.name)
    if not name:
        raise NeedsName
    if not typed.unit.strip():
        raise NeedsUnit
    return NewCandidate(
        name,
        typed.unit,
        past_day(typed.birth, today),
        Gender(typed.gender) if typed.gender else None,
        _number(typed.national_id),
        clean(typed.origin),
        clean(typed.helper),
        clean(typed.note),
        past_day(typed.on, today),
    )


def _number(typed: str) -> str | None:
    digits = typed.replace(" ", "").replace(".", "")
    if not digits:
        return None
    reading = read_national_id(digits)
    if reading.code or not reading.value:
        raise BadNumber(typed)
    return reading.value


@dataclass(frozen=True, slots=True)
class TypedStep:
    """A step as typed."""

    name: str
    stage: str = ""
    on: str = ""
    paper: str = ""
    votes: str = ""
    member: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class NewStep:
    """A step understood; `member` says who the candidate is in the rolls."""

    name: str
    stage: CandidateStage
    on: PartialDate
    paper: str = ""
    vote: Vote | None = None
    member: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class TypedEnd:
    """A file to be closed, as typed."""

    name: str
    on: str = ""
    reason: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class TypedTarget:
    """How many a unit is to admit in a year, as typed."""

    unit: str
    year: int
    number: int
    paper: str = ""


def new_step(typed: TypedStep, today: date) -> NewStep:
    """Return what was typed of a step; raise where something does not go together."""
    stage = stage_of(typed.stage)
    vote = vote_of(typed.votes) if typed.votes else None
    if vote is not None and stage not in VOTED:
        raise NoVoteHere(CANDIDATE_STAGE[stage], tuple(CANDIDATE_STAGE[one] for one in VOTED))
    if not typed.on.strip():
        raise NeedsDay
    day = parse_date(typed.on)
    refuse_ahead(day, today)
    return NewStep(typed.name, stage, day, clean(typed.paper), vote, typed.member, typed.unit)


def stage_of(typed: str) -> CandidateStage:
    """Return the stage that was typed: by its code, its words, or words that only it has."""
    wanted = fold(typed).replace("_", " ")
    names = {
        stage: (fold(stage.value.replace("_", " ")), fold(CANDIDATE_STAGE[stage]))
        for stage in CandidateStage
    }
    exact = [stage for stage, words in names.items() if wanted in words]
    near = [s for s, words in names.items() if any(wanted in one for one in words)]
    found = exact or (near if wanted else [])
    if len(found) == 1:
        return found[0]
    offered = found or list(CandidateStage)
    raise UnknownStage(typed, tuple(f"{s.value} ({CANDIDATE_STAGE[s]})" for s in offered))


def vote_of(typed: str) -> Vote:
    """Return a vote typed as in favour, present, convened."""
    found = _VOTES.fullmatch(typed.strip())
    if found is None:
        raise NotVotes(typed)
    vote = vote_in_order(*map(int, found.groups()))
    if vote is None:
        raise NotVotes(typed)
    return vote


def past_day(typed: str, today: date) -> PartialDate | None:
    """Return a day that was typed, None where none was; raise where it has not come."""
    day = date_or_none(typed.strip())
    if day is not None:
        refuse_ahead(day, today)
    return day


def refuse_ahead(day: PartialDate, today: date) -> None:
    """Raise `DayAhead` for a day that has not come."""
    if day.first > today:
        raise DayAhead(day)
