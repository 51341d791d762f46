"""Under which regulation, and read how, a year is assessed."""

from dataclasses import dataclass
from datetime import date

from partyroll.model import RuleSet, RuleSettings
from partyroll.rulebook import Rulebook
from partyroll.rules.counting import Months
from partyroll.rules.review import assessed_months


@dataclass(frozen=True, slots=True)
class Reading:
    """How a year is read as of a day: a regulation, its settings, the months they assess."""

    year: int
    as_of: date
    rule: RuleSet
    settings: RuleSettings
    period: Months
    assessed: (
        date  # the day whose regulation counts: of `as_of` and the period's end the earlier
    )


def reading_of(rulebook: Rulebook, year: int, as_of: date) -> Reading:
    """Return how `year` is read as of a day.

    A regulation may say which months a year has, and the end of the months which regulation
    holds.  The second look settles it.
    """
    first = rulebook.in_force(min(as_of, date(year, 12, 31)))
    ends = assessed_months(year, rulebook.settings(first), as_of)[-1].last_day
    rule = rulebook.in_force(min(as_of, ends))
    settings = rulebook.settings(rule)
    period = assessed_months(year, settings, as_of)
    return Reading(year, as_of, rule, settings, period, min(as_of, period[-1].last_day))
