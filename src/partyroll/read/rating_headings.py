"""Headings of ratings: who rates, below a year or above it."""

from partyroll.read.meanings import Meaning

# Who rates, by the heading: a stage's own words, or the name of the body alone.
_STAGES = {
    "rating_self": "rating_self",
    "rating_cell": "rating_cell",
    "unit_cell": "rating_cell",
    "rating": "rating",
    "unit_parent": "rating",
}
_RATINGS = frozenset({"rating", "rating_self", "rating_cell"})


def rating_below(above: Meaning, own: Meaning) -> Meaning | None:
    """Return what a heading means below "Xếp loại", below a stage, or below a year of both."""
    if above.fields == ("year_column",):
        stage = next((_STAGES[field] for field in own.fields if field in _STAGES), None)
        return Meaning((stage,), year=above.year) if stage else None
    if len(above.fields) != 1 or above.fields[0] not in _RATINGS:
        return None
    if own.fields == ("year_column",):
        return Meaning(above.fields, year=own.year)
    stage = next((_STAGES[field] for field in own.fields if field in _STAGES), "")
    if own.fields and not stage:
        return own
    return Meaning((stage,) if stage not in {"", "rating"} else above.fields)
