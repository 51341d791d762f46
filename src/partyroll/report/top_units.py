"""The units where most members left: units of one level, the largest numbers first."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from partyroll.messages import UNIT_KIND
from partyroll.model import Column, ExitKind, Shape, Table, kind_under
from partyroll.report.by_unit import NO_UNIT
from partyroll.report.counting import LEAVING, kind_title
from partyroll.report.reading import Line, lines, whole
from partyroll.text import mid_sentence, thousands

MOST = 15
_TITLE = "Đơn vị có nhiều đảng viên bị xóa tên, xin ra khỏi Đảng nhất"
# Directly under a province stood districts, until communes took their place: never equals.
_LOWER = "COMMUNE"
_UPPER = "DISTRICT"


def top_units(by_unit: Table, most: int = MOST) -> Table:
    """Return the units of the highest level that has several, ranked by removed and withdrawn.

    Units of different levels hold each other: side by side they would count people twice.
    Districts and the communes that followed them stand under the same province, but are no
    equals: where both are there, only the sort with more people is ranked.
    """
    placed = [
        one
        for one in lines(by_unit)
        if one["level"]
        and one["unit"] != NO_UNIT
        and all(isinstance(one[kind.value], int) for kind in LEAVING)  # not left out
    ]
    level = _level(placed)
    left = [one for one in placed if one["level"] == level and _left(one)]
    concerned, others = _equals(left)
    ranked = sorted(concerned, key=lambda one: -_left(one))[:most]
    return Table(
        id="top_units",
        title=_title(concerned),
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
        denominator=_of_how_many(len(ranked), len(concerned)) + _beside(others),
        chart="bar" if ranked else "",
        chart_columns=("left",) if ranked else (),
    )


def _level(placed: list[Line]) -> int:
    """Return the highest level of several units; the lowest where no level has several."""
    counts = Counter(whole(one["level"]) for one in placed)
    several = [level for level, number in counts.items() if number > 1]
    return min(several, default=max(counts, default=1))


def _equals(left: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Return the units to rank, and those beside them that are of another sort."""
    sorts: dict[bool, list[Line]] = defaultdict(list)
    districts = any(_kind(one) == _UPPER for one in left)
    for one in left:
        sorts[districts and _kind(one) == _LOWER].append(one)
    first, *others = sorted(sorts.values(), key=lambda own: -sum(map(_left, own))) or [[]]
    return first, [one for own in others for one in own]


def _kind(one: Line) -> str:
    return kind_under(str(one["unit_path"]).split(" › "))


def _title(ranked: Sequence[Line]) -> str:
    """Return the title; it says which level is ranked where all units are of one sort."""
    kinds = {_kind(one) for one in ranked} - {"OTHER"}
    return f"{_TITLE}: {mid_sentence(UNIT_KIND[kinds.pop()])}" if len(kinds) == 1 else _TITLE


def _beside(others: Sequence[Line]) -> str:
    if not others:
        return ""
    kinds = sorted({mid_sentence(UNIT_KIND[_kind(one)]) for one in others})
    people = thousands(sum(map(_left, others)))
    return (
        f" Không xếp chung {thousands(len(others))} {', '.join(kinds)} ({people} người xóa tên,"
        " xin ra), vì khác cấp: xem bảng theo đơn vị."
    )


def _left(one: Line) -> int:
    return whole(one[ExitKind.REMOVED.value]) + whole(one[ExitKind.WITHDREW.value])


def _of_how_many(shown: int, concerned: int) -> str:
    if shown == concerned:
        return "Các đơn vị cùng cấp có đảng viên bị xóa tên, xin ra khỏi Đảng trong kỳ."
    return (
        f"{thousands(shown)} đơn vị đứng đầu trong {thousands(concerned)} đơn vị cùng cấp có"
        " đảng viên bị xóa tên, xin ra khỏi Đảng trong kỳ."
    )
