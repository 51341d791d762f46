"""Registers: lists that an office keeps of people, with what needs doing about each."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from hashlib import sha256

from partyroll.model.documents import CellValue, Column
from partyroll.model.sources import NOWHERE, Source
from partyroll.period import PartialDate

_BASIS_LETTERS = 16


class MatterKind(StrEnum):
    """Why something is worth doing; never a judgement of anybody.

    The words of each stand in `messages.MATTER`.
    """

    # --- Early warnings and cases of the three-month rule
    MONTHS_NEAR = "months_near"
    CASE_OPEN = "case_open"
    COMPLAINT_CLOCK = "complaint_clock"
    BOOK_MISSING = "book_missing"
    # --- Members away
    AWAY_WITHOUT_PAPER = "away_without_paper"
    PERMISSION_ENDS = "permission_ends"
    TEMPORARY_STAY_ENDS = "temporary_stay_ends"
    TEMPORARY_STAY_LONG = "temporary_stay_long"
    CONTACT_DUE = "contact_due"  # nobody has asked after the member for half a year
    RETURNED = "returned"  # back, and still with a paper for elsewhere
    # --- Transfers
    TRANSFER_TO_START = "transfer_to_start"
    LETTER_RUNS_OUT = "letter_runs_out"
    NOT_PRESENTED = "not_presented"
    NOT_CONFIRMED = "not_confirmed"  # presented or due, the other side has not answered
    REFUSED = "refused"
    ANSWER_TO_SEND = "answer_to_send"
    COUNTED_BY_NEITHER = "counted_by_neither"
    COUNTED_BY_BOTH = "counted_by_both"
    # --- Ratings: the leniency checks, by their numbers
    RATED_WITH_DEFAULTS = "L1"
    RATED_WITH_DISCIPLINE = "L2"
    RATED_WITHOUT_REMARKS = "L3"
    NOBODY_BELOW_GOOD = "L4"
    CAP = "L5"
    ALWAYS_EXCELLENT = "L6"
    ALL_ALIKE = "L7"
    LEFT_AFTER_GOOD = "L8"
    FAR_FROM_PARENT = "L9"
    TWICE_NOT_COMPLETE = "L10"
    RATED_THOUGH_EXEMPT = "rated_though_exempt"
    NOT_RATED_YET = "not_rated_yet"
    # --- Admission
    FILE_STALLED = "file_stalled"
    CLASS_RUNS_OUT = "class_runs_out"
    DOSSIER_OLD = "dossier_old"
    PAPER_MISSING = "paper_missing"
    ORDER_OF_STEPS = "order_of_steps"
    AGE_OF_CANDIDATE = "age_of_candidate"
    VOTE_FALLS_SHORT = "vote_falls_short"
    DECISION_DUE = "decision_due"
    CEREMONY_DUE = "ceremony_due"
    PROBATION_REVIEW = "probation_review"
    CONFIRMED_DATE = "confirmed_date"  # not the day on which the probation ended
    CELL_TOO_SMALL = "cell_too_small"  # too few official members to admit somebody
    MEMBER_TO_FIND = "member_to_find"  # admitted; nobody knows who it is in the rolls
    # --- Support and recognition
    NEED_WITHOUT_MEASURE = "need_without_measure"
    OUTCOME_UNKNOWN = "outcome_unknown"
    TO_BE_MET = "to_be_met"  # discharged soldiers and police


class MatterOutcome(StrEnum):
    """What became of a matter, in the words of whoever did it."""

    DONE = "DONE"
    UNDER_WAY = "UNDER_WAY"
    NOT_NEEDED = "NOT_NEEDED"


@dataclass(frozen=True, slots=True)
class MatterAnswer:
    """What somebody wrote about a matter; `basis` is a digest of what was so when they did."""

    outcome: MatterOutcome | None
    text: str = ""
    by: str = ""
    on: PartialDate | None = None
    paper: str = ""
    basis: str = ""
    source: Source = NOWHERE


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing worth doing: what is so, what is proposed, until when.

    `about` tells matters of one kind about one subject apart: a year, a transfer, a help.
    `until` is the last day of a clock, `remarks` what is doubtful about it.  `evidence` is
    what an answer holds for, where the text says more than that.
    """

    kind: MatterKind
    text: str
    step: str
    about: str = ""
    until: date | None = None
    remarks: tuple[str, ...] = ()
    answer: MatterAnswer | None = None
    evidence: str = ""

    @property
    def basis(self) -> str:
        """A short digest of what was so: an answer holds as long as it stays the same."""
        return sha256((self.evidence or self.text).encode()).hexdigest()[:_BASIS_LETTERS]

    @property
    def settled(self) -> bool:
        """Whether somebody has dealt with it, and nothing has changed since."""
        return (
            self.answer is not None
            and self.answer.outcome in {MatterOutcome.DONE, MatterOutcome.NOT_NEEDED}
            and self.answer.basis == self.basis
        )


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a register: who or what, the values of its columns, what needs doing.

    `subject_id` is a person's, a candidate's or a unit's; `values` go by column key.
    """

    subject_id: str
    name: str
    unit_id: str | None
    values: Mapping[str, CellValue] = field(default_factory=dict)
    matters: tuple[Matter, ...] = ()
    source: Source = NOWHERE


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a register with its unit, by the names from the highest down."""

    entry: Entry
    unit_path: tuple[str, ...]

    @property
    def unit(self) -> str:
        """The unit's own name; empty where nobody knows it."""
        return self.unit_path[-1] if self.unit_path else ""

    @property
    def open(self) -> tuple[Matter, ...]:
        """What needs doing and has not been dealt with."""
        return tuple(matter for matter in self.entry.matters if not matter.settled)

    @property
    def until(self) -> date | None:
        """The day on which the first clock of what needs doing ends."""
        return min((matter.until for matter in self.open if matter.until), default=None)


@dataclass(frozen=True, slots=True)
class Register:
    """What a register is called, what stands in it, and what to do where it is empty.

    `id` is the noun that people type, `file` the usual name of its workbook.  `columns` come
    after the name and the unit, and before what needs doing.  `parts` are the words by which
    people ask for a part of it, each with what that is.  Of a `listed` one the page of a cell
    shows everybody of the cell, not only those of whom something is to be done.
    """

    id: str
    title: str
    file: str
    columns: tuple[Column, ...]
    empty: str
    notice: str = ""
    subject: str = "Họ và tên"
    parts: Mapping[str, str] = field(default_factory=dict)
    yearly: bool = False  # a register of a year, which people may choose
    facts: bool = False  # nothing on it waits for an answer
    listed: bool = False  # the office prints it as a list of people
    by_clock: bool = False  # within a unit, what ends first stands first
