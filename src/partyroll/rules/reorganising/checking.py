"""Checking a plan against the units of the ledger: what stands against it, what it makes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count, groupby

from partyroll.model import Plan, PlanAction, Unit
from partyroll.rules.reorganising.day import Day
from partyroll.rules.reorganising.outcome import Becoming, Leaving, Paper, Turn, UnitPlan
from partyroll.rules.reorganising.telling import Told
from partyroll.rules.reorganising.tree import Tree


def check_units(
    plan: Plan, units: Iterable[Unit], former: Iterable[Unit] = (), *, today: date
) -> UnitPlan:
    """Return what the plan makes of `units`, with everything that stands against it.

    `units` are the latest versions, `former` earlier ones, by whose names they are known too.
    """
    told, tree, found = Told(plan), Tree(units, former), _Outcome()
    created = count(1)
    by_day = sorted(plan.steps, key=lambda step: step.on)
    for on, steps in groupby(by_day, key=lambda step: step.on):
        day = Day(tree, told, created, on, list(steps))
        day.run()
        found.add(day)
    _look_once_more(plan, told, today)
    return UnitPlan(
        tuple(found.turns),
        tuple(found.becomings),
        tuple(found.papers),
        tuple(found.leavings),
        tuple(told.problems),
        tree.units,
    )


def _look_once_more(plan: Plan, told: Told, today: date) -> None:
    """Warn of what a plan may do, but seldom means."""
    silent = [step for step in plan.steps if not step.decision_no]
    if silent:
        told.say(silent[0].place, "decision_no", "no_decision", count=len(silent))
    to_come = {step.on: step for step in reversed(plan.steps) if step.on > today}
    for day, step in sorted(to_come.items()):
        told.say(step.place, "on", "day_to_come", day=f"{day:%d/%m/%Y}")


# --- What a day leaves --------------------------------------------------------------------
@dataclass(slots=True)
class _Outcome:
    """What all days together make of the units."""

    turns: list[Turn] = field(default_factory=list)
    becomings: list[Becoming] = field(default_factory=list)
    papers: list[Paper] = field(default_factory=list)
    leavings: list[Leaving] = field(default_factory=list)

    def add(self, day: Day) -> None:
        """Keep what a day did."""
        self.turns.extend(_turns(day))
        self.becomings.extend(_becomings(day))
        self.papers.extend(_papers(day))
        self.leavings.extend(_leavings(day))


def _turns(day: Day) -> Iterator[Turn]:
    for unit_id, step in day.reason.items():
        now, before = day.tree.units[unit_id], day.before.get(unit_id)
        if now == before:
            continue
        left = None if now.until == day.day else replace(now, since=day.day)
        if left is not None:
            day.tree.put(left)
        founded = unit_id in day.made.values()
        yield Turn(unit_id, day.day, left, before, step.place, founded)


def _becomings(day: Day) -> Iterator[Becoming]:
    sources = defaultdict(set)
    for number, unit in day.target.items():
        sources[unit.unit_id].add(day.old[number].unit_id)
    new = set(day.made.values())
    for number, unit in day.target.items():
        step, old = day.steps[number], day.old[number]
        if step.action is PlanAction.SPLIT:
            yield Becoming(old.unit_id, unit.unit_id, "SPLIT", step)
        elif old.unit_id != unit.unit_id:
            alone = unit.unit_id in new and len(sources[unit.unit_id]) == 1
            yield Becoming(old.unit_id, unit.unit_id, "CONVERT" if alone else "MERGE", step)


def _papers(day: Day) -> Iterator[Paper]:
    told: set[str] = set()
    for number, step in enumerate(day.steps):
        old = day.old.get(number)
        unit_id = day.made.get(number) or (old.unit_id if old else "")
        itself = day.target.get(number)
        merged_in_itself = itself is not None and itself.unit_id == unit_id
        if step.action is PlanAction.MERGE and merged_in_itself:
            continue
        if unit_id and unit_id not in told:
            told.add(unit_id)
            yield Paper(unit_id, step.action, step)


def _leavings(day: Day) -> Iterator[Leaving]:
    for number, unit in day.old.items():
        step, unit_id = day.steps[number], unit.unit_id
        if step.action is PlanAction.ABOLISH:
            yield Leaving(unit_id, day.day, place=step.place)
        elif step.action is PlanAction.MERGE and number in day.target:
            to = day.target[number].unit_id
            if to != unit_id:
                yield Leaving(unit_id, day.day, to, place=step.place)
        elif step.action is PlanAction.SPLIT and day.split[unit_id][:1] == [number]:
            parts = tuple(day.target[n].unit_id for n in day.split[unit_id])
            stays = day.tree.units[unit_id].until is None
            yield Leaving(unit_id, day.day, "", parts, stays, step.place)
