"""Exits by unit, each with all units below it."""

from collections.abc import Mapping

from partyroll.model import CellValue, Column, ExitRecord, Shape, Table
from partyroll.report.counting import FORM_ORDER, UnitOrder, UnitPath, kind_title, unit_order
from partyroll.report.pivot import cross_count
from partyroll.report.rates import WHOLE, Exposure, with_parents

NO_UNIT = "Chưa rõ đơn vị"
_STRUCTURE = {
    "then": "Đơn vị theo tổ chức tại thời điểm giảm.",
    "now": "Đơn vị theo tổ chức hiện nay.",
}


def by_unit(
    exits: tuple[ExitRecord, ...], exposure: Mapping[UnitPath, Exposure], *, structure: str
) -> Table:
    """Return a row for each unit of the tree: exits by kind, and rates where they are known."""
    pairs = [(path, record.kind) for record in exits for path in _rows_of(record.unit_path)]
    units = sorted({path for path, _ in pairs} | set(exposure) - {WHOLE}, key=_order)
    grid = cross_count(pairs, units, FORM_ORDER)
    rows = [
        _row(path, line, exposure.get(path, Exposure()))
        for path, line in zip(units, grid, strict=True)
    ]
    totals = [sum(record.kind is kind for record in exits) for kind in FORM_ORDER]
    return Table(
        id="by_unit",
        title="Đảng viên giảm theo đơn vị",
        columns=_columns(),
        rows=(*rows, _total(totals, exposure.get(WHOLE, Exposure()))),
        denominator="Trên 1.000 đảng viên: số giảm của những năm và đơn vị có số đảng viên "
        "cuối năm, chia cho tổng số đảng viên của các năm đó; không tính năm không trọn vẹn.",
        notes=(_STRUCTURE[structure], "Số của đơn vị gồm cả các đơn vị trực thuộc."),
        total_rows=1,
    )


def _rows_of(path: UnitPath) -> list[UnitPath]:
    return with_parents(path) or [(NO_UNIT,)]


def _order(path: UnitPath) -> tuple[bool, UnitOrder]:
    return (path == (NO_UNIT,), unit_order(path))


def _row(path: UnitPath, line: list[int], exposure: Exposure) -> tuple[CellValue, ...]:
    return (path[-1], len(path), *_figures(line, exposure), " › ".join(path))


def _total(line: list[int], exposure: Exposure) -> tuple[CellValue, ...]:
    return ("Tổng số", None, *_figures(line, exposure), "")


def _figures(line: list[int], exposure: Exposure) -> tuple[CellValue, ...]:
    return (
        *line,
        sum(line),
        exposure.member_years or None,
        exposure.left_rate,
        exposure.exit_rate,
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column("unit", "Đơn vị", Shape.OUTLINE, 40),
        Column("level", "Cấp", Shape.ORDER, 6),
        *(Column(kind.value, kind_title(kind), Shape.COUNT, 10) for kind in FORM_ORDER),
        Column("total", "Tổng số", Shape.COUNT, 10),
        Column("member_years", "Tổng số đảng viên các năm", Shape.COUNT, 13),
        Column("left_rate", "Xóa tên, xin ra trên 1.000", Shape.DECIMAL, 12),
        Column("exit_rate", "Mọi hình thức trên 1.000", Shape.DECIMAL, 12),
        Column("unit_path", "Đường dẫn đơn vị", printed=False),
    )
