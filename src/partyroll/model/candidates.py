"""The way to admission."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from partyroll.model.people import Gender
from partyroll.model.sources import NOWHERE, Source
from partyroll.period import PartialDate


class CandidateStage(StrEnum):
    """The way to admission, in order; one date each."""

    DETECTED = "detected"
    ON_SOURCE_LIST = "on_source_list"
    HELPER_ASSIGNED = "helper_assigned"
    AWARENESS_CLASS = "awareness_class"
    APPLICATION = "application"
    CV = "cv"
    VETTING = "vetting"
    OPINIONS = "opinions"
    CELL_RESOLUTION = "cell_resolution"
    COMMITTEE_RESOLUTION = "committee_resolution"
    DECISION = "decision"
    CEREMONY = "ceremony"
    PROBATION_REVIEW = "probation_review"
    CONFIRMED = "confirmed"

    @property
    def place(self) -> int:
        """Where the stage stands on the way, from 0."""
        return list(CandidateStage).index(self)


# Stages at which people vote on a candidate.
VOTED = (CandidateStage.CELL_RESOLUTION, CandidateStage.COMMITTEE_RESOLUTION)
# From the decision on the candidate is to be a member; from the ceremony on they are one.
DECIDED = frozenset(list(CandidateStage)[CandidateStage.DECISION.place :])


class AdmissionPart(StrEnum):
    """A part of the register of admission, as people ask for it."""

    STALLED = "stalled"
    NO_PAPER = "no-paper"
    ENDING = "ending"  # a term that ends soon, or has ended
    PROBATION = "probation"
    ENDED = "ended"  # files closed without an admission


@dataclass(frozen=True, slots=True)
class Vote:
    """How many official members were convened, came, were in favour; None = nobody wrote it."""

    entitled: int | None = None
    present: int | None = None
    in_favour: int | None = None


@dataclass(frozen=True, slots=True)
class CandidateStep:
    """A stage that was reached, on what day, with which paper and by which vote."""

    stage: CandidateStage
    on: PartialDate
    paper: str = ""
    vote: Vote | None = None
    source: Source = NOWHERE


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody on the way to admission, with the stages that have a date.

    `member_id` is the person in the rolls, once admitted.  `ended_on` closes the file without
    an admission.
    """

    candidate_id: str
    full_name: str
    birth_date: PartialDate | None = None
    gender: Gender | None = None
    national_id: str | None = None
    unit_id: str | None = None
    origin: str = ""
    helper: str = ""
    note: str = ""
    member_id: str | None = None
    ended_on: PartialDate | None = None
    ended_text: str = ""
    steps: Mapping[CandidateStage, CandidateStep] = field(default_factory=dict)
    source: Source = NOWHERE

    def day(self, stage: CandidateStage) -> PartialDate | None:
        """Return when a stage was reached; None where nobody wrote it."""
        step = self.steps.get(stage)
        return step.on if step else None

    @property
    def reached(self) -> CandidateStage | None:
        """The furthest stage that has a date."""
        return max(self.steps, key=lambda stage: stage.place, default=None)

    @property
    def ended(self) -> bool:
        """Whether the file was closed without an admission."""
        return self.ended_on is not None or bool(self.ended_text)


@dataclass(frozen=True, slots=True)
class AdmissionLimits:
    """From when on a file is worth a word, and what an office counts as what.

    `source_months` hold before an application, `stalled_months` from it on.  `days` come
    before the end of a clock.  `least_members` are the official members that a cell needs.
    `youth_age` is the last full year of age at which somebody counts as young.  A vetting of
    `vetted_months` ago may have to be done anew.
    """

    source_months: int = 12
    stalled_months: int = 6
    days: int = 60
    least_members: int = 3
    youth_age: int = 30
    vetted_months: int = 12
