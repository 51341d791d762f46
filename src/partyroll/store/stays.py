"""Who officially belongs to which unit: nearly everybody always did, the others with dates."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from sqlalchemy import case, func, or_, select

from partyroll.store import schema
from partyroll.store.ledger import Ledger
from partyroll.store.reading import among, live, plain_rows


class DatedStay(NamedTuple):
    """The stay of somebody, with the day it began, the day it ended, or both."""

    person_id: str
    valid_from: str | None
    valid_to: str | None


@dataclass(frozen=True, slots=True)
class OfficialStays:
    """Everybody's official stays by unit: `undated` ones are names alone."""

    undated: Mapping[str, Sequence[str]]
    dated: Mapping[str, Sequence[DatedStay]]

    @property
    def homes(self) -> dict[str, str]:
        """The unit of everybody whose stay in it has no dates."""
        return {person: unit for unit, people in self.undated.items() for person in people}

    @property
    def placed(self) -> set[str]:
        """Everybody who belongs, or belonged, to a unit."""
        return {
            *chain.from_iterable(self.undated.values()),
            *(stay.person_id for stays in self.dated.values() for stay in stays),
        }

    def without(self, unit_id: str | None, people: Collection[str]) -> Iterator[DatedStay]:
        """Yield the stays in a unit of everybody but `people`."""
        if unit_id is None:
            return
        for person_id in set(self.undated.get(unit_id, ())).difference(people):
            yield DatedStay(person_id, None, None)
        for stay in self.dated.get(unit_id, ()):
            if stay.person_id not in people:
                yield stay


def official_stays(ledger: Ledger) -> OfficialStays:
    """Return the official stays of everybody."""
    stay = schema.assignment
    official = (live(ledger, stay), stay.c.kind == "OFFICIAL")
    dates = or_(stay.c.valid_from.is_not(None), stay.c.valid_to.is_not(None))
    names = func.group_concat(case((~dates, stay.c.person_id)))
    together = select(stay.c.unit_id, names, func.sum(dates)).group_by(stay.c.unit_id)
    units = plain_rows(ledger, together.where(*official))
    alone = select(stay.c.unit_id, stay.c.person_id, stay.c.valid_from, stay.c.valid_to)
    some = among(stay.c.unit_id, [unit_id for unit_id, _, number in units if number])
    dated: dict[str, list[DatedStay]] = defaultdict(list)
    for unit_id, *one in plain_rows(ledger, alone.where(*official, dates, some)):
        dated[unit_id].append(DatedStay(*one))
    return OfficialStays(
        {unit: people.split(",") for unit, people, _ in units if people}, dated
    )
