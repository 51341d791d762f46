"""What any report or list hands to a writer."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from partyroll.period import PartialDate


@dataclass(frozen=True, slots=True)
class OfficeNames:
    """Who issues: bodies from the highest to the issuing one, who signs, the place.

    `confidentiality` is what the office marks its documents with, if anything: "MẬT".
    """

    organisation: tuple[str, ...] = ()
    signatures: tuple[str, ...] = ()
    place: str = ""
    confidentiality: str = ""


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
    A `hidden` one is in the workbook, for the day it comes back, but out of sight.  Those not
    `on_paper`, the last ones, are seen on the screen only.  `offers` names the words that
    people may choose from in a column they fill in.
    """

    key: str
    title: str
    shape: Shape = Shape.TEXT
    width: int = 12  # in characters
    printed: bool = True
    by_hand: bool = False  # left blank for people, and marked as such
    hidden: bool = False
    offers: str = ""
    on_paper: bool = True


@dataclass(frozen=True, slots=True)
class Block:
    """Rows of another table of the same document, both ends included."""

    table: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table as a value: any writer renders it, none computes.

    `denominator` says what percentages are of.  `total_rows` counts the last rows that are
    totals.  `chart` asks for a native chart of the first column against the count columns
    ("column", "bar", "stacked"; empty = none), or for a "funnel": the first of those columns
    across, the others up.  On paper each value of the column `pages_by` begins a page.
    `links` lead from a number, by row and column key, to the rows it counts.
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
    pages_by: str = ""
    links: Mapping[tuple[int, str], Block] = field(default_factory=dict)

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
    """A sheet of a workbook: one or several tables below each other.

    What belongs `together` is printed on one page if it stays legible.  Of a sheet that is
    not `on_paper` only the words above its table are printed: it is for looking things up.
    """

    name: str
    title: str
    tables: tuple[Table, ...]
    intro: tuple[str, ...] = ()
    together: bool = False
    on_paper: bool = True


@dataclass(frozen=True, slots=True)
class Choices:
    """Words that a column offers; where they are `strict`, nothing else may be typed."""

    name: str  # as Excel knows them: dm_ly_do
    title: str
    words: tuple[str, ...]
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Returning:
    """How a workbook that people fill in comes back: `mark` is its name and its value.

    `advice` tells what may be filled in; the row of a word in `stands_out` is coloured.
    """

    mark: tuple[str, str]
    advice: str
    choices: tuple[Choices, ...] = ()
    stands_out: tuple[str, ...] = ()


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
    returning: Returning | None = None
    confidentiality: str = ""  # the office's mark: "MẬT"
