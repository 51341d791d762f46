"""What books of dues and of meetings have in common: the months of one year, the person."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from partyroll.model import Severity
from partyroll.period import PartialDate
from partyroll.read.cells import Cells
from partyroll.read.facts import BookRow, UnitRef
from partyroll.read.heads import Column, Head
from partyroll.read.plain_columns import plain_cards, plain_national_ids
from partyroll.read.runs import NAME, UNIT, Part
from partyroll.read.values import read_card, read_national_id

if TYPE_CHECKING:
    from partyroll.read.meeting_counts import MonthCounts


@dataclass(frozen=True, slots=True)
class BookMonths:
    """The month columns of one year of a book."""

    year: int | None
    columns: tuple[Column, ...]
    wrong: tuple[Column, ...] = ()  # T13, Tháng 0
    repeated: tuple[Column, ...] = ()
    counted: Mapping[int, "MonthCounts"] = field(default_factory=dict)  # by its first column

    @property
    def read_columns(self) -> frozenset[int]:
        """The columns (0-based) that are read for these months."""
        beside = (c.index for group in self.counted.values() for c in group.columns)
        return frozenset({*(column.index for column in self.columns), *beside})


def months_by_year(head: Head, year: int | None, *, once: bool) -> Iterator[BookMonths]:
    """Yield the month columns of each year that the headings name, else of `year`.

    `once`: a month may have one column only (dues); meetings may be several a month.
    """
    right = [c for c in head.months if 1 <= (c.meaning.month or 0) <= 12]
    wrong = tuple(c for c in head.months if c not in right)
    named = next((c.meaning.year for c in right if c.meaning.year), None)
    year = named if year is None else year
    years = list(dict.fromkeys(c.meaning.year or year for c in right)) or [year]
    for place, one in enumerate(years):
        own = [c for c in right if (c.meaning.year or year) == one]
        first: dict[int | None, Column] = {}
        for column in own:
            first.setdefault(column.meaning.month, column)
        kept = tuple(first.values()) if once else tuple(own)
        repeated = tuple(c for c in own if c not in kept)
        yield BookMonths(one, kept, wrong if place == 0 else (), repeated)


class Person(NamedTuple):
    """The person of a book's row."""

    full_name: str
    unit: UnitRef | None
    card_no: str | None
    national_id: str | None
    birth_date: PartialDate | None


def person_parts(units: dict[tuple[str, ...], UnitRef]) -> tuple[Part[Any], ...]:
    """Return the parts of a `Person`, in their order."""
    return (
        Part(NAME, _name),
        Part(UNIT, partial(Cells.unit, refs=units), beyond=True),
        Part(("card_no",), _card, plain=plain_cards),
        Part(("national_id",), _national_id, plain=plain_national_ids),
        Part(("birth_date",), partial(Cells.day, field="birth_date")),
    )


def read_person(cells: Cells, units: dict[tuple[str, ...], UnitRef]) -> Person:
    """Return who a book's row is about; a missing name is told."""
    return Person(
        full_name=_name(cells),
        unit=cells.unit(units),
        card_no=_card(cells),
        national_id=_national_id(cells),
        birth_date=cells.day("birth_date"),
    )


def admitted_in(cells: Cells, year: int) -> PartialDate | None:
    """Return the day of admission that a row of a book states, in the book's year or later.

    Nobody owes anything of the months before it.
    """
    if not cells.has("admission_date"):
        return None
    day = cells.day("admission_date", severity=Severity.WARNING)
    return day if day and day.year >= year else None


def _name(cells: Cells) -> str:
    name = cells.name()
    if not name and not cells.remarks:
        cells.say("full_name" if cells.has("full_name") else "given_name_part", "missing_name")
    return name


def _card(cells: Cells) -> str | None:
    return cells.number("card_no", read_card)


def _national_id(cells: Cells) -> str | None:
    return cells.number("national_id", read_national_id)


def with_cells(row: BookRow, positions: Mapping[int, str]) -> BookRow:
    """Return a row that names its own cells: two tables stand in the same rows."""
    return row._replace(cells={place: f"{name}{row.row}" for place, name in positions.items()})
