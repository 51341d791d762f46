"""Taking a change back by a new change; nothing is erased.

What the old change said is closed, what it closed is opened again as new rows.  Rows that a
later change has replaced stay, and so do people, units, books and exits that rows still in
force speak of: they are listed.  In reverse order an undo is therefore exact.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    FromClause,
    Integer,
    Select,
    String,
    Table,
    and_,
    bindparam,
    exists,
    func,
    literal,
    or_,
    select,
    true,
    union_all,
)

from partyroll.store.changes import Change, begin_change
from partyroll.store.history import ChangeRecord
from partyroll.store.ledger import Ledger
from partyroll.store.outgoing import KEEPING
from partyroll.store.refusals import CannotUndo, NothingToUndo
from partyroll.store.schema import (
    FACTS,
    assignment,
    book,
    candidate,
    change,
    life_event,
    person_version,
    unit_version,
)


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


# What others speak of, those that speak of others first; and the column they are named by.
SPOKEN_OF: tuple[tuple[Table, str], ...] = (
    (life_event, "event_id"),
    (book, "book_id"),
    (candidate, "candidate_id"),
    (person_version, "person_id"),
    (unit_version, "unit_id"),
)
_NAMED_AS = {"unit_id": ("unit_id", "parent_id", "to_unit_id")}
# A person's place goes and stays with the person.
_LASTING = (*(table for table, _ in SPOKEN_OF), assignment)


def last_undoable(ledger: Ledger) -> int:
    """Return the number of the last change of facts that still stands."""
    number = ledger.db.execute(
        select(func.max(change.c.number)).where(
            change.c.ledger_id == ledger.ledger_id,
            change.c.undoes.is_(None),
            change.c.kind.not_in(KEEPING),
            change.c.number.not_in(taken_back_before(ledger)),
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
    taking = _Taking(undoing, number, _touched(ledger, number))
    taking.close_what_goes_alone()
    taking.put_back()
    taking.close_what_nothing_speaks_of()
    kept = tuple(kept for table in taking.facts if (kept := taking.kept(table)).count)
    return Undone(undoing.finish(), number, undoing.closed, undoing.opened, kept)


def _check(ledger: Ledger, number: int) -> None:
    row = ledger.db.execute(
        select(change.c.undoes, change.c.kind).where(
            change.c.ledger_id == ledger.ledger_id, change.c.number == number
        )
    ).first()
    if row is None:
        raise CannotUndo(number, "không có thay đổi này")
    if row.kind in KEEPING:
        raise CannotUndo(number, KEEPING[row.kind])
    if row.undoes is not None:
        raise CannotUndo(number, "đây là một lần hoàn tác; hãy nhập lại tệp nếu cần")
    again = ledger.db.execute(
        select(change.c.number).where(
            change.c.ledger_id == ledger.ledger_id, change.c.undoes == number
        )
    ).scalar()
    if again is not None:
        raise CannotUndo(number, f"đã hoàn tác ở thay đổi số {again}")


def taken_back_before(ledger: Ledger) -> Select[int]:
    """Return the numbers of the changes that were taken back."""
    return select(change.c.undoes).where(
        change.c.ledger_id == ledger.ledger_id, change.c.undoes.is_not(None)
    )


def _touched(ledger: Ledger, number: int) -> frozenset[str]:
    """Return the tables in which undoing change `number` may find a row.

    Most changes say something in a few of them: each question about another costs.
    """
    asked = {"ledger": ledger.ledger_id, "number": number}
    return frozenset(ledger.db.execute(_tables_touched(), asked).scalars())


@cache
def _tables_touched() -> CompoundSelect[str]:
    mine, number = bindparam("ledger", type_=String()), bindparam("number", type_=Integer())
    undone = select(change.c.undoes).where(
        change.c.ledger_id == mine, change.c.undoes.is_not(None)
    )
    return union_all(
        *(
            select(literal(table.name)).where(
                exists().where(
                    table.c.ledger_id == mine,
                    or_(
                        table.c.said_in == number,
                        table.c.said_in.in_(undone),
                        table.c.change_out == number,
                    ),
                )
            )
            for table in FACTS
        )
    )


@dataclass(slots=True)
class _Taking:
    """One undo at work, on the rows of the tables that are touched."""

    undoing: Change
    number: int
    touched: frozenset[str]
    left_out: Counter[str] = field(default_factory=Counter)

    @property
    def ledger(self) -> Ledger:
        return self.undoing.ledger

    @property
    def facts(self) -> tuple[Table, ...]:
        """What is touched, in the order of all facts."""
        return tuple(table for table in FACTS if table.name in self.touched)

    # --- Which rows -----------------------------------------------------------------------
    def _taken_back(self, table: FromClause) -> ColumnElement[bool]:
        """Whether a row was said by this change, or by one that was undone before."""
        return and_(
            table.c.ledger_id == self.ledger.ledger_id,
            or_(
                table.c.said_in == self.number,
                table.c.said_in.in_(taken_back_before(self.ledger)),
            ),
        )

    def _live(self, table: FromClause) -> ColumnElement[bool]:
        mine = table.c.ledger_id == self.ledger.ledger_id
        return and_(mine, table.c.change_out.is_(None))

    def _ended(self, table: FromClause) -> ColumnElement[bool]:
        """Whether this change closed a row that is still worth putting back."""
        return and_(
            table.c.ledger_id == self.ledger.ledger_id,
            table.c.change_out == self.number,
            table.c.said_in.not_in(taken_back_before(self.ledger)),
        )

    def _close(self, table: Table, condition: ColumnElement[bool]) -> int:
        wanted = select(table.c.row_id).where(
            self._live(table), self._taken_back(table), condition
        )
        row_ids = self.ledger.db.execute(wanted).scalars().all()
        self.undoing.close(table, row_ids)
        return len(row_ids)

    # --- The three steps ------------------------------------------------------------------
    def close_what_goes_alone(self) -> None:
        """Close rows that nothing speaks of, and those whose predecessor comes back."""
        for table in self.facts:
            if table not in _LASTING:
                self._close(table, true())
                continue
            before, now = table.alias("before"), table.alias("now")
            successors = select(now.c.row_id).where(
                self._ended(before), self._live(now), _replaces(before, now, table)
            )
            self._close(table, table.c.row_id.in_(successors))

    def put_back(self) -> None:
        """Open again what the change closed, what others speak of first."""
        spoken_of = [table for table, _ in reversed(SPOKEN_OF)]
        for table in (*spoken_of, *(t for t in FACTS if t not in spoken_of)):
            if table.name not in self.touched:
                continue
            self.left_out[table.name] = self._count(table, self._ended(table))
            while self.left_out[table.name] and self._put_back(table):
                pass  # a unit may have waited for the one above it

    def _put_back(self, table: Table) -> int:
        now = table.alias("now")
        taken = select(now).where(self._live(now), same_place(table, now, table)).exists()
        columns = [c for c in table.c if c.name not in {"row_id", "change_in", "change_out"}]
        wanted = select(*columns).where(self._ended(table), ~taken, self._described(table))
        rows = [{**row} for row in self.ledger.db.execute(wanted).mappings()]
        self.undoing.open(table, rows)
        self.left_out[table.name] -= len(rows)
        return len(rows)

    def _described(self, table: Table) -> ColumnElement[bool]:
        """Whether everything that a row speaks of is in the ledger."""
        conditions = [
            or_(
                table.c[name].is_(None),
                table.c[name].in_(select(entity.c[column]).where(self._live(entity))),
            )
            for entity, column in SPOKEN_OF
            for name in names_in(table, column)
            if not (table is entity and name == column)
        ]
        return and_(true(), *conditions)

    def close_what_nothing_speaks_of(self) -> None:
        """Close people, units, books and exits that no row in force names any more."""
        for table, column in SPOKEN_OF:
            while self._close_unnamed(table, column) and table is unit_version:
                pass  # with the last cell goes the unit above it
            if table is person_version:
                self._close_places()

    def _close_unnamed(self, table: Table, column: str) -> int:
        if table.name not in self.touched:
            return 0
        conditions = [
            table.c[column].not_in(
                select(other.c[name]).where(other.c[name].is_not(None), speaks)
            )
            for other in FACTS
            for name in names_in(other, column)
            if not (other is table and name == column)
            for speaks in [self._speaks(other, column)]
        ]
        return self._close(table, and_(true(), *conditions))

    def _speaks(self, other: Table, column: str) -> ColumnElement[bool]:
        if other is assignment and column == "person_id":
            # A place goes with its person; it is no reason for the person to stay.
            return and_(self._live(other), ~self._taken_back(other))
        return self._live(other)

    def _close_places(self) -> None:
        """Close the places of those who went, and places given to those known before."""
        if assignment.name not in self.touched:
            return
        db, person = self.ledger.db, person_version
        stays = select(person.c.person_id).where(self._live(person))
        self._close(assignment, assignment.c.person_id.not_in(stays))
        known = (
            select(person.c.person_id, func.min(person.c.said_in))
            .where(
                person.c.ledger_id == self.ledger.ledger_id,
                person.c.said_in.not_in(taken_back_before(self.ledger)),
            )
            .group_by(person.c.person_id)
        )
        known_since = dict(tuple(row) for row in db.execute(known))
        places = select(assignment.c.row_id, assignment.c.person_id, assignment.c.said_in)
        given_later = [
            row_id
            for row_id, person_id, said_in in db.execute(
                places.where(self._live(assignment), self._taken_back(assignment))
            )
            if known_since.get(person_id, said_in) < said_in
        ]
        self.undoing.close(assignment, given_later)

    # --- What stayed ----------------------------------------------------------------------
    def kept(self, table: Table) -> Kept:
        """Return how many rows could not be taken back or put back."""
        done_with = or_(
            table.c.change_out == self.undoing.number,
            table.c.change_out.in_(taken_back_before(self.ledger)),
        )
        said = and_(
            table.c.ledger_id == self.ledger.ledger_id,
            table.c.said_in == self.number,
            or_(table.c.change_out.is_(None), ~done_with),
        )
        return Kept(table.name, self._count(table, said) + self.left_out[table.name])

    def _count(self, table: Table, condition: ColumnElement[bool]) -> int:
        counted = select(func.count()).select_from(table).where(condition)
        return int(self.ledger.db.execute(counted).scalar_one())


def names_in(table: Table, column: str) -> list[str]:
    """Return the columns of `table` that name what `column` identifies."""
    return [name for name in _NAMED_AS.get(column, (column,)) if name in table.c]


def _replaces(before: FromClause, now: FromClause, table: Table) -> ColumnElement[bool]:
    """Whether `now` goes when `before` comes back; a unit may have got another beginning."""
    if table is unit_version:
        return and_(now.c.unit_id == before.c.unit_id)
    return same_place(before, now, table)


def same_place(one: FromClause, other: FromClause, table: Table) -> ColumnElement[bool]:
    """Whether two rows of `table` cannot both be live."""
    same = {
        part: func.coalesce(other.c[part], "") == func.coalesce(one.c[part], "")
        if table.c[part].nullable
        else other.c[part] == one.c[part]
        for part in table.info["key"]
    }
    if table is not assignment:
        return and_(true(), *same.values())
    both_open = [
        and_(row.c.kind == "OFFICIAL", row.c.valid_to.is_(None)) for row in (one, other)
    ]
    # The person first: an index leads from there.
    return and_(same.pop("person_id"), or_(and_(*same.values()), and_(*both_open)))
