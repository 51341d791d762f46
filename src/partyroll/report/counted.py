"""Whom each number of a table counts, in tables that repeat numbers of others too."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from partyroll.model import CellValue, ExitKind, Shape, Table
from partyroll.report.axes import Cross, Exits, Label
from partyroll.report.by_unit import unit_code
from partyroll.report.counting import FORM_ORDER, LEAVING
from partyroll.report.kinds import TOTAL, UNDATED
from partyroll.report.rates import with_parents
from partyroll.report.reading import lines
from partyroll.report.term import TermReport
from partyroll.report.top_units import top_units

_WHOLE = frozenset({TOTAL.code, *(label.code for label in UNDATED.labels)})
_BASES = frozenset({"total", "known"})  # what the other numbers of a row are parts of
# Moves between units are counted from stays: who moved is in no list of exits.
_LISTED = tuple(kind for kind in FORM_ORDER if kind is not ExitKind.OUT)


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a table and whom it counts.

    Numbers of one `group` add up; one that `repeats` may be counted by another table too.
    """

    row: int
    column: str
    exits: Exits
    group: str
    repeats: bool = True


def counted(report: TermReport, table: Table) -> tuple[Number, ...]:
    """Return every number of `table` whose people are known, group by group.

    A number that is not how many they are rests on something else, a paper say: it counts
    other people too, and is left out.
    """
    values = list(lines(table))
    reading = _READINGS.get(table.id, _of_its_own)
    return tuple(
        one
        for one in reading(report, table)
        if one.exits and values[one.row].get(one.column) == len(one.exits)
    )


def repeats_others(table_id: str) -> bool:
    """Whether all numbers of a table stand in others: these come first, under their words."""
    return table_id in _READINGS and table_id != "shares"


def repeating_tables(report: TermReport) -> dict[str, Table]:
    """Return the tables, by id, that repeat numbers of others."""
    tables = (*report.tables, top_units(report.table("by_unit")))
    return {
        one.id: one
        for one in tables
        if one.id in _READINGS and one.id not in report.crosses and one.rows
    }


def repeated_cross(report: TermReport, table: Table) -> Cross:
    """Return such a table with whom it counts; a row is asked for by its code or its words."""
    counts = [column for column in table.columns if column.shape is Shape.COUNT]
    rows = tuple(
        Label(str(one.get("code") or one.get("unit_path")), _words(table, row))
        for one, row in zip(lines(table), table.rows, strict=True)
    )
    return Cross(
        table.id,
        rows,
        tuple(Label(column.key, column.title) for column in counts if column.printed),
        {(rows[one.row].code, one.column): one.exits for one in counted(report, table)},
    )


def _words(table: Table, row: Sequence[CellValue]) -> str:
    texts = (
        value
        for column, value in zip(table.columns, row, strict=True)
        if column.printed and isinstance(value, str)
    )
    return " ".join(islice(texts, 2 if table.id == "flow" else 1))


def _of_its_own(report: TermReport, table: Table) -> Iterator[Number]:
    """Yield the numbers row by row: the last of each is the others together."""
    found = report.crosses.get(table.id)
    if found is None:
        return
    for place, row in enumerate(found.rows):
        for column in found.columns:
            repeats = row.code in _WHOLE or column.code in _BASES
            exits = found.names(row.code, column.code)
            yield Number(place, column.code, exits, row.code, repeats)


def _by_column(report: TermReport, table: Table) -> Iterator[Number]:
    """Yield the numbers column by column: below removed and withdrawn stand both together."""
    columns = [column.key for column in table.columns]
    ordered = sorted(_of_its_own(report, table), key=lambda one: columns.index(one.column))
    return (replace(one, group=one.column) for one in ordered)


def _repeated(report: TermReport, table: Table) -> Iterator[Number]:
    return (replace(one, repeats=True) for one in _of_its_own(report, table))


def _top_units(report: TermReport, table: Table) -> Iterator[Number]:
    by_unit = report.crosses["by_unit"]
    for place, one in enumerate(lines(table)):
        path = str(one["unit_path"])
        own = [by_unit.names(path, kind.value) for kind in LEAVING]
        for kind, exits in zip(LEAVING, own, strict=True):
            yield Number(place, kind.value, exits, path)
        yield Number(place, "left", _together(own), path)


def _comparison(report: TermReport, table: Table) -> Iterator[Number]:
    by_kind = report.crosses["by_kind"]
    both = _together(by_kind.names(kind.value, "count") for kind in LEAVING)
    for place, one in enumerate(lines(table)):
        code = str(one["code"])
        exits = both if code == "LEFT" else by_kind.names(code, "count")
        yield Number(place, "count", exits, code)


def _admissions(report: TermReport, table: Table) -> Iterator[Number]:
    by_year = report.crosses["by_kind_year"]
    for place, one in enumerate(lines(table)):
        year = str(one["code"])
        for kind in _LISTED:
            yield Number(place, kind.value, by_year.names(year, kind.value), year)
        if not one[ExitKind.OUT.value]:
            yield Number(place, "went", by_year.names(year, "total"), year)


def _flow(report: TermReport, table: Table) -> Iterator[Number]:
    left: dict[tuple[str, str, ExitKind], Exits] = defaultdict(tuple)
    for record in report.names:
        year = str(record.counted_on.year) if record.counted_on else ""
        for path in with_parents(record.unit_path):
            left[unit_code(path), year, record.kind] += (record,)
    for place, one in enumerate(lines(table)):
        unit, year = str(one["unit_path"]), str(one["code"]).rpartition("/")[2]
        for kind in _LISTED:
            exits = left.get((unit, year, kind), ())
            yield Number(place, kind.value, exits, f"{unit}/{year}")


def _together(parts: Iterable[Exits]) -> Exits:
    return tuple(record for part in parts for record in part)


_Reading = Callable[[TermReport, Table], Iterator[Number]]
_READINGS: Mapping[str, _Reading] = {
    "shares": _by_column,
    "reasons_removed": _repeated,
    "reasons_withdrew": _repeated,
    "units_ranked": _repeated,
    "top_units": _top_units,
    "comparison": _comparison,
    "admissions": _admissions,
    "flow": _flow,
}
