"""Help, praise and discipline: what was done for a member, and what was said of them."""

from dataclasses import dataclass
from enum import StrEnum

from partyroll.model.sources import NOWHERE, Source
from partyroll.period import PartialDate


class Need(StrEnum):
    """What a member is short of; the words as written are kept beside it."""

    HARDSHIP = "HARDSHIP"
    JOB = "JOB"
    HEALTH = "HEALTH"
    DISASTER = "DISASTER"
    DISCHARGED = "DISCHARGED"  # a soldier or policeman who came home, to be met
    LOAN = "LOAN"
    OTHER = "OTHER"


class SupportMeasure(StrEnum):
    """What was done about it."""

    VISIT = "VISIT"
    GIFT = "GIFT"
    LOAN = "LOAN"
    JOB_INTRODUCTION = "JOB_INTRODUCTION"
    TRAINING = "TRAINING"
    HOUSING = "HOUSING"
    INSURANCE = "INSURANCE"
    DUES_RELIEF = "DUES_RELIEF"
    MEETING = "MEETING"
    HELPER = "HELPER"
    OTHER = "OTHER"


class SupportOutcome(StrEnum):
    """What became of the need."""

    RESOLVED = "RESOLVED"
    BETTER = "BETTER"
    UNCHANGED = "UNCHANGED"
    WORSE = "WORSE"
    LEFT = "LEFT"


class AwardForm(StrEnum):
    """How somebody was praised."""

    BADGE = "BADGE"
    MERIT = "MERIT"
    COMMENDATION = "COMMENDATION"
    EXAMPLE = "EXAMPLE"
    TITLE = "TITLE"
    OTHER = "OTHER"


class DisciplineForm(StrEnum):
    """The forms of discipline; removal from the list is none of them."""

    REPRIMAND = "REPRIMAND"
    WARNING = "WARNING"
    DISMISSAL = "DISMISSAL"
    EXPULSION = "EXPULSION"
    OTHER = "OTHER"


class SupportPart(StrEnum):
    """A part of the register of help, as people ask for it."""

    NO_MEASURE = "no-measure"
    NO_OUTCOME = "no-outcome"
    DISCHARGED = "discharged"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class SupportLimits:
    """From when on help is asked after, and whom a roster's word of service is about.

    `outcome_months` after a measure; `served_months` after a discharge somebody is still
    to be met; without a day of it only who is younger than `served_age`.
    """

    outcome_months: int = 6
    served_months: int = 12
    served_age: int = 35
    sign_months: int = 24  # how long discipline and a low rating are early signs


@dataclass(frozen=True, slots=True)
class Support:
    """One need of a person and what was done about it; `number` is what people type."""

    support_id: str
    number: int
    person_id: str
    need: Need
    need_text: str = ""
    unit_id: str | None = None
    opened_on: PartialDate | None = None
    measure: SupportMeasure | None = None
    measure_text: str = ""
    amount: int | None = None
    provided_by: str = ""
    provided_on: PartialDate | None = None
    closed_on: PartialDate | None = None
    outcome: SupportOutcome | None = None
    outcome_text: str = ""
    paper: str = ""
    note: str = ""
    source: Source = NOWHERE
    change: int = 0

    @property
    def concluded(self) -> bool:
        """Whether somebody wrote what became of it, in words of the list or in others."""
        return self.outcome is not None or self.outcome_text != ""


@dataclass(frozen=True, slots=True)
class Award:
    """One praise of a person; `badge_years` of a badge for years in the Party."""

    award_id: str
    person_id: str
    form: AwardForm
    form_text: str = ""
    badge_years: int | None = None
    awarded_on: PartialDate | None = None
    decision_no: str = ""
    given_by: str = ""
    reason_text: str = ""
    note: str = ""
    source: Source = NOWHERE
    change: int = 0
    number: int = 0  # what people type


@dataclass(frozen=True, slots=True)
class Discipline:
    """One decision on discipline of a person; `valid_to` only where a paper states it."""

    discipline_id: str
    person_id: str
    form: DisciplineForm
    form_text: str = ""
    decided_on: PartialDate | None = None
    decision_no: str = ""
    decided_by: str = ""
    valid_to: PartialDate | None = None
    reason_text: str = ""
    note: str = ""
    source: Source = NOWHERE
    change: int = 0
    number: int = 0  # what people type


@dataclass(frozen=True, slots=True)
class HelpGiven:
    """One measure as a report counts it, in the units of its day (`then`) or of today.

    `given_on` None = nobody wrote the day; `units` are the ids of `unit_path`.
    """

    person_id: str
    need: Need
    measure: SupportMeasure
    given_on: PartialDate | None = None
    amount: int | None = None
    outcome: SupportOutcome | None = None
    unit_path: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
