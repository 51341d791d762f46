"""What an undo could not take back, in words that name the reason: who wrote later, and where.

Three things keep a row: a later change replaced it, a later change stands on it, or what it
would put back has no place any more.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import ColumnElement, Table, and_, exists, func, select

from partyroll.store.ledger import Ledger
from partyroll.store.people import chunks
from partyroll.store.schema import FACTS, metadata, person_version
from partyroll.store.undo import (
    SPOKEN_OF,
    Undone,
    names_in,
    same_place,
    taken_back_before,
)

_NAMED = 5


class Why(StrEnum):
    """Why rows stayed as they are."""

    CHANGED = "changed"  # a later change says something else
    NEEDED = "needed"  # a later change speaks of it
    REPLACED = "replaced"  # it cannot be put back: a later change stands in its place
    GONE = "gone"  # it cannot be put back: what it speaks of is no longer in the ledger


@dataclass(frozen=True, slots=True)
class Stayed:
    """Rows of one table that an undo left, for one reason, because of one later change."""

    table: str
    why: Why
    count: int
    change: int | None = None
    people: int = 0
    names: tuple[str, ...] = ()  # some of these people


def stayed(ledger: Ledger, undone: Undone) -> tuple[Stayed, ...]:
    """Return every group of rows that `undone` left behind, with its reason."""
    looking = _Looking(ledger, undone)
    tables = [metadata.tables[kept.table] for kept in undone.kept]
    found = [one for table in tables for one in looking.at(table)]
    return tuple(sorted(found, key=lambda one: (list(Why).index(one.why), one.change or 0)))


Rows = dict[tuple[Why, int | None], list[str]]  # row ids by reason


@dataclass(slots=True)
class _Looking:
    ledger: Ledger
    undone: Undone

    def at(self, table: Table) -> Iterator[Stayed]:
        rows: Rows = defaultdict(list)
        for row_id, change in self._replaced(table):
            rows[Why.CHANGED, change].append(row_id)
        for row_id, first in self._needed(table):
            rows[Why.NEEDED, first].append(row_id)
        for row_id, instead in self._not_put_back(table):
            rows[Why.GONE if instead is None else Why.REPLACED, instead].append(row_id)
        for (why, later), row_ids in rows.items():
            people = self._people(table, row_ids)
            names = self._names(people)
            yield Stayed(table.name, why, len(row_ids), later, len(people), names)

    def _mine(self, table: Table) -> ColumnElement[bool]:
        return and_(
            table.c.ledger_id == self.ledger.ledger_id, table.c.said_in == self.undone.undone
        )

    def _replaced(self, table: Table) -> list[tuple[str, int]]:
        """Return rows that a later change closed, with that change."""
        closed = table.c.change_out
        query = select(table.c.row_id, closed.label("later")).where(
            self._mine(table),
            closed.is_not(None),
            closed != self.undone.change.number,
            closed.not_in(taken_back_before(self.ledger)),
        )
        return [(row.row_id, row.later) for row in self.ledger.db.execute(query)]

    # --- Needed ---------------------------------------------------------------------------
    def _needed(self, table: Table) -> Iterator[tuple[str, int | None]]:
        """Yield rows still in force, with the first later change that speaks of them."""
        column = next((name for one, name in SPOKEN_OF if one is table), "person_id")
        if column not in table.c:
            return
        speaking = self._first_to_speak(table, column)
        live = and_(self._mine(table), table.c.change_out.is_(None))
        known = min(speaking.values(), default=None)
        for row_id, named in self.ledger.db.execute(
            select(table.c.row_id, table.c[column]).where(live)
        ):
            yield row_id, speaking.get(named, known)

    def _first_to_speak(self, table: Table, column: str) -> dict[str, int]:
        """Return, by id, the first later change whose rows in force name it."""
        kept = select(table.c[column]).where(self._mine(table), table.c.change_out.is_(None))
        found: dict[str, int] = {}
        for other in FACTS:
            for name in names_in(other, column):
                query = (
                    select(other.c[name], func.min(other.c.said_in))
                    .where(
                        other.c.ledger_id == self.ledger.ledger_id,
                        other.c.change_out.is_(None),
                        other.c.said_in != self.undone.undone,
                        other.c[name].in_(kept),
                    )
                    .group_by(other.c[name])
                )
                for named, later in self.ledger.db.execute(query):
                    found[named] = min(later, found.get(named, later))
        return found

    # --- Not put back ---------------------------------------------------------------------
    def _not_put_back(self, table: Table) -> list[tuple[str, int | None]]:
        """Return rows that the change had closed and no one opened, with what stands there."""
        before, now = table.alias("before"), table.alias("now")
        undoing = self.undone.change.number
        back = exists().where(
            now.c.change_in == undoing,
            now.c.said_in == before.c.said_in,
            now.c.ledger_id == before.c.ledger_id,
            same_place(before, now, table),
        )
        ended = and_(
            before.c.ledger_id == self.ledger.ledger_id,
            before.c.change_out == self.undone.undone,
            before.c.said_in.not_in(taken_back_before(self.ledger)),
        )
        instead = (
            select(func.min(now.c.said_in))
            .where(
                now.c.ledger_id == before.c.ledger_id,
                now.c.change_out.is_(None),
                same_place(before, now, table),
            )
            .scalar_subquery()
        )
        query = select(before.c.row_id, instead.label("later")).where(ended, ~back)
        return [(row.row_id, row.later) for row in self.ledger.db.execute(query)]

    # --- Whose ----------------------------------------------------------------------------
    def _people(self, table: Table, row_ids: list[str]) -> list[str]:
        if "person_id" not in table.c:
            return []
        found: set[str] = set()
        for chunk in chunks(row_ids):
            rows = select(table.c.person_id).where(
                table.c.ledger_id == self.ledger.ledger_id, table.c.row_id.in_(chunk)
            )
            found |= set(self.ledger.db.execute(rows).scalars())
        return sorted(person_id for person_id in found if person_id)

    def _names(self, people: list[str]) -> tuple[str, ...]:
        person = person_version
        query = (
            select(person.c.person_id, func.max(person.c.full_name))
            .where(
                person.c.ledger_id == self.ledger.ledger_id,
                person.c.person_id.in_(people[:_NAMED]),
            )
            .group_by(person.c.person_id)
        )
        return tuple(sorted(name for _, name in self.ledger.db.execute(query)))
