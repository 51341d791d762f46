"""The regulations as data: which was in force on a day, and the clocks they set.

Everything here is read from `ruleset.toml`; a new regulation is an entry there, no code.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from partyroll.model import RuleSet, RuleSettings

# Said of a day before the first text that is known: the same rule is used.
UNVERIFIED = "chưa kiểm chứng cho giai đoạn này"


# --- Rule sets ----------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Rulebook:
    """The regulations, the oldest first, and what the office sets whichever is in force.

    A regulation without a day comes last and is never chosen.
    """

    sets: tuple[RuleSet, ...]
    office: Mapping[str, object] = field(default_factory=dict)

    def in_force(self, day: date) -> RuleSet:
        """Return the regulation in force on `day`: the latest begun, else the oldest."""
        begun = [rule for rule in self.sets if rule.since and rule.since <= day]
        return begun[-1] if begun else self.sets[0]

    def settings(self, rule: RuleSet) -> RuleSettings:
        """Return how the rule is read under `rule`: its own readings, then the office's."""
        readings: Any = {**rule.settings, **self.office}
        return RuleSettings(**readings)

    def between(self, start: date, end: date) -> tuple[RuleSet, ...]:
        """Return the regulations that took effect after `start`, up to `end`."""
        return tuple(rule for rule in self.sets if rule.since and start < rule.since <= end)

    def remarks(self, day: date) -> tuple[str, ...]:
        """Return what must be said beside the regulation of `day`: doubtful sources, dates."""
        rule = self.in_force(day)
        remarks = [UNVERIFIED] * (rule.since is not None and day < rule.since)
        remarks += [rule.confidence] * bool(rule.confidence)
        remarks += [
            f"{other.id}: chưa rõ ngày hiệu lực"
            for other in self.sets
            if other.year is not None and self._may_hold(other.year, day)
        ]
        return tuple(remarks)

    def _may_hold(self, year: int, day: date) -> bool:
        """Whether a regulation of some day in `year` may be in force on `day`."""
        start = date(year, 1, 1)
        return start <= day and not self.between(start, day)

    def set_by_office(self, **readings: object) -> "Rulebook":
        """Return the rulebook with further readings of the office, the last word of all."""
        return replace(self, office={**self.office, **readings})


@cache
def shipped() -> Rulebook:
    """Return the regulations that come with the program."""
    stated = _stated()
    entries = [RuleSet(**_described(entry, stated)) for entry in stated["regulation"]]
    return Rulebook(in_order(entries))


def _described(entry: dict[str, Any], stated: dict[str, Any]) -> dict[str, Any]:
    common = {"text": stated["text"], "source": stated["source"], "guidance": "", "since": None}
    return {**common, **entry}


def in_order(sets: Iterable[RuleSet]) -> tuple[RuleSet, ...]:
    """Return regulations the oldest first; those without a day come last."""
    return tuple(sorted(sets, key=lambda rule: rule.since or date.max))


# --- Dues ---------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class DuesRule:
    """A regulation on dues; `exempt_after_years` in the Party nobody owes them any more."""

    id: str
    since: date
    exempt_after_years: int | None = None


@cache
def dues_rules() -> tuple[DuesRule, ...]:
    """Return every regulation on dues, the oldest first."""
    found = [DuesRule(**entry) for entry in _stated()["dues"]]
    return tuple(sorted(found, key=lambda rule: rule.since))


@cache  # asked for every month of every person; there are few months
def dues_rule_on(day: date) -> DuesRule:
    """Return the regulation on dues in force on `day`; before the first, that one."""
    begun = [rule for rule in dues_rules() if rule.since <= day]
    return begun[-1] if begun else dues_rules()[0]


# --- Ratings ------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class EvaluationRule:
    """A regulation on the yearly rating; `points` are the least for each level from the top."""

    id: str
    since: date
    guidance: str = ""
    confidence: str = ""
    points: tuple[int, ...] = ()

    @property
    def vi(self) -> str:
        """The regulation with its day and guidance, as papers name it."""
        guidance = f", hướng dẫn {self.guidance}" if self.guidance else ""
        return f"{self.id} ({self.since:%d/%m/%Y}){guidance}"


@cache
def evaluation_rules() -> tuple[EvaluationRule, ...]:
    """Return every regulation on the yearly rating, the oldest first."""
    found = [
        EvaluationRule(**{**entry, "points": tuple(entry.get("points", ()))})
        for entry in _stated()["evaluation"]
    ]
    return tuple(sorted(found, key=lambda rule: rule.since))


def evaluation_rule_on(day: date) -> EvaluationRule:
    """Return the regulation on ratings in force on `day`; before the first, that one."""
    begun = [rule for rule in evaluation_rules() if rule.since <= day]
    return begun[-1] if begun else evaluation_rules()[0]


# --- Clocks -------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Clock:
    """A term that a regulation sets, from `since` on: working days or calendar months.

    `starts` says in words which day is day 0.  `strictly_below`: the whole term is already
    too long, so its last day is the one before.
    """

    id: str
    since: date
    what: str
    starts: str
    working_days: int = 0
    months: int = 0
    level: str = ""
    strictly_below: bool = False
    confidence: str = ""
    on_receipt: bool = False  # day 0 is the day on which somebody received the paper


@cache
def clocks() -> tuple[Clock, ...]:
    """Return every clock, the oldest first."""
    found = [Clock(**entry) for entry in _stated()["clock"]]
    return tuple(sorted(found, key=lambda clock: clock.since))


def clock_on(known: Iterable[Clock], id_: str, day: date, level: str = "") -> Clock:
    """Return the clock `id_` as it ran on `day`; before its first entry, that one.

    Raises LookupError for a clock that nobody described.
    """
    mine = [clock for clock in known if (clock.id, clock.level) == (id_, level)]
    if not mine:
        raise LookupError(id_)
    begun = [clock for clock in mine if clock.since <= day]
    return max(begun, key=_since) if begun else min(mine, key=_since)


def _since(clock: Clock) -> date:
    return clock.since


def _stated() -> dict[str, Any]:
    return tomllib.loads(files("partyroll").joinpath("ruleset.toml").read_text("utf-8"))
