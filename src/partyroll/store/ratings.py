"""Ratings of members and units by year, and what stands beside them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from sqlalchemy import Table, func, select

from partyroll.model import (
    Rating,
    RatingLevel,
    RatingStage,
    Screening,
    Source,
    StayRemark,
    UnitRating,
    YearRating,
)
from partyroll.model.sources import NOWHERE
from partyroll.store import schema
from partyroll.store.ledger import Ledger
from partyroll.store.people import file_names, source_of
from partyroll.store.reading import among, live, partial, plain_rows

ByYear = dict[int, YearRating]
_ELSEWHERE = ("EXEMPT_ACTIVITY", "TEMP_EXEMPT", "SUSPENDED")


def latest_rating_year(ledger: Ledger, as_of: date) -> int | None:
    """Return the last year, up to that of `as_of`, of which there is any rating."""
    table = schema.rating
    query = select(func.max(table.c.year)).where(
        live(ledger, table), table.c.year <= as_of.year
    )
    year: int | None = ledger.db.execute(query).scalar()
    return year


_COLUMNS = ("person_id", "year", "stage", "level", "level_text", "note", "unit_id")
_PLACES = ("source_id", "sheet", "row")
_STAGES = {stage.value: stage for stage in RatingStage}
_LEVELS = {level.value: level for level in RatingLevel}
_DECIDING = ("CELL", "COMMITTEE")  # the second counts where both are known


def ratings_by_person(ledger: Ledger, year: int) -> dict[str, YearRating]:
    """Return the ratings of everybody in one year, each with its unit."""
    files, table = file_names(ledger), schema.rating
    query = select(*(table.c[name] for name in (*_COLUMNS, *_PLACES))).where(
        live(ledger, table), table.c.year == year
    )
    found: dict[str, dict[RatingStage, Rating]] = defaultdict(dict)
    units: dict[str, str | None] = {}
    for person_id, _, stage, level, text, note, unit_id, *place in plain_rows(ledger, query):
        which, source = _STAGES[stage], _source(files, *place)
        found[person_id][which] = Rating(year, which, _LEVELS[level], text, note or "", source)
        units[person_id] = unit_id or units.get(person_id)
    return {
        person_id: YearRating(stages, units[person_id]) for person_id, stages in found.items()
    }


def levels_by_person(ledger: Ledger, years: Collection[int]) -> dict[str, ByYear]:
    """Return what was decided for everybody in some years, or proposed, with the unit.

    Most of it is alike: one value stands for everybody of a unit with a level, without its
    place.  Who was not complete keeps it.
    """
    files, table = file_names(ledger), schema.rating
    query = select(*(table.c[name] for name in (*_COLUMNS, *_PLACES))).where(
        live(ledger, table),
        table.c.year.in_(sorted(years)),
        table.c.stage.in_(_DECIDING),
    )
    found: dict[str, ByYear] = defaultdict(dict)
    alike: dict[tuple[int, str, str, str | None], YearRating] = {}
    rows = plain_rows(ledger, query.order_by(table.c.stage))
    for person_id, year, stage, level, text, _, unit_id, *place in rows:
        if level == RatingLevel.NOT_COMPLETE:
            source = _source(files, *place)
            found[person_id][year] = _alone(
                year, stage, level, unit_id, text=text, source=source
            )
            continue
        key = (year, stage, level, unit_id)
        if key not in alike:
            alike[key] = _alone(*key)
        found[person_id][year] = alike[key]
    return found


def _source(
    files: Mapping[str, str], source_id: str | None, sheet: str | None, row: int | None
) -> Source:
    return Source(files.get(source_id or "", ""), sheet or "", row)


def _alone(
    year: int,
    stage: str,
    level: str,
    unit_id: str | None,
    *,
    text: str = "",
    source: Source = NOWHERE,
) -> YearRating:
    which = _STAGES[stage]
    rating = Rating(year, which, _LEVELS[level], text, source=source)
    return YearRating({which: rating}, unit_id)


def ratings_by_unit(ledger: Ledger, years: Collection[int]) -> dict[str, dict[int, UnitRating]]:
    """Return the units' own ratings in some years."""
    files, table = file_names(ledger), schema.unit_rating
    query = select(table).where(live(ledger, table), table.c.year.in_(sorted(years)))
    found: dict[str, dict[int, UnitRating]] = defaultdict(dict)
    for row in ledger.db.execute(query).mappings():
        found[row["unit_id"]][row["year"]] = UnitRating(
            row["year"],
            RatingLevel(row["level"]),
            row["level_text"] or "",
            source_of(row, files),
        )
    return dict(found)


def remarks_by_person(
    ledger: Ledger, year: int | None = None
) -> dict[str, tuple[StayRemark, ...]]:
    """Return what places of stay said of people, for one year or for all."""
    files, table = file_names(ledger), schema.host_remark
    query = select(table).where(live(ledger, table))
    if year is not None:
        query = query.where(table.c.year == year)
    found: dict[str, list[StayRemark]] = defaultdict(list)
    for row in ledger.db.execute(query.order_by(table.c.year, table.c.place)).mappings():
        remark = StayRemark(row["year"], row["place"], row["remark"], source_of(row, files))
        found[row["person_id"]].append(remark)
    return {person_id: tuple(remarks) for person_id, remarks in found.items()}


def screenings_by_person(ledger: Ledger) -> dict[str, tuple[Screening, ...]]:
    """Return every screening, the earliest first."""
    files, table = file_names(ledger), schema.screening
    query = select(table).where(live(ledger, table))
    found: dict[str, list[Screening]] = defaultdict(list)
    for row in ledger.db.execute(query.order_by(table.c.year, table.c.held_on)).mappings():
        found[row["person_id"]].append(
            Screening(
                row["year"],
                partial(row["held_on"]),
                row["conclusion"] or "",
                row["helper"] or "",
                row["paper"] or "",
                source_of(row, files),
            )
        )
    return {person_id: tuple(screenings) for person_id, screenings in found.items()}


def people_with_papers(ledger: Ledger) -> set[str]:
    """Return everyone whose papers, stays or times away may bear on a rating."""
    permission, stay, away = schema.permission, schema.assignment, schema.away
    queries = (
        select(permission.c.person_id).where(
            live(ledger, permission), permission.c.kind.in_(_ELSEWHERE)
        ),
        select(stay.c.person_id).where(live(ledger, stay), stay.c.kind == "TEMPORARY"),
        select(away.c.person_id).where(live(ledger, away)),
    )
    return {person_id for query in queries for (person_id,) in plain_rows(ledger, query)}


def names_and_admissions(
    ledger: Ledger, ids: Iterable[str]
) -> dict[str, tuple[str, str | None]]:
    """Return the name and the day of admission, as stored, of these people."""
    table: Table = schema.person_version
    query = select(table.c.person_id, table.c.full_name, table.c.admission_date)
    rows = plain_rows(ledger, query.where(live(ledger, table), among(table.c.person_id, ids)))
    return {person_id: (name, admitted) for person_id, name, admitted in rows}


def years_rated(ledger: Ledger) -> list[int]:
    """Return the years of which there is any rating."""
    table = schema.rating
    query = select(table.c.year).distinct().where(live(ledger, table))
    return sorted(ledger.db.execute(query).scalars())
