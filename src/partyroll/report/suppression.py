"""Which numbers stay out so that nobody computes a small one from those that are printed.

A small number is safe once all numbers could be otherwise, it among them, with every printed
one and every mark as they are.  Where they could not, one more number is left out.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from partyroll.report.unknowns import Equation, Unknowns


@dataclass(frozen=True, slots=True)
class Suppressed:
    """What is not printed: small numbers, and larger ones that would give them away.

    Of the `exposed` even that does not help: what they stand in cannot be published.
    """

    small: frozenset[int]
    partners: frozenset[int]
    exposed: frozenset[int]


_MOST_PARTNERS = 24  # for one number; then what it stands in is better not published
_NEAR = 16  # equations around a number in which one more is looked for
_OF_A_CELL = 3  # equations of an ordinary cell: its row, its column, its parts


def suppress(
    values: Sequence[int],
    equations: Sequence[Equation],
    *,
    least: int,
    implied: frozenset[int] = frozenset(),
) -> Suppressed:
    """Return what to leave out so that no number from 1 to `least` - 1 can be computed.

    The `implied` numbers are printed nowhere, one gets them by subtraction: they are
    protected like the others.
    """
    protected = [one for one, value in enumerate(values) if 0 < value < least]
    unknowns = Unknowns(values, equations, least, implied, {*protected})
    for one in protected:
        _keep_company(unknowns, one)
    exposed = _hide_until_safe(unknowns, protected)
    shown = unknowns.hidden - implied
    small = frozenset(one for one in shown if values[one] < least)
    return Suppressed(small, frozenset(shown - small), exposed)


def _keep_company(unknowns: Unknowns, one: int) -> None:
    """Leave out a second number wherever a small one would be the only unknown."""
    for place in unknowns.of[one]:
        equation = unknowns.equations[place]
        if not any(other in unknowns.hidden for other in equation if other != one):
            _hide_best(unknowns, equation)


def _hide_until_safe(unknowns: Unknowns, protected: Iterable[int]) -> frozenset[int]:
    safe: set[int] = set()
    exposed: set[int] = set()
    for one in protected:
        found = frozenset({one}) & safe or unknowns.other_solution(one)
        for _ in range(_MOST_PARTNERS):
            if found or not _hide_near(unknowns, one):
                break
            found = unknowns.other_solution(one)
        safe |= found
        exposed |= set() if found else {one}
    return frozenset(exposed)


def _hide_near(unknowns: Unknowns, one: int) -> bool:
    """Leave out one more number near `one`; one that counts nobody only as the last resort."""
    near = list(islice(_from_near_to_far(unknowns, one), _NEAR))
    beside = [other for place in near for other in unknowns.equations[place]]
    return (
        _hide_best(unknowns, beside)
        or any(
            _hide_best(unknowns, unknowns.equations[place])
            for place in _from_near_to_far(unknowns, one)
        )
        or _hide_best(unknowns, beside, nought=True)
    )


def _from_near_to_far(unknowns: Unknowns, one: int) -> Iterator[int]:
    """Yield the equations that unknown numbers tie to `one`."""
    seen: set[int] = set()
    waiting = deque([one])
    while waiting:
        for place in unknowns.of[waiting.popleft()]:
            if place in seen:
                continue
            seen.add(place)
            yield place
            waiting.extend(unknowns.hidden & unknowns.equations[place].keys())


def _hide_best(unknowns: Unknowns, terms: Iterable[int], *, nought: bool = False) -> bool:
    """Leave out the number that costs least; False where all is left out."""
    printed = [
        one
        for one in terms
        if one not in unknowns.hidden and (unknowns.values[one] == 0) is nought
    ]
    if not printed:
        return False
    unknowns.hide(min(printed, key=lambda one: _cost(unknowns, one)))
    return True


def _cost(unknowns: Unknowns, one: int) -> tuple[int, int, int, int]:
    """Return how much is lost: tables that are tied by it, equations opened by it, people.

    A total stands in many equations, in other tables too: it goes last.
    """
    places = unknowns.of[one]
    opened = sum(
        not any(other in unknowns.hidden for other in unknowns.equations[place])
        for place in places
    )
    return max(len(places), _OF_A_CELL), opened, unknowns.values[one], one
