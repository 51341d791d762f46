"""Exits by what is known of the people: a row for each group, a column for each kind."""

from partyroll.model import CellValue, Column, Shape, Table
from partyroll.report.axes import Axis, Cross, Exits, Label, cross, with_total
from partyroll.report.counting import FORM_ORDER
from partyroll.report.figures import share
from partyroll.report.kinds import TOTAL, TOTAL_COLUMN, kinds
from partyroll.report.traits import GENDER
from partyroll.text import mid_sentence, thousands


def trait_cross(axis: Axis, exits: Exits) -> Cross:
    """Return exits by a trait and kind."""
    return cross(f"by_{axis.id}", exits, with_total(axis, TOTAL), kinds(FORM_ORDER))


def by_trait(axis: Axis, found: Cross) -> Table:
    """Return a row for each group of `axis`, with its share of all exits of the term."""
    total = found.count(TOTAL.code, TOTAL_COLUMN.code)
    return Table(
        id=found.id,
        title=f"Đảng viên giảm theo {mid_sentence(axis.title)}",
        columns=(
            Column(axis.id, axis.title, width=24),
            *(Column(one.code, one.title, Shape.COUNT, 11) for one in found.columns),
            Column("share", "Tỷ lệ (%)", Shape.PERCENT, 11),
            Column("code", "Mã", printed=False),
        ),
        rows=tuple(_row(found, row, total) for row in found.rows),
        denominator=f"Mẫu số: {thousands(total)} đảng viên giảm trong kỳ, mọi hình thức.",
        notes=_imprecise(axis),
        total_rows=1,
    )


def _row(found: Cross, row: Label, total: int) -> tuple[CellValue, ...]:
    line = found.line(row.code)
    return (row.title, *line, share(line[-1], total), row.code)


def _imprecise(axis: Axis) -> tuple[str, ...]:
    if axis is GENDER:
        return ()

    return ("Không rõ: thiếu ngày, hoặc ngày chưa đủ chính xác để xếp vào một nhóm.",)
