"""What all recorders of one command share, and one table being recorded."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from partyroll.read.facts import Table, UnitRef
from partyroll.store.draft import Draft, Place
from partyroll.tasks.recording.people import Clues, Doubt, Match, People
from partyroll.tasks.recording.tally import Tally
from partyroll.tasks.recording.units import AbbreviatedUnit, AmbiguousUnit, Found, UnitTree

NO_UNIT = Found("")


@dataclass(slots=True)
class Session:
    """One import command at work: the draft and who and what is known so far."""

    draft: Draft
    tree: UnitTree
    people: People
    today: date
    default_unit: UnitRef | None = None
    seen: set[str] = field(default_factory=set)  # people on a roster of this command


@dataclass(slots=True)
class Work:
    """One table being recorded: where it stands, its units, and what is said of its rows."""

    session: Session
    table: Table
    source_id: str
    tally: Tally
    _names: dict[UnitRef, list[str]] = field(default_factory=dict)
    _units: dict[UnitRef, Found | AmbiguousUnit] = field(default_factory=dict)

    def place(self, row: int) -> Place:
        """Return where a row's facts stand."""
        return Place(self.source_id, self.table.sheet, row)

    def learn_units(self, rows: Iterable[tuple[UnitRef | None, str]]) -> None:
        """Take note of the unit and the name of every row before the first is recorded."""
        for ref, name in rows:
            wanted = self._wanted(ref)
            if wanted:
                self._names.setdefault(wanted, []).append(name)

    def unit(self, row: int, ref: UnitRef | None, *, name: str) -> Found | None:
        """Return the unit of a row, `NO_UNIT` where none is named.

        None after setting the row aside: two units of that name could be meant.
        """
        wanted = self._wanted(ref)
        if wanted is None:
            return NO_UNIT
        if wanted not in self._units:
            self._units[wanted] = self._look_up(wanted, row)
        found = self._units[wanted]
        if isinstance(found, AbbreviatedUnit):
            facts = {"found": wanted.name, "whole": str(found)}
            self.refuse(row, "unit_abbreviated", "unit_cell", name=name, **facts)
            return None
        if isinstance(found, AmbiguousUnit):
            self.refuse(row, "unknown_unit", "unit_cell", name=name, found=wanted.name)
            return None
        return found

    def _wanted(self, ref: UnitRef | None) -> UnitRef | None:
        wanted = ref or self.table.unit
        return (
            wanted if wanted and (wanted.name or wanted.parents) else self.session.default_unit
        )

    def _look_up(self, wanted: UnitRef, row: int) -> Found | AmbiguousUnit:
        tree, people = self.session.tree, self.session.people
        namesakes = tree.named(wanted.name) if wanted.name else []
        familiar = people.familiar_units(self._names.get(wanted, ()), namesakes)
        try:
            found = tree.find(wanted, self.place(row), familiar=familiar) or NO_UNIT
        except AmbiguousUnit as ambiguous:
            return ambiguous
        if found.learned_parent:
            facts = {"found": tree.names[found.unit_id], "parent": found.learned_parent}
            self.warn(row, "unit_parent_learned", "unit_cell", **facts)
        return found

    def warn(self, row: int, code: str, *fields: str, **facts: object) -> None:
        """Note something to look at; the row goes in."""
        self.tally.warn(self.table, row, code, *fields, **facts)

    def refuse(self, row: int, code: str, *fields: str, name: str, **facts: object) -> None:
        """Set a row aside: it stays out until a person has looked."""
        self.tally.refuse(self.table, row, code, *fields, name=name, **facts)

    def refuse_doubt(self, row: int, match: Match, clues: Clues) -> None:
        """Set a row aside that may be about several people."""
        if match.doubt is Doubt.SAME_NAMES:
            unit = self.session.tree.names.get(clues.unit_id or "", "danh sách này")
            facts = {"unit": unit, "count": match.candidates, "found": clues.full_name}
            self.refuse(row, "ambiguous_name", "full_name", name=clues.full_name, **facts)
            return
        number, field_ = ("số thẻ", "card_no") if clues.card_no else ("số định danh", "")
        self.refuse(
            row,
            "person_conflict",
            field_ or "national_id",
            "full_name",
            name=clues.full_name,
            numbers=number,
        )
