"""Exits by unit, each with all units below it."""

from collections.abc import Iterable, Mapping

from partyroll.model import CellValue, Column, ExitRecord, Shape, Table
from partyroll.report.axes import Axis, Cross, Exits, Label, cross, with_total
from partyroll.report.counting import FORM_ORDER, UnitOrder, UnitPath, unit_order
from partyroll.report.kinds import TOTAL, kinds
from partyroll.report.rates import WHOLE, Exposure, with_parents

NO_UNIT = "Chưa rõ đơn vị"
_STRUCTURE = {
    "then": "Đơn vị theo tổ chức tại thời điểm giảm.",
    "now": "Đơn vị theo tổ chức hiện nay.",
}


def unit_code(path: UnitPath) -> str:
    """Return the path of a unit as one word of an axis."""
    return " › ".join(path)


def units(paths: Iterable[UnitPath], codes: Mapping[UnitPath, str]) -> Axis:
    """Return `paths` as rows, parents first; an exit stands under all units above it.

    A unit may also be asked for by its code, or by the end of its path.
    """
    ordered = sorted(set(paths), key=_order)
    labels = tuple(
        Label(unit_code(path), path[-1], len(path), (*_ends(path), *_code(codes, path)))
        for path in ordered
    )
    axis = Axis("unit", "Đơn vị", labels, lambda r: tuple(map(unit_code, _rows_of(r))))
    return with_total(axis, TOTAL)


def _ends(path: UnitPath) -> tuple[str, ...]:
    return tuple(unit_code(path[start:]) for start in range(1, len(path) - 1))


def _code(codes: Mapping[UnitPath, str], path: UnitPath) -> tuple[str, ...]:
    return (codes[path],) if path in codes else ()


def _codes_of(exits: Exits) -> dict[UnitPath, str]:
    return {
        record.unit_path[: place + 1]: code
        for record in exits
        for place, code in enumerate(record.unit_codes)
        if code
    }


def unit_cross(exits: Exits, exposure: Mapping[UnitPath, Exposure]) -> Cross:
    """Return exits by unit and kind; units of which only numbers are known have rows too."""
    paths = {path for record in exits for path in _rows_of(record)} | set(exposure) - {WHOLE}
    return cross("by_unit", exits, units(paths, _codes_of(exits)), kinds(FORM_ORDER))


def by_unit(found: Cross, exposure: Mapping[UnitPath, Exposure], *, structure: str) -> Table:
    """Return a row for each unit of the tree: exits by kind, and rates where they are known."""
    known = {unit_code(path): one for path, one in exposure.items() if path != WHOLE}
    known[TOTAL.code] = exposure.get(WHOLE, Exposure())
    return Table(
        id=found.id,
        title="Đảng viên giảm theo đơn vị",
        columns=_columns(found),
        rows=tuple(_row(found, row, known.get(row.code, Exposure())) for row in found.rows),
        denominator="Trên 1.000 đảng viên: số giảm của những năm và đơn vị có số đảng viên "
        "cuối năm, chia cho tổng số đảng viên của các năm đó; không tính năm không trọn vẹn.",
        notes=(_STRUCTURE[structure], "Số của đơn vị gồm cả các đơn vị trực thuộc."),
        total_rows=1,
    )


def _rows_of(record: ExitRecord) -> list[UnitPath]:
    return with_parents(record.unit_path) or [(NO_UNIT,)]


def _order(path: UnitPath) -> tuple[bool, UnitOrder]:
    return (path == (NO_UNIT,), unit_order(path))


def _row(found: Cross, row: Label, exposure: Exposure) -> tuple[CellValue, ...]:
    whole = row == TOTAL
    return (
        row.title,
        None if whole else row.level,
        *found.line(row.code),
        exposure.member_years or None,
        exposure.left_rate,
        exposure.exit_rate,
        "" if whole else row.code,
    )


def _columns(found: Cross) -> tuple[Column, ...]:
    return (
        Column("unit", "Đơn vị", Shape.OUTLINE, 40),
        Column("level", "Cấp", Shape.ORDER, 6),
        *(Column(one.code, one.title, Shape.COUNT, 10) for one in found.columns),
        Column("member_years", "Tổng số đảng viên các năm", Shape.COUNT, 13),
        Column("left_rate", "Xóa tên, xin ra trên 1.000", Shape.DECIMAL, 12),
        Column("exit_rate", "Mọi hình thức trên 1.000", Shape.DECIMAL, 12),
        Column("unit_path", "Đường dẫn đơn vị", printed=False),
    )
