"""The heading of a table: its columns, and what each of them means."""

from dataclasses import dataclass

from partyroll.read.grid import letter
from partyroll.read.meanings import Meaning

NAME_FIELDS = frozenset({"full_name", "given_name_part", "birth_name"})
PERSON_FIELDS = NAME_FIELDS | {"row_no", "family_name_part"}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: where it is, what is written above it, what that means."""

    index: int
    row: int  # of its lowest heading cell
    text: str
    meaning: Meaning

    @property
    def letter(self) -> str:
        """The column's letters in the sheet."""
        return letter(self.index)

    def holds(self, field: str) -> bool:
        """Whether `field` stands in this column."""
        return field in self.meaning.fields


@dataclass(frozen=True, slots=True)
class Head:
    """The heading of a table: its rows and its columns."""

    rows: tuple[int, ...]
    columns: tuple[Column, ...]

    def first(self, field: str) -> Column | None:
        """Return the leftmost column that holds `field`."""
        return next((column for column in self.columns if column.holds(field)), None)

    def at(self, field: str) -> int:
        """Return the index of the leftmost column that holds `field`; -1 = none."""
        column = self.first(field)
        return -1 if column is None else column.index

    def all(self, field: str) -> tuple[Column, ...]:
        """Return every column that holds `field`, from the left."""
        return tuple(column for column in self.columns if column.holds(field))

    @property
    def fields(self) -> frozenset[str]:
        """Every field of the table."""
        return frozenset(f for column in self.columns for f in column.meaning.fields)

    @property
    def months(self) -> tuple[Column, ...]:
        """The columns that stand for a month, rightly numbered or not."""
        return tuple(c for c in self.columns if c.meaning.month is not None)

    @property
    def signature(self) -> tuple[str, ...]:
        """What two copies of one heading have in common."""
        return tuple(f"{c.index}:{c.text.casefold()}" for c in self.columns)
