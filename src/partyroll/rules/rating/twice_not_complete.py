"""L10: two years in a row not complete, and nobody has sat down with the member.

The guidance names these among those to be educated and helped before anything else is
considered (rulebook §8.4): a list for screening, never a removal.
"""

from collections.abc import Iterator

from partyroll.model import Matter, MatterKind, Rating, RatingLevel, Screening
from partyroll.rules.rating.facts import Question, RatedPerson
from partyroll.rules.rating.names import may_mean_unfit
from partyroll.rules.rating.words import at

_STEP = (
    "Đề nghị chi bộ rà soát, phân công người giáo dục, giúp đỡ; ghi lại bằng partyroll rating"
    " screen. Không phải căn cứ để xóa tên."
)
_ASK = "năm {year} ghi “{text}”: hỏi chi bộ là vế nào"


def twice_not_complete(person: RatedPerson, asked: Question) -> Iterator[Matter]:
    """Yield two years in a row of not complete, where no screening is on record."""
    years = asked.year - 1, asked.year
    ratings = [rating for year in years if (rating := _not_complete(person, year))]
    if len(ratings) < len(years) or any(_after(one, asked) for one in person.screenings):
        return
    told = "; ".join(f"{rating.year}{at(rating.source)}" for rating in ratings)
    yield Matter(
        MatterKind.TWICE_NOT_COMPLETE,
        f"Hai năm liền không hoàn thành nhiệm vụ: {told}; sổ chưa ghi rà soát, sàng lọc",
        _STEP,
        about=str(asked.year),
        remarks=tuple(_doubts(ratings)),
    )


def _not_complete(person: RatedPerson, year: int) -> Rating | None:
    rating = person.rated(year)
    return rating if rating and rating.level is RatingLevel.NOT_COMPLETE else None


def _after(screening: Screening, asked: Question) -> bool:
    """Whether a screening is about the second year, or was held in it or later."""
    held = screening.held_on
    return screening.year >= asked.year or (held is not None and held.year >= asked.year)


def _doubts(ratings: list[Rating]) -> Iterator[str]:
    for rating in ratings:
        if may_mean_unfit(rating.text):
            yield _ASK.format(year=rating.year, text=rating.text)
