"""L9: a share of good or better that chance alone hardly explains, beside the unit above."""

from collections.abc import Iterator

from partyroll.model import Matter, MatterKind, RatingTally, Side
from partyroll.rules.rating.compared import compared
from partyroll.rules.rating.facts import Question, RatedUnit

_STEP = (
    "Cần rà soát: hỏi chi bộ cách vận dụng tiêu chí; cấp trên dự buổi kiểm điểm, đối chiếu vài"
    " người cùng mức ở các đơn vị khác nhau."
)
_CHANCE = "đây là phép so sánh thống kê: cứ 100 đơn vị như nhau vẫn có khoảng {} đơn vị ở ngoài"


def far_from_parent(unit: RatedUnit, asked: Question) -> Iterator[Matter]:
    """Yield that a unit lies outside the interval of its size; small units are not compared."""
    own, parent = unit.tally(asked.year), unit.parent.get(asked.year, RatingTally())
    found = compared(own, parent, asked.limits)
    if found is None or found.side is Side.WITHIN:
        return
    side = "cao hơn" if found.side is Side.ABOVE else "thấp hơn"
    yield Matter(
        MatterKind.FAR_FROM_PARENT,
        f"Tốt trở lên {_share(own)}, {side} hẳn so với {unit.parent_name or 'cấp trên'}"
        f" {_share(parent)}: với {own.rated} người thì thường từ {found.low} đến {found.high}"
        " người",
        _STEP,
        about=str(asked.year),
        remarks=(chance(asked.limits.interval),),
    )


def chance(interval: int) -> str:
    """Return what a place outside the interval may mean, and what it does not prove."""
    return _CHANCE.format(100 - interval)


def _share(tally: RatingTally) -> str:
    share = f"{100 * tally.good_or_better / tally.rated:.1f}".replace(".", ",")
    return f"{tally.good_or_better}/{tally.rated} ({share}%)"
