"""The words that checks of ratings share: levels, months with their cells, places."""

from collections.abc import Iterable
from itertools import groupby

from partyroll.messages import GROUND_MONTHS, RATING_LEVEL
from partyroll.model import Ground, MonthFact, Rating, RatingLevel, Source
from partyroll.period import month_spans
from partyroll.rules.rating.names import level_name
from partyroll.text import mid_sentence

# Of a rating of which only the cell's proposal is known.
PROPOSED = "mới có đề nghị của chi bộ, chưa có mức cấp ủy quyết định"


def level_words(level: RatingLevel) -> str:
    """Return a level as it stands in a sentence."""
    return mid_sentence(RATING_LEVEL[level])


def rated_as(rating: Rating) -> str:
    """Return the level of a year with the place that states it."""
    named = mid_sentence(level_name(rating.level, rating.year))
    return f"xếp loại năm {rating.year}: {named}{at(rating.source)}"


def at(source: Source) -> str:
    """Return a place in brackets, nothing where no workbook states it."""
    return f" ({source})" if source.file else ""


def months_with_cells(ground: Ground, facts: Iterable[MonthFact]) -> str:
    """Return the months of one ground with the cells that state them."""
    shown = sorted(facts, key=lambda fact: fact.month)
    months = month_spans((fact.month for fact in shown), years=False)
    count = len({fact.month for fact in shown})
    sources = [fact.source for fact in shown if fact.source]
    cells = "; ".join(
        " › ".join(part for part in (*place, _cells(group)) if part)
        for place, group in groupby(sources, key=lambda source: (source.file, source.sheet))
    )
    return f"{count} {GROUND_MONTHS[ground]}: {months}" + (f" ({cells})" if cells else "")


def _cells(sources: Iterable[Source]) -> str:
    """Return the cells, or the rows, of sources that stand on one sheet."""
    places = (one.cell or (f"dòng {one.row}" if one.row else "") for one in sources)
    return ", ".join(dict.fromkeys(place for place in places if place))
