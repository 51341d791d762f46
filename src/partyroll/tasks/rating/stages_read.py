"""Which stage of a rating each column of an imported list was understood as."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from partyroll.model import RatingStage
from partyroll.read.facts import Table, TableKind

_STAGES = {
    "rating_self": RatingStage.SELF,
    "rating_cell": RatingStage.CELL,
    "rating": RatingStage.COMMITTEE,
    "not_rated_reason": RatingStage.COMMITTEE,
    "year_column": RatingStage.COMMITTEE,
}


@dataclass(frozen=True, slots=True)
class StageColumn:
    """A column of ratings with whose they are."""

    file: str
    sheet: str
    column: str
    heading: str
    stage: RatingStage
    samples: tuple[str, ...] = ()


def stage_columns(tables: Iterable[Table]) -> Iterator[StageColumn]:
    """Yield every column that was read as ratings, from the left."""
    for table in tables:
        if table.kind not in {TableKind.RATINGS, TableKind.UNIT_RATINGS}:
            continue
        for column, fields in table.columns.items():
            stage = next((_STAGES[field] for field in fields if field in _STAGES), None)
            if stage is not None:
                yield StageColumn(
                    table.file,
                    table.sheet,
                    column,
                    table.headings.get(column, ""),
                    stage,
                    tuple(table.samples.get(column, ())),
                )
