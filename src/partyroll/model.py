"""The words of the project as frozen values: what is kept, asked and answered.

Nothing here reads, writes or decides.  Codes are those of the rulebook's glossary; the
Vietnamese words for them are in `messages`.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from string import ascii_uppercase

from partyroll.period import Month, PartialDate


# --- Where a fact comes from --------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Source:
    """The place in a workbook that states a fact."""

    file: str
    sheet: str = ""
    row: int | None = None
    cell: str = ""

    def __str__(self) -> str:
        place = self.cell or (f"dòng {self.row}" if self.row else "")
        return " › ".join(part for part in (self.file, self.sheet, place) if part)


class Severity(StrEnum):
    """How a problem is treated: an error sets something aside, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a person should look at in a workbook: where, what was found, what to do.

    `answers` are the values a question accepts; empty when it is no question.
    """

    file: str
    sheet: str
    cell: str
    row: int | None
    code: str
    severity: Severity
    found: str
    message: str
    answers: tuple[str, ...] = ()


# --- People and what happens to them ------------------------------------------------------
class Gender(StrEnum):
    """As rosters write it."""

    MALE = "Nam"
    FEMALE = "Nữ"


class ExitKind(StrEnum):
    """How someone stops being counted (rulebook §5.1)."""

    REMOVED = "REMOVED"
    WITHDREW = "WITHDREW"
    EXPELLED = "EXPELLED"
    DIED = "DIED"
    OUT = "OUT"
    OTHER_DECREASE = "OTHER_DECREASE"
    LEFT_UNSTATED = "LEFT_UNSTATED"  # left, but the paper does not say how


class Status(StrEnum):
    """Where a person stands on a day; computed on read, never stored."""

    OFFICIAL = "OFFICIAL"
    PROBATIONARY = "PROBATIONARY"
    SUSPENDED = "SUSPENDED"
    REMOVED = "REMOVED"
    WITHDREW = "WITHDREW"
    EXPELLED = "EXPELLED"
    DIED = "DIED"
    OUT = "OUT"
    OTHER_DECREASE = "OTHER_DECREASE"
    LEFT_UNSTATED = "LEFT_UNSTATED"


class EventKind(StrEnum):
    """Life events; a transfer out is a leg of its own and no event."""

    ADMITTED = "ADMITTED"
    CONFIRMED = "CONFIRMED"
    READMITTED = "READMITTED"
    RESTORED = "RESTORED"
    REMOVED = "REMOVED"
    WITHDREW = "WITHDREW"
    EXPELLED = "EXPELLED"
    DIED = "DIED"
    OTHER_DECREASE = "OTHER_DECREASE"
    LEFT_UNSTATED = "LEFT_UNSTATED"


class Reason(StrEnum):
    """Why someone left (rulebook §5.2, §5.5); the text of the paper is kept beside it."""

    SKIP_MEETINGS = "SKIP_MEETINGS"
    UNPAID_DUES = "UNPAID_DUES"
    RETURNED_CARD = "RETURNED_CARD"
    DESTROYED_CARD = "DESTROYED_CARD"
    LOST_WILL = "LOST_WILL"
    TWO_YEARS_UNFIT = "TWO_YEARS_UNFIT"
    POLITICAL_STANDARD = "POLITICAL_STANDARD"
    PROBATION_NOT_CONFIRMED = "PROBATION_NOT_CONFIRMED"
    TRANSFER_NOT_PRESENTED = "TRANSFER_NOT_PRESENTED"
    WRONGLY_ADMITTED = "WRONGLY_ADMITTED"
    FAMILY_HARDSHIP = "FAMILY_HARDSHIP"
    EMIGRATE_WITH_FAMILY = "EMIGRATE_WITH_FAMILY"
    FAR_WORK = "FAR_WORK"
    HEALTH_AGE = "HEALTH_AGE"
    RELIGION = "RELIGION"
    WORKPLACE = "WORKPLACE"
    OTHER = "OTHER"
    UNSTATED = "UNSTATED"


class RatingLevel(StrEnum):
    """The yearly rating of a member."""

    EXCELLENT = "EXCELLENT"
    GOOD = "GOOD"
    COMPLETE = "COMPLETE"
    NOT_COMPLETE = "NOT_COMPLETE"
    NOT_RATED = "NOT_RATED"


class RatingStage(StrEnum):
    """Who rates: the member, the cell, the committee that decides."""

    SELF = "SELF"
    CELL = "CELL"
    COMMITTEE = "COMMITTEE"


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


class PermissionKind(StrEnum):
    """A period in which something is not owed, with the paper that says so (rulebook §4)."""

    EXEMPT_ACTIVITY = "EXEMPT_ACTIVITY"  # no meetings; dues stay due
    TEMP_EXEMPT = "TEMP_EXEMPT"  # the same, for less than a year
    SUSPENDED = "SUSPENDED"  # no meetings; dues stay due
    EXEMPT = "EXEMPT"  # no dues
    DEFERRED = "DEFERRED"  # dues later


@dataclass(frozen=True, slots=True)
class LifeEvent:
    """Something that happened to a person, by the paper that says so."""

    event_id: str
    kind: EventKind
    event_date: PartialDate | None = None
    decision_no: str = ""
    decision_date: PartialDate | None = None
    unit_id: str | None = None
    reasons: tuple[Reason, ...] = ()
    reason_text: str = ""
    form_text: str = ""
    probationary: bool | None = None
    source: Source = Source("")

    @property
    def on(self) -> PartialDate | None:
        """The day it counts from: the decision's, else its own."""
        return self.decision_date or self.event_date


@dataclass(frozen=True, slots=True)
class TransferLeg:
    """One side of a transfer, as one organisation recorded it."""

    leg_id: str
    out: bool
    temporary: bool
    leg_date: PartialDate | None = None
    decision_no: str = ""
    decision_date: PartialDate | None = None
    unit_id: str | None = None
    place: str = ""
    reason_text: str = ""
    source: Source = Source("")

    @property
    def on(self) -> PartialDate | None:
        """The day it counts from: the decision's, else its own."""
        return self.decision_date or self.leg_date


# --- The rule -----------------------------------------------------------------------------
class Ground(StrEnum):
    """What a finding rests on."""

    UNPAID_DUES = "UNPAID_DUES"
    SKIP_MEETINGS = "SKIP_MEETINGS"
    MIXED = "MIXED"


class State(StrEnum):
    """What one month is for one person, as of a day (rulebook §3.3)."""

    PAID = "PAID"
    PAID_LATE = "PAID_LATE"
    PREPAID = "PREPAID"
    UNPAID = "UNPAID"
    UNPAID_INFERRED = "UNPAID_INFERRED"
    EXEMPT = "EXEMPT"
    DEFERRED = "DEFERRED"
    EXCUSED = "EXCUSED"
    NOT_DUE = "NOT_DUE"
    UNKNOWN = "UNKNOWN"
    ATTENDED = "ATTENDED"
    UNEXCUSED = "UNEXCUSED"
    EXCUSED_MARKED = "EXCUSED_MARKED"
    NOT_HELD = "NOT_HELD"
    NOT_OWED = "NOT_OWED"


class ReviewList(StrEnum):
    """The lists of the rule, strongest first; gaps name unit-months, not people."""

    REVIEW = "review"
    CHECK_REASON = "check_reason"
    WATCH = "watch"
    DATA_GAP = "data_gap"


class BookKind(StrEnum):
    """What a monthly book records."""

    DUES = "dues"
    MEETINGS = "meetings"


class Letter:
    """What a month's own cell says; one sign a cell, readable in any SQLite browser."""

    PAID = "P"
    UNPAID = "U"
    NOTED = "N"
    EXEMPT = "X"
    DEFERRED = "D"
    NOT_DUE = "o"
    BLANK = "."
    UNREADABLE = "?"

    PRESENT = "P"
    EXCUSED = "E"
    ABSENT = "A"
    NOT_HELD = "n"


@dataclass(frozen=True, slots=True)
class RuleSettings:
    """Every reading the texts leave open, with the product's default (rulebook §3.2)."""

    months: int = 3
    year_basis: str = "calendar"  # or rolling12
    run: str = "any"  # or consecutive
    combine_grounds: bool = False
    meeting_reading: str = "three_months"  # or own_count
    meeting_months: int = 3
    count_late: bool = False
    grace_days: int = 0
    infer_blank: bool = True
    infer_min_share: float = 0.25
    infer_blank_meeting: bool = False
    trust_excused_mark: bool = False
    meeting_month: str = "none_attended"  # or any_missed
    partial_payment: str = "paid"  # or unpaid
    first_due_month: str = "after_ceremony_month"  # or ceremony_month
    last_due_month: str = "before_exit_month"  # or exit_month
    partial_exempt_month: str = "exempt"  # or due


@dataclass(frozen=True, slots=True)
class RuleSet:
    """One regulation with the day it took effect; `text` is what lists print."""

    id: str
    since: date | None
    guidance: str
    text: str
    confidence: str = ""

    @property
    def version(self) -> str:
        """The number and the day, by which a document is told from its namesakes."""
        return (
            f"{self.id} ({self.since:%d/%m/%Y})" if self.since else f"{self.id} (chưa rõ ngày)"
        )


@dataclass(frozen=True, slots=True)
class Stay:
    """A period in a unit: from `start`, up to but not including `end`; None = open."""

    unit_id: str
    start: date | None = None
    end: date | None = None
    temporary: bool = False

    def covers(self, day: date) -> bool:
        """Whether the stay holds on `day`."""
        return (self.start is None or self.start <= day) and (
            self.end is None or day < self.end
        )


@dataclass(frozen=True, slots=True)
class BookLine:
    """One person's row in one book: a letter for each month (dues) or meeting.

    `months` gives the month number behind each letter: 1..12 in order for dues; for meetings
    the month of each meeting, so a number may repeat or be missing.  `columns` gives the sheet
    column of each position (absent = the sheet has no such column); `cells` gives the address
    of each position that the book speaks of, where a column and the row do not tell it (a block
    a month).  `notes` are the words in a cell, by position.  `since`/`until` are what the row's
    remark says of the membership window ("Kết nạp ngày 19/5/2024", "Chuyển SHĐ đi từ 8/2024").
    `unallocated`: the row holds a sum above one month's rate that names no months.
    """

    book_id: str
    kind: BookKind
    unit_id: str | None
    year: int
    letters: str
    months: tuple[int, ...] = tuple(range(1, 13))
    notes: Mapping[int, str] = field(default_factory=dict)
    columns: Mapping[int, str] = field(default_factory=dict)
    remark: str = ""
    since: PartialDate | None = None
    until: PartialDate | None = None
    unallocated: bool = False
    book_date: date | None = None
    source: Source = Source("")
    cells: Mapping[int, str] = field(default_factory=dict)

    def speaks_of(self, position: int) -> bool:
        """Whether the sheet has a cell for `position`; a line without a map has them all."""
        mapped = self.cells or self.columns
        return not mapped or position in mapped

    def at(self, position: int) -> Source:
        """The cell of the letter at `position` (0-based)."""
        if place := self.cells.get(position):
            sheet, _, cell = place.rpartition("!")
            row = int(cell.lstrip(ascii_uppercase) or 0) or None
            return Source(self.source.file, sheet or self.source.sheet, row, cell)
        column = self.columns.get(position, "")
        cell = f"{column}{self.source.row}" if column and self.source.row else ""
        return Source(self.source.file, self.source.sheet, self.source.row, cell)


@dataclass(frozen=True, slots=True)
class Payment:
    """Money (or a mark) that covers `month`, where the month's own cell does not say it alone.

    `paid_on` None = undated.  `span` is the number of months the one entry covers; `own` says
    that it stands in the month's own cell (a merged cell counts for each month it covers).
    """

    month: Month
    paid_on: PartialDate | None = None
    amount: int | None = None
    span: int = 1
    own: bool = False
    book_id: str | None = None
    source: Source = Source("")


@dataclass(frozen=True, slots=True)
class Permission:
    """An exemption, deferral or suspension; both days included, None = open."""

    kind: PermissionKind
    start: PartialDate | None = None
    end: PartialDate | None = None
    paper: str = ""
    source: Source = Source("")


@dataclass(frozen=True, slots=True)
class StayAway:
    """A time of working away, as a list stated it; `transferred` None = not stated."""

    place: str = ""
    start: PartialDate | None = None
    end: PartialDate | None = None
    transferred: bool | None = None
    confirmed_on: PartialDate | None = None
    note: str = ""
    source: Source = Source("")


@dataclass(frozen=True, slots=True)
class Rating:
    """A year's rating at one stage; `text` is the level as written."""

    year: int
    stage: RatingStage
    level: RatingLevel
    text: str = ""
    note: str = ""
    source: Source = Source("")


@dataclass(frozen=True, slots=True)
class Excuse:
    """A reason a person accepted or rejected for a period; both days included."""

    ground: Ground  # MIXED = both
    start: date
    end: date
    accepted: bool
    kind: str = ""
    accepted_by: str = ""
    paper: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """All that the ledger holds of one person beside books."""

    person_id: str
    full_name: str
    birth_name: str = ""
    gender: Gender | None = None
    birth_date: PartialDate | None = None
    admission_date: PartialDate | None = None
    admission_decision_date: PartialDate | None = None
    official_date: PartialDate | None = None
    official_blank: bool = False
    card_no: str | None = None
    card_no_old: str | None = None
    national_id: str | None = None
    member_code: str | None = None
    resume_no: str | None = None
    hometown: str | None = None
    birth_place: str | None = None
    permanent_address: str | None = None
    stated_status: Status | None = None
    note: str = ""
    on_roster: bool = False
    missing: bool = False  # a newer roster of the unit does not name them
    stays: tuple[Stay, ...] = ()
    events: tuple[LifeEvent, ...] = ()
    legs: tuple[TransferLeg, ...] = ()
    permissions: tuple[Permission, ...] = ()
    source: Source = Source("")


@dataclass(frozen=True, slots=True)
class Case:
    """All that the rule may look at for one person."""

    person_id: str
    full_name: str
    card_no: str | None = None
    admission_date: PartialDate | None = None  # the ceremony, as the roster's column says
    admission_decision_date: PartialDate | None = None
    left: PartialDate | None = None  # of someone who is no member any more
    returned: PartialDate | None = None  # of someone who had left before
    stays: tuple[Stay, ...] = ()
    lines: tuple[BookLine, ...] = ()
    payments: tuple[Payment, ...] = ()
    permissions: tuple[Permission, ...] = ()
    excuses: tuple[Excuse, ...] = ()


@dataclass(frozen=True, slots=True)
class BookMonth:
    """One month of one book: `collected` of `owing` members paid in its own cell."""

    collected: int
    owing: int


# Key: (book id, month number).  A month without an entry has no collection.
BookMonths = Mapping[tuple[str, int], BookMonth]


@dataclass(frozen=True, slots=True)
class MonthFact:
    """One month on a list: its state, why, and the cell that says so."""

    month: Month
    ground: Ground
    state: State
    note: str = ""
    explanation: str = ""  # "39/40 đã thu", "hết hạn chậm đóng"
    warning: str = ""  # a code: exempt_without_paper, exit_without_record…
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class GroundCount:
    """What was counted on one ground in the assessed period (rulebook §3.7)."""

    ground: Ground
    plain: int
    noted: int
    all: int
    longest_run: int
    cross_run: int
    confirmed: int
    inferred: int


@dataclass(frozen=True, slots=True)
class Finding:
    """A reason to look at someone, with the evidence; never a verdict."""

    list: ReviewList
    ground: Ground
    count: int
    grounds: tuple[GroundCount, ...]
    months: tuple[MonthFact, ...]
    only_inferred: bool
    why: str
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """Months of a unit for which nobody can tell: a missing or an empty book."""

    unit: str
    ground: Ground
    kind: str  # no_book, empty_month, host_book_missing, member_not_in_book, …
    months: tuple[Month, ...]
    count: int = 0  # people or cells concerned, where that is a number
    text: str = ""


# --- What a report counts -----------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class ExitRecord:
    """One person's exit as the term report counts it.

    `unit_path` names the units from the highest to the cell, as of the exit (`then`) or now.
    `reasons` stand as the paper names them; the first is the main one.  `probationary` None =
    the ledger does not say.
    """

    person_id: str
    full_name: str
    kind: ExitKind
    unit_path: tuple[str, ...] = ()
    gender: Gender | None = None
    birth_date: PartialDate | None = None
    admission_date: PartialDate | None = None
    official_date: PartialDate | None = None
    probationary: bool | None = None
    card_no: str | None = None
    event_date: PartialDate | None = None
    decision_no: str = ""
    decision_date: PartialDate | None = None
    reasons: tuple[Reason, ...] = (Reason.UNSTATED,)
    reason_text: str = ""
    source: Source = Source("")

    @property
    def counted_on(self) -> PartialDate | None:
        """The day the exit counts for: the decision's, else the event's."""
        return self.decision_date or self.event_date


@dataclass(frozen=True, slots=True)
class Headcount:
    """A declared number of members of a unit at the end of a year."""

    unit_path: tuple[str, ...]
    year: int
    number: int
    source: Source = Source("")


# --- What any report or list hands to a writer --------------------------------------------
class Shape(StrEnum):
    """How a column is written: alignment, number format, whether text is forced."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    ID = "id"  # digits that are no number
    COUNT = "count"
    ORDER = "order"  # a small number read alone: running number, level, months
    DECIMAL = "decimal"
    PERCENT = "percent"  # the value is already in per cent: 12.5
    DATE = "date"  # date, or a PartialDate written as text
    OUTLINE = "outline"  # text, indented by the table's column "level"


CellValue = str | int | float | date | PartialDate | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table; `key` is the English name in JSON and CSV.

    A column that is not `printed` is for programs: JSON and CSV have it, a workbook has not.
    """

    key: str
    title: str
    shape: Shape = Shape.TEXT
    width: int = 12  # in characters
    printed: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """A table as a value: any writer renders it, none computes.

    `denominator` says what percentages are of.  `total_rows` counts the last rows that are
    totals.  `chart` asks for a native chart of the first column against the count columns
    ("column", "bar", "stacked"; empty = none).
    """

    id: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[CellValue, ...], ...]
    denominator: str = ""
    notes: tuple[str, ...] = ()
    total_rows: int = 0
    chart: str = ""
    chart_columns: tuple[str, ...] = ()

    def without_empty(self, keys: AbstractSet[str]) -> "Table":
        """Return the table without those of the columns `keys` in which nothing stands."""
        kept = [
            place
            for place, column in enumerate(self.columns)
            if column.key not in keys or any(row[place] for row in self.rows)
        ]
        return replace(
            self,
            columns=tuple(self.columns[place] for place in kept),
            rows=tuple(tuple(row[place] for place in kept) for row in self.rows),
        )


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook: one or several tables below each other."""

    name: str
    title: str
    tables: tuple[Table, ...]
    intro: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A workbook to be: heading block, sheets, footer, what is said in its properties."""

    title: str
    subtitle: str
    organisation: tuple[str, ...]  # upper left: the upper committee, the issuing one
    sheets: tuple[Sheet, ...]
    footer: str
    notice: str  # "danh sách để xem xét, không phải quyết định"
    signatures: tuple[str, ...] = ()  # titles over blank signature space
    properties: Mapping[str, str] = field(default_factory=dict)
