"""Taking a change back by a new change; nothing is erased.

What the old change opened is closed, what it closed is opened again as new rows.  Rows that a
later change has touched or leans on are kept and listed.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Table, and_, exists, func, or_, select

from partyroll.store.changes import Change, ChangeRecord, begin_change
from partyroll.store.ledger import Ledger
from partyroll.store.refusals import CannotUndo, NothingToUndo
from partyroll.store.schema import FACTS, book, change, life_event, person_version, unit_version


@dataclass(frozen=True, slots=True)
class Kept:
    """Rows that an undo left as they are, because something later stands on them."""

    table: str
    count: int


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo did: rows taken back, rows put back, rows kept."""

    change: ChangeRecord
    undone: int
    closed: int
    reopened: int
    kept: tuple[Kept, ...]


# Entities that later rows may lean on, and the column by which they do.
_LEANED_ON: tuple[tuple[Table, str], ...] = (
    (person_version, "person_id"),
    (unit_version, "unit_id"),
    (book, "book_id"),
    (life_event, "event_id"),
)


def last_undoable(ledger: Ledger) -> int:
    """Return the number of the last change of facts that still stands."""
    later = change.alias("later")
    number = ledger.db.execute(
        select(func.max(change.c.number)).where(
            change.c.ledger_id == ledger.ledger_id,
            change.c.undoes.is_(None),
            ~exists().where(
                later.c.ledger_id == change.c.ledger_id, later.c.undoes == change.c.number
            ),
        )
    ).scalar()
    if number is None:
        raise NothingToUndo
    return int(number)


def undo_change(ledger: Ledger, number: int, *, actor: str, at: datetime) -> Undone:
    """Take change `number` back.

    Raises `CannotUndo` when there is no such change, when it is an undo itself (decide anew
    instead: import the file again) or when it was undone before.
    """
    _check(ledger, number)
    undoing = begin_change(ledger, "undo", actor=actor, at=at, undoes=number)
    undoing.note = f"hoàn tác thay đổi số {number}"
    kept: list[Kept] = []
    for table in FACTS:
        left = _close_opened(undoing, table, number)
        if left:
            kept.append(Kept(table.name, left))
    closed = undoing.closed
    for table in FACTS:
        left = _reopen_closed(undoing, table, number)
        if left:
            kept.append(Kept(table.name, left))
    return Undone(undoing.finish(), number, closed, undoing.opened, tuple(kept))


def _check(ledger: Ledger, number: int) -> None:
    row = ledger.db.execute(
        select(change.c.undoes).where(
            change.c.ledger_id == ledger.ledger_id, change.c.number == number
        )
    ).first()
    if row is None:
        raise CannotUndo(number, "không có thay đổi này")
    if row.undoes is not None:
        raise CannotUndo(number, "đây là một lần hoàn tác; hãy nhập lại tệp nếu cần")
    again = ledger.db.execute(
        select(change.c.number).where(
            change.c.ledger_id == ledger.ledger_id, change.c.undoes == number
        )
    ).scalar()
    if again is not None:
        raise CannotUndo(number, f"đã hoàn tác ở thay đổi số {again}")


def _close_opened(undoing: Change, table: Table, number: int) -> int:
    """Close what `number` opened; return how many rows had to stay."""
    ledger = undoing.ledger
    mine = and_(table.c.ledger_id == ledger.ledger_id, table.c.change_in == number)
    untouched = and_(mine, table.c.change_out.is_(None))
    needed = _needed_later(table, ledger, number)
    free = untouched if needed is None else and_(untouched, ~needed)
    undoing.close(table, ledger.db.execute(select(table.c.row_id).where(free)).scalars().all())
    opened = ledger.db.execute(select(func.count()).select_from(table).where(mine)).scalar_one()
    taken = ledger.db.execute(
        select(func.count())
        .select_from(table)
        .where(mine, table.c.change_out == undoing.number)
    ).scalar_one()
    return int(opened - taken)


def _needed_later(table: Table, ledger: Ledger, number: int) -> ColumnElement[bool] | None:
    """Return the condition that a live row of a later change stands on a row of `table`."""
    for entity, column in _LEANED_ON:
        if table is not entity and not (table.name == "assignment" and column == "person_id"):
            continue
        leaning = [
            exists().where(
                other.c.ledger_id == ledger.ledger_id,
                other.c.change_in > number,
                other.c.change_out.is_(None),
                other.c[name] == table.c[column],
            )
            for other in FACTS
            for name in _naming(other, column)
            if other is not table
        ]
        return or_(*leaning)
    return None


def _naming(table: Table, column: str) -> list[str]:
    names = ("unit_id", "parent_id", "to_unit_id") if column == "unit_id" else (column,)
    return [name for name in names if name in table.c]


def _reopen_closed(undoing: Change, table: Table, number: int) -> int:
    """Copy back what `number` closed, unless its place is taken; return how many stay out."""
    ledger = undoing.ledger
    successor = table.alias("successor")
    same_key = [
        func.coalesce(successor.c[part], "") == func.coalesce(table.c[part], "")
        for part in table.info["key"]
    ]
    taken = exists().where(
        successor.c.ledger_id == table.c.ledger_id, successor.c.change_out.is_(None), *same_key
    )
    closed = and_(table.c.ledger_id == ledger.ledger_id, table.c.change_out == number)
    columns = [c for c in table.c if c.name not in {"row_id", "change_in", "change_out"}]
    rows = ledger.db.execute(select(*columns).where(closed, ~taken)).mappings().all()
    undoing.open(table, [{**row} for row in rows])
    total = ledger.db.execute(
        select(func.count()).select_from(table).where(closed)
    ).scalar_one()
    return int(total - len(rows))
