"""What a workbook states, before the ledger is asked anything.

`None` always means "not stated": the workbook has no such column or the cell is empty.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from partyroll.model import (
    CandidateStage,
    ExitKind,
    Gender,
    Problem,
    RatingLevel,
    RatingStage,
    Reason,
    Status,
)
from partyroll.period import Month, PartialDate


class TableKind(StrEnum):
    """What a table is about, told from its headings."""

    ROSTER = "roster"
    DUES = "dues"
    MEETINGS = "meetings"
    EXITS = "exits"
    EXCUSES = "excuses"
    AWAY = "away"
    TRANSFERS = "transfers"
    RATINGS = "ratings"
    UNITS = "units"
    HEADCOUNTS = "headcounts"
    DECLARED = "declared"
    CANDIDATES = "candidates"
    SUPPORT = "support"
    DISCIPLINE = "discipline"
    HOLIDAYS = "holidays"
    REVIEW_ANSWERS = "review_answers"
    DUES_TOTALS = "dues_totals"
    SKIPPED = "skipped"


IMPORTED = frozenset(
    {
        TableKind.ROSTER,
        TableKind.DUES,
        TableKind.MEETINGS,
        TableKind.EXITS,
        TableKind.AWAY,
        TableKind.RATINGS,
        TableKind.UNITS,
        TableKind.HEADCOUNTS,
        TableKind.CANDIDATES,
    }
)


@dataclass(frozen=True, slots=True)
class UnitRef:
    """A unit as a workbook names it.

    `parents` go from the highest to the direct one; `name` is empty where only the parents
    are known.  `origin` says where the name stood: column, section, title or sheet.
    """

    name: str
    parents: tuple[str, ...] = ()
    origin: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class StatedMove:
    """A move to another organisation or from one, as a roll writes it."""

    out: bool
    on: PartialDate | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One person of a roster.  `row` is the sheet row (1-based).

    `last_row` is the last of several lines of the person (0 = one line).  `status_reason` is
    why or whither someone left, `moves` are those that the roll states.
    """

    row: int
    full_name: str
    unit: UnitRef | None = None
    gender: Gender | None = None
    birth_date: PartialDate | None = None
    admission_date: PartialDate | None = None
    official_date: PartialDate | None = None
    official_blank: bool = False  # the roster has an official-date column; the cell is empty
    card_no: str | None = None
    card_no_old: str | None = None
    national_id: str | None = None
    member_code: str | None = None
    resume_no: str | None = None
    birth_name: str | None = None
    hometown: str | None = None
    birth_place: str | None = None
    permanent_address: str | None = None
    exempt_activity: bool | None = None
    exempt_since: PartialDate | None = None
    status: Status | None = None
    status_text: str = ""
    status_date: PartialDate | None = None
    delete_requested: bool = False
    note: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)  # occupation, theory level…
    last_row: int = 0
    status_reason: str = ""
    moves: tuple[StatedMove, ...] = ()


@dataclass(frozen=True, slots=True)
class StatedPayment:
    """A payment that the letter of its month does not say alone (rulebook §6.4).

    `own`: it stands in the month's own cell or in a merged cell that covers the month.
    `paid_on` None = undated.  `span` counts the months of the one entry.
    """

    month: Month
    cell: str
    paid_on: PartialDate | None = None
    amount: int | None = None
    span: int = 1
    own: bool = False


@dataclass(frozen=True, slots=True)
class BookRow:
    """One person's row of a dues or meetings book; the letters are `model.Letter`'s.

    `amounts` are the đồng written in each month's own cell (None = a mark or nothing); a
    merged cell's sum is divided over the months it covers.  `cells` gives the address of each
    month's own cell where column and row do not (a block a month): by position, 0-based, with
    the sheet before it ("T4!I7") where it is not the table's; months that are missing there
    are not in the book.
    """

    row: int
    full_name: str
    letters: str
    unit: UnitRef | None = None
    card_no: str | None = None
    national_id: str | None = None
    birth_date: PartialDate | None = None
    amounts: tuple[int | None, ...] = ()
    rate: int | None = None
    notes: Mapping[int, str] = field(default_factory=dict)  # by position, 0-based
    remark: str = ""
    since: PartialDate | None = None
    until: PartialDate | None = None
    unallocated: bool = False
    payments: tuple[StatedPayment, ...] = ()
    cells: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ExitRow:
    """One person of an exits list; `kind` LEFT_UNSTATED where the paper does not say."""

    row: int
    full_name: str
    kind: ExitKind
    unit: UnitRef | None = None
    gender: Gender | None = None
    birth_date: PartialDate | None = None
    admission_date: PartialDate | None = None
    official_date: PartialDate | None = None
    probationary: bool | None = None
    card_no: str | None = None
    national_id: str | None = None
    form_text: str = ""
    event_date: PartialDate | None = None
    decision_no: str = ""
    decision_date: PartialDate | None = None
    reasons: tuple[Reason, ...] = (Reason.UNSTATED,)
    reason_text: str = ""
    note: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)


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


@dataclass(frozen=True, slots=True)
class StatedRating:
    """One rating of one year at one stage; `text` is the level as written."""

    year: int
    level: RatingLevel
    text: str
    stage: RatingStage = RatingStage.COMMITTEE


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


@dataclass(frozen=True, slots=True)
class CandidateRow:
    """Somebody on the way to admission; `steps` are the stages with their dates."""

    row: int
    full_name: str
    unit: UnitRef | None = None
    birth_date: PartialDate | None = None
    gender: Gender | None = None
    national_id: str | None = None
    origin: str = ""
    helper: str = ""
    steps: tuple[tuple[CandidateStage, PartialDate], ...] = ()
    note: str = ""
    papers: Mapping[CandidateStage, str] = field(default_factory=dict)  # number of the paper


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit of a list of units: its name, its parents, its code, since when."""

    row: int
    unit: UnitRef
    since: PartialDate | None = None
    until: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class HeadcountRow:
    """A declared number of members of a unit at the end of a year; no persons."""

    row: int
    cell: str
    unit: UnitRef
    year: int
    number: int


Row = (
    RosterRow | BookRow | ExitRow | HeadcountRow | AwayRow | RatingRow | CandidateRow | UnitRow
)


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a sheet and what was understood of it.

    `columns` maps the sheet's column letters to fields; months are ``dues:2024-01`` or
    ``meetings:2025-03``.  `months` gives the month number behind each letter of a book row and
    `positions` the sheet column of each.  `layout` is equal for two versions of one book.
    `row_count` counts the rows of persons or units seen, imported or not.  `headings` are the
    texts above the columns, `samples` two values of each as they were understood, and
    `signature` is equal for two tables with the same headings; `title_years` are the years
    that the lines above the table name.
    """

    kind: TableKind
    file: str
    sheet: str
    range: str
    heading_rows: tuple[int, ...]
    columns: Mapping[str, tuple[str, ...]]
    rows: tuple[Row, ...] = ()
    row_count: int = 0
    encoding: str = "unicode"
    unit: UnitRef | None = None
    year: int | None = None
    months: tuple[int, ...] = ()
    positions: Mapping[int, str] = field(default_factory=dict)
    layout: str = ""
    book_date: date | None = None
    unknown_columns: Mapping[str, str] = field(default_factory=dict)  # letter → heading
    headings: Mapping[str, str] = field(default_factory=dict)
    samples: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    signature: str = ""
    title_years: tuple[int, ...] = ()
    taught: Mapping[str, str] = field(default_factory=dict)  # heading → field, in this command
    recalled: int | None = None  # the change that remembers how these headings are understood


@dataclass(frozen=True, slots=True)
class SetAside:
    """A row that could not go in, with its text as found, by column letter."""

    sheet: str
    row: int
    code: str
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ReadFile:
    """Everything one workbook states.

    `sha256` is of the bytes; `content_sha256` of the cell values, equal for the same content
    saved again.  `completes` is the sha256 of the workbook whose set-aside rows this one
    brings back, corrected; empty for every other workbook.  `answers` are what a person
    answered there to the question of a row, by sheet and row; `origins` say where the row stood
    in the workbook it completes, `unchanged` which of its columns nobody has touched since,
    `untouched` the rows of which nobody has touched any, `fronts` the columns (0-based) of each
    sheet that stand among the source's own.
    """

    name: str
    sha256: str
    content_sha256: str
    size: int
    tables: tuple[Table, ...]
    problems: tuple[Problem, ...]
    set_aside: tuple[SetAside, ...]
    completes: str = ""
    answers: Mapping[tuple[str, int], str] = field(default_factory=dict)
    origins: Mapping[tuple[str, int], tuple[str, int]] = field(default_factory=dict)
    unchanged: Mapping[tuple[str, int], frozenset[str]] = field(default_factory=dict)
    untouched: frozenset[tuple[str, int]] = frozenset()
    fronts: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    lessons_used: frozenset[str] = frozenset()  # what was taught and found its place here
