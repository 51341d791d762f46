"""What all recorders of one command share, and one table being recorded."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from operator import itemgetter

from partyroll.read.facts import Table, TableKind, UnitRef
from partyroll.store.digests import Value
from partyroll.store.draft import Draft, Place
from partyroll.tasks.recording.clues import Clues, Doubt, Match
from partyroll.tasks.recording.completing import Completion
from partyroll.tasks.recording.nearby import Nearby
from partyroll.tasks.recording.people import People
from partyroll.tasks.recording.questions import Asked, Question, understand
from partyroll.tasks.recording.settling import NeedsDate, settle
from partyroll.tasks.recording.tally import Tally
from partyroll.tasks.recording.units import AbbreviatedUnit, AmbiguousUnit, Found, UnitTree
from partyroll.tasks.recording.verdicts import Verdicts

NO_UNIT = Found("")
_BOOKS = frozenset({TableKind.DUES, TableKind.MEETINGS})


@dataclass(slots=True)
class Session:
    """One import command at work: the draft and who and what is known so far."""

    draft: Draft
    tree: UnitTree
    people: People
    today: date
    default_unit: UnitRef | None = None
    accepted: bool = False  # --yes: what contradicts the ledger was looked at
    seen: set[str] = field(default_factory=set)  # people on a roster of this command
    asked_about: set[str] = field(default_factory=set)  # whom a roster's open questions mean
    leaving: set[str] = field(default_factory=set)  # names on the exits lists of this command
    verdicts: Verdicts = field(init=False)
    _nearby: dict[tuple[str, str], Nearby] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.verdicts = Verdicts(self.draft)

    def nearby(self, source_id: str, kind: str) -> Nearby:
        """Return the people known when this kind of table of a file met its first doubt."""
        if (source_id, kind) not in self._nearby:
            self._nearby[source_id, kind] = Nearby(self.people)
        return self._nearby[source_id, kind]

    def met_nobody_before(self, source_id: str, kind: str) -> bool:
        """Whether nobody was known when the first table of this kind of a file was recorded."""
        if (source_id, kind) not in self._nearby and not self.people.nobody():
            return False
        return self.nearby(source_id, kind).nobody


@dataclass(slots=True)
class Work:
    """One table being recorded: where it stands, its units, and what is said of its rows."""

    session: Session
    table: Table
    source_id: str
    tally: Tally
    answers: Mapping[tuple[str, int], str] = field(default_factory=dict)
    familiar: frozenset[str] = frozenset()  # units that the table is known to speak of
    completion: Completion | None = None  # set where the table holds corrected rows only
    asked_key: str = ""  # the question about this row that was just answered
    first_rows: dict[str, int] = field(default_factory=dict)  # person → row of this roster
    books: dict[str | None, str] = field(default_factory=dict)  # unit → its book in this table
    _names: dict[UnitRef | None, list[str]] = field(default_factory=dict)
    _home: Found | None = None  # of a book that names no unit
    _units: dict[UnitRef, Found | AmbiguousUnit] = field(default_factory=dict)
    _newest: tuple[UnitRef | None, Found] | None = None

    def place(self, row: int) -> Place:
        """Return where a row's facts stand."""
        return Place(self.source_id, self.table.sheet, row)

    def places(self, rows: Sequence[int]) -> tuple[Sequence[Value], ...]:
        """Return the columns of `place` for many rows."""
        return [self.source_id] * len(rows), [self.table.sheet] * len(rows), rows

    def learn_units(self, rows: Iterable[tuple[UnitRef | None, str]]) -> None:
        """Take note of the unit and the name of every row before the first is recorded.

        Of a unit under parents, and of any in a book, it is asked whose people its rows name.
        """
        book = self.table.kind is not TableKind.ROSTER
        for ref, named in groupby(rows, itemgetter(0)):
            wanted = self._wanted(ref)
            if book or (wanted and wanted.parents):
                self._names.setdefault(wanted, []).extend(name for _, name in named)

    def asks_who_is_there(self, ref: UnitRef | None) -> bool:
        """Whether it depends on the people known so far which unit a row names."""
        wanted = self._wanted(ref)
        return wanted is not None and bool(wanted.parents) and wanted not in self._units

    def unit(self, row: int, ref: UnitRef | None, *, name: str) -> Found | None:
        """Return the unit of a row, `NO_UNIT` where none is named.

        None after setting the row aside: two units of that name could be meant.
        """
        if self._newest is not None and self._newest[0] is ref:
            return self._newest[1]  # nearly always that of the row above
        wanted = self._wanted(ref)
        if wanted is None:
            return self._unit_of_most(row)
        found = self._units.get(wanted)
        if found is None:
            found = self._units[wanted] = self._look_up(wanted, row)
        if isinstance(found, AmbiguousUnit):
            self._refuse_unit(row, wanted, found, name)
            return None
        self._newest = ref, found
        return found

    def _unit_of_most(self, row: int) -> Found:
        """Return the unit whose people a book names that says no unit; told once.

        Beside a roster in the same command the names are looked for there.
        """
        if self._home is None:
            home = None if self.session.seen else self._home_of_names(None)
            self._home = self._told_home(row, home) if home else NO_UNIT
        return self._home

    def _home_of_names(self, wanted: UnitRef | None) -> str | None:
        """Return the cell whose people a book names where it names no cell itself."""
        if self.table.kind not in _BOOKS:
            return None
        return self.session.people.home_of(self._names.get(wanted, ()), least=3)

    def _told_home(self, row: int, home: str) -> Found:
        self.warn(row, "unit_of_most", "full_name", found=self.session.tree.names[home])
        return Found(home)

    def _refuse_unit(self, row: int, wanted: UnitRef, doubt: AmbiguousUnit, name: str) -> None:
        question = self._unit_question(wanted, doubt)
        facts = {"found": wanted.name, "whole": self.session.tree.names[doubt.candidates[0]]}
        code = "unit_abbreviated" if isinstance(doubt, AbbreviatedUnit) else "unknown_unit"
        self.ask(row, code, "unit_cell", question=question, name=name, **facts)

    def _unit_question(self, wanted: UnitRef, doubt: AmbiguousUnit) -> Question:
        """Ask which unit is meant; of several units of one name, for this file only."""
        short = isinstance(doubt, AbbreviatedUnit)
        labels = [self.session.tree.label(unit_id) for unit_id in doubt.candidates]
        answers = (*(f"là {one}" for one in labels), *(("tổ chức khác",) if short else ()))
        key = self.session.tree.spelling_key(wanted.name, "" if short else self.table.file)
        return Question(Asked.UNIT, key, answers, doubt.candidates, wanted.name, doubt.parent)

    def settled(self, row: int, question: Question) -> bool:
        """Whether the file brought an answer to the question of a row that could be applied."""
        text = self.answers.get((self.table.sheet, row))
        if not text:
            return False
        answer = understand(question, text)
        if answer is None:
            choices = "; ".join(question.answers)
            self.warn(row, "answer_unclear", "full_name", found=text, answers=choices)
            return False
        try:
            settle(self.session, question, answer, self.place(row))
        except NeedsDate:
            self.warn(row, "answer_without_date", "full_name", found=text)
            return False
        return True

    def _wanted(self, ref: UnitRef | None) -> UnitRef | None:
        wanted = ref or self.table.unit
        return (
            wanted if wanted and (wanted.name or wanted.parents) else self.session.default_unit
        )

    def _look_up(self, wanted: UnitRef, row: int) -> Found | AmbiguousUnit:
        tree, people = self.session.tree, self.session.people
        namesakes = tree.named(wanted.name) if wanted.name else []
        # Without parents a name alone says which unit is meant, or that several may be.
        names = self._names.get(wanted, ()) if wanted.parents else ()
        known = people.familiar_units(names, namesakes)
        familiar = known | self.familiar
        try:
            self._refuse_second_name(wanted)
            place, file = self.place(row), self.table.file
            found = tree.find(wanted, place, familiar=familiar, file=file) or NO_UNIT
        except AmbiguousUnit as ambiguous:
            if not self._unit_settled(wanted, ambiguous):
                return ambiguous
            return self._look_up(wanted, row)
        if found.learned_parent:
            facts = {"found": tree.names[found.unit_id], "parent": found.learned_parent}
            self.warn(row, "unit_parent_learned", "unit_cell", **facts)
        if not wanted.name and found.unit_id:  # the title names a committee and no cell of it
            home = self._home_of_names(wanted)
            if home and tree.below(home, found.unit_id):
                return self._told_home(row, home)
        return found

    def _refuse_second_name(self, wanted: UnitRef) -> None:
        """Ask before a book founds a unit that only has the people of a known one."""
        tree, known = self.session.tree, self.session.people
        if self.table.kind is TableKind.ROSTER or not wanted.name or tree.knows(wanted.name):
            return
        home = known.home_of(self._names.get(wanted, ()))
        if home is not None:
            raise AbbreviatedUnit(wanted.name, (home,), None)

    def warn(self, row: int, code: str, *fields: str, **facts: object) -> None:
        """Note something to look at; the row goes in."""
        self.tally.warn(self.table, row, code, *fields, **facts)

    def _unit_settled(self, wanted: UnitRef, doubt: AmbiguousUnit) -> bool:
        """Whether one of the rows that name this unit carries an answer."""
        if not self.answers:
            return False
        question = self._unit_question(wanted, doubt)
        rows = (row for row in self.table.rows if self._wanted(row.unit) == wanted)
        return any(self.settled(row.row, question) for row in rows)

    def refuse(self, row: int, code: str, *fields: str, name: str, **facts: object) -> None:
        """Set a row aside: it stays out until a person has looked."""
        self.tally.refuse(self.table, row, code, *fields, name=name, **facts)

    def ask(
        self, row: int, code: str, *fields: str, question: Question | None, **facts: object
    ) -> None:
        """Set a row aside with a question whose answer brings it in; None = nobody can say."""
        self.tally.ask(self.table, row, code, *fields, question=question, **facts)

    def refuse_doubt(self, row: int, match: Match, clues: Clues) -> None:
        """Set a row aside that may be about several people."""
        names = ", ".join(self.session.people.of(p).full_name for p in match.of)
        facts: dict[str, object] = {"name": clues.full_name, "near": names}
        if match.doubt is Doubt.SAME_NAMES:
            unit = self.session.tree.names.get(clues.unit_id or "", "danh sách này")
            facts |= {"unit": unit, "count": match.candidates, "found": clues.full_name}
            self.ask(row, "ambiguous_name", "full_name", question=match.question, **facts)
            return
        if match.doubt is Doubt.ALIKE:
            facts["found"] = clues.full_name
            self.ask(row, "person_alike", "full_name", question=match.question, **facts)
            return
        facts["numbers"] = "số thẻ" if clues.card_no else "số định danh"
        place = "card_no" if clues.card_no else "national_id"
        code = "person_conflict"
        self.ask(row, code, place, "full_name", question=match.question, **facts)
