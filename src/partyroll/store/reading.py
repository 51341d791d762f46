"""What every query shares: which rows count, and text turned back into values."""

import json
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, func, select

from partyroll.period import PartialDate
from partyroll.store.ledger import Ledger


def live(ledger: Ledger, table: Table) -> ColumnElement[bool]:
    """Return the condition under which a fact counts: now, or as known at a change."""
    mine = table.c.ledger_id == ledger.ledger_id
    if ledger.known_at is None:
        return and_(mine, table.c.change_out.is_(None))
    return and_(
        mine,
        table.c.change_in <= ledger.known_at,
        table.c.change_out.is_(None) | (table.c.change_out > ledger.known_at),
    )


def in_years(table: Table, years: Collection[int]) -> ColumnElement[bool]:
    """Return the condition on years beside one on people.

    The sum keeps SQLite from walking all rows of a year for the few of some people.
    """
    return (table.c.year + 0).in_(sorted(set(years)))


def among(column: ColumnElement[Any], names: Iterable[str | int]) -> ColumnElement[bool]:
    """Return the condition that `column` is one of `names`.

    They are handed over as one value, however many they are: a value for each made SQLAlchemy
    spend more on the question than SQLite on the answer.
    """
    each = func.json_each(json.dumps(list(names))).table_valued("value")
    return column.in_(select(each.c.value))


def plain_rows(ledger: Ledger, query: Select[*tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Return what `query` finds as the driver gives it: of very many rows, in half the time."""
    result = ledger.db.execute(query)
    rows = result.cursor.fetchall() if result.cursor else []
    result.close()
    return [*rows]


@lru_cache(maxsize=50_000)  # days repeat, and every row has some
def partial(text: str | None) -> PartialDate | None:
    """Return the date stored as ISO text."""
    return PartialDate.parse(text) if text else None


def first_day(text: str | None) -> date | None:
    """Return the first day that a date stored as ISO text may mean."""
    when = partial(text)
    return when.first if when else None


def iso(value: object | None) -> str | None:
    """Return how a date or an enum member is stored; None stays None."""
    return None if value is None else str(value)


def iso_all(values: Sequence[object | None]) -> list[str | None]:
    """Return `iso` of each value: what stands in many rows of a roll is written once."""
    marks = [*map(id, values)]
    written = {
        mark: iso(value) for mark, value in dict(zip(marks, values, strict=True)).items()
    }
    return [*map(written.__getitem__, marks)]
