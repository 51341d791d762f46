"""Who could stand on a list at all: asked of everybody's letters, before anything is explained.

A necessary condition and never a finding.  It may keep someone whom the rule lets go; whoever
it drops, the rule would have let go under the same settings.
"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from partyroll.model import BookLine, Ground, RuleSettings
from partyroll.period import Month
from partyroll.rules.books import Basis, doubt_about_blank
from partyroll.rules.counting import needed
from partyroll.rules.review import RULES

OpenMonths = Mapping[Ground, AbstractSet[Month]]


def blank_speaks(line: BookLine, number: int, basis: Basis) -> bool:
    """Whether a blank in the book of `line` may speak in the month `number`."""
    return not doubt_about_blank(line, Month(line.year, number), basis)


def could_be_listed(
    open_months: OpenMonths, period: Iterable[Month], settings: RuleSettings
) -> bool:
    """Whether months that might all count would lead to any list.

    `open_months` may hold months of the year before `period`: they matter to a run that
    crosses into it.
    """
    fewest = min([settings.months, *(max(needed(one, settings) - 1, 1) for one in open_months)])
    if sum(map(len, open_months.values())) < fewest:  # nearly everybody with an open month
        return False
    assessed = sorted(period)
    within, turn = frozenset(assessed), {assessed[0], assessed[0].plus(-1)}
    now = [months & within for months in open_months.values()]
    both = set().union(*now) if len(now) == len(RULES) and all(now) else set()
    return len(both) >= settings.months or any(
        len(months & within) >= max(needed(ground, settings) - 1, 1)
        or (turn <= months and len(months) >= needed(ground, settings))
        for ground, months in open_months.items()
    )
