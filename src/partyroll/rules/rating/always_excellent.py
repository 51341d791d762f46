"""L6: the same member excellent for years while the unit itself is rated lower."""

from collections.abc import Iterator

from partyroll.model import Matter, MatterKind, RatingLevel
from partyroll.rules.rating.facts import Question, RatedPerson
from partyroll.rules.rating.words import level_words

_STEP = (
    "Cần rà soát: người được xếp xuất sắc đóng góp gì cho kết quả chung; nêu rõ trong biên bản."
)
_LOWER = frozenset({RatingLevel.GOOD, RatingLevel.COMPLETE, RatingLevel.NOT_COMPLETE})


def always_excellent(person: RatedPerson, asked: Question) -> Iterator[Matter]:
    """Yield years of excellent ratings in a unit that was not; each year must be known."""
    years = range(asked.year - asked.limits.excellent_years + 1, asked.year + 1)
    for year in years:
        rating, unit = person.rated(year), person.unit_ratings.get(year)
        if rating is None or rating.level is not RatingLevel.EXCELLENT:
            return
        if unit is None or unit.level not in _LOWER:
            return
    told = "; ".join(
        f"{year}: {level_words(person.unit_ratings[year].level)}" for year in years
    )
    yield Matter(
        MatterKind.ALWAYS_EXCELLENT,
        f"{len(years)} năm liền hoàn thành xuất sắc nhiệm vụ ({years[0]}-{years[-1]}), tổ chức"
        f" đảng được xếp thấp hơn ({told})",
        _STEP,
        about=str(asked.year),
    )
