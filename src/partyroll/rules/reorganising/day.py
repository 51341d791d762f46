"""The steps of one day of a plan: units found, changed, and what stands against it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from partyroll.model import PlanAction, PlanStep, Unit
from partyroll.rules.reorganising.sentences import FIELDS
from partyroll.rules.reorganising.telling import Told
from partyroll.rules.reorganising.tree import Tree, own_name, standing
from partyroll.text import unit_key

NEW = "+"  # begins the ids of units that the plan founds
TOP = "cấp cao nhất"
_ABOVE = {"old": "old_parent", "new": "parent"}  # the column of what is above the one named
_INTO_ANOTHER = frozenset({PlanAction.MERGE, PlanAction.SPLIT})
_ENDING = frozenset({PlanAction.MERGE, PlanAction.SPLIT, PlanAction.ABOLISH})


@dataclass(slots=True)
class Day:
    """The steps of one day, which happen together."""

    tree: Tree
    told: Told
    created: Iterator[int]  # numbers of new units
    day: date
    steps: list[PlanStep]
    old: dict[int, Unit] = field(default_factory=dict)  # by the number of the step
    target: dict[int, Unit] = field(default_factory=dict)
    made: dict[int, str] = field(default_factory=dict)
    before: dict[str, Unit] = field(default_factory=dict)  # touched units, as they were
    reason: dict[str, PlanStep] = field(default_factory=dict)
    split: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    _ends: frozenset[str] = frozenset()

    def run(self) -> None:
        """Find the units, apply the steps, tell what stands against them."""
        self._find_old()
        self._refuse_two_steps()
        self._create()
        self._rename()
        self._end()
        self._find_parents()
        self._find_targets()
        self._settle_splits()
        self._carry_children()
        self._tell_circles()
        self._tell_namesakes()

    # --- Finding --------------------------------------------------------------------------
    def _find_old(self) -> None:
        for number, step in enumerate(self.steps):
            if step.action is PlanAction.CREATE:
                continue
            if not step.old:
                self._say(step, "old", "unit_missing", field=FIELDS["old"])
                continue
            found = self._one(step, "old", step.old, step.old_parent, "unit_unknown")
            if found and self._may_change(step, found):
                self.old[number] = found

    def _one(
        self, step: PlanStep, column: str, text: str, under: str, unknown: str
    ) -> Unit | None:
        """Return the one unit that stands on the day and is meant."""
        tree = self.tree
        named = tree.find(text, under)
        found = [unit for unit in named if standing(unit, self.day)]
        if len(found) == 1:
            return found[0]
        if found:
            self._say(step, column, "unit_ambiguous", text, choices=tree.choices(found))
        elif not named:
            self._say_unknown(step, column, text, under, unknown)
        elif unknown == "target_unknown":
            self._say(step, column, "target_ended", text)
        elif named[0].until is not None and named[0].until <= self.day:
            self._say(step, column, "unit_ended", text, day=_vi(named[0].until))
        else:
            self._say(step, column, "unit_not_begun", text, day=_vi(named[0].since))
        return None

    def _say_unknown(
        self, step: PlanStep, column: str, text: str, under: str, unknown: str
    ) -> None:
        """Tell where a unit stands that is not where the line says, else what comes near."""
        tree = self.tree
        elsewhere = [unit for unit in tree.find(text) if standing(unit, self.day)]
        if under and elsewhere:
            facts = {"under": under, "choices": tree.choices(elsewhere)}
            self._say(step, _ABOVE[column], "unit_elsewhere", text, **facts)
            return
        near = ", ".join(f"“{name}”" for name in tree.near(text))
        self._say(step, column, unknown, text, near=f"; gần giống: {near}" if near else "")

    def _may_change(self, step: PlanStep, unit: Unit) -> bool:
        if unit.until is not None:
            self._say(step, "on", "unit_ends_later", unit.name, day=_vi(unit.until))
            return False
        if unit.since is not None and unit.since >= self.day:
            self._say(step, "on", "changed_later", unit.name, day=_vi(unit.since))
            return False
        return True

    def _refuse_two_steps(self) -> None:
        first: dict[str, int] = {}
        parts: set[tuple[str, str]] = set()
        for number, unit in list(self.old.items()):
            step = self.steps[number]
            earlier = self.steps[first.setdefault(unit.unit_id, number)]
            both_split = earlier.action is step.action is PlanAction.SPLIT
            part = (unit.unit_id, unit_key(step.new))
            if earlier is not step and (not both_split or part in parts):
                row = earlier.place.row
                self._say(step, "old", "two_steps", unit.name, row=row)
                del self.old[number]
            parts.add(part)
        ending = (n for n in self.old if self.steps[n].action in _ENDING)
        self._ends = frozenset(self.old[n].unit_id for n in ending)

    # --- Applying -------------------------------------------------------------------------
    def _create(self) -> None:
        for number, step in enumerate(self.steps):
            if step.action is not PlanAction.CREATE:
                continue
            text = step.new or step.old
            if not text:
                self._say(step, "new", "unit_missing", field=FIELDS["new"])
                continue
            self._make(number, step, text)

    def _make(self, number: int, step: PlanStep, text: str) -> None:
        """Add a new unit; one known without a beginning gets its beginning."""
        known = [
            unit
            for unit in self.tree.find(text, step.parent)
            if unit_key(unit.name) == unit_key(own_name(text)) and unit.until is None
        ]
        if not step.parent:
            known = [unit for unit in known if unit.parent_id is None]
        undated = [unit for unit in known if unit.since is None and self._is_free(unit)]
        if len(undated) == 1:
            self._say(step, "new", "known_before", undated[0].name)
            unit = replace(undated[0], since=self.day)
            self.before[unit.unit_id] = undated[0]
        else:
            new_id = f"{NEW}{next(self.created)}"
            unit = Unit(new_id, own_name(text), "", "", None, self.day)
        self.made[number] = unit.unit_id
        self.reason[unit.unit_id] = step
        self.tree.put(unit)

    def _is_free(self, unit: Unit) -> bool:
        """Whether no other step of the day speaks of the unit as an old one."""
        return all(one.unit_id != unit.unit_id for one in self.old.values())

    def _rename(self) -> None:
        for number, unit in self.old.items():
            step = self.steps[number]
            if step.action is PlanAction.RENAME and not step.new:
                self._say(step, "new", "unit_missing", field=FIELDS["new"])
            if step.action in {PlanAction.RENAME, PlanAction.MOVE} and step.new:
                self._restate(replace(self._now(unit), name=own_name(step.new)), step)

    def _end(self) -> None:
        for number, unit in self.old.items():
            step = self.steps[number]
            if step.action is PlanAction.MERGE and self._names_itself(step, unit):
                self._stay(number, unit)
            elif step.action in _ENDING:
                self._restate(replace(self._now(unit), until=self.day), step)

    def _stay(self, number: int, unit: Unit) -> None:
        """Keep a unit that merges into itself; where a namesake may be meant, it is asked."""
        step = self.steps[number]
        if not self._namesakes(step, unit):
            self._say(step, "new", "stays_itself", unit.name)
            self.target[number] = unit

    def _names_itself(self, step: PlanStep, unit: Unit) -> bool:
        """Whether a unit is its own target, and not a new one of the same name."""
        named = {one.unit_id for one in self.tree.find(step.new, step.parent)}
        return unit.unit_id in named and not self._is_founded(step)

    def _is_founded(self, step: PlanStep) -> bool:
        """Whether the target of a line may be a new unit, of which only its line says where."""
        named = {one.unit_id for one in self.tree.find(step.new)}
        lines = [self.steps[n] for n, unit_id in self.made.items() if unit_id in named]
        return any(self._may_stand_under(one.parent, step.parent) for one in lines)

    def _may_stand_under(self, parent: str, wanted: str) -> bool:
        above = {
            unit.unit_id
            for one in self.tree.find(parent)
            for unit in (one, *self.tree.above(one.unit_id))
        }
        return not wanted or any(one.unit_id in above for one in self.tree.find(wanted))

    def _namesakes(self, step: PlanStep, unit: Unit) -> list[Unit]:
        """Return the other units that a line may mean as its target."""
        named = self.tree.find(step.new, step.parent)
        return [one for one in named if one.unit_id != unit.unit_id and self._takes(one)]

    def _takes(self, unit: Unit) -> bool:
        """Whether a unit can take in others on this day: it stands, and does not end."""
        return standing(unit, self.day) and unit.unit_id not in self._ends

    def _find_parents(self) -> None:
        for number, step in enumerate(self.steps):
            made, moved = self.made.get(number), self.old.get(number)
            unit_id = made or (moved.unit_id if moved else "")
            if not unit_id or step.action in _ENDING:
                continue
            if not step.parent:
                if step.action is PlanAction.MOVE:
                    self._say(step, "parent", "unit_missing", field=FIELDS["parent"])
                continue
            parent = self._one(step, "parent", step.parent, "", "target_unknown")
            if parent:
                unit = replace(self.tree.units[unit_id], parent_id=parent.unit_id)
                self._restate(unit, step)
        self._refuse_what_is_there()

    def _refuse_what_is_there(self) -> None:
        tree = self.tree
        for number, unit_id in self.made.items():
            made = tree.units[unit_id]
            key = unit_key(made.name)
            for other in tree.find(made.name):
                same = other.parent_id == made.parent_id and other.unit_id != unit_id
                if same and standing(other, self.day) and unit_key(other.name) == key:
                    above = tree.units[made.parent_id].name if made.parent_id else TOP
                    self._say(self.steps[number], "new", "exists", made.name, above=above)
        for number, unit in self.old.items():
            step = self.steps[number]
            complete = step.new or step.parent
            if (
                step.action in _ENDING
                or not complete
                or (step.parent and not self._moved(unit))
            ):
                continue
            if self._now(unit) == unit:
                self._say(step, "old", "nothing_changes", unit.name)

    def _moved(self, unit: Unit) -> bool:
        return unit.unit_id in self.before

    def _find_targets(self) -> None:
        for number, unit in self.old.items():
            step = self.steps[number]
            if step.action not in _INTO_ANOTHER or number in self.target:
                continue
            if not step.new:
                self._say(step, "new", "unit_missing", field=FIELDS["new"])
                continue
            found = self._target(step, unit)
            if found is None:
                continue
            self.target[number] = found
            if step.action is PlanAction.SPLIT:
                self.split[unit.unit_id].append(number)

    def _target(self, step: PlanStep, unit: Unit) -> Unit | None:
        if step.action is PlanAction.SPLIT and self._names_itself(step, unit):
            namesakes = self._namesakes(step, unit)
            if not namesakes:
                return self._now(unit)
            choices = self.tree.choices([unit, *namesakes])
            self._say(step, "new", "unit_ambiguous", step.new, choices=choices)
            return None
        return self._one(step, "new", step.new, step.parent, "target_unknown")

    def _settle_splits(self) -> None:
        for unit_id, numbers in self.split.items():
            step, unit = self.steps[numbers[0]], self.before[unit_id]
            if len({self.target[n].unit_id for n in numbers}) < 2:
                self._say(step, "old", "split_in_one", unit.name)
            if any(self.target[n].unit_id == unit_id for n in numbers):
                self.tree.put(replace(self._now(unit), until=None))

    def _carry_children(self) -> None:
        """Put what stood under a merged unit under the new one; nothing else may be left."""
        tree = self.tree
        into = {
            self.old[n].unit_id: self.target[n].unit_id
            for n in self.target
            if self.steps[n].action is PlanAction.MERGE
        }
        ending = {u for u in self.before if tree.units[u].until == self.day}
        self._refuse_later_children(ending)
        for unit in list(tree.units.values()):
            if unit.parent_id not in ending or not standing(unit, self.day):
                continue
            step = self.reason[unit.parent_id]
            if unit.parent_id in into:
                self._restate(replace(unit, parent_id=into[unit.parent_id]), step)
            elif step.action is not PlanAction.MERGE:  # else its target is what is missing
                above = tree.units[unit.parent_id].name
                self._say(step, "old", "unit_left", unit.name, above=above)

    def _refuse_later_children(self, ending: set[str]) -> None:
        """Tell of units that stood under one that ends, on a later day than that."""
        versions = (*self.tree.former, *self.tree.units.values())
        for unit in versions:
            if unit.parent_id not in ending:
                continue
            begins_later = unit.since is not None and unit.since > self.day
            latest = self.tree.units[unit.unit_id]
            goes_later = (
                unit is not latest and latest.since is not None and latest.since > self.day
            )
            if begins_later or goes_later:
                step = self.reason[unit.parent_id]
                facts = {
                    "above": self.tree.units[unit.parent_id].name,
                    "day": _vi(latest.since),
                }
                self._say(step, "on", "unit_later", unit.name, **facts)

    def _tell_circles(self) -> None:
        for unit_id in self.reason:
            if self.tree.in_a_circle(unit_id):
                name = self.tree.units[unit_id].name
                self._say(self.reason[unit_id], "parent", "cycle", name)

    def _tell_namesakes(self) -> None:
        tree = self.tree
        same: dict[tuple[str | None, str], list[Unit]] = defaultdict(list)
        for unit in tree.units.values():
            if standing(unit, self.day):
                same[unit.parent_id, unit_key(unit.name)].append(unit)
        for (parent, _), units in same.items():
            changed = [unit for unit in units if unit.unit_id in self.reason]
            if len(units) > 1 and changed:
                above = tree.units[parent].name if parent in tree.units else TOP
                step = self.reason[changed[0].unit_id]
                facts = {"above": above, "count": len(units)}
                self._say(step, "new", "namesakes", units[0].name, **facts)

    # --- Small things ---------------------------------------------------------------------
    def _now(self, unit: Unit) -> Unit:
        return self.tree.units[unit.unit_id]

    def _restate(self, unit: Unit, step: PlanStep) -> None:
        if not unit.unit_id.startswith(NEW):
            self.before.setdefault(unit.unit_id, self.tree.units[unit.unit_id])
        self.reason.setdefault(unit.unit_id, step)
        self.tree.put(unit)

    def _say(
        self, step: PlanStep, column: str, code: str, found: str = "", **facts: object
    ) -> None:
        self.told.say(step.place, column, code, found, **facts)


def _vi(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""
