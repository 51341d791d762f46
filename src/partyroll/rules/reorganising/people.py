"""Where the members of ended units go: all with their unit, or each as the plan places them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from partyroll.model import Plan, PlanPlacing, Problem
from partyroll.period import PartialDate
from partyroll.rules.reorganising.outcome import Leaving, UnitPlan
from partyroll.rules.reorganising.telling import Told, named_or_counted
from partyroll.rules.reorganising.tree import Tree
from partyroll.text import same_key

_NAMED = 20  # of members that nobody placed; the others are counted


@dataclass(frozen=True, slots=True)
class Standing:
    """Somebody's place in a unit; `key` is how the ledger knows it, () = made by the plan."""

    person_id: str
    full_name: str
    unit_id: str
    temporary: bool = False
    since: date | None = None
    until: date | None = None
    card_no: str = ""
    birth_date: PartialDate | None = None
    key: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Move:
    """A place that ends on a day, and goes on in another unit."""

    stood: Standing
    on: date
    goes_on: Standing
    by: Leaving
    placing: PlanPlacing | None = None


def check_people(
    plan: Plan, outcome: UnitPlan, places: Iterable[Standing]
) -> tuple[tuple[Move, ...], tuple[Problem, ...]]:
    """Return who moves, and what stands against it: members whom nobody places, above all."""
    checking = _People(plan, outcome, places)
    for leaving in sorted(outcome.leavings, key=lambda one: one.on):
        checking.leave(leaving)
    checking.tell_unused()
    return tuple(checking.moves), tuple(checking.told.problems)


class _People:
    """The members of the units of a plan, day after day."""

    def __init__(self, plan: Plan, outcome: UnitPlan, places: Iterable[Standing]) -> None:
        self.told, self.moves = Told(plan), list[Move]()
        self._tree = Tree(outcome.units.values())
        self._in: dict[str, list[Standing]] = defaultdict(list)
        for place in places:
            self._in[place.unit_id].append(place)
        self._placings: dict[str, list[PlanPlacing]] = defaultdict(list)
        self._unread: dict[int, PlanPlacing] = {}
        scattered = {one.unit_id for one in outcome.leavings if not one.to}
        for placing in plan.placings:
            self._file(placing, scattered)

    def _file(self, placing: PlanPlacing, scattered: set[str]) -> None:
        """Lay a placing to the unit it names, or to every one where the person may be."""
        self._unread[id(placing)] = placing
        named = {unit.unit_id for unit in self._tree.find(placing.old)} if placing.old else None
        for unit_id in sorted(scattered if named is None else scattered & named):
            self._placings[unit_id].append(placing)

    def leave(self, leaving: Leaving) -> None:
        """Move everybody who stands in a unit when it ends, or gives a part away."""
        here = self._in[leaving.unit_id]
        crossing = [one for one in here if one.until is None or one.until > leaving.on]
        for late in [one for one in crossing if one.since and one.since >= leaving.on]:
            if not leaving.stays:
                self._say_late(late, leaving)
            crossing.remove(late)
        if leaving.to:
            for one in crossing:
                self._move(one, leaving, leaving.to)
        else:
            self._place(crossing, leaving)

    def _move(
        self, stood: Standing, leaving: Leaving, to: str, by: PlanPlacing | None = None
    ) -> None:
        goes_on = replace(stood, unit_id=to, since=leaving.on, key=())
        self._in[leaving.unit_id].remove(stood)
        self._in[to].append(goes_on)
        self.moves.append(Move(stood, leaving.on, goes_on, leaving, by))

    def _place(self, crossing: Sequence[Standing], leaving: Leaving) -> None:
        placed: dict[str, PlanPlacing] = {}
        for placing in self._placings[leaving.unit_id]:
            found = self._found(placing, crossing)
            if not found:
                continue
            self._unread.pop(id(placing), None)
            if len({one.person_id for one in found}) > 1:
                choices = named_or_counted([_described(one) for one in found], "người")
                self.told.say(
                    placing.place,
                    "full_name",
                    "member_ambiguous",
                    placing.full_name,
                    choices=choices,
                )
            elif found[0].person_id in placed:
                row = placed[found[0].person_id].place.row
                self.told.say(
                    placing.place, "full_name", "member_twice", placing.full_name, row=row
                )
            else:
                placed[found[0].person_id] = placing
        self._follow(crossing, leaving, placed)

    def _follow(
        self, crossing: Sequence[Standing], leaving: Leaving, placed: dict[str, PlanPlacing]
    ) -> None:
        """Move whoever is placed, guests too; tell whom the plan forgot."""
        forgotten: list[Standing] = []
        for one in crossing:
            placing = placed.get(one.person_id)
            if placing is not None:
                to = self._target(placing, leaving)
                if to and to != leaving.unit_id:
                    self._move(one, leaving, to, placing)
            elif not leaving.stays:
                forgotten.append(one)
        for one in forgotten[:_NAMED]:
            name, unit = _described(one), self._tree.units[leaving.unit_id].name
            self.told.say(leaving.place, "old", "member_left", unit, name=name)
        if len(forgotten) > _NAMED:
            unit, count = self._tree.units[leaving.unit_id].name, len(forgotten) - _NAMED
            self.told.say(leaving.place, "old", "members_left", unit, count=count)

    def _target(self, placing: PlanPlacing, leaving: Leaving) -> str:
        wanted = self._tree.find(placing.new)
        named = [unit for unit in wanted if unit.until is None]
        within = [u for u in wanted if u.unit_id in leaving.parts]
        found = within if leaving.parts else named
        if len(found) == 1:
            return found[0].unit_id
        if not leaving.parts and found:
            choices = self._tree.choices(found)
            self.told.say(placing.place, "new", "unit_ambiguous", placing.new, choices=choices)
        elif leaving.parts:
            choices = "; ".join(self._tree.units[part].name for part in leaving.parts)
            old = self._tree.units[leaving.unit_id].name
            facts = {"old": old, "choices": choices}
            self.told.say(placing.place, "new", "member_elsewhere", placing.new, **facts)
        else:
            self.told.say(placing.place, "new", "target_unknown", placing.new, near="")
        return ""

    def _found(self, placing: PlanPlacing, among: Iterable[Standing]) -> list[Standing]:
        return [one for one in among if _is_meant(placing, one)]

    def _say_late(self, late: Standing, leaving: Leaving) -> None:
        unit = self._tree.units[leaving.unit_id].name
        day = f"{late.since:%d/%m/%Y}" if late.since else ""
        facts = {"name": _described(late), "day": day}
        self.told.say(leaving.place, "on", "member_later", unit, **facts)

    def tell_unused(self) -> None:
        """Tell of placings that name nobody of the units that the plan divides."""
        for placing in self._unread.values():
            self.told.say(placing.place, "full_name", "member_unknown", placing.full_name)


def _is_meant(placing: PlanPlacing, one: Standing) -> bool:
    """Whether a line of the plan means somebody; a card number alone is enough."""
    if placing.card_no and one.card_no:
        return placing.card_no == one.card_no
    if same_key(placing.full_name) != same_key(one.full_name):
        return False
    return not (placing.birth_date and one.birth_date) or _agree(
        placing.birth_date, one.birth_date
    )


def _agree(one: PartialDate, other: PartialDate) -> bool:
    return one.first <= other.last and other.first <= one.last


def _described(one: Standing) -> str:
    born = f", sinh {one.birth_date.vi}" if one.birth_date else ""
    return f"{one.full_name}{born}"


def people_of(moves: Iterable[Move]) -> Iterator[str]:
    """Yield everyone who moves for good, once."""
    yield from {move.stood.person_id: None for move in moves if not move.stood.temporary}
