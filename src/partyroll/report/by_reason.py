"""Reasons, each kind of exit by its own denominator."""

from partyroll.model import CellValue, Column, ExitKind, Shape, Table
from partyroll.report.axes import Cross, Exits, Label, cross, everybody
from partyroll.report.counting import kind_title
from partyroll.report.figures import share
from partyroll.report.kinds import TOTAL
from partyroll.report.reasons import all_reasons, main_reasons
from partyroll.text import thousands

_MAIN = everybody(Label("count", "Lý do chính"))
_NAMED = everybody(Label("mentions", "Số lần nêu, kể cả lý do phụ"))
_OF_KIND = {
    ExitKind.REMOVED: "đảng viên bị xóa tên",
    ExitKind.WITHDREW: "đảng viên xin ra khỏi Đảng",
}


def reason_cross(kind: ExitKind, exits: Exits) -> Cross:
    """Return the exits of one kind by main reason, and by every reason named."""
    own = tuple(record for record in exits if record.kind is kind)
    table_id = f"reasons_{kind.value.lower()}"
    named = cross(table_id, own, all_reasons(own), _NAMED)
    return cross(table_id, own, main_reasons(own), _MAIN).plus(named)


def by_reason(kind: ExitKind, found: Cross) -> Table:
    """Return the main reasons of one kind, and how often each is named at all."""
    total = found.count(TOTAL.code, "count")
    return Table(
        id=found.id,
        title=f"{kind_title(kind)}: lý do chính",
        columns=(
            Column("reason", "Lý do", Shape.OUTLINE, 50),
            Column("count", "Lý do chính", Shape.COUNT, 12),
            Column("share", "Tỷ lệ (%)", Shape.PERCENT, 12),
            Column("mentions", "Số lần nêu, kể cả lý do phụ", Shape.COUNT, 16),
            Column("code", "Mã", printed=False),
            Column("level", "Cấp", Shape.COUNT, printed=False),
        ),
        rows=tuple(_row(found, row, total) for row in found.rows),
        denominator=f"Mẫu số: {thousands(total)} {_OF_KIND[kind]} trong kỳ. "
        "Lý do chính là lý do ghi đầu tiên.",
        total_rows=1,
        chart="bar" if total else "",
        chart_columns=("count",) if total else (),
    )


def _row(found: Cross, row: Label, total: int) -> tuple[CellValue, ...]:
    number, mentions = found.line(row.code)
    return (row.title, number, share(number, total), mentions, row.code, row.level)
