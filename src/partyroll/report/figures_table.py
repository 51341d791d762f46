"""Every figure of a report below each other, for programs that count on."""

from partyroll.model import Column, Shape, Table
from partyroll.report.term import TermReport

_FIGURES = frozenset({Shape.COUNT, Shape.PERCENT, Shape.DECIMAL})
_COLUMNS = tuple(
    Column(key, title)
    for key, title in (
        ("table", "Bảng"),
        ("row", "Dòng"),
        ("column", "Cột"),
        ("value", "Giá trị"),
    )
)


def figures_table(report: TermReport) -> Table:
    """Return a row for each figure that is printed: table, row, column, value."""
    rows = tuple(
        (table.id, row[0], column.key, value)
        for table in report.tables
        for row in table.rows
        for column, value in zip(table.columns, row, strict=True)
        if column.shape in _FIGURES and column.printed and value is not None
    )
    return Table(id="figures", title="Số liệu", columns=_COLUMNS, rows=rows)
