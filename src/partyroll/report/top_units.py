"""The units where most members left: one level of the tree, the largest numbers first."""

from collections import Counter

from partyroll.model import Column, ExitKind, Shape, Table
from partyroll.report.by_unit import NO_UNIT
from partyroll.report.counting import LEAVING, kind_title
from partyroll.report.reading import Line, lines, whole
from partyroll.text import thousands

MOST = 15


def top_units(by_unit: Table, most: int = MOST) -> Table:
    """Return the units of the highest level that has several, ranked by removed and withdrawn.

    Units of different levels hold each other: side by side they would count people twice.
    """
    placed = [
        one
        for one in lines(by_unit)
        if one["level"]
        and one["unit"] != NO_UNIT
        and all(isinstance(one[kind.value], int) for kind in LEAVING)  # not left out
    ]
    level = _level(placed)
    concerned = [one for one in placed if one["level"] == level and _left(one)]
    ranked = sorted(concerned, key=lambda one: -_left(one))[:most]
    return Table(
        id="top_units",
        title="Đơn vị có nhiều đảng viên bị xóa tên, xin ra khỏi Đảng nhất",
        columns=(
            Column("unit", "Đơn vị", width=40),
            *(Column(kind.value, kind_title(kind), Shape.COUNT, 12) for kind in LEAVING),
            Column("left", "Cộng", Shape.COUNT, 12),
            Column("left_rate", "Trên 1.000 đảng viên", Shape.DECIMAL, 14),
            Column("unit_path", "Đường dẫn đơn vị", printed=False),
        ),
        rows=tuple(
            (
                one["unit"],
                *(one[kind.value] for kind in LEAVING),
                _left(one),
                one.get("left_rate"),
                one.get("unit_path"),
            )
            for one in ranked
        ),
        denominator=_of_how_many(len(ranked), len(concerned)),
        chart="bar" if ranked else "",
        chart_columns=("left",) if ranked else (),
    )


def _level(placed: list[Line]) -> int:
    """Return the highest level of several units; the lowest where no level has several."""
    counts = Counter(whole(one["level"]) for one in placed)
    several = [level for level, number in counts.items() if number > 1]
    return min(several, default=max(counts, default=1))


def _left(one: Line) -> int:
    return whole(one[ExitKind.REMOVED.value]) + whole(one[ExitKind.WITHDREW.value])


def _of_how_many(shown: int, concerned: int) -> str:
    if shown == concerned:
        return "Các đơn vị cùng cấp có đảng viên bị xóa tên, xin ra khỏi Đảng trong kỳ."
    return (
        f"{thousands(shown)} đơn vị đứng đầu trong {thousands(concerned)} đơn vị cùng cấp có"
        " đảng viên bị xóa tên, xin ra khỏi Đảng trong kỳ."
    )
