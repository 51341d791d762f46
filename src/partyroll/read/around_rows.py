"""What the rows of one table share: its columns by field, the day, what stands around it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import date

from partyroll.period import PartialDate
from partyroll.read.dittos import Repeated
from partyroll.read.facts import UnitRef
from partyroll.read.grid import Value
from partyroll.read.heads import Column, Head


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for every row of a table: day, epoch, and what its surroundings name."""

    today: date
    epoch_1904: bool = False
    parents: tuple[str, ...] = ()
    unit: str = ""  # from the title or the sheet's name
    origin: str = ""
    sensitive: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one table by field, looked up once per table.

    `plain` are the fields with one column of their own: nearly all, and quick to read.
    `texts` and `days` remember what was read without a remark: most cells of a column say
    what an earlier one said.
    """

    by_field: Mapping[str, tuple[int, ...]]
    composite: frozenset[int]  # columns that hold several facts a cell
    order: Mapping[int, tuple[str, ...]]
    plain: Mapping[str, int]
    width: int = 0
    body: Sequence[int] = ()  # the rows of persons, where a sign may repeat the one above
    repeated: dict[int, Repeated] = dataclass_field(default_factory=dict)
    texts: dict[str, str] = dataclass_field(default_factory=dict)
    days: dict[Value, PartialDate | None] = dataclass_field(default_factory=lambda: {"": None})
    units: dict[tuple[object, ...], UnitRef | None] = dataclass_field(default_factory=dict)

    @classmethod
    def of(cls, head: Head, body: Sequence[int] = ()) -> "Columns":
        """Return the look-up for `head` above the rows `body`."""
        by_field: dict[str, tuple[int, ...]] = {}
        for column in head.columns:
            for field in column.meaning.fields:
                by_field[field] = (*by_field.get(field, ()), column.index)
        many = {c.index: c.meaning.fields for c in head.columns if len(c.meaning.fields) > 1}
        plain = {f: c[0] for f, c in by_field.items() if len(c) == 1 and c[0] not in many}
        width = max((c.index + 1 for c in head.columns), default=0)
        return cls(by_field, frozenset(many), many, plain, width, body)


def column_names(columns: tuple[Column, ...]) -> dict[str, str]:
    """Return letter → heading of some columns."""
    return {column.letter: " ".join(column.text.split()) for column in columns}
