"""Telling who a row speaks of: identity number, card, name with birth date, name in the unit.

A name alone never joins two people across units; similarity never does at all.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import repeat
from operator import attrgetter
from typing import NamedTuple

from partyroll.model import PermissionKind
from partyroll.period import PartialDate
from partyroll.store.digests import Value
from partyroll.store.draft import Draft, Outcome, Place
from partyroll.store.facts import Form
from partyroll.store.facts import Values as Stored
from partyroll.store.known import Known, guest_units, known_people, official_units
from partyroll.store.reading import iso
from partyroll.tasks.recording.clues import (
    NOBODY,
    Clues,
    Match,
    disagreeing,
    of_one_name,
    overlap,
    several,
)
from partyroll.tasks.recording.departures import day_of, who_left
from partyroll.tasks.recording.lookups import Belonging, Lookup
from partyroll.text import fold, same_key


class Newcomers(NamedTuple):
    """People whom nobody knows yet, and where each of them stands, column by column."""

    full_name: Sequence[str]
    birth_date: Sequence[str | None]
    card_no: Sequence[str | None]
    national_id: Sequence[str | None]
    unit_id: Sequence[str | None]
    place: tuple[Sequence[Value], ...]  # its columns


NAMED = ("person_id", "full_name", "name_key", "name_fold")
_BELONGS = ("person_id", "unit_id", "kind", "valid_from")


class People:
    """Everybody the ledger knows, and those this import adds, by each way of knowing them."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.added: set[str] = set()
        self._known = known_people(draft.ledger)
        # Who stood on a roster before this import.
        self.listed = frozenset(p.person_id for p in self._known.values() if p.on_roster)
        self._belonging = Belonging(self._known, official_units(draft.ledger))
        self.unit_of: Mapping[str, str] = self._belonging.unit_of
        # Books of a cell name its guests too, who belong elsewhere.
        self._guests = guest_units(draft.ledger)
        self._by_national = Lookup(self._known, attrgetter("national_id"))
        self._by_card = Lookup(self._known, attrgetter("card_no"))
        self._by_name = Lookup(self._known, attrgetter("name_key"))
        self._by_birth = Lookup(self._known, attrgetter("name_key", "birth_date"))
        self._by_unit = Lookup(self._known, self._unit_and_name)
        for name in ("person_version", "assignment", "permission", "missing_mark"):
            draft.load_when_needed(name)
        self._belongs = Form("assignment", (*_BELONGS, *Place._fields))
        legs = draft.load("transfer_leg").values()
        self.left = who_left(draft.load("life_event").values(), legs)

    # --- Knowing --------------------------------------------------------------------------
    def of(self, person_id: str) -> Known:
        """Return what tells a person apart, this import included."""
        return self._known[person_id]

    def version(self, person_id: str) -> Stored:
        """Return all that the ledger says of a person, this import included."""
        return self.draft.rows("person_version")[(person_id,)]

    def in_unit(self, unit_id: str | None) -> set[str]:
        """Return who belongs to a unit officially and has not left."""
        return {*self._belonging.members(unit_id)}.difference(self.left)

    def everyone(self) -> Iterable[Known]:
        """Return every person known, members or not."""
        return self._known.values()

    def units_of_name(self, name: str) -> list[str]:
        """Return the units where somebody of exactly this name is."""
        here = self._by_name[same_key(name)]
        return sorted({self.unit_of[person] for person in here if person in self.unit_of})

    def familiar_units(self, names: Iterable[str], units: Iterable[str]) -> frozenset[str]:
        """Return those of `units` to whose people at least half of the `names` belong."""
        keys = {same_key(name) for name in names}
        return frozenset(
            unit for unit in units if keys and 2 * len(keys & self._names_in(unit)) >= len(keys)
        )

    def home_of(self, names: Iterable[str], *, least: int = 2) -> str | None:
        """Return the one unit in which nearly all of several `names` are known."""
        keys = {same_key(name) for name in names}
        homes = Counter(
            unit
            for key in keys
            for unit in {self.unit_of.get(person) for person in self._by_name[key]}
        )
        near = [unit for unit, held in homes.items() if unit and 3 * held >= 2 * len(keys)]
        return near[0] if len(keys) >= least and len(near) == 1 else None

    def _names_in(self, unit_id: str) -> set[str]:
        return {self.of(p).name_key for p in self._belonging.members(unit_id)}

    def knows(self, person_id: str) -> bool:
        """Whether the ledger, or this import, describes that person."""
        return person_id in self._known

    def nobody(self) -> bool:
        """Whether neither the ledger nor this import has described anybody."""
        return not self._known

    def knows_of(self, name_key: str, *numbers: str | None) -> bool:
        """Whether somebody has that name, or one of these numbers of a card or of identity."""
        if not self._known:
            return False
        held = ((self._by_card[n] or self._by_national[n]) for n in numbers if n)
        return bool(self._by_name[name_key] or any(held))

    def holder(self, card_no: str, full_name: str) -> str | None:
        """Return the one person of that card where just that name is theirs: `match` for many.

        None where the clues must be weighed.
        """
        held = self._by_card.only(card_no)
        return held if held and self._known[held].full_name == full_name else None

    def match(self, clues: Clues) -> Match:
        """Return who the clues point to; two clues that disagree are a doubt."""
        numbered = self._numbered(clues)
        if len(numbered) > 1:
            return disagreeing(numbered)
        if not numbered:
            return self._by_name_and_birth(clues, same_key(clues.full_name))
        (person_id,) = numbered
        known = self.of(person_id)
        other_id = clues.national_id and known.national_id not in {None, clues.national_id}
        if other_id or not of_one_name(known, clues):
            return disagreeing(numbered)
        return Match(person_id)

    def _numbered(self, clues: Clues) -> set[str]:
        found: set[str] = set()
        # The identity number is the first key: a card may have been exchanged.
        if clues.national_id and (held := self._by_national[clues.national_id]):
            found |= self._holders(held, clues)
        if clues.card_no and (held := self._by_card[clues.card_no]):
            found |= self._holders(held, clues)
        return found

    def _holders(self, held: tuple[str, ...], clues: Clues) -> set[str]:
        """Return whom a number may mean; of several who carry it, whoever has that name."""
        everyone = set(held) - clues.without
        if len(everyone) < 2:
            return everyone
        return {p for p in everyone if of_one_name(self.of(p), clues)} or everyone

    def _by_name_and_birth(self, clues: Clues, name_key: str) -> Match:
        if clues.birth_date is None:
            return self._by_name_in_unit(clues, name_key)
        birth = str(clues.birth_date)
        born_then = self._by_birth[name_key, birth]
        if not (born_then or self._by_unit[clues.unit_id, name_key]):
            return NOBODY
        same_day = {p for p in born_then if self.of(p).birth_date == birth}
        close = {p for p in self._here(clues.unit_id, name_key) if self._fits(p, clues)}
        found = same_day if clues.birth_date.exact else same_day & close
        found = (found or close) - clues.without
        if len(found) > 1:
            found = {p for p in found if self.unit_of.get(p) == clues.unit_id} or found
        if len(found) > 1:
            return several(found)
        if not found:
            return NOBODY
        (person_id,) = found
        if self.other_number(person_id, clues):
            # Within one file the reader warned already; across files a person decides.
            return NOBODY if person_id in self.added else disagreeing(found)
        return Match(person_id)

    def _here(self, unit_id: str | None, name_key: str) -> set[str]:
        """Return the people of that name in a unit; without a unit, those without one."""
        found = self._by_unit[unit_id, name_key]
        return {person_id for person_id in found if self._place_of(person_id) == unit_id}

    def _fits(self, person_id: str, clues: Clues) -> bool:
        """Whether someone of the same unit and name has a birth date that may be the same."""
        if clues.birth_date is None:
            return False
        known = self.of(person_id).birth_date
        if clues.unit_id is None:  # the same words in a newer edition of the same list
            return known == str(clues.birth_date) and person_id not in self.added
        if known is None:
            return not self.of(person_id).on_roster
        return overlap(PartialDate.parse(known), clues.birth_date)

    def _by_name_in_unit(self, clues: Clues, name_key: str) -> Match:
        here = self._here(clues.unit_id, name_key)
        if clues.unit_id is None:
            here |= clues.among & set(self._by_name[name_key])
        here = {p for p in here if not self.other_number(p, clues)} - clues.without
        if len(here) > 1:
            return several(here)
        return Match(next(iter(here), None))

    def other_number(self, person_id: str, clues: Clues) -> bool:
        """Whether the person carries another number of a kind than the clues state."""
        known = self.of(person_id)
        return any(
            stated is not None and own is not None and own != stated
            for own, stated in (
                (known.national_id, clues.national_id),
                (known.card_no, clues.card_no),
            )
        )

    # --- Changing -------------------------------------------------------------------------
    def add(self, clues: Clues, values: Stored, place: Place, *, uid: str = "") -> str:
        """Make a new person, in the clues' unit since always, and return the id.

        `uid` is what another ledger knows the person by.
        """
        person_id = self._new_person(clues, uid)
        self.state(person_id, values, place, name=clues.full_name)
        if clues.unit_id is not None:
            self._place(person_id, clues.unit_id, place)
        return person_id

    def enrol(
        self, new: Newcomers, form: Form, particulars: Iterable[Iterable[Value]]
    ) -> list[str]:
        """Make new people of whom a roster says `particulars`: `add`, column by column.

        The form has those columns between `NAMED` and the place.
        """
        keys = [*map(same_key, new.full_name)]
        ids = self._new_people(new, keys)
        numbers = (new.birth_date, new.card_no, new.national_id)
        known = zip(ids, new.full_name, keys, *numbers, repeat(1), strict=False)
        self._learn_all([*map(Known._make, known)])
        named = (ids, new.full_name, keys, map(fold, new.full_name))
        self.draft.fill_all(form, [*zip(*named, *particulars, *new.place, strict=False)])
        belong = (ids, new.unit_id, repeat("OFFICIAL"), repeat(None), *new.place)
        placed = [values for values in zip(*belong, strict=False) if values[1]]
        self.draft.fill_all(self._belongs, placed)
        return ids

    def _new_people(self, new: Newcomers, keys: Sequence[str]) -> list[str]:
        clues = (keys, new.birth_date, new.card_no, new.national_id, new.unit_id)
        ids = self.draft.identify_people([*map(_origin, *clues)])
        self.added.update(ids)
        self._belonging.settle_all(ids, new.unit_id)
        return ids

    def _new_person(self, clues: Clues, uid: str) -> str:
        birth, numbers = iso(clues.birth_date), (clues.card_no, clues.national_id)
        origin = _origin(same_key(clues.full_name), birth, *numbers, clues.unit_id)
        person_id = self.draft.identify("person", origin, person_uid=uid or None)
        self.added.add(person_id)
        self._belonging.settle(person_id, clues.unit_id)
        return person_id

    def state(self, person_id: str, values: Stored, place: Place, *, name: str = "") -> Outcome:
        """State a person's attributes; they replace the version that is live.

        `name` stands where the attributes hold none.
        """
        row = dict(values)  # copied whole, then added to: a large roster does it very often
        name = str(row.setdefault("full_name", name))
        row["person_id"] = person_id
        row["name_key"], row["name_fold"] = same_key(name), fold(name)
        self._learn(Known._make(map(row.get, Known._fields)))
        return self.draft.put("person_version", row, place)

    def assign(self, person_id: str, unit_id: str, place: Place) -> Outcome:
        """Place a person in a unit, from an unknown day on."""
        self._settle(person_id, unit_id)
        return self._place(person_id, unit_id, place)

    def _place(self, person_id: str, unit_id: str, place: Place) -> Outcome:
        values = {"person_id": person_id, "unit_id": unit_id, "kind": "OFFICIAL"}
        return self.draft.put("assignment", values, place)

    def move(self, person_id: str, unit_id: str, since: str, place: Place) -> None:
        """Close the open official place and open another on that day."""
        for row in list(self.draft.rows("assignment").values()):
            mine = row["person_id"] == person_id and row["kind"] == "OFFICIAL"
            if mine and row["valid_to"] is None:
                self.draft.put("assignment", {**row, "valid_to": since}, place)
        values = {"person_id": person_id, "unit_id": unit_id, "kind": "OFFICIAL"}
        self.draft.put("assignment", {**values, "valid_from": since}, place)
        self._settle(person_id, unit_id)

    def permit(
        self, person_id: str, kind: PermissionKind, since: PartialDate | None, place: Place
    ) -> Outcome:
        """State a permission; one that is known already is not begun again without a date.

        What a paper says of it beyond its first day stays: a roster does not repeat it.
        """
        if since is None and (person_id, kind.value) in self._permitted:
            return Outcome.UNCHANGED
        self._permitted.add((person_id, kind.value))
        first = None if since is None else str(since)
        if (person_id, kind.value, first) in self.draft.rows("permission"):
            return Outcome.UNCHANGED
        values = {"person_id": person_id, "kind": kind.value, "valid_from": first}
        return self.draft.put("permission", values, place)

    def note_exit(self, person_id: str, kind: str, row: Stored) -> None:
        """Remember that someone has left, and when."""
        self.left[person_id] = (kind, day_of(row))

    @cached_property
    def _permitted(self) -> set[tuple[Value, Value]]:
        return {(p["person_id"], p["kind"]) for p in self.draft.rows("permission").values()}

    def _settle(self, person_id: str, unit_id: str) -> None:
        self._belonging.settle(person_id, unit_id)
        if person_id in self._known:
            self._by_unit.add(self._known[person_id])

    def _learn(self, person: Known) -> None:
        # Before they are known by the new words: the old ones still find them.
        for lookup in (self._by_national, self._by_card, self._by_name):
            lookup.add(person)
        self._by_birth.add(person)
        self._by_unit.add(person)
        self._known[person.person_id] = person

    def _learn_all(self, people: Sequence[Known]) -> None:
        """Know new people: nobody knew them by other words."""
        for numbers in (self._by_national, self._by_card, self._by_name):
            numbers.add_all(people)
        self._by_birth.add_all(people)
        self._by_unit.add_all(people)
        self._known.update((person.person_id, person) for person in people)

    def _unit_and_name(self, person: Known) -> tuple[str | None, str]:
        return self._place_of(person.person_id), person.name_key

    def _place_of(self, person_id: str) -> str | None:
        """Return where somebody is looked for by name: the own unit, else where they stay."""
        return self.unit_of.get(person_id) or self._guests.get(person_id)


def _origin(*clues: str | None) -> str:
    """Return what a person was first known by."""
    return "|".join([clue or "" for clue in clues])
