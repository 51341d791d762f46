"""Numbers tied by equations, some of them unknown to the reader; what else they could be."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf

_DEPTHS = (4, 6, 12, 60)  # numbers that change together: few first
_STEPS = 250  # changes tried before a search is given up
_CHOICES = 12  # of the numbers that could make up for a change, those that promise most

Equation = Mapping[int, int]  # number → 1 or -1; the sum of all is nought


def total(whole: int, parts: Sequence[int]) -> Equation:
    """Return the equation of a number that is the sum of others."""
    terms: Counter[int] = Counter(parts)
    terms[whole] -= 1
    return {one: sign for one, sign in terms.items() if sign}


@dataclass(slots=True)
class Unknowns:
    """What a reader does not know: the numbers `hidden` among `values`.

    Marks tell something of them: a larger one is at least `least`, a small one less, and no
    nought either, unless noughts are hidden behind the same mark.  Of the `implied` ones, which
    stand nowhere, it is known that they are not negative.
    """

    values: Sequence[int]
    equations: Sequence[Equation]
    least: int
    implied: frozenset[int] = frozenset()
    hidden: set[int] = field(default_factory=set)
    of: dict[int, list[int]] = field(init=False)  # number → equations
    noughts: bool = False

    def hide(self, one: int) -> None:
        """Leave a number out."""
        self.hidden.add(one)
        self.noughts = self.noughts or self.values[one] == 0

    def __post_init__(self) -> None:
        """Note in which equations each number stands."""
        self.of = defaultdict(list)
        for place, equation in enumerate(self.equations):
            for one in equation:
                self.of[one].append(place)
        self.hidden |= self.implied

    def could_be(self, one: int, value: int) -> bool:
        """Whether a hidden number may be `value` as far as its own mark tells."""
        low, high = self._bounds(one)
        return low <= value <= high

    def _bounds(self, one: int) -> tuple[int, float]:
        if one in self.implied:
            return 0, inf
        value = self.values[one]
        if value >= self.least:
            return self.least, inf
        return 0 if self.noughts else 1, self.least - 1

    def other_solution(self, one: int) -> frozenset[int]:
        """Return numbers, `one` among them, that can all be otherwise at once.

        Every equation holds, every printed number and every mark stays as it is.  Nothing is
        returned where no such solution was found.
        """
        for depth in _DEPTHS:
            for step in (1, -1):
                found = _Repair(self, depth).start(one, step)
                if found:
                    return found
        return frozenset()


@dataclass(slots=True)
class _Repair:
    """One number changes, others make up for it, until all equations hold again."""

    unknowns: Unknowns
    depth: int
    steps: int = _STEPS
    moved: dict[int, int] = field(default_factory=dict)
    gaps: dict[int, int] = field(default_factory=dict)  # equations that do not hold

    def start(self, one: int, step: int) -> frozenset[int]:
        if not self.unknowns.could_be(one, self.unknowns.values[one] + step):
            return frozenset()
        self._move(one, step)
        return frozenset(self.moved) if self._mend() else frozenset()

    def _mend(self) -> bool:
        if not self.gaps:
            return True
        if len(self.moved) >= self.depth or self.steps <= 0:
            return False
        self.steps -= 1
        for one, change in self._repairs():
            self._move(one, change)
            if self._mend():
                return True
            self._move_back(one)
            if self.steps <= 0:
                return False
        return False

    def _repairs(self) -> list[tuple[int, int]]:
        """Return the changes that could close the gap with the fewest ways to do so."""
        ways = min((list(self._closing(place)) for place in self.gaps), key=len)
        return sorted(ways, key=lambda way: self._gaps_after(*way))[:_CHOICES]

    def _closing(self, place: int) -> Iterator[tuple[int, int]]:
        gap = self.gaps[place]
        for one, sign in self.unknowns.equations[place].items():
            if one not in self.unknowns.hidden or one in self.moved or gap % sign:
                continue
            change = -gap // sign
            if self.unknowns.could_be(one, self.unknowns.values[one] + change):
                yield one, change

    def _gaps_after(self, one: int, change: int) -> int:
        return sum(
            abs(self.gaps.get(place, 0) + change * self.unknowns.equations[place][one])
            - abs(self.gaps.get(place, 0))
            for place in self.unknowns.of[one]
        )

    def _move(self, one: int, change: int) -> None:
        self.moved[one] = change
        self._shift(one, change)

    def _move_back(self, one: int) -> None:
        self._shift(one, -self.moved.pop(one))

    def _shift(self, one: int, change: int) -> None:
        for place in self.unknowns.of[one]:
            gap = self.gaps.pop(place, 0) + change * self.unknowns.equations[place][one]
            if gap:
                self.gaps[place] = gap
