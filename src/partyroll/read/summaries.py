"""Sheets that say again what other sheets of the workbook say: everybody counts once.

A row may go only where another sheet's row says all that it says, so nothing is lost.
"""

from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter

from partyroll.period import PartialDate
from partyroll.read.facts import RosterRow
from partyroll.read.units import spelled_out
from partyroll.text import same_key

COPIED = 0.9  # of a table's rows must stand in other sheets: it is a summary
LEAST_COPIED = 2
_ANY_YEAR = 0
Stated = tuple[int, RosterRow]  # a table's place and a row of it
_WHO = (
    *("gender", "birth_date", "admission_date", "official_date"),
    *("card_no", "national_id", "card_no_old"),
)
_APART = frozenset({*_WHO, "row", "last_row", "full_name", "unit", "attributes"})
_BESIDE = tuple(field for field in RosterRow._fields if field not in _APART)
_who, _beside = attrgetter(*_WHO), attrgetter(*_BESIDE)


def repeated_rows(
    rows: Iterable[Stated], sheets: Mapping[int, str]
) -> Iterator[tuple[Stated, Stated]]:
    """Yield each row of a summary with the row of another sheet that says the same.

    Names alone, or with a year of birth, prove nothing of one row; a whole table of them does.
    """
    tables: dict[int, list[RosterRow]] = {}
    for table, row in rows:
        tables.setdefault(table, []).append(row)
    if len({sheets[table] for table in tables}) < LEAST_COPIED:
        return
    said = _Said(tables, sheets)
    for table in _summaries_first(tables, said, sheets):
        if copies := said.copies_of(table):
            said.forget(table)
            yield from (((table, row), first) for row, first in copies)


class _Said:
    """What the tables say of people, by name and year of birth."""

    def __init__(
        self, tables: Mapping[int, list[RosterRow]], sheets: Mapping[int, str]
    ) -> None:
        self._tables, self._sheets = tables, sheets
        self._forgotten: set[int] = set()
        self._known: dict[tuple[str, int], list[Stated]] = {}
        undated = any(row.birth_date is None for rows in tables.values() for row in rows)
        for table, rows in tables.items():
            for row in rows:
                name, year = key = _key(row)
                self._known.setdefault(key, []).append((table, row))
                if undated and year != _ANY_YEAR:
                    self._known.setdefault((name, _ANY_YEAR), []).append((table, row))

    def forget(self, table: int) -> None:
        """Let no row of `table` stand for another's any more."""
        self._forgotten.add(table)

    def copies_of(self, table: int) -> list[tuple[RosterRow, Stated]]:
        """Return the rows of a summary, each with that of another sheet; [] = it is none.

        Of most tables a tenth of the rows tells: too many of them stand nowhere else.
        """
        rows = self._tables[table]
        least = max(LEAST_COPIED, COPIED * len(rows))
        found: list[tuple[RosterRow, Stated]] = []
        for place, row in enumerate(rows):
            first = self._elsewhere(table, row)
            if first is not None:
                found.append((row, first))
            elif len(found) + len(rows) - place - 1 < least:
                return []
        return found if len(found) >= least else []

    def _elsewhere(self, table: int, row: RosterRow) -> Stated | None:
        for stated in self._known[_key(row)]:
            other = stated[0]
            if other in self._forgotten or self._sheets[other] == self._sheets[table]:
                continue
            if says_no_more(row, stated[1]):
                return stated
        return None


def _key(row: RosterRow) -> tuple[str, int]:
    return same_key(row.full_name), row.birth_date.year if row.birth_date else _ANY_YEAR


def _summaries_first(
    tables: Mapping[int, list[RosterRow]], said: _Said, sheets: Mapping[int, str]
) -> list[int]:
    """Return the tables that may be summaries, the likeliest first.

    One without units is likelier than one with them, then one that several sheets make up,
    then a later one.
    """
    ranks: dict[int, tuple[bool, int, int]] = {}
    for table, rows in tables.items():
        if copies := said.copies_of(table):
            breadth = len({sheets[first[0]] for _, first in copies})
            ranks[table] = (any(map(_names_a_unit, rows)), -breadth, -table)
    return sorted(ranks, key=ranks.__getitem__)


def says_no_more(row: RosterRow, other: RosterRow) -> bool:
    """Whether `other`, of the same name, says everything that `row` says.

    Of a row without a unit only what tells people apart is compared: whatever else stands
    there does not make it somebody's own row.
    """
    if not all(map(_within, _who(row), _who(other))):
        return False
    if not _names_a_unit(row):
        return _names_a_unit(other)
    return _same_unit(row, other) and _tells_no_more(row, other)


def _tells_no_more(row: RosterRow, other: RosterRow) -> bool:
    told = other.attributes
    return all(map(_within, _beside(row), _beside(other))) and all(
        told.get(field) == text for field, text in row.attributes.items()
    )


def _within(own: object, other: object) -> bool:
    """Whether a field says nothing, or what the other says, perhaps less exactly."""
    if not own or own == other:
        return True
    if not (isinstance(own, PartialDate) and isinstance(other, PartialDate)):
        return False
    return own.first <= other.first and other.last <= own.last


def _names_a_unit(row: RosterRow) -> bool:
    return row.unit is not None and row.unit.name != ""


def _same_unit(row: RosterRow, other: RosterRow) -> bool:
    if row.unit is None or other.unit is None:
        return False
    return same_key(spelled_out(row.unit.name)) == same_key(spelled_out(other.unit.name))
