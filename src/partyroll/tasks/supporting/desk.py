"""What every command that writes help, praise or discipline shares."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from partyroll.messages import STATUS
from partyroll.model import Award, Discipline, Person, Support
from partyroll.store.draft import Draft
from partyroll.store.facts import Values
from partyroll.store.ledger import Ledger
from partyroll.store.numbered import next_number, numbers
from partyroll.store.schema import metadata
from partyroll.store.units import UnitHistory
from partyroll.tasks.choosing import chosen_person
from partyroll.tasks.recording.same_fact import Sort, best_fit, merged
from partyroll.tasks.registers.writing import Command, Saved, Written, save
from partyroll.tasks.standing import is_member, status_of, unit_on
from partyroll.tasks.supporting.request import Whom

if TYPE_CHECKING:
    from partyroll.store.digests import Value


@dataclass(frozen=True, slots=True)
class Told:
    """What was written, as it stands now, and about whom."""

    fact: Support | Award | Discipline
    person: Person
    unit: str


@dataclass(frozen=True, slots=True)
class Put:
    """A fact that was stated: its number, its row, what is to be said of it."""

    number: int
    row: Values
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Desk:
    """The ledger and the draft of one command, and its day."""

    ledger: Ledger
    draft: Draft
    today: date

    def whom(self, whom: Whom) -> Person:
        """Return the person that was typed."""
        units = UnitHistory(self.ledger).on(self.today)
        return chosen_person(self.ledger, whom.member, units, self.today, unit=whom.unit)

    def unit(self, person: Person) -> str:
        """Return the name of a person's unit."""
        return UnitHistory(self.ledger).on(self.today).name(unit_on(person, self.today))

    def left(self, person: Person) -> tuple[str, ...]:
        """Return that somebody is a member no more; it is written all the same."""
        status = status_of(person, self.today)
        if is_member(person, self.today) or status is None:
            return ()
        return (f"trong sổ {person.full_name} đã {STATUS[status]}",)

    def put(self, sort: Sort, person: Person, said: Values) -> Put:
        """State a fact: said again it stays as it is, said more closely it is completed."""
        stated: dict[str, Value] = {"person_id": person.person_id, **said}
        known = self.draft.load(sort.table, person_id=[person.person_id])
        facts = known.items()
        key = best_fit(sort, facts, stated, whole=True) or best_fit(sort, facts, stated)
        table = metadata.tables[sort.table]
        if key is None:
            number, name = next_number(self.ledger, table), self.draft.ids.new()
            before: Values = {"unit_id": unit_on(person, self.today)}
        else:
            number, name = numbers(self.ledger, table)[str(key[0])], str(key[0])
            before = known[key]
        row = {**before, **merged(before, stated), sort.id_column: name}
        replaced = any(
            old is not None and row.get(column) != old for column, old in before.items()
        )
        self.draft.put(sort.table, row)
        told = (f"ghi thay điều khác đã ghi ở số {number}",) if replaced else ()
        return Put(number, whole(sort.table, row), told)


def whole(table: str, row: Values) -> Values:
    """Return a row with every column of its table."""
    return {column.name: row.get(column.name) for column in metadata.tables[table].columns}


def one_change(command: Command, write: Callable[[Desk], Written[Told]]) -> Saved[Told]:
    """Run `write` in one change of kind "support"."""

    def at_desk(ledger: Ledger, draft: Draft) -> Written[Told]:
        return write(Desk(ledger, draft, command.today))

    return save(command, "support", at_desk)
