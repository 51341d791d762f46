"""What a unit of the past is now: merged, converted, split or abolished, over several steps."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from partyroll.model import Stay


@dataclass(frozen=True, slots=True)
class Succession:
    """A unit became another, or a part of several, on a day."""

    unit_id: str
    to_unit_id: str
    split: bool
    on: date


@dataclass(frozen=True, slots=True)
class Home:
    """Where a unit stands on the day looked at, and until when it is known to exist."""

    parent_id: str | None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Successor:
    """The unit that counts for one of the past.

    `divided` is the unit that was split without anybody knowing into which part this belongs.
    """

    unit_id: str
    divided: str = ""


class Lineage:
    """Follows units to what they are on one day; nothing of it is ever guessed."""

    def __init__(
        self, successions: Iterable[Succession], homes: Mapping[str, Home], day: date
    ) -> None:
        self._homes, self._day = homes, day
        self._next: dict[str, list[Succession]] = {}
        for one in successions:
            if one.on <= day:
                self._next.setdefault(one.unit_id, []).append(one)

    def successor(
        self, unit_id: str, since: date = date.min, stays: Sequence[Stay] = ()
    ) -> Successor:
        """Return what `unit_id` of the day `since` is now.

        A split is followed by where the person stayed afterwards; else what is counted stays
        at the nearest unit that stands above all parts.
        """
        seen: set[tuple[str, date]] = set()
        while (unit_id, since) not in seen:
            seen.add((unit_id, since))
            became = self._became(unit_id, since)
            if not became:
                return Successor(unit_id)
            on = became[0].on
            targets = {one.to_unit_id for one in became}
            if became[0].split:
                stayed = _stayed(targets, on, stays)
                if stayed is None:
                    return Successor(self._common(targets, unit_id, on), unit_id)
                targets = {stayed}
            unit_id, since = min(targets), on
        return Successor(unit_id)

    def path(self, unit_id: str | None) -> tuple[str, ...]:
        """Return the units from the highest down to this one; ended ones are followed."""
        found: list[str] = []
        while unit_id is not None and unit_id in self._homes and unit_id not in found:
            found.insert(0, unit_id)
            above = self._homes[unit_id].parent_id
            unit_id = self.successor(above).unit_id if above else None
        return tuple(found)

    def parts(self, unit_id: str) -> frozenset[str]:
        """Return all units that `unit_id` has become, itself where it stands still."""
        waiting, found, seen = [(unit_id, date.min)], set[str](), set[tuple[str, date]]()
        while waiting:
            at = waiting.pop()
            if at in seen:
                continue
            seen.add(at)
            became = self._became(*at)
            if not became:
                found.add(at[0])
            waiting += [(one.to_unit_id, one.on) for one in became]
        return frozenset(found) or frozenset({unit_id})  # of a circle nothing else is left

    def _became(self, unit_id: str, since: date) -> list[Succession]:
        """Return the first step after `since`: to one unit, or to the parts of a split."""
        later = [one for one in self._next.get(unit_id, ()) if one.on > since]
        if later:
            first = min(one.on for one in later)
            return [one for one in later if one.on == first]
        home = self._homes.get(unit_id)
        if home is None or home.until is None or home.until > self._day:
            return []
        # What is dated after the unit's end goes where the unit went.
        last = [one for one in self._next.get(unit_id, ()) if one.on == home.until]
        if last or home.parent_id is None:
            return last
        return [Succession(unit_id, home.parent_id, split=False, on=home.until)]

    def _common(self, targets: set[str], unit_id: str, on: date) -> str:
        """Return the nearest unit above all parts, else what the old one was under."""
        paths = [self.path(self.successor(one, on).unit_id) for one in sorted(targets)]
        shared = [unit for unit in paths[0] if all(unit in path for path in paths)]
        if shared:
            return shared[-1]
        above = self._homes[unit_id].parent_id if unit_id in self._homes else None
        return self.successor(above).unit_id if above else unit_id


def _stayed(targets: set[str], on: date, stays: Sequence[Stay]) -> str | None:
    """Return the part of a split in which the person stayed from that day on."""
    mine = [
        (stay.start, stay.unit_id)
        for stay in stays
        if stay.unit_id in targets and not stay.temporary
        if stay.start is not None and stay.start >= on
    ]
    return min(mine)[1] if mine else None
