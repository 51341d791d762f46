"""Who was rated lowest of late: few of many, with all that was said of those years."""

from collections.abc import Collection

from sqlalchemy import select

from partyroll.model import Rating, RatingLevel, RatingStage, YearRating
from partyroll.store import schema
from partyroll.store.ledger import Ledger
from partyroll.store.people import by_person, file_names, source_of
from partyroll.store.reading import live


def low_ratings(ledger: Ledger, years: Collection[int]) -> dict[str, dict[int, YearRating]]:
    """Return the ratings of some years of everybody rated "không hoàn thành" in one of them."""
    files, table = file_names(ledger), schema.rating
    query = select(table.c.person_id).where(
        live(ledger, table),
        table.c.level == RatingLevel.NOT_COMPLETE.value,
        table.c.year.in_(sorted(years)),
    )
    ids = sorted(set(ledger.db.execute(query).scalars()))
    found: dict[str, dict[int, YearRating]] = {}
    for person_id, rows in by_person(ledger, table, ids, years).items():
        stages: dict[int, dict[RatingStage, Rating]] = {}
        for row in rows:
            stage, level = RatingStage(row["stage"]), RatingLevel(row["level"])
            text, note = row["level_text"], row["note"] or ""
            stated = Rating(row["year"], stage, level, text, note, source_of(row, files))
            stages.setdefault(row["year"], {})[stage] = stated
        found[person_id] = {year: YearRating(said) for year, said in stages.items()}
    return found
