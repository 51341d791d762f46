"""Whose a row is, in books and lists that speak of members without being a roster.

They join the people whom rosters name.  A unit without any roster gets the people that its
books and lists name; beside a roster an unknown name is set aside, with the names near it.
"""

from typing import Protocol

from partyroll.period import PartialDate
from partyroll.store.reading import iso
from partyroll.tasks.recording.people import Clues
from partyroll.tasks.recording.session import Session, Work


class Named(Protocol):
    """A row that names somebody."""

    @property
    def row(self) -> int:
        """The sheet row."""

    @property
    def full_name(self) -> str:
        """The name as written."""

    @property
    def birth_date(self) -> PartialDate | None:
        """The birth date, as precise as written."""

    @property
    def card_no(self) -> str | None:
        """The card's number."""

    @property
    def national_id(self) -> str | None:
        """The identity number."""


class Owners:
    """Finds the person of a row, once all rosters of the command are recorded."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._units_with_roster: frozenset[str | None] | None = None

    def of(self, work: Work, row: Named, unit_id: str | None) -> str | None:
        """Return the person a row is about; None after setting the row aside."""
        people = self.session.people
        numbers = (row.card_no, row.national_id)
        clues = Clues(row.full_name, row.birth_date, *numbers, unit_id, self.session.seen)
        match = people.match(clues)
        if match.doubt is not None:
            work.refuse_doubt(row.row, match, clues)
            return None
        person_id = match.person_id or self._new_person(work, row, clues)
        if person_id is None:
            self._refuse_stranger(work, row, unit_id)
            return None
        own = people.unit_of.get(person_id)
        if unit_id and own and own != unit_id:
            names = self.session.tree.names
            facts = {"known": names[own], "found": names[unit_id]}
            work.warn(row.row, "book_unit_differs", "full_name", **facts)
        return person_id

    def _new_person(self, work: Work, row: Named, clues: Clues) -> str | None:
        """Create the person a row names, unless a roster of the unit should name them."""
        people = self.session.people
        if clues.unit_id in self._rostered() or (clues.unit_id is None and self._rostered()):
            return None
        values = {
            "birth_date": iso(row.birth_date),
            "card_no": row.card_no,
            "national_id": row.national_id,
        }
        return people.add(clues, values, work.place(row.row))

    def _rostered(self) -> frozenset[str | None]:
        """Return the units of which the ledger has a roster."""
        if self._units_with_roster is None:
            people = self.session.people
            on_roster = (p for p in people.everyone() if people.of(p)["on_roster"])
            self._units_with_roster = frozenset(people.unit_of.get(p) for p in on_roster)
        return self._units_with_roster

    def _refuse_stranger(self, work: Work, row: Named, unit_id: str | None) -> None:
        names = self.session.people.alike(unit_id, row.full_name)
        near = f" (gần giống: {', '.join(names)})" if names else ""
        # Names alone join only inside a unit, and this table names none.
        nameless = unit_id is None and not (row.card_no or row.national_id)
        hint = "; thêm --unit để chỉ rõ chi bộ của tệp" if nameless else ""
        facts = {"found": row.full_name, "near": near, "hint": hint}
        work.refuse(row.row, "member_not_in_roster", "full_name", name=row.full_name, **facts)
