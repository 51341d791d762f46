"""Reading one person's whole story, with what each thing was first said by."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import RowMapping, Table, or_, select

from partyroll.model import Rating, RatingLevel, RatingStage, Source, StayAway
from partyroll.store import schema
from partyroll.store.ledger import Ledger
from partyroll.store.people import file_names, source_of
from partyroll.store.reading import live
from partyroll.store.watching import stay_away
from partyroll.text import fold

_FOR_EVER = 2**62  # no change has this number
_NOT_SAID = frozenset(
    {"ledger_id", "row_id", "person_id", "name_key", "name_fold", "source_id", "sheet", "row"}
    | {"said_in", "change_in", "change_out", "official_blank", "on_roster"}
)


@dataclass(frozen=True, slots=True)
class Said:
    """One attribute: what it is, since which change, by which place; `until` = replaced at."""

    name: str
    value: str
    change: int
    source: Source
    until: int | None = None


def find_people(ledger: Ledger, wanted: str) -> list[str]:
    """Return the ids of people with this card, identity number, id or name.

    Numbers and ids first; a name as written, then one typed without accents.
    """
    table = schema.person_version
    here = live(ledger, table)
    digits = wanted.replace(".", "").replace(" ", "")
    numbered = or_(
        table.c.person_id == wanted,
        table.c.card_no == digits,
        table.c.national_id == digits,
        table.c.card_no_old == digits,
    )
    exact = or_(table.c.full_name == wanted, table.c.name_fold == fold(wanted))
    for condition in (numbered, exact):
        found = list(
            ledger.db.execute(select(table.c.person_id).where(here, condition)).scalars()
        )
        if found:
            named = ledger.db.execute(
                select(table.c.person_id).where(here, table.c.full_name == wanted)
            ).scalars()
            as_written = set(named) & set(found)
            return sorted(as_written or found)
    return []


def attributes(ledger: Ledger, person_id: str) -> Iterator[Said]:
    """Yield what was ever said of a person: each value with the first place that said it."""
    files, table = file_names(ledger), schema.person_version
    known_at = _FOR_EVER if ledger.known_at is None else ledger.known_at
    rows = list(
        ledger.db.execute(
            select(table)
            .where(table.c.ledger_id == ledger.ledger_id, table.c.person_id == person_id)
            .where(table.c.change_in <= known_at)
            .order_by(table.c.change_in)
        ).mappings()
    )
    names = [c.name for c in table.c if c.name not in _NOT_SAID]
    for name in names:
        open_: Said | None = None
        for row in rows:
            value = row[name]
            if open_ is not None and str(value) == open_.value and value is not None:
                continue
            if open_ is not None:
                yield Said(
                    open_.name, open_.value, open_.change, open_.source, until=row["change_in"]
                )
            said = value is not None and value != ""
            open_ = (
                Said(name, str(value), row["change_in"], source_of(row, files))
                if said
                else None
            )
        ended = rows[-1]["change_out"] if rows else None
        if open_ is not None and (ended is None or ended > known_at):
            yield open_
    dated = schema.person_attribute
    for row in ledger.db.execute(
        select(dated).where(live(ledger, dated), dated.c.person_id == person_id)
    ).mappings():
        yield Said(row["name"], row["value"], row["change_in"], source_of(row, files))


def book_years(ledger: Ledger, person_id: str) -> list[int]:
    """Return the years of which some book has a row for the person."""
    table = schema.book_line
    years = ledger.db.execute(
        select(table.c.year)
        .distinct()
        .where(live(ledger, table), table.c.person_id == person_id)
    ).scalars()
    return sorted(years)


def stays_away(ledger: Ledger, person_id: str) -> tuple[StayAway, ...]:
    """Return when and where a person worked away, the earliest first."""
    files = file_names(ledger)
    return tuple(
        stay_away(row, files) for row in _rows(ledger, schema.away, person_id, "valid_from")
    )


def ratings(ledger: Ledger, person_id: str) -> tuple[Rating, ...]:
    """Return a person's ratings by year, in each from the own one to the deciding one."""
    files, stages = file_names(ledger), [*RatingStage]
    found = [
        Rating(
            row["year"],
            RatingStage(row["stage"]),
            RatingLevel(row["level"]),
            row["level_text"],
            row["note"] or "",
            source_of(row, files),
        )
        for row in _rows(ledger, schema.rating, person_id, "year")
    ]
    return tuple(sorted(found, key=lambda one: (one.year, stages.index(one.stage))))


def _rows(ledger: Ledger, table: Table, person_id: str, order: str) -> Sequence[RowMapping]:
    query = select(table).where(live(ledger, table), table.c.person_id == person_id)
    return ledger.db.execute(query.order_by(table.c[order])).mappings().all()
