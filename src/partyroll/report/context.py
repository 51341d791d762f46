"""What stands beside the exits of a term: the term before, and what papers declare."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from partyroll.model import DeclaredTotal, ExitRecord, Headcount, HelpGiven, Table
from partyroll.period import Term
from partyroll.report.comparison import (
    compare,
    comparison_notes,
    comparison_table,
    knows_before,
)
from partyroll.report.declared import Declared, compared, declared_table, differences
from partyroll.report.effect import effect_tables, undated_help
from partyroll.report.flow_lines import Members, flow_lines
from partyroll.report.flow_tables import (
    admissions_table,
    breaks_table,
    flow_checks,
    flow_table,
)
from partyroll.report.term import TermReport


@dataclass(frozen=True, slots=True)
class Context:
    """What the ledger knows beside the exits of the term, in the same units and structure.

    `exits` are those of all times; `asked` = the user named the term `before`.
    """

    before: Term
    exits: tuple[ExitRecord, ...] = ()
    heads: tuple[Headcount, ...] = ()
    totals: tuple[DeclaredTotal, ...] = ()
    asked: bool = False
    members: Members | None = None
    given: tuple[HelpGiven, ...] = ()


def in_context(report: TermReport, beside: Context) -> TermReport:
    """Return the report with the tables that need more than its own exits."""
    declared = Declared.of(beside.totals)
    both = compare(
        report.term, beside.before, beside.exits, declared=declared, heads=beside.heads
    )
    listed = compared(report.term, beside.totals, report.names)
    said = comparison_notes(both) if beside.asked or knows_before(both) else ()
    found = with_tables(
        report, (comparison_table(both), declared_table(listed)), (*said, *differences(listed))
    )
    if beside.members is not None:
        found = _with_balance(found, beside, beside.members)
    return _with_effect(found, beside) if beside.given else found


def _with_effect(report: TermReport, beside: Context) -> TermReport:
    """Return the report with what was done for members, and exits before and after it."""
    tables = effect_tables(report.term, beside.given, beside.exits, beside.heads)
    return with_tables(report, tables, undated_help(beside.given))


def _with_balance(report: TermReport, beside: Context, members: Members) -> TermReport:
    """Return the report with who came in beside who left, and the balance of every unit."""
    term = report.term
    lines = flow_lines(members, beside.heads, beside.totals)
    breaks = breaks_table(term, members)
    tables = (
        admissions_table(term, members, report.names, beside.totals),
        flow_table(term, lines),
        breaks,
    )
    return with_tables(report, tables, flow_checks(term, lines, breaks))


def with_tables(
    report: TermReport, tables: Iterable[Table], checks: Iterable[str]
) -> TermReport:
    """Return the report with more tables and more that is doubtful."""
    return replace(
        report,
        tables=(*report.tables, *tables),
        checks=(*report.checks, *checks),
    )
