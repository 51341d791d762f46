"""Who could stand on a list at all: asked of everybody's letters, before anything is explained.

A necessary condition and never a finding.  It may keep someone whom the rule lets go; whoever
it drops, the rule would have let go under the same settings.
"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache

from partyroll.model import BookLine, Ground, Letter, RuleSettings
from partyroll.period import Month
from partyroll.rules.books import Basis, Cell, doubt_about_blank
from partyroll.rules.counting import needed
from partyroll.rules.review import RULES

OpenMonths = Mapping[Ground, AbstractSet[Month]]


def countable_letters(ground: Ground, settings: RuleSettings) -> frozenset[str]:
    """Return the letters that may count against someone, blanks among them where they may."""
    if ground is Ground.UNPAID_DUES:
        blank = [Letter.BLANK] * settings.infer_blank
        part = [Letter.PAID] * (settings.partial_payment == "unpaid")
        return frozenset({Letter.UNPAID, Letter.NOTED, *blank, *part})
    blank = [Letter.BLANK] * settings.infer_blank_meeting
    excused = [Letter.EXCUSED] * (not settings.trust_excused_mark)
    return frozenset({Letter.ABSENT, *blank, *excused})


def speaking_blanks(line: BookLine, basis: Basis) -> frozenset[int]:
    """Return the months in which a blank in the book of `line` may speak."""
    return frozenset(
        number
        for number in set(line.months)
        if not doubt_about_blank(Cell(line, 0), Month(line.year, number), basis)
    )


@lru_cache(maxsize=50_000)  # the same letters stand in many books
def months_with(
    letters: str, months: tuple[int, ...], wanted: frozenset[str], blanks: frozenset[int]
) -> frozenset[int]:
    """Return the months with a letter that is `wanted`, a blank only in the months `blanks`."""
    return frozenset(
        number
        for letter, number in zip(letters, months, strict=False)
        if letter in wanted and (letter != Letter.BLANK or number in blanks)
    )


def could_be_listed(
    open_months: OpenMonths, period: Iterable[Month], settings: RuleSettings
) -> bool:
    """Whether months that might all count would lead to any list.

    `open_months` may hold months of the year before `period`: they matter to a run that
    crosses into it.
    """
    assessed = sorted(period)
    within, turn = frozenset(assessed), {assessed[0], assessed[0].plus(-1)}
    now = [months & within for months in open_months.values()]
    both = set().union(*now) if len(now) == len(RULES) and all(now) else set()
    return len(both) >= settings.months or any(
        len(months & within) >= max(needed(ground, settings) - 1, 1)
        or (turn <= months and len(months) >= needed(ground, settings))
        for ground, months in open_months.items()
    )
