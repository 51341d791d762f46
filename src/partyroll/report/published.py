"""The term report for everybody: counts that single out nobody, and no names."""

from collections.abc import Mapping
from dataclasses import replace

from partyroll.model import ExitKind, Table
from partyroll.report.axes import Cross
from partyroll.report.marks import Printing, withheld
from partyroll.report.printed_numbers import PrintedNumbers
from partyroll.report.reading import lines
from partyroll.report.suppression import suppress
from partyroll.report.term import TermReport
from partyroll.report.upper_units import upper_units

_COMPARISON = "comparison"
_SUMS = {"LEFT": (ExitKind.REMOVED, ExitKind.WITHDREW), "TOTAL": tuple(ExitKind)}


def published(report: TermReport, least: int) -> TermReport:
    """Return the report without names, and without any count from 1 to `least` - 1.

    Larger numbers that would give one away are left out too.  A table of which it is not known
    whom it counts stays empty.
    """
    report = upper_units(report, least)
    tables = report.tables
    while True:
        numbers = _numbers(report, tables)
        left_out = suppress(
            numbers.values,
            numbers.equations,
            least=least,
            implied=frozenset(numbers.implied),
        )
        unsafe = {place[0] for place, one in numbers.at.items() if one in left_out.exposed}
        if not unsafe:
            break
        tables = tuple(one for one in tables if one.id not in unsafe)
    printing = Printing.of(numbers, left_out, least, report.crosses)
    shown = {one.id: printing.table(one) for one in tables if one.id in numbers.tables}
    return replace(
        report,
        totals=_totals(report, shown),
        tables=tuple(shown.get(one.id) or withheld(one) for one in report.tables),
        checks=(),
        problems=(),
        names=(),
        undated=(),
        crosses={},
        unsaid="",
        published=True,
    )


def _numbers(report: TermReport, tables: tuple[Table, ...]) -> PrintedNumbers:
    numbers = PrintedNumbers.of(tables, report.crosses, (*report.names, *report.undated))
    for table in tables:
        if table.id == _COMPARISON and "by_kind" in numbers.tables:
            _add_comparison(numbers, table, report.crosses["by_kind"])
    return numbers


def _add_comparison(numbers: PrintedNumbers, table: Table, by_kind: Cross) -> None:
    """Add both terms of the comparison: this one counts what the kinds count."""
    rows = list(lines(table))
    codes = [row.code for row in by_kind.rows]
    for key in ("before", "count"):
        at: dict[str, int] = {}
        for place, one in enumerate(rows):
            code, value = str(one["code"]), one[key]
            if not isinstance(value, int):
                continue
            known = (
                numbers.at.get(("by_kind", codes.index(code), "count"))
                if (key == "count" and code in codes)
                else None
            )
            at[code] = numbers.new(value) if known is None else known
            numbers.at[table.id, place, key] = at[code]
        for code, parts in _SUMS.items():
            if code in at:
                numbers.sum_up(at[code], [at[kind] for kind in parts if kind in at])


def _totals(report: TermReport, shown: Mapping[str, Table]) -> dict[ExitKind, int]:
    """Return the totals that are printed."""
    table = shown.get("by_kind")
    counts = {str(one["code"]): one["count"] for one in lines(table)} if table else {}
    return {
        kind: number
        for kind in report.totals
        if isinstance(number := counts.get(kind.value), int)
    }
