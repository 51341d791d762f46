"""Lists that went out, kept as they were shown; nothing ever closes them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, func, select, true

from partyroll.store.changes import Change
from partyroll.store.ids import Ids
from partyroll.store.ledger import Ledger
from partyroll.store.outgoing import kept_rows, last_number
from partyroll.store.schema import review_item, review_list


@dataclass(frozen=True, slots=True)
class KeptItem:
    """One person on a list; `shown` is the row and its evidence, as JSON."""

    person_id: str
    list: str
    shown: str


@dataclass(frozen=True, slots=True)
class KeptList:
    """A list as it went out; `result` is everything beside the people, as JSON.

    `known_at` is the last change it knew of, `head` the link of the chain it stood on.
    """

    list_id: str
    number: int
    year: int
    as_of: date
    known_at: int
    head: str
    result: str
    change: int
    made_by: str
    made_at: str


def keep_list(
    writing: Change,
    *,
    year: int,
    as_of: date,
    known_at: int,
    head: str,
    result: str,
    items: Iterable[KeptItem],
) -> tuple[str, int]:
    """Write a list as part of a change; return its id and its number."""
    ids = Ids()
    list_id = ids.new()
    number = last_number(writing.ledger, review_list) + 1
    writing.open(
        review_list,
        [
            {
                "list_id": list_id,
                "number": number,
                "year": year,
                "as_of": as_of.isoformat(),
                "known_at": known_at,
                "head": head,
                "result": result,
            }
        ],
    )
    writing.open(
        review_item,
        (
            {
                "item_id": ids.new(),
                "list_id": list_id,
                "position": position,
                "person_id": item.person_id,
                "list": item.list,
                "shown": item.shown,
            }
            for position, item in enumerate(items)
        ),
    )
    return list_id, number


def kept_list(ledger: Ledger, which: int | str) -> KeptList | None:
    """Return the list with a number, or with an id; None where there is none."""
    key = review_list.c.number if isinstance(which, int) else review_list.c.list_id
    found = _lists(ledger, key == which)
    return found[0] if found else None


def last_list(ledger: Ledger) -> KeptList | None:
    """Return the newest list; None where none went out."""
    return kept_list(ledger, last_number(ledger, review_list))


def kept_lists(ledger: Ledger) -> tuple[KeptList, ...]:
    """Return every list, the newest first."""
    return _lists(ledger)


def _lists(ledger: Ledger, *wanted: ColumnElement[bool]) -> tuple[KeptList, ...]:
    return tuple(
        KeptList(
            list_id=row.list_id,
            number=row.number,
            year=row.year,
            as_of=date.fromisoformat(row.as_of),
            known_at=row.known_at,
            head=row.head,
            result=row.result,
            change=row.change_in,
            made_by=row.actor,
            made_at=row.at,
        )
        for row in kept_rows(ledger, review_list, *wanted)
    )


def people_on_lists(ledger: Ledger) -> dict[str, dict[str, int]]:
    """Return by list id how many people stand on each of its lists."""
    rows = ledger.db.execute(
        select(review_item.c.list_id, review_item.c.list, func.count())
        .where(review_item.c.ledger_id == ledger.ledger_id)
        .group_by(review_item.c.list_id, review_item.c.list)
    )
    found: dict[str, dict[str, int]] = {}
    for list_id, name, people in rows:
        found.setdefault(list_id, {})[name] = people
    return found


def kept_items(ledger: Ledger, list_id: str, *, person_id: str = "") -> tuple[KeptItem, ...]:
    """Return the people of a list in its order, or one of them."""
    rows = ledger.db.execute(
        select(review_item.c.person_id, review_item.c.list, review_item.c.shown)
        .where(
            review_item.c.ledger_id == ledger.ledger_id,
            review_item.c.list_id == list_id,
            review_item.c.person_id == person_id if person_id else true(),
        )
        .order_by(review_item.c.position)
    )
    return tuple(KeptItem(*row) for row in rows)
