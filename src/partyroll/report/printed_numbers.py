"""The counts of a report as one system: which cells are the same number, what adds up to what.

A reader holds all tables side by side.  Totals of rows and columns, parts below their whole and
the same count in two tables are equations to him, and so they are here.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from partyroll.model import ExitRecord, Table
from partyroll.report.axes import Cross
from partyroll.report.kinds import TOTAL, TOTAL_COLUMN
from partyroll.report.unknowns import Equation, total

Place = tuple[str, int, str]  # table, number of the row, key of the column
_BANDS = "by_age"
_YOUNG = "YOUNG"
_WHOLE = ("total", "count", "mentions")
_BY_RATES = frozenset({"units_ranked"})  # a rate tells the count, its place in the order too


@dataclass(frozen=True, slots=True)
class _Cell:
    """A count with whom it counts, as bits; `words` are what its row is about."""

    table: str
    number: int
    people: int
    words: frozenset[str]
    margin: bool


@dataclass(slots=True)
class PrintedNumbers:
    """Every count of the tables that are known, numbered, and the equations between them."""

    values: list[int] = field(default_factory=list)
    equations: list[Equation] = field(default_factory=list)
    implied: set[int] = field(default_factory=set)
    at: dict[Place, int] = field(default_factory=dict)
    _bits: dict[int, int] = field(default_factory=dict)
    _same: dict[tuple[int, int], list[_Cell]] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        tables: Iterable[Table],
        crosses: Mapping[str, Cross],
        exits: Sequence[ExitRecord],
    ) -> "PrintedNumbers":
        """Return the system of all tables whose cells tell whom they count."""
        found = cls()
        found._bits = {id(record): 1 << place for place, record in enumerate(exits)}
        known = {one.id: one for one in tables if _fits(one, crosses.get(one.id))}
        grids = {table_id: found._grid(crosses[table_id]) for table_id in known}
        for table_id, grid in grids.items():
            found._tie(crosses[table_id], grid)
        found._tie_bands(crosses, grids)
        return found

    @property
    def tables(self) -> frozenset[str]:
        """The tables whose counts stand in the system."""
        return frozenset(table for table, _, _ in self.at)

    # --- Cells ----------------------------------------------------------------------------
    def new(self, value: int, *, implied: bool = False) -> int:
        """Return the number of one more count; an `implied` one is printed nowhere."""
        self.values.append(value)
        if implied:
            self.implied.add(len(self.values) - 1)
        return len(self.values) - 1

    def _grid(self, cross: Cross) -> list[list[_Cell]]:
        return [
            [self._cell(cross, place, column.code) for column in cross.columns]
            for place in range(len(cross.rows))
        ]

    def _cell(self, cross: Cross, place: int, column: str) -> _Cell:
        row = cross.rows[place]
        exits = cross.names(row.code, column)
        people = 0
        for record in exits:
            people |= self._bits[id(record)]
        words = frozenset(row.code.split("-"))
        if row.code == TOTAL.code and column not in _WHOLE:
            words = frozenset({column})
        margin = row.code == TOTAL.code or len(cross.columns) == 1
        known = self._same.setdefault((people, len(exits)), [])
        alike = [
            other
            for other in known
            if other.table != cross.id
            and (other.words & words or (margin and other.margin and people))
        ]
        number = alike[0].number if alike else self.new(len(exits))
        own = _Cell(cross.id, number, people, words, margin)
        known.append(own)
        self.at[cross.id, place, column] = number
        return own

    # --- Equations ------------------------------------------------------------------------
    def sum_up(self, whole: int, parts: Sequence[int]) -> None:
        """Note that `whole` holds the `parts`, and perhaps others whom no row names."""
        others = self.values[whole] - sum(self.values[part] for part in parts)
        if others < 0 or not parts:
            return
        rest = [self.new(others, implied=True)] if others else []
        equation = total(whole, [*parts, *rest])
        if equation:
            self.equations.append(equation)

    def _tie(self, cross: Cross, grid: list[list[_Cell]]) -> None:
        codes = [column.code for column in cross.columns]
        for line in grid:
            self._tie_row(codes, line)
        for place in range(len(codes)):
            column = [line[place] for line in grid]
            for whole, parts in _wholes(cross):
                self.sum_up(column[whole].number, [column[part].number for part in parts])
            if not any(row.code == TOTAL.code for row in cross.rows):
                self._tie_loose(column)

    def _tie_row(self, codes: Sequence[str], line: Sequence[_Cell]) -> None:
        if TOTAL_COLUMN.code in codes:
            place = codes.index(TOTAL_COLUMN.code)
            parts = [cell.number for number, cell in enumerate(line) if number != place]
            self.sum_up(line[place].number, parts)
            return
        for one, other in combinations(line, 2):
            self._tie_two(one, other)

    def _tie_two(self, one: _Cell, other: _Cell) -> None:
        """Tie two counts of a row: one holds the other, or both together are a third."""
        if one.number == other.number:
            return
        if one.people | other.people == other.people:
            self.sum_up(other.number, [one.number])
        elif one.people | other.people == one.people:
            self.sum_up(one.number, [other.number])
        elif not one.people & other.people:
            both = one.people | other.people
            for whole in self._same.get((both, both.bit_count()), ()):
                self.sum_up(whole.number, [one.number, other.number])

    def _tie_loose(self, column: Sequence[_Cell]) -> None:
        """Tie groups that hold each other: removed and withdrawn, both, all."""
        by_size = sorted(column, key=lambda cell: -cell.people.bit_count())
        for whole in column:
            left, parts = whole.people, []
            for part in by_size:
                smaller = part.people and part.people != whole.people
                if smaller and part.people & left == part.people:
                    parts.append(part.number)
                    left &= ~part.people
            self.sum_up(whole.number, parts)

    def _tie_bands(
        self, crosses: Mapping[str, Cross], grids: Mapping[str, list[list[_Cell]]]
    ) -> None:
        """Tie the young to the bands of ages that they are made of."""
        young = [
            c for grid in grids.values() for line in grid for c in line if _YOUNG in c.words
        ]
        ages = grids.get(_BANDS, [])
        rows = crosses[_BANDS].rows if ages else ()
        bands = [line for row, line in zip(rows, ages, strict=True) if row.code != TOTAL.code]
        for whole in young:
            for column in zip(*bands, strict=True):
                inside = [c for c in column if c.people and c.people & whole.people == c.people]
                self.sum_up(whole.number, [cell.number for cell in inside])


def _fits(table: Table, cross: Cross | None) -> bool:
    """Whether the cross table is what the table shows, row by row and column by column."""
    if cross is None or table.id in _BY_RATES or len(cross.rows) != len(table.rows):
        return False
    keys = [column.key for column in table.columns]
    if any(column.code not in keys for column in cross.columns):
        return False
    places = [keys.index(column.code) for column in cross.columns]
    return all(
        [line[place] for place in places] == cross.line(row.code)
        for row, line in zip(cross.rows, table.rows, strict=True)
    )


def _wholes(cross: Cross) -> Iterator[tuple[int, list[int]]]:
    """Yield each row that has parts with its parts: those one level below it, and the total."""
    levels = [row.level for row in cross.rows]
    codes = [row.code for row in cross.rows]
    for place, level in enumerate(levels):
        if codes[place] == TOTAL.code:
            yield place, [n for n in range(place) if levels[n] == 1]
            return
        end = next(
            (n for n in range(place + 1, len(levels)) if levels[n] <= level), len(levels)
        )
        parts = [n for n in range(place + 1, end) if levels[n] == level + 1]
        if parts:
            yield place, parts
