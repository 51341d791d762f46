"""A checked plan as facts: versions, successions, papers, and the places of members."""

from collections.abc import Iterable, Mapping
from datetime import date

from partyroll.model import PlanPlace, Unit, unit_kind
from partyroll.read.plans import ReadPlan
from partyroll.rules.reorganising.day import NEW
from partyroll.rules.reorganising.outcome import Turn, UnitPlan
from partyroll.rules.reorganising.people import Move, Standing
from partyroll.store.digests import Value
from partyroll.store.draft import Draft, Place
from partyroll.store.facts import Key, Values
from partyroll.store.people import chunks
from partyroll.store.reading import first_day, iso
from partyroll.text import unit_key

# A place by whom, where, how, and the first day that its beginning may mean.
_Begun = tuple[Value, Value, Value, date | None]
_PLACE = frozenset({"source_id", "sheet", "row"})


def put_plan(draft: Draft, read: ReadPlan, units: UnitPlan, moves: Iterable[Move]) -> None:
    """State everything that the plan changes; each fact names its line."""
    _Writing(draft, read).put(units, tuple(moves))


class _Writing:
    """One plan on its way into a draft."""

    def __init__(self, draft: Draft, read: ReadPlan) -> None:
        self._draft, self._read = draft, read
        self._source = draft.add_source(
            file_name=read.plan.file,
            sha256=read.sha256,
            content_sha256=read.content_sha256,
            size=read.size,
        )
        self._ids: dict[str, str] = {}

    def put(self, units: UnitPlan, moves: tuple[Move, ...]) -> None:
        """State all of it."""
        self._describe(units)
        self._name_new(units)
        self._draft.load("unit_version")
        for turn in units.turns:
            self._turn(turn)
        self._steps(units)
        self._move_all(moves)

    def _describe(self, units: UnitPlan) -> None:
        """Keep which sheets were read, as an import does."""
        self._draft.load("source_sheet", source_id=[self._source])
        rows = [turn.place.row for turn in units.turns]
        for sheet, heading in self._read.sheets.items():
            values: Values = {
                "kind": "reorganisation",
                "range": f"A{heading}:A{max(rows, default=heading)}",
                "first_row": heading,
                "last_row": max(rows, default=heading),
                "heading_rows": str(heading),
                "columns": "{}",
                "encoding": "unicode",
            }
            self._draft.put("source_sheet", values, Place(self._source, sheet, heading))

    def _name_new(self, units: UnitPlan) -> None:
        for turn in units.turns:
            if turn.unit_id.startswith(NEW) and turn.unit_id not in self._ids and turn.unit:
                origin = f"{unit_key(turn.unit.name)}|{turn.unit.parent_id or ''}|{turn.on}"
                self._ids[turn.unit_id] = self._draft.identify("unit", origin)

    # --- Units ----------------------------------------------------------------------------
    def _turn(self, turn: Turn) -> None:
        """End the version before, and begin the next; a beginning replaces an unknown one."""
        unit_id, place = self._id(turn.unit_id), self._place(turn.place)
        known: Values = {}
        if turn.before is not None:
            key = (unit_id, self._begins(unit_id, turn.before))
            known = self._own(self._draft.rows("unit_version")[key])
            if turn.founded:
                self._draft.end("unit_version", key)
            else:
                self._draft.put("unit_version", {**known, "valid_to": str(turn.on)}, place)
        if turn.unit is not None:
            self._draft.put("unit_version", self._version(turn, turn.unit, known), place)

    def _version(self, turn: Turn, unit: Unit, known: Values) -> Values:
        renamed = not known or known["name"] != unit.name
        return {
            "unit_id": self._id(unit.unit_id),
            "name": unit.name,
            "name_key": unit_key(unit.name),
            "kind": unit_kind(unit.name) if renamed else unit.kind,
            "parent_id": self._id(unit.parent_id) if unit.parent_id else None,
            "code": unit.code or None,
            "valid_from": str(turn.on),
        }

    def _begins(self, unit_id: str, before: Unit) -> str | None:
        """Return the beginning of a version as it is stored."""
        rows = self._draft.rows("unit_version")
        if (unit_id, iso(before.since)) in rows:
            return iso(before.since)
        return next(str(k[1]) for k in rows if k[0] == unit_id and _first(k[1]) == before.since)

    def _steps(self, units: UnitPlan) -> None:
        self._draft.load("unit_succession")
        self._draft.load("unit_event")
        for one in units.becomings:
            values: Values = {
                "unit_id": self._id(one.unit_id),
                "to_unit_id": self._id(one.to_unit_id),
                "kind": one.kind,
                "happened_on": str(one.step.on),
                "decision_no": one.step.decision_no or None,
            }
            self._draft.put("unit_succession", values, self._place(one.step.place))
        for paper in units.papers:
            values = {
                "unit_id": self._id(paper.unit_id),
                "kind": paper.action.value,
                "happened_on": str(paper.step.on),
                "decision_no": paper.step.decision_no or None,
                "decision_date": iso(paper.step.decision_date),
                "note": paper.step.note or None,
            }
            self._draft.put("unit_event", values, self._place(paper.step.place))

    # --- Members --------------------------------------------------------------------------
    def _move_all(self, moves: tuple[Move, ...]) -> None:
        people = sorted({move.stood.person_id for move in moves})
        for chunk in chunks(people):
            self._draft.load("assignment", person_id=chunk)
        starts = {
            (key[0], key[1], key[2], _first(key[3])): key
            for key in self._draft.rows("assignment")
        }
        for move in moves:
            known = self._known(starts, move.stood)
            place = self._place(move.placing.place if move.placing else move.by.place)
            end = {**known, "valid_to": str(move.on)}
            self._draft.put("assignment", end, place)
            self._draft.put("assignment", self._goes_on(move, known), place)

    def _known(self, starts: Mapping[_Begun, Key], stood: Standing) -> Values:
        kind = "TEMPORARY" if stood.temporary else "OFFICIAL"
        unit_id = self._id(stood.unit_id)
        key = starts.get((stood.person_id, unit_id, kind, stood.since))
        rows = self._draft.rows("assignment")
        found = rows.get(key) if key is not None else None
        if found is None:  # a place that an earlier day of the same plan made
            found = rows[stood.person_id, unit_id, kind, iso(stood.since)]
        return self._own(found)

    def _goes_on(self, move: Move, known: Values) -> Values:
        return {
            **known,
            "unit_id": self._id(move.goes_on.unit_id),
            "valid_from": str(move.on),
            "valid_to": iso(move.goes_on.until),
        }

    # --- Small things ---------------------------------------------------------------------
    def _id(self, unit_id: str) -> str:
        return self._ids.get(unit_id, unit_id)

    def _place(self, place: PlanPlace) -> Place:
        return Place(self._source, place.sheet, place.row)

    def _own(self, row: Values) -> Values:
        return {name: value for name, value in row.items() if name not in _PLACE}


def _first(text: Value) -> date | None:
    return first_day(None if text is None else str(text))
