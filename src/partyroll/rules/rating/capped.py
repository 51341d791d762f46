"""L5: excellent ratings above the cap, or exactly at it year after year with the same names.

The cap holds for a grassroots organisation, never for a cell.
"""

from collections.abc import Iterator

from partyroll.model import CapBase, Matter, MatterKind, RatingTally
from partyroll.rules.rating.cap import base_number, most_excellent, within_cap
from partyroll.rules.rating.facts import Question, RatedUnit
from partyroll.rules.rating.words import PROPOSED
from partyroll.text import name_sort_key

BASE = {
    CapBase.NESTED: "số hoàn thành tốt trở lên",
    CapBase.DISJOINT: "số hoàn thành tốt, không kể xuất sắc",
}
BASE_DOUBT = "hai cách tính mức trần: thiết lập cap_base"
_ABOVE = (
    "Cần rà soát: đối chiếu với mức trần trong hướng dẫn của năm; tổ chức được áp dụng mức cao"
    " hơn thì ghi vào mục [rating.special] của partyroll.toml."
)
_SAME = "Cần rà soát: xem có xoay vòng hay giữ chỗ danh hiệu, đối chiếu kết quả từng người."


def excellent_at_cap(unit: RatedUnit, asked: Question) -> Iterator[Matter]:
    """Yield that a grassroots organisation is above its cap, or at it with the same names."""
    if not unit.grassroots or not unit.tally(asked.year).excellent:
        return
    limits, tally = asked.limits, unit.tally(asked.year)
    cap = limits.cap_for(unit.name, asked.year)
    if not within_cap(tally, cap, limits.cap_base):
        yield Matter(
            MatterKind.CAP,
            above(tally, cap, limits.cap_base),
            _ABOVE,
            about=str(asked.year),
            remarks=(BASE_DOUBT, *_proposed(tally)),
        )
    elif names := _same_names(unit, asked):
        yield Matter(
            MatterKind.CAP,
            f"{limits.years} năm liền xuất sắc đúng bằng mức trần {cap}%, cùng những người:"
            f" {names}",
            _SAME,
            about=str(asked.year),
            remarks=_proposed(tally),
        )


def above(tally: RatingTally, cap: int, base: CapBase) -> str:
    """Return by how much the excellent ratings are above the cap, in whole numbers."""
    most = most_excellent(tally.good_or_better, cap, base)
    return (
        f"{tally.excellent} người hoàn thành xuất sắc nhiệm vụ; mức trần {cap}% của"
        f" {base_number(tally, base)} ({BASE[base]}): với {tally.good_or_better} người từ tốt"
        f" trở lên thì nhiều nhất {most}"
    )


def _proposed(tally: RatingTally) -> tuple[str, ...]:
    return (f"{tally.proposed} người {PROPOSED}",) if tally.proposed else ()


def _same_names(unit: RatedUnit, asked: Question) -> str:
    """Return who is excellent where they fill the cap every year; "" where that is not so."""
    years = range(asked.year - asked.limits.years + 1, asked.year + 1)
    now = unit.excellent.get(asked.year, {})
    alike = all(unit.excellent.get(year, {}).keys() == now.keys() for year in years)
    if not alike or not all(_at_cap(unit, year, asked) for year in years):
        return ""
    return ", ".join(sorted(now.values(), key=name_sort_key))


def _at_cap(unit: RatedUnit, year: int, asked: Question) -> bool:
    tally, limits = unit.tally(year), asked.limits
    cap = limits.cap_for(unit.name, year)
    return tally.excellent == most_excellent(tally.good_or_better, cap, limits.cap_base)
