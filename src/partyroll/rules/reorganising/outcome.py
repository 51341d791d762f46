"""What a plan makes of the units, before anything is written."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from partyroll.model import NO_PLACE, PlanAction, PlanPlace, PlanStep, Problem, Unit


@dataclass(frozen=True, slots=True)
class Turn:
    """A unit from a day on; None = it ended.

    `before` is the version that the day ends, None where there was none; `founded` = the day is
    its beginning.
    """

    unit_id: str
    on: date
    unit: Unit | None
    before: Unit | None
    place: PlanPlace
    founded: bool = False


@dataclass(frozen=True, slots=True)
class Becoming:
    """A unit became another, or a part of several."""

    unit_id: str
    to_unit_id: str
    kind: str  # MERGE, SPLIT, CONVERT
    step: PlanStep


@dataclass(frozen=True, slots=True)
class Paper:
    """What was done to a unit, by the decision of its step."""

    unit_id: str
    action: PlanAction
    step: PlanStep


@dataclass(frozen=True, slots=True)
class Leaving:
    """Members must leave a unit on a day: all to `to`, or each to one of `parts`.

    `parts` empty and `to` empty = wherever the plan places them (an abolished unit);
    `stays` = the unit goes on, and whoever is not placed stays.
    """

    unit_id: str
    on: date
    to: str = ""
    parts: tuple[str, ...] = ()
    stays: bool = False
    place: PlanPlace = NO_PLACE


@dataclass(frozen=True, slots=True)
class UnitPlan:
    """The units as the plan leaves them.  New units have ids such as "+1"."""

    turns: tuple[Turn, ...]
    becomings: tuple[Becoming, ...]
    papers: tuple[Paper, ...]
    leavings: tuple[Leaving, ...]
    problems: tuple[Problem, ...]
    units: Mapping[str, Unit]  # every unit after the last day

    @property
    def ending(self) -> dict[str, date]:
        """The units that end, and when."""
        return {turn.unit_id: turn.on for turn in self.turns if turn.unit is None}
