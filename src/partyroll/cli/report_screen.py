"""What `report` shows on a screen: the tables that matter most, and what is doubtful."""

from typing import TYPE_CHECKING

from partyroll.cli.options import Common
from partyroll.text import thousands

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from partyroll.model import CellValue, Table
    from partyroll.tasks.reporting import ReportResult

# What a screen shows; the workbook and --json hold every table.
ON_SCREEN = ("by_kind", "by_kind_year", "comparison", "reasons_removed", "reasons_withdrew")


def tell_report(result: "ReportResult", at: Common) -> None:
    """Show the figures of a term."""
    from partyroll.report.header import bounds_note, term_line
    from partyroll.report.summary import headline
    from partyroll.tasks.recipients import recipient_line

    at.screen.note(f"{term_line(result.report.term)}.\n", prose=True)
    if note := bounds_note(result.report.term):
        at.screen.note(f"{note}\n", prose=True)
    if line := recipient_line(at.recipient):
        at.screen.note(f"{line}.\n", prose=True)
    for table_id in ON_SCREEN:
        _show(result.report.table(table_id), at)
    at.screen.say(headline(result.report), prose=True)
    for sentence in (*result.report.problems, *result.report.checks):
        at.screen.note(f"Cần xem lại: {sentence}", prose=True)
    if result.report.unsaid:
        at.screen.note(result.report.unsaid, prose=True)


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
        at.screen.table(titles, cells, title=title)


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
