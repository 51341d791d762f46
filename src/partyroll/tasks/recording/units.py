"""Finding the unit a workbook means: whole names, under the parents the file gives.

"Chi bộ 1" is not "Chi bộ 10", "Chi bộ 01" is; a name without accents is not guessed at.
"""

import re
from dataclasses import dataclass

from partyroll.model import unit_kind
from partyroll.period import PartialDate
from partyroll.read.facts import UnitRef
from partyroll.read.units import spelled_out
from partyroll.store.draft import Draft, Outcome, Place
from partyroll.store.facts import Values
from partyroll.store.reading import iso
from partyroll.text import fold, unit_key

# Rows that stayed out come back under another name, but from the same file.
_RETURNED = re.compile(r" - chua nhap( \(\d+\))?(?=\.|$)")
_PLACE = frozenset({"source_id", "sheet", "row"})  # of the fact that said it before


class AmbiguousUnit(Exception):
    """Two units of that name could be meant; `parent` is the one that the file names."""

    def __init__(self, name: str, candidates: tuple[str, ...], parent: str | None) -> None:
        super().__init__(name)
        self.candidates, self.parent = candidates, parent


class AbbreviatedUnit(AmbiguousUnit):
    """No unit has that name, but one is called so but for the abbreviation CB."""


@dataclass(frozen=True, slots=True)
class Found:
    """A unit, and whether it was just put under a parent it did not have."""

    unit_id: str
    learned_parent: str = ""


class UnitTree:
    """The units of the ledger and those a file adds, by name and parent."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._by_name: dict[str, list[str]] = {}
        self._by_whole_name: dict[str, list[str]] = {}
        self.parents: dict[str, str | None] = {}
        self.names: dict[str, str] = {}
        self._begins: dict[str, str | None] = {}  # since when the latest version holds
        self._codes: dict[str, str] = {}
        self._former: dict[str, set[str | None]] = {}  # what units stood under before
        draft.load("unit_alias")
        versions = draft.load("unit_version").values()
        # The latest version last; a unit of the past alone is still known by its name.
        for row in sorted(versions, key=lambda row: str(row["valid_from"] or "")):
            self._begins[str(row["unit_id"])] = iso(row["valid_from"])
        for unit_id, begins in self._begins.items():
            self._learn_version(draft.rows("unit_version")[unit_id, begins])
        for key, row in draft.rows("unit_version").items():
            if key[1] != self._begins[str(key[0])]:
                self._learn_former(row)
        for row in draft.rows("unit_alias").values():
            self._by_name.setdefault(str(row["spelling_key"]), []).append(str(row["unit_id"]))

    def _learn_version(self, row: Values) -> None:
        unit_id = str(row["unit_id"])
        self._learn(unit_id, str(row["name"]), iso(row["parent_id"]))
        if row["code"]:
            self._codes.setdefault(str(row["code"]), unit_id)

    def _learn_former(self, row: Values) -> None:
        """Know a unit by the name and the place it had before: older lists still say them."""
        unit_id = str(row["unit_id"])
        self._former.setdefault(unit_id, set()).add(iso(row["parent_id"]))
        same_name = self._by_name.setdefault(unit_key(str(row["name"])), [])
        if unit_id not in same_name:
            same_name.append(unit_id)

    def _learn(self, unit_id: str, name: str, parent: str | None) -> None:
        same_name = self._by_name.setdefault(unit_key(name), [])
        if unit_id not in same_name:
            same_name.append(unit_id)
            self._by_whole_name.setdefault(unit_key(spelled_out(name)), []).append(unit_id)
        self.names[unit_id] = name
        self.parents[unit_id] = parent

    def find(
        self, ref: UnitRef, place: Place, *, familiar: frozenset[str], file: str = ""
    ) -> Found | None:
        """Return the unit `ref` means, adding it when nothing of that name is known.

        `familiar` are units of which the file names mostly the same people: only such a unit
        without a parent may be the same as one that the file puts under a parent.  None when
        the reference names nothing.  Raises `AmbiguousUnit`, `AbbreviatedUnit`.
        """
        parent: str | None = None
        for name in ref.parents:
            parent = self._under(name, parent, place, familiar=None).unit_id
        if not ref.name:
            return Found(parent) if parent else None
        if settled := self._by_name.get(self.spelling_key(ref.name, file)):
            return Found(settled[-1])
        return self._under(ref.name, parent, place, familiar=familiar, code=ref.code)

    def _under(
        self,
        name: str,
        parent: str | None,
        place: Place,
        *,
        familiar: frozenset[str] | None,
        code: str = "",
    ) -> Found:
        if parent is not None and unit_key(name) == unit_key(self.names[parent]):
            return Found(parent)  # the row names the unit of the title
        known = self._by_name.get(unit_key(name), [])
        if not known:
            self._refuse_abbreviation(name, parent)
        fitting = [u for u in known if parent is None or self.below(u, parent)]
        if not fitting and parent is not None:
            fitting = [u for u in known if self._was_below(u, parent)]
        if len(fitting) > 1:
            raise AmbiguousUnit(name, tuple(sorted(fitting)), parent)
        if fitting:
            return Found(fitting[0])
        orphans = [u for u in known if self.parents[u] is None]
        # Upper units have names of their own; cells are called "Chi bộ 1" everywhere.
        if len(orphans) == 1 and parent and (familiar is None or orphans[0] in familiar):
            return self._adopt(orphans[0], parent, place)
        return Found(self.add(name, parent, place, code))

    def _refuse_abbreviation(self, name: str, parent: str | None) -> None:
        for unit_id in self._by_whole_name.get(unit_key(spelled_out(name)), ()):
            if None in {parent, self.parents[unit_id]} or self.below(unit_id, str(parent)):
                raise AbbreviatedUnit(name, (unit_id,), parent)

    def holder_of(self, code: str) -> str | None:
        """Return the unit that has this code."""
        return self._codes.get(code)

    def since(self, unit_id: str) -> PartialDate | None:
        """Return since when a unit is known to exist; None = always, as far as is known."""
        begins = self._begins.get(unit_id)
        return PartialDate.parse(begins) if begins else None

    def describe(
        self, unit_id: str, place: Place, *, code: str, since: str | None, until: str | None
    ) -> Outcome:
        """State code and dates of a unit; a blank takes nothing back."""
        known = self._draft.rows("unit_version")[unit_id, self._begins[unit_id]]
        begins = iso(known["valid_from"]) or since
        if begins != self._begins[unit_id]:
            self._draft.end("unit_version", (unit_id, self._begins[unit_id]))
            self._begins[unit_id] = begins
        if code:
            self._codes.setdefault(code, unit_id)
        outcome = self._put(
            {
                **known,
                "code": code or known["code"],
                "valid_from": begins,
                "valid_to": until or known["valid_to"],
            },
            place,
        )
        # With a beginning it stands under another key: for people that is a change of it.
        return Outcome.CHANGED if outcome is Outcome.ADDED else outcome

    def knows(self, name: str) -> bool:
        """Whether any unit carries this name, in full or abbreviated."""
        whole = self._by_whole_name.get(unit_key(spelled_out(name)))
        return bool(whole or self._by_name.get(unit_key(name)))

    def named(self, name: str) -> list[str]:
        """Return the units that carry this name anywhere in the tree."""
        return list(self._by_name.get(unit_key(name), []))

    def spelling_key(self, name: str, file: str = "") -> str:
        """Return the key of a spelling; one that holds for a file only names the file."""
        return f"{unit_key(name)}@{_RETURNED.sub('', fold(file))}" if file else unit_key(name)

    def call(self, unit_id: str, spelling: str, spelling_key: str, place: Place) -> None:
        """Remember another spelling of a unit."""
        values = {"unit_id": unit_id, "spelling": spelling, "spelling_key": spelling_key}
        self._draft.put("unit_alias", values, place)
        self._by_name.setdefault(spelling_key, []).append(unit_id)

    def label(self, unit_id: str) -> str:
        """Return a unit's name with the one above it, which tells namesakes apart."""
        above = self.parents[unit_id]
        return self.names[unit_id] + (f" – {self.names[above]}" if above else "")

    def below(self, unit_id: str, ancestor: str) -> bool:
        """Whether a unit stands under another."""
        above = self.parents[unit_id]
        while above is not None and above != ancestor:
            above = self.parents[above]
        return above == ancestor

    def _was_below(self, unit_id: str, ancestor: str) -> bool:
        """Whether a unit stood under another before it was moved, or that one was."""
        waiting, seen = [unit_id], set[str]()
        while waiting:
            for above in {self.parents[waiting[-1]], *self._former.get(waiting.pop(), ())}:
                if above == ancestor:
                    return True
                if above is not None and above not in seen:
                    seen.add(above)
                    waiting.append(above)
        return False

    def _adopt(self, unit_id: str, parent: str, place: Place) -> Found:
        if parent == unit_id:
            return Found(unit_id)
        known = self._draft.rows("unit_version")[unit_id, self._begins[unit_id]]
        self._put({**known, "parent_id": parent}, place)
        self.parents[unit_id] = parent
        return Found(unit_id, learned_parent=self.names[parent])

    def add(self, name: str, parent: str | None, place: Place, code: str = "") -> str:
        """Add a unit of its own and return its id."""
        unit_id = self._draft.identify("unit", f"{unit_key(name)}|{parent or ''}")
        values: Values = {
            "unit_id": unit_id,
            "name": name,
            "name_key": unit_key(name),
            "kind": unit_kind(name),
            "parent_id": parent,
            "code": code or None,
        }
        self._begins[unit_id] = None
        self._put(values, place)
        self._learn(unit_id, name, parent)
        if code:
            self._codes.setdefault(code, unit_id)
        return unit_id

    def _put(self, values: Values, place: Place) -> Outcome:
        own = {name: value for name, value in values.items() if name not in _PLACE}
        return self._draft.put("unit_version", own, place)
