"""Help, praise and discipline: a newer list says more; its blanks take nothing back.

What a row speaks of is found in two rounds: first rows that say what is known already, then
those that may say more of it.  So no row takes the fact of another.
"""

from abc import abstractmethod
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from partyroll.messages import STATUS, SUPPORT_OUTCOME
from partyroll.model import DisciplineForm, ExitKind
from partyroll.read.facts import AwardRow, DisciplineRow, SupportRow
from partyroll.store.digests import Value
from partyroll.store.draft import Outcome
from partyroll.store.facts import Key
from partyroll.store.facts import Values as Stored
from partyroll.store.reading import iso
from partyroll.tasks.recording.owners import Owners
from partyroll.tasks.recording.same_fact import (
    AWARD,
    DISCIPLINE,
    SUPPORT,
    Sort,
    best_fit,
    merged,
    said_of,
)
from partyroll.tasks.recording.session import Session, Work

Fact = dict[str, Value]


@dataclass(slots=True)
class Stated:
    """The facts that a row states; each finds the key of the known fact it speaks of."""

    row: int
    full_name: str
    person_id: str
    facts: tuple[Fact, ...]
    keys: dict[int, Key] = field(default_factory=dict)


class Keeping:
    """The facts of one sort that the ledger knows, and those this command brings."""

    sort: ClassVar[Sort]

    def __init__(self, session: Session, owners: Owners) -> None:
        self.session, self.owners = session, owners
        self._by_person: dict[str, list[Key]] = defaultdict(list)
        for key, known in session.draft.load(self.sort.table).items():
            self._by_person[str(known["person_id"])].append(key)

    @abstractmethod
    def stated(self, work: Work) -> Iterator[Stated]:
        """Yield what the rows of a table state, each about somebody known."""

    @abstractmethod
    def caution(self, work: Work, one: Stated, fact: Fact, known: Stored | None) -> None:
        """Tell what is odd about a fact that goes in."""

    def record(self, work: Work) -> None:
        """Record one list."""
        stated = [*self._once(work)]
        claimed: set[Key] = set()
        for whole in (True, False):
            for one in stated:
                self._claim(one, claimed, whole=whole)
        for one in stated:
            work.tally.count(*self._put(work, one))

    def about(self, person_id: str, unit_id: str | None) -> Fact:
        """Return whom a fact is about, and in which unit it was stated."""
        unit = unit_id or self.session.people.unit_of.get(person_id)
        return {"person_id": person_id, "unit_id": unit}

    def warn_of_left(self, work: Work, one: Stated, day: Value) -> None:
        """Tell that somebody had left; what was before they did is their history."""
        left = self.session.people.left.get(one.person_id)
        if left is None:
            return
        kind, gone = left
        before = str(day)[: len(gone)] <= gone[: len(str(day))] if day and gone else False
        if not before:
            work.warn(one.row, "listed_but_left", "full_name", status=STATUS[kind])

    def _once(self, work: Work) -> Iterator[Stated]:
        """Yield the rows but those that say again what an earlier row of the table says."""
        first: dict[tuple[tuple[str, Value], ...], int] = {}
        for one in self.stated(work):
            said = [said_of(fact) for fact in one.facts]
            if all(each in first for each in said):
                row = first[said[0]]
                name = one.full_name
                work.refuse(one.row, "duplicate_row", "full_name", name=name, first=row)
                continue
            for each in said:
                first.setdefault(each, one.row)
            yield one

    def _claim(self, one: Stated, claimed: set[Key], *, whole: bool) -> None:
        rows = self.session.draft.rows(self.sort.table)
        for place, fact in enumerate(one.facts):
            if place in one.keys:
                continue
            free = [key for key in self._by_person[one.person_id] if key not in claimed]
            key = best_fit(self.sort, ((k, rows[k]) for k in free), fact, whole=whole)
            if key is not None:
                one.keys[place] = key
                claimed.add(key)

    def _put(self, work: Work, one: Stated) -> Iterator[Outcome]:
        draft, sort = self.session.draft, self.sort
        for place, fact in enumerate(one.facts):
            key = one.keys.get(place)
            known = draft.rows(sort.table)[key] if key else None
            self.caution(work, one, fact, known)
            if key is None:
                key = (draft.ids.new(),)
                self._by_person[one.person_id].append(key)
            values = {**merged(known or {}, fact), sort.id_column: key[0]}
            yield draft.put(sort.table, values, work.place(one.row))


class Supports(Keeping):
    """Lists of help."""

    sort = SUPPORT

    def stated(self, work: Work) -> Iterator[Stated]:
        """Yield what the rows of a list of help state."""
        rows = [row for row in work.table.rows if isinstance(row, SupportRow)]
        for row, person_id, unit_id in self.owners.each(work, rows):
            fact = {**self.about(person_id, unit_id), **_support(row)}
            yield Stated(row.row, row.full_name, person_id, (fact,))

    def caution(self, work: Work, one: Stated, fact: Fact, known: Stored | None) -> None:
        """Tell of a need that had an outcome, and of people who have left."""
        self.warn_of_left(work, one, fact["provided_on"] or fact["opened_on"])
        if known and known["outcome"] and not (fact["outcome"] or fact["outcome_text"]):
            outcome = SUPPORT_OUTCOME[str(known["outcome"])]
            work.warn(one.row, "support_concluded_before", "support_need", known=outcome)


class Awards(Keeping):
    """Lists of praise."""

    sort = AWARD

    def stated(self, work: Work) -> Iterator[Stated]:
        """Yield what the rows of a list of praise state."""
        rows = [row for row in work.table.rows if isinstance(row, AwardRow)]
        for row, person_id, unit_id in self.owners.each(work, rows):
            about = self.about(person_id, unit_id)
            facts = tuple({**about, **fact} for fact in _awards(row))
            yield Stated(row.row, row.full_name, person_id, facts)

    def caution(self, work: Work, one: Stated, fact: Fact, known: Stored | None) -> None:  # noqa: ARG002 (all three are asked alike)
        """Tell of people who had left."""
        self.warn_of_left(work, one, fact["awarded_on"])


class Disciplines(Keeping):
    """Lists of discipline."""

    sort = DISCIPLINE

    def stated(self, work: Work) -> Iterator[Stated]:
        """Yield what the rows of a list of discipline state."""
        rows = [row for row in work.table.rows if isinstance(row, DisciplineRow)]
        for row, person_id, unit_id in self.owners.each(work, rows):
            fact = {**self.about(person_id, unit_id), **_discipline(row)}
            yield Stated(row.row, row.full_name, person_id, (fact,))

    def caution(self, work: Work, one: Stated, fact: Fact, known: Stored | None) -> None:  # noqa: ARG002 (all three are asked alike)
        """Tell of an expulsion that is no exit yet: none is made of it silently."""
        left = self.session.people.left.get(one.person_id)
        expelled = left is not None and left[0] == ExitKind.EXPELLED
        if fact["form"] != DisciplineForm.EXPULSION:
            self.warn_of_left(work, one, fact["decided_on"])
        elif not expelled:
            work.warn(one.row, "expulsion_without_exit", "discipline", found=one.full_name)


# --- What a row states --------------------------------------------------------------------
def _support(row: SupportRow) -> Fact:
    return {
        "need": row.need.value,
        "need_text": row.need_text or None,
        "opened_on": iso(row.opened_on),
        "measure": iso(row.measure),
        "measure_text": row.measure_text or None,
        "amount": row.amount,
        "provided_by": row.by or None,
        "provided_on": iso(row.on),
        "closed_on": iso(row.closed_on),
        "outcome": iso(row.outcome),
        "outcome_text": row.outcome_text or None,
        "paper": row.paper or None,
        "note": row.note or None,
    }


def _awards(row: AwardRow) -> Iterator[Fact]:
    for stated in row.awards:
        yield {
            "form": stated.form.value,
            "form_text": stated.text or None,
            "badge_years": stated.badge_years,
            "awarded_on": iso(row.on),
            "decision_no": row.decision_no or None,
            "given_by": row.by or None,
            "reason_text": row.reason or None,
            "note": row.note or None,
        }


def _discipline(row: DisciplineRow) -> Fact:
    return {
        "form": row.form.value,
        "form_text": row.form_text or None,
        "decided_on": iso(row.on),
        "decision_no": row.decision_no or None,
        "decided_by": row.by or None,
        "valid_to": iso(row.valid_to),
        "reason_text": row.reason or None,
        "note": row.note or None,
    }
