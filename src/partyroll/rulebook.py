"""The regulations as data: which was in force on a day, and the clocks they set.

Everything here is read from `ruleset.toml`; a new regulation is an entry there, no code.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from partyroll.model import RuleSet


# --- Rule sets ----------------------------------------------------------------------------
@cache
def rule_sets() -> tuple[RuleSet, ...]:
    """Return every regulation, the oldest first; those without a day come last."""
    stated = _stated()
    found = [
        RuleSet(
            entry["id"],
            entry.get("since"),
            entry.get("guidance", ""),
            stated["text"],
            entry.get("confidence", ""),
        )
        for entry in stated["regulation"]
    ]
    return tuple(sorted(found, key=lambda rule: rule.since or date.max))


def rule_in_force(day: date) -> RuleSet:
    """Return the regulation in force on `day`: the latest that had begun, else the oldest."""
    begun = [rule for rule in rule_sets() if rule.since and rule.since <= day]
    return begun[-1] if begun else rule_sets()[0]


def rules_between(start: date, end: date) -> tuple[RuleSet, ...]:
    """Return the regulations that took effect after `start`, up to `end`."""
    return tuple(rule for rule in rule_sets() if rule.since and start < rule.since <= end)


def rule_remarks(day: date) -> tuple[str, ...]:
    """Return what must be said beside the regulation of `day`: doubtful sources and dates."""
    rule = rule_in_force(day)
    remarks = [rule.confidence] if rule.confidence else []
    remarks += [
        f"{other.id}: chưa rõ ngày hiệu lực"
        for other in rule_sets()
        if other.since is None and date(2026, 1, 1) <= day <= date(2026, 7, 25)
    ]
    return tuple(remarks)


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
