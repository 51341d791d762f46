"""What `report` shows on a screen: the tables that matter most, and what is doubtful."""

from typing import TYPE_CHECKING

from partyroll.cli.options import Common
from partyroll.text import thousands

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from partyroll.model import CellValue, Table
    from partyroll.report.term import TermReport
    from partyroll.tasks.reporting import ReportResult

# What a screen shows; the workbook and --json hold every table.
ON_SCREEN = ("by_kind", "by_kind_year", "comparison", "reasons_removed", "reasons_withdrew")
# By which column bars are drawn beside a table.
_BARS = {
    "by_kind_year": "total",
    "reasons_removed": "count",
    "reasons_withdrew": "count",
    "top_units": "left",
}
_NEXT = (
    "Tiếp theo: những người đứng sau một số: --open by_kind:REMOVED · ghi tệp: --xlsx, --docx,"
    " --html"
)
_NARROW = 100  # letters: changes between years are left to wider windows
_UNITS = 10


def tell_report(result: "ReportResult", at: Common) -> None:
    """Show the figures of a term: what matters in sentences first, what to do next last."""
    from partyroll.report.header import bounds_note, term_line
    from partyroll.report.prose import compared, opening
    from partyroll.tasks.recipients import recipient_line

    report = result.report
    recipient = recipient_line(at.recipient)
    lines = (
        f"{term_line(report.term)}.",
        bounds_note(report.term),
        f"{recipient}." if recipient else "",
    )
    for line in filter(None, lines):
        at.screen.note(line, prose=True)
    for sentence in filter(None, (opening(report, result.unit), compared(report))):
        at.screen.say(sentence, prose=True)
    if at.screen.for_people:
        at.screen.say()
    for table in _tables(report, at):
        _show(table, at)
    for sentence in (*report.problems, *report.checks):
        at.screen.note(f"Cần xem lại: {sentence}", prose=True)
    if report.unsaid:
        at.screen.note(report.unsaid, prose=True)
    at.screen.note(_NEXT, prose=True)


def _tables(report: "TermReport", at: Common) -> "list[Table]":
    """Return what is shown; the units that stand first only for people, a pipe has by_unit."""
    from partyroll.report.reading import at_a_glance
    from partyroll.report.top_units import top_units

    shown = [report.table(table_id) for table_id in ON_SCREEN]
    if not at.screen.for_people:
        return shown
    if at.screen.columns < _NARROW:
        shown = [at_a_glance(one) if one.id == "by_kind_year" else one for one in shown]
    return [*shown, top_units(report.table("by_unit"), _UNITS)]


def _show(table: "Table", at: Common) -> None:
    rows = list(table.rows)
    printed = [number for number, column in enumerate(table.columns) if column.printed]
    if at.screen.for_people:  # a window is narrow; the workbook prints every column
        rows = [row for row in rows if not _is_spare(row, printed)]
        printed = [number for number in printed if not _is_empty(row[number] for row in rows)]
    titles = [table.columns[number].title for number in printed]
    written = _written if at.screen.for_people else _plain
    cells = [[written(row[number]) for number in printed] for row in rows]
    if not at.screen.for_people:
        cells = [[table.id, *row] for row in cells]
    title = f"{table.title} ({table.denominator})" if table.denominator else table.title
    if table.rows:
        at.screen.table(titles, cells, title=title, bars=_lengths(table)[: len(rows)])


def _lengths(table: "Table") -> list[int]:
    """Return how long the bar of each row is; totals have none."""
    keys = [column.key for column in table.columns]
    if table.id not in _BARS:
        return []
    place = keys.index(_BARS[table.id])
    plain = len(table.rows) - table.total_rows
    values = [row[place] if number < plain else 0 for number, row in enumerate(table.rows)]
    return [value if isinstance(value, int) else 0 for value in values]


def _is_spare(row: "Sequence[CellValue]", printed: "Iterable[int]") -> bool:
    """Whether the row is of exits without a date, and there are none."""
    from partyroll.report.counting import OUTSIDE_TOTAL

    first, *others = printed
    return row[first] == OUTSIDE_TOTAL and _is_empty(row[number] for number in others)


def _is_empty(values: "Iterable[CellValue]") -> bool:
    return all(value in {0, None} for value in values)


def _written(value: "CellValue") -> str | int | None:
    """Return a value as people write it: 1.496, 47,3."""
    return thousands(value) if isinstance(value, int) else _plain(value)


def _plain(value: "CellValue") -> str | int | None:
    if isinstance(value, float):
        return f"{value:.1f}".replace(".", ",")
    if value is None or isinstance(value, int | str):
        return value
    return str(value)
