"""Units as of a day, and the plan of what is to become of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from partyroll.period import PartialDate


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it was from `since` on, until before `until` (None = always, still)."""

    unit_id: str
    name: str
    code: str
    kind: str
    parent_id: str | None
    since: date | None = None
    until: date | None = None


class PlanAction(StrEnum):
    """What a step of a plan does to a unit."""

    MERGE = "MERGE"
    SPLIT = "SPLIT"
    RENAME = "RENAME"
    MOVE = "MOVE"
    ABOLISH = "ABOLISH"
    CREATE = "CREATE"


@dataclass(frozen=True, slots=True)
class PlanPlace:
    """A row of a plan; `cells` gives the address of each field."""

    sheet: str
    row: int
    cells: Mapping[str, str] = field(default_factory=dict, compare=False)


NO_PLACE = PlanPlace("", 0)


@dataclass(frozen=True, slots=True)
class PlanStep:
    """One line of a plan; units in the words of the office, "" where the cell is empty.

    Of a line that is `undated` the day is supposed, so that its other faults are found too.
    """

    action: PlanAction
    on: date
    old: str = ""
    old_parent: str = ""
    new: str = ""
    parent: str = ""
    decision_no: str = ""
    decision_date: PartialDate | None = None
    note: str = ""
    place: PlanPlace = NO_PLACE
    undated: bool = False


@dataclass(frozen=True, slots=True)
class PlanPlacing:
    """A member of a split or abolished unit, and the unit they go to."""

    full_name: str
    new: str
    old: str = ""
    card_no: str = ""
    birth_date: PartialDate | None = None
    place: PlanPlace = NO_PLACE


@dataclass(frozen=True, slots=True)
class Plan:
    """A reorganisation as a workbook states it."""

    file: str
    steps: tuple[PlanStep, ...]
    placings: tuple[PlanPlacing, ...] = ()
