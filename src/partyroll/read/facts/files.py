"""A whole workbook: its tables, and the rows that stay out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from partyroll.model import Problem
from partyroll.read.facts.books import BookRow
from partyroll.read.facts.kinds import TableKind
from partyroll.read.facts.lists import (
    AnswerRow,
    AwardRow,
    AwayRow,
    DisciplineRow,
    ExcuseRow,
    HolidayRow,
    MatterRow,
    RatingRow,
    SupportRow,
    UnitRatingRow,
)
from partyroll.read.facts.people import CandidateRow, ExitRow, RosterRow
from partyroll.read.facts.slips import SlipRow
from partyroll.read.facts.units import DeclaredRow, HeadcountRow, UnitRef, UnitRow

Row = (
    RosterRow
    | BookRow
    | ExitRow
    | HeadcountRow
    | DeclaredRow
    | AwayRow
    | ExcuseRow
    | HolidayRow
    | RatingRow
    | UnitRatingRow
    | CandidateRow
    | SupportRow
    | AwardRow
    | DisciplineRow
    | UnitRow
    | AnswerRow
    | SlipRow
    | MatterRow
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
