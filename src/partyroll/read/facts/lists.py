"""Rows of lists about members: who works away, was rated, is excused, was helped."""

from dataclasses import dataclass
from datetime import date

from partyroll.model import (
    AnswerField,
    AwardForm,
    DisciplineForm,
    MatterOutcome,
    Need,
    RatingLevel,
    RatingStage,
    SupportMeasure,
    SupportOutcome,
)
from partyroll.period import PartialDate
from partyroll.read.facts.units import UnitRef


@dataclass(frozen=True, slots=True)
class AwayRow:
    """A member who works away; `transferred` None = the cell is empty."""

    row: int
    full_name: str
    unit: UnitRef | None = None
    birth_date: PartialDate | None = None
    card_no: str | None = None
    national_id: str | None = None
    place: str = ""
    since: PartialDate | None = None
    until: PartialDate | None = None
    transferred: bool | None = None
    confirmed_on: PartialDate | None = None
    note: str = ""
    returned_on: PartialDate | None = None
    contact: str = ""
    contacted_on: PartialDate | None = None
    paper: str = ""


@dataclass(frozen=True, slots=True)
class StatedRating:
    """One rating of one year at one stage; `text` is the level as written."""

    year: int
    level: RatingLevel
    text: str
    stage: RatingStage = RatingStage.COMMITTEE


@dataclass(frozen=True, slots=True)
class StatedRemark:
    """What a place of stay says of a member for a year."""

    year: int
    place: str
    text: str


@dataclass(frozen=True, slots=True)
class UnitRatingRow:
    """One unit of a list of units with their own ratings."""

    row: int
    unit: UnitRef
    ratings: tuple[StatedRating, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class RatingRow:
    """One person of a rating list, with every year it has a column for."""

    row: int
    full_name: str
    ratings: tuple[StatedRating, ...]
    unit: UnitRef | None = None
    birth_date: PartialDate | None = None
    card_no: str | None = None
    national_id: str | None = None
    note: str = ""
    remarks: tuple[StatedRemark, ...] = ()


@dataclass(frozen=True, slots=True)
class StatedAnswer:
    """What somebody wrote into one yellow cell; `value` empty = it was not understood."""

    field: AnswerField
    text: str
    value: str
    cell: str


@dataclass(frozen=True, slots=True)
class Aside:
    """Something said on a list beside its answers: why it is none, its words, its cell."""

    code: str
    text: str
    cell: str


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A row of a review list that comes back.

    `list_ref` is the id of the list, or its number after a "#"; both it and `person_id` are
    empty where nothing says whose row it is.  `asides` are said in the row, or below the list,
    and are no answers.
    """

    row: int
    full_name: str
    answers: tuple[StatedAnswer, ...]
    list_ref: str = ""
    person_id: str = ""
    unit: UnitRef | None = None
    asides: tuple[Aside, ...] = ()
    remark: Aside | None = None  # in the column of remarks: the list's own, or somebody's


@dataclass(frozen=True, slots=True)
class UnreadAnswer:
    """A yellow cell that nobody can read: which column it is of, its words, where it stands."""

    field: str
    text: str
    cell: str


@dataclass(frozen=True, slots=True)
class MatterRow:
    """What became of one matter on a register that comes back.

    `subject_id` is empty where nothing says whose row it is; `basis` is a digest of what was
    so when it was printed.
    """

    row: int
    full_name: str
    subject_id: str
    matter: str
    about: str
    basis: str
    outcome: MatterOutcome | None = None
    text: str = ""
    by: str = ""
    on: PartialDate | None = None
    paper: str = ""
    unread: tuple[UnreadAnswer, ...] = ()
    unit: UnitRef | None = None  # the key says whose it is


@dataclass(frozen=True, slots=True)
class ExcuseRow:
    """A reason, a paper or a temporary place; kind and ground in the words of the cell."""

    row: int
    full_name: str
    kind: str
    unit: UnitRef | None = None
    birth_date: PartialDate | None = None
    card_no: str | None = None
    national_id: str | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None
    ground: str = ""
    by: str = ""
    on: PartialDate | None = None
    paper: str = ""
    reason: str = ""
    host: str = ""
    share: int | None = None


@dataclass(frozen=True, slots=True)
class HolidayRow:
    """Days on which nobody works, with their name."""

    row: int
    days: tuple[date, ...]
    name: str
    unit: UnitRef | None = None  # they hold for everybody


@dataclass(frozen=True, slots=True)
class SupportRow:
    """What somebody needs and what was done; texts are the words of the cells."""

    row: int
    full_name: str
    need: Need
    unit: UnitRef | None = None
    birth_date: PartialDate | None = None
    card_no: str | None = None
    national_id: str | None = None
    need_text: str = ""
    opened_on: PartialDate | None = None
    measure: SupportMeasure | None = None
    measure_text: str = ""
    amount: int | None = None
    by: str = ""
    on: PartialDate | None = None
    closed_on: PartialDate | None = None
    outcome: SupportOutcome | None = None
    outcome_text: str = ""
    paper: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class StatedAward:
    """One praise; `text` is its form as written, `badge_years` only of a badge."""

    form: AwardForm
    text: str
    badge_years: int | None = None


@dataclass(frozen=True, slots=True)
class AwardRow:
    """One person of a list of praise, with every form it has a mark or words for."""

    row: int
    full_name: str
    awards: tuple[StatedAward, ...]
    unit: UnitRef | None = None
    birth_date: PartialDate | None = None
    card_no: str | None = None
    national_id: str | None = None
    on: PartialDate | None = None
    decision_no: str = ""
    by: str = ""
    reason: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class DisciplineRow:
    """One decision on discipline; without a form the row is set aside."""

    row: int
    full_name: str
    form: DisciplineForm
    unit: UnitRef | None = None
    birth_date: PartialDate | None = None
    card_no: str | None = None
    national_id: str | None = None
    form_text: str = ""
    on: PartialDate | None = None
    decision_no: str = ""
    by: str = ""
    valid_to: PartialDate | None = None
    reason: str = ""
    note: str = ""
