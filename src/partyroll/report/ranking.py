"""Units ranked by the rate at which people left, with what chance alone can bring."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import exp, sqrt

from partyroll.model import LEAST_BASE, CellValue, Column, Shape, Table
from partyroll.report.axes import Cross, Label
from partyroll.report.by_unit import unit_code
from partyroll.report.counting import UnitOrder, UnitPath, unit_order
from partyroll.report.figures import per_thousand
from partyroll.report.rates import WHOLE, Exposure
from partyroll.text import thousands

_LEFT = Label("left", "Xóa tên, xin ra", also=("count", "total"))
_LIMITS = (
    "Giới hạn 95%: với mức chung, một đơn vị cỡ này do ngẫu nhiên vẫn có thể thấp hoặc cao đến"
    " đó. Nằm ngoài giới hạn là điều nên tìm hiểu, không phải kết luận."
)
_SMALL = "Đơn vị có dưới {} đảng viên (cộng các năm): quá ít để so sánh, không xếp thứ tự."
_TOO_FEW = "quá ít để so sánh"
_TAIL = 0.025
_NORMAL_FROM = 200.0  # expected exits from which a normal curve is as good
_NORMAL = 1.96

Exposures = Mapping[UnitPath, Exposure]


def chance_limits(expected: float) -> tuple[int, int]:
    """Return the fewest and the most exits that chance alone brings to 95 units of 100."""
    if expected > _NORMAL_FROM:
        spread = _NORMAL * sqrt(expected)
        return int(expected - spread), int(expected + spread) + 1

    fewest = most = 0
    weight = reached = exp(-expected)
    while reached < 1 - _TAIL:
        most += 1
        if reached < _TAIL:
            fewest = most
        weight *= expected / most
        reached += weight
    return fewest, most


def units_ranked(exposure: Exposures, *, least_base: int = LEAST_BASE) -> tuple[Cross, Table]:
    """Return the units of each level by their rate; the smallest stand below, unranked.

    A small unit that lost two people is no worse than a large one: the limits say what chance
    alone brings to a unit of its size at the rate of all.
    """
    whole = exposure.get(WHOLE, Exposure())
    known = (path for path, one in exposure.items() if path != WHOLE and one.member_years)
    paths = sorted(
        known if whole.member_years else (),
        key=lambda path: _order(path, exposure[path], least_base),
    )
    rows = tuple(Label(unit_code(path), path[-1], len(path)) for path in paths)
    cells = {
        (unit_code(path), _LEFT.code): exposure[path].leavers
        for path in paths
        if exposure[path].leavers
    }
    table = Table(
        id="units_ranked",
        title="Đơn vị xếp theo tỷ lệ xóa tên, xin ra khỏi Đảng",
        columns=_COLUMNS,
        rows=tuple(_rows(paths, exposure, whole, least_base)),
        denominator="Mẫu số: tổng số đảng viên cuối năm của các năm trọn vẹn có số liệu. Mức "
        f"chung: {_shown(whole.left_rate)} người trên 1.000 đảng viên mỗi năm.",
        notes=(_LIMITS, _SMALL.format(thousands(least_base))),
    )
    return Cross(table.id, rows, (_LEFT,), cells), table


def _order(
    path: UnitPath, exposure: Exposure, least_base: int
) -> tuple[int, bool, float, UnitOrder]:
    few = exposure.member_years < least_base
    return len(path), few, -(exposure.left_rate or 0.0), unit_order(path)


def _rows(
    paths: Sequence[UnitPath], exposure: Exposures, whole: Exposure, least_base: int
) -> Iterator[tuple[CellValue, ...]]:
    places: Counter[int] = Counter()
    for path in paths:
        one = exposure[path]
        few = one.member_years < least_base
        places[len(path)] += not few
        fewest, most = chance_limits(one.member_years * whole.left / whole.member_years)
        yield (
            None if few else places[len(path)],
            path[-1],
            len(path),
            one.left,
            one.member_years,
            one.left_rate,
            per_thousand(fewest, one.member_years),
            per_thousand(most, one.member_years),
            _TOO_FEW if few else _standing(one.left, fewest, most),
            unit_code(path),
        )


def _standing(left: int, fewest: int, most: int) -> str:
    if left > most:
        return "cao hơn giới hạn"
    return "thấp hơn giới hạn" if left < fewest else "trong giới hạn"


def _shown(rate: float | None) -> str:
    return f"{rate:.2f}".replace(".", ",") if rate is not None else "chưa rõ"


_COLUMNS = (
    Column("place", "Thứ tự trong cấp", Shape.ORDER, 9),
    Column("unit", "Đơn vị", Shape.OUTLINE, 40),
    Column("level", "Cấp", Shape.ORDER, 6),
    Column(_LEFT.code, _LEFT.title, Shape.COUNT, 10),
    Column("member_years", "Tổng số đảng viên các năm", Shape.COUNT, 13),
    Column("left_rate", "Trên 1.000 đảng viên", Shape.DECIMAL, 12),
    Column("lower", "Giới hạn dưới (95%)", Shape.DECIMAL, 12),
    Column("upper", "Giới hạn trên (95%)", Shape.DECIMAL, 12),
    Column("standing", "So với mức chung", width=22),
    Column("code", "Mã", printed=False),
)
