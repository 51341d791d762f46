"""Who belongs to which unit: nearly everybody always did, others for a time, or since a day."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from sqlalchemy import and_, case, func, select

from partyroll.store import schema
from partyroll.store.ledger import Ledger
from partyroll.store.reading import among, live, plain_rows


class DatedStay(NamedTuple):
    """The stay of somebody, with the day it began, the day it ended, or both."""

    person_id: str
    valid_from: str | None
    valid_to: str | None

    def reaches(self, year: int) -> bool:
        """Whether the stay begins or ends in `year` or later."""
        return max(self.valid_from or "", self.valid_to or "") >= str(year)


@dataclass(frozen=True, slots=True)
class Stays:
    """Everybody's stays: `undated` official ones are names alone, by unit, as are `dated` ones.

    `temporary` stays are those in units that are hosts.  `papered` are those whose undated stay
    rests on a paper.
    """

    undated: Mapping[str, Sequence[str]]
    dated: Mapping[str, Sequence[DatedStay]]
    temporary: Sequence[DatedStay]
    papered: frozenset[str]

    @property
    def guests(self) -> set[str]:
        """Everybody with a temporary stay."""
        return {stay.person_id for stay in self.temporary}

    @property
    def dated_people(self) -> set[str]:
        """Everybody with a stay that has dates."""
        every = chain(self.temporary, chain.from_iterable(self.dated.values()))
        return {stay.person_id for stay in every if stay.valid_from or stay.valid_to}

    def wandering(self, year: int) -> set[str]:
        """Return everybody with a temporary stay, or one that begins or ends from `year` on."""
        moved = chain.from_iterable(self.dated.values())
        return self.guests | {stay.person_id for stay in moved if stay.reaches(year)}

    def without(self, unit_id: str | None, people: Collection[str]) -> Iterator[DatedStay]:
        """Yield the official stays in a unit of everybody but `people`."""
        if unit_id is None:
            return
        for person_id in set(self.undated.get(unit_id, ())).difference(people):
            yield DatedStay(person_id, None, None)
        if stays := self.dated.get(unit_id):
            here = set(people)
            yield from (stay for stay in stays if stay.person_id not in here)


def stays_of_everybody(ledger: Ledger) -> Stays:
    """Return the stays of everybody."""
    stay = schema.assignment
    begins, ends = stay.c.valid_from, stay.c.valid_to
    said = (begins, ends, stay.c.paper, stay.c.granted_by)
    plain = and_(stay.c.kind == "OFFICIAL", *(column.is_(None) for column in said))
    people = func.group_concat(case((plain, stay.c.person_id)))
    together = select(stay.c.unit_id, people, func.count()).group_by(stay.c.unit_id)
    undated: dict[str, list[str]] = {}
    mixed: list[str] = []
    for unit_id, names, stays in plain_rows(ledger, together.where(live(ledger, stay))):
        here = names.split(",") if names else []
        if here:
            undated[unit_id] = here
        if len(here) < stays:
            mixed.append(unit_id)
    alone = select(stay.c.unit_id, stay.c.kind, stay.c.person_id, begins, ends)
    some = among(stay.c.unit_id, mixed)
    return _sorted_out(
        undated, plain_rows(ledger, alone.where(live(ledger, stay), ~plain, some))
    )


def _sorted_out(
    undated: dict[str, list[str]],
    others: Iterable[tuple[str, str, str, str | None, str | None]],
) -> Stays:
    dated: dict[str, list[DatedStay]] = defaultdict(list)
    temporary: list[DatedStay] = []
    papered: set[str] = set()
    for unit_id, kind, person_id, begins, ends in others:
        if kind != "OFFICIAL":
            temporary.append(DatedStay(person_id, begins, ends))
        elif begins or ends:
            dated[unit_id].append(DatedStay(person_id, begins, ends))
        else:
            undated.setdefault(unit_id, []).append(person_id)
            papered.add(person_id)
    return Stays(undated, dated, temporary, frozenset(papered))
