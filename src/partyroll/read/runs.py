"""Rows read by whole columns: cells that say the same are read once.

A run is a stretch of persons below one section.  Each `Part` of a row is read by the very
function that reads it in a row alone; equal cells give an equal answer.  Whatever has a remark
is left to be read alone, so that nothing is told twice or in another order.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import suppress
from enum import Enum
from itertools import repeat, zip_longest
from typing import Any, Generic, Protocol, TypeVar, cast, runtime_checkable

from partyroll.read.around_rows import Columns, Setting
from partyroll.read.cells import Cells
from partyroll.read.grid import Grid, Value

T = TypeVar("T")
R_co = TypeVar("R_co", covariant=True)
_KEPT = 20_000  # readings of one part
# The columns in which a name stands, and a unit.
NAME = ("full_name", "given_name_part", "family_name_part", "birth_name")
UNIT = ("unit_cell", "unit_name", "unit_parent", "unit_code")
_EQUAL_TO_OTHERS = frozenset({bool, int})  # True and 1 equal 1.0, and say something else


class _Unread(Enum):
    UNREAD = "unread"


UNREAD = _Unread.UNREAD  # a reading that is not known, or that has a remark


class Run:
    """Consecutive rows of one table that share their section, column by column.

    `odd` are the places of the rows of which some part has a remark.
    """

    def __init__(
        self,
        grid: Grid,
        rows: Sequence[int],
        columns: Columns,
        setting: Setting,
        section: str = "",
    ) -> None:
        self.rows, self.odd = rows, set[int]()
        self.around = (setting.parents, setting.unit, setting.origin, section)
        self._grid, self._columns = grid, columns
        self._setting, self._section = setting, section
        said = [*zip_longest(*(grid.rows[row] for row in rows), fillvalue="")]
        blank: tuple[Value, ...] = ("",) * len(rows)
        self._values = [*said, *repeat(blank, columns.width - len(said))]
        self._cells: list[Cells | None] = [None] * len(rows)  # of which nothing is said yet

    def read(self, place: int, read: Callable[[Cells], T]) -> "T | _Unread":
        """Return what `read` finds in one row; `UNREAD` where it has a remark."""
        cells = self._cells[place]
        if cells is None:
            row, around = self.rows[place], (self._setting, self._section)
            cells = self._cells[place] = Cells(self._grid, row, self._columns, *around)
        said = read(cells)
        if not (cells.remarks or cells.spoiled):
            return said
        self.odd.add(place)
        self._cells[place] = None
        return UNREAD

    def has(self, field: str) -> bool:
        """Whether the table has a column for `field`."""
        return field in self._columns.by_field

    def places(self, fields: Iterable[str]) -> tuple[int, ...]:
        """Return the columns in which `fields` are said."""
        by_field = self._columns.by_field
        return tuple(sorted({c for field in fields for c in by_field.get(field, ())}))

    def alone(self, fields: Sequence[str]) -> Sequence[Value] | None:
        """Return the column of the first of `fields` where it is all that says any of them."""
        place = self._columns.plain.get(fields[0])
        if place is None or self.places(fields) != (place,):
            return None
        return self._values[place]

    def column(self, place: int) -> Sequence[Value]:
        """Return the values of one column."""
        return self._values[place]

    def keys(self, places: Sequence[int]) -> Iterable[Hashable]:
        """Return what stands in some columns, row by row, as keys that say all of it."""
        if not places:
            return repeat((), len(self.rows))
        told = [_distinct(self._values[place]) for place in places]
        return told[0] if len(told) == 1 else zip(*told, strict=True)


class Part(Generic[T]):
    """What some columns say together, and what was read there without a remark.

    They are the columns of `fields`, and `others` (0-based).  `plain` reads a whole column of
    the first field at a glance, where no other field has one; None = it wants to be read cell
    by cell.  `beyond`: the answer depends on what stands around the rows, too.
    """

    def __init__(
        self,
        fields: Iterable[str],
        read: Callable[[Cells], T],
        *,
        others: Iterable[int] = (),
        plain: Callable[[Sequence[Value]], Sequence[T] | None] | None = None,
        beyond: bool = False,
    ) -> None:
        self.read, self._plain = read, plain
        self._fields, self._others, self._beyond = tuple(fields), tuple(others), beyond
        self._known: dict[Hashable, T] = {}
        self._around: object = None

    def of(self, run: Run) -> list[Any]:
        """Return what each row of the run says; `UNREAD` where something is odd."""
        if self._plain and (column := run.alone(self._fields)) is not None:
            plain = self._plain(column)
            if plain is not None:
                return [*plain]
        if self._beyond and run.around != self._around:
            self._known, self._around = {}, run.around
        keys = [*run.keys((*run.places(self._fields), *self._others))]
        with suppress(KeyError):  # nearly always all of it is known
            return [*map(self._known.__getitem__, keys)]
        return self._read_anew(run, keys)

    def _read_anew(self, run: Run, keys: Sequence[Hashable]) -> list[Any]:
        known, read = self._known, self.read
        told: list[T | _Unread] = [*map(known.get, keys, repeat(UNREAD))]
        for place in [place for place, said in enumerate(told) if said is UNREAD]:
            said = known.get(keys[place], UNREAD)
            if said is UNREAD:
                said = run.read(place, read)
                if said is not UNREAD and len(known) < _KEPT:
                    known[keys[place]] = said
            told[place] = said
        return told


@runtime_checkable
class ReadsRuns(Protocol[R_co]):
    """Reads one row alone, or a run of them."""

    def __call__(self, cells: Cells) -> R_co | None:
        """Return what one row says."""

    def run(self, run: Run) -> Iterator[R_co | None]:
        """Yield what each row says; None where it must be read alone, before the next."""


def _distinct(values: Sequence[Value]) -> Sequence[Hashable]:
    """Return values as keys: none equals one of another type."""
    with suppress(TypeError):  # most columns hold texts alone, and joining them shows it
        "".join(cast("Sequence[str]", values))
        return values
    if _EQUAL_TO_OTHERS.isdisjoint(map(type, values)):
        return values
    return [*zip(map(type, values), values, strict=True)]
