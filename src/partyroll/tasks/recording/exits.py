"""Exits lists: one person, one exit, by the paper that decided it."""

from collections.abc import Iterator
from itertools import count, takewhile

from partyroll.messages import STATUS
from partyroll.model import ExitKind, Reason
from partyroll.read.facts import ExitRow
from partyroll.store.draft import Draft, Outcome, Place
from partyroll.store.facts import Values as Stored
from partyroll.store.reading import iso
from partyroll.store.schema import PARTICULARS
from partyroll.tasks.recording.clues import Clues
from partyroll.tasks.recording.departures import day_of
from partyroll.tasks.recording.identifying import add_person, identify
from partyroll.tasks.recording.rosters import more_precise
from partyroll.tasks.recording.session import Session, Work


class Exits:
    """The exits the ledger knows, by person, and those this command brings."""

    def __init__(self, session: Session) -> None:
        draft = session.draft
        self.session = session
        self._seen: dict[str, int] = {}  # person → row of this command
        self._known: dict[str, tuple[str, Stored]] = {}
        self._past: dict[str, list[tuple[str, Stored]]] = {}  # of those who came back
        for name in ("life_event", "transfer_leg"):
            for row in draft.rows(name).values():
                if row.get("direction") != "IN" and row.get("kind") not in _NO_EXIT:
                    self._note(str(row["person_id"]), (name, row))
        draft.load("event_reason")

    def _note(self, person_id: str, exit_: tuple[str, Stored]) -> None:
        if person_id not in self.session.people.left:
            self._past.setdefault(person_id, []).append(exit_)
            return
        before = self._known.get(person_id)
        if before is None or day_of(before[1]) <= day_of(exit_[1]):
            self._known[person_id] = exit_

    def record(self, work: Work) -> None:
        """Record one exits table."""
        rows = [row for row in work.table.rows if isinstance(row, ExitRow)]
        work.learn_units((row.unit, row.full_name) for row in rows)
        for row in rows:
            found = work.unit(row.row, row.unit, name=row.full_name)
            if found is not None:
                self._record_row(work, row, found.unit_id or None)

    def _record_row(self, work: Work, row: ExitRow, unit_id: str | None) -> None:
        people = self.session.people
        clues = Clues(row.full_name, row.birth_date, row.card_no, row.national_id, unit_id)
        match = identify(work, row.row, clues)
        if match.doubt is not None:
            work.refuse_doubt(row.row, match, clues)
            return
        if match.person_id in self._seen:
            first = self._seen[match.person_id]
            work.refuse(row.row, "duplicate_row", "full_name", name=row.full_name, first=first)
            return
        if match.person_id is None:
            if self._may_be_somebody_known(work, row, clues):
                return
            person_id = add_person(work, row.row, clues, _values(row, {}))
        else:
            person_id = match.person_id
            if self._conflicts(work, row, person_id):
                return
            if any(same_exit(past, row) for past in self._past.get(person_id, ())):
                self._seen[person_id] = row.row
                work.tally.count(Outcome.UNCHANGED)
                return
            known = people.version(person_id)
            people.state(person_id, _values(row, known), work.place(row.row))
        self._seen[person_id] = row.row
        work.tally.count(self._put(work, row, person_id, unit_id))

    def _may_be_somebody_known(self, work: Work, row: ExitRow, clues: Clues) -> bool:
        """Refuse a bare name without a unit when the ledger has that name somewhere."""
        people = self.session.people
        if clues.unit_id or clues.birth_date or clues.card_no or clues.national_id:
            return False
        units = people.units_of_name(row.full_name)
        if not units:
            return False
        names = ", ".join(self.session.tree.names.get(unit, "?") for unit in units)
        work.refuse(row.row, "exit_unplaced", "full_name", name=row.full_name, units=names)
        return True

    def _conflicts(self, work: Work, row: ExitRow, person_id: str) -> bool:
        """Refuse a second exit of another kind, or by another decision."""
        if person_id not in self._known:
            return False
        if same_exit(self._known[person_id], row):
            return False
        table, known = self._known[person_id]
        kind = "OUT" if table == "transfer_leg" else str(known["kind"])
        decided = known["decision_date"]
        facts = {"status": STATUS[kind], "date": decided or known.get("event_date") or "?"}
        work.refuse(row.row, "exit_conflict", "full_name", name=row.full_name, **facts)
        return True

    def _put(self, work: Work, row: ExitRow, person_id: str, unit_id: str | None) -> Outcome:
        draft, place = self.session.draft, work.place(row.row)
        known = self._known.get(person_id)
        common: Stored = {
            "person_id": person_id,
            "unit_id": unit_id or self.session.people.unit_of.get(person_id),
            "decision_no": row.decision_no or None,
            "decision_date": iso(row.decision_date),
            "reason_text": row.reason_text or None,
        }
        self.session.people.note_exit(person_id, row.kind, common)
        if row.kind is ExitKind.OUT:
            leg = (
                known[1]["leg_id"] if known and known[0] == "transfer_leg" else draft.ids.new()
            )
            leg_values = {"leg_id": leg, "direction": "OUT", "leg_date": iso(row.event_date)}
            return draft.put("transfer_leg", {**common, **leg_values}, place)
        before = known[1] if known and known[0] == "life_event" else {}
        return put_exit(draft, row, {**common, "kind": _kind(row, known)}, before, place)[1]


_NO_EXIT = frozenset({"ADMITTED", "CONFIRMED", "READMITTED", "RESTORED"})


def put_exit(
    draft: Draft, row: ExitRow, common: Stored, before: Stored, place: Place | None
) -> tuple[str, Outcome]:
    """State an exit with its reasons, and return its id; `before`: empty = a new one.

    What a later paper leaves out stays as an earlier one said it.
    """
    event = str(before.get("event_id") or draft.ids.new())
    own: dict[str, str | int | None] = {
        "event_id": event,
        "event_date": iso(row.event_date),
        "form_text": row.form_text or None,
        "probationary": None if row.probationary is None else int(row.probationary),
        "note": row.note or None,
    }
    stated: dict[str, str | int | None] = {**common, **own}
    for name in [name for name, value in stated.items() if value is None]:
        stated[name] = before.get(name)
    outcome = draft.put("life_event", stated, place)
    reasons = list(_put_reasons(draft, event, row, place))
    unchanged = all(one is Outcome.UNCHANGED for one in reasons)
    told = Outcome.CHANGED if outcome is Outcome.UNCHANGED and not unchanged else outcome
    return event, told


def _put_reasons(
    draft: Draft, event: str, row: ExitRow, place: Place | None
) -> Iterator[Outcome]:
    rows = draft.rows("event_reason")
    known = list(takewhile(rows.__contains__, ((event, position) for position in count())))
    if known and row.reasons == (Reason.UNSTATED,):
        return
    for position, reason in enumerate(row.reasons):
        values: Stored = {"event_id": event, "position": position, "code": reason.value}
        yield draft.put("event_reason", values, place)
    for key in known[len(row.reasons) :]:
        draft.end("event_reason", key)


def same_exit(exit_: tuple[str, Stored], row: ExitRow) -> bool:
    """Whether a row tells of an exit that the ledger has: of that kind, by that decision."""
    table, known = exit_
    kind = "OUT" if table == "transfer_leg" else str(known["kind"])
    decided = known["decision_date"]
    same_kind = kind == row.kind or ExitKind.LEFT_UNSTATED in {kind, row.kind}
    return same_kind and (
        None in {decided, row.decision_date} or decided == str(row.decision_date)
    )


def _kind(row: ExitRow, known: tuple[str, Stored] | None) -> str:
    """Return the kind to keep: a paper that names none does not blur one that did."""
    if row.kind is ExitKind.LEFT_UNSTATED and known and known[0] == "life_event":
        return str(known[1]["kind"])
    return row.kind.value


def _values(row: ExitRow, known: Stored) -> Stored:
    """Return the person's columns after this row; an exits list adds, it never blanks."""
    values: dict[str, str | int | None] = {**known}
    for name in ("birth_date", "admission_date", "official_date"):
        values[name] = more_precise(known.get(name), getattr(row, name))
    values["gender"] = iso(row.gender) or known.get("gender")
    values["card_no"] = row.card_no or known.get("card_no")
    values["national_id"] = row.national_id or known.get("national_id")
    said = {name: text for name in PARTICULARS if (text := row.attributes.get(name))}
    values |= said
    values["full_name"] = known.get("full_name") or row.full_name
    for name in ("source_id", "sheet", "row"):
        values.pop(name, None)
    return values
