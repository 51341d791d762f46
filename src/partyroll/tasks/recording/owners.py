"""Whose a row is, in books and lists that speak of members without being a roster.

They join the people whom rosters name.  A unit without any roster gets the people that its
books and lists name; beside a roster an unknown name is set aside, with the names near it.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol, TypeVar

from partyroll.period import PartialDate
from partyroll.read.facts import (
    AwardRow,
    AwayRow,
    DisciplineRow,
    ExcuseRow,
    RatingRow,
    SupportRow,
)
from partyroll.store.reading import iso
from partyroll.tasks.recording.clues import Clues, Doubt, Match
from partyroll.tasks.recording.identifying import add_person, identify
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


class Sought(NamedTuple):
    """What a table knows of whom a row means, beyond the row.

    `namesakes` rows of it carry this name and nothing else, `mark` tells them apart, and those
    `without` are not meant.
    """

    namesakes: int = 0
    mark: str = ""
    without: frozenset[str] = frozenset()


ANYBODY = Sought()
R = TypeVar("R", AwayRow, RatingRow, ExcuseRow, SupportRow, AwardRow, DisciplineRow)


class Owners:
    """Finds the person of a row, once all rosters of the command are recorded."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._units_with_roster: frozenset[str | None] | None = None
        self._above: frozenset[str | None] | None = None

    def each(self, work: Work, rows: Sequence[R]) -> Iterator[tuple[R, str, str | None]]:
        """Yield every row with its person and unit; the others are set aside."""
        work.learn_units((row.unit, row.full_name) for row in rows)
        for row in rows:
            found = work.unit(row.row, row.unit, name=row.full_name)
            if found is None:
                continue
            unit_id = found.unit_id or None
            person_id = self.of(work, row, unit_id)
            if person_id is not None:
                yield row, person_id, unit_id

    def of(
        self, work: Work, row: Named, unit_id: str | None, sought: Sought = ANYBODY
    ) -> str | None:
        """Return the person a row is about; None after setting the row aside."""
        people = self.session.people
        stated = (row.full_name, row.birth_date, row.card_no, row.national_id, unit_id)
        clues = Clues(*stated, self.session.seen, sought.without, sought.mark)
        stranger = self._should_be_listed(unit_id)
        match = identify(work, row.row, clues, in_unit=stranger, namesakes=sought.namesakes)
        if match.doubt is not None and not (stranger and match.doubt is Doubt.ALIKE):
            work.refuse_doubt(row.row, match, clues)
            return None
        person_id = match.person_id or self._new_person(work, row, clues)
        if person_id is None:
            self._refuse_stranger(work, row, unit_id, match)
            return None
        own = people.unit_of.get(person_id)
        if unit_id and own and own != unit_id:
            names = self.session.tree.names
            facts = {"known": names[own], "found": names[unit_id]}
            work.warn(row.row, "book_unit_differs", "full_name", **facts)
        return person_id

    def _new_person(self, work: Work, row: Named, clues: Clues) -> str | None:
        """Create the person a row names, unless a roster of the unit should name them."""
        if self._should_be_listed(clues.unit_id):
            return None
        values = {
            "birth_date": iso(row.birth_date),
            "card_no": row.card_no,
            "national_id": row.national_id,
        }
        return add_person(work, row.row, clues, values)

    def _should_be_listed(self, unit_id: str | None) -> bool:
        """Whether a roster says who the people of the unit, or of units below it, are."""
        return unit_id in self._rostered() or unit_id in self._committees()

    def _committees(self) -> frozenset[str | None]:
        """Return what stands above the units with a roster; None is above all."""
        if self._above is None:
            parents, found = self.session.tree.parents, set[str | None]()
            for unit in self._rostered():
                above = parents.get(unit) if unit else None
                while above is not None and above not in found:
                    found.add(above)
                    above = parents.get(above)
            self._above = frozenset(found | ({None} if self._rostered() else set()))
        return self._above

    def _rostered(self) -> frozenset[str | None]:
        """Return the units of which the ledger has a roster."""
        if self._units_with_roster is None:
            people = self.session.people
            on_roster = (p.person_id for p in people.everyone() if p.on_roster)
            self._units_with_roster = frozenset(map(people.unit_of.get, on_roster))
        return self._units_with_roster

    def _refuse_stranger(
        self, work: Work, row: Named, unit_id: str | None, match: Match
    ) -> None:
        names = [self.session.people.of(p).full_name for p in match.of]
        near = f" (gần giống: {', '.join(names)}; có phải cùng người không?)" if names else ""
        # Names alone join only inside a unit, and this table names none.
        nameless = unit_id is None and not (row.card_no or row.national_id)
        hint = "; thêm --unit để chỉ rõ chi bộ của tệp" if nameless else ""
        if unit_id in self._committees() - self._rostered() - {None}:
            hint = "; hãy ghi chi bộ của từng người, hoặc thêm dòng tên chi bộ vào bảng"
        facts = {"name": row.full_name, "found": row.full_name, "near": near, "hint": hint}
        code = "member_not_in_roster"
        work.ask(row.row, code, "full_name", question=match.question, **facts)
