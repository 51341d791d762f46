"""L4: a unit in which nobody was below good for years."""

from collections.abc import Iterator

from partyroll.model import Matter, MatterKind
from partyroll.rules.rating.facts import Question, RatedUnit

_STEP = (
    "Cần rà soát: đề nghị cấp trên dự buổi kiểm điểm, đối chiếu kết quả từng người với tiêu chí"
    " của từng mức."
)


def nobody_below_good(unit: RatedUnit, asked: Question) -> Iterator[Matter]:
    """Yield the years without anybody below good; each of them must have a list."""
    years = range(asked.year - asked.limits.years + 1, asked.year + 1)
    tallies = {year: unit.tally(year) for year in years}
    enough = all(tally.rated >= asked.limits.least_alike for tally in tallies.values())
    if not enough or any(tally.below_good for tally in tallies.values()):
        return
    told = ", ".join(
        f"{year}: {tally.good_or_better}/{tally.rated}" for year, tally in tallies.items()
    )
    yield Matter(
        MatterKind.NOBODY_BELOW_GOOD,
        f"{len(tallies)} năm liền không có ai hoàn thành hoặc không hoàn thành nhiệm vụ; tốt"
        f" trở lên {told}",
        _STEP,
        about=str(asked.year),
    )
