"""What an import is about to do, gathered once for all signs."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from functools import cached_property, lru_cache
from typing import NamedTuple

from partyroll.model import Letter, Problem
from partyroll.read.facts import Table
from partyroll.settings import GateLimits
from partyroll.store.draft import Draft
from partyroll.store.facts import Values as Stored
from partyroll.store.facts import values_in
from partyroll.tasks.recording.amounts import sums_in
from partyroll.tasks.recording.session import Session, Work

NO_MONTHS: frozenset[int] = frozenset()
_SAID = ("person_id", "book_id", "unit_id", "kind", "year", "letters", "amounts")


class BookLine(NamedTuple):
    """One person's line of a book that this import states: as it was, as it will be."""

    person_id: str
    book_id: str
    unit_id: str | None
    kind: str
    year: int
    after: str
    sums: str  # the đồng of each month's cell, as stored
    before: str  # of the same book; empty = the ledger has no such line
    columns: frozenset[int]  # positions that the workbook has a column for

    @property
    def dues(self) -> bool:
        """Whether it is a line of a dues book."""
        return self.kind == "dues"

    @property
    def amounts(self) -> tuple[int, ...]:
        """The sums it states."""
        return sums_in(self.sums)

    def letter(self, position: int) -> str:
        """Return the letter it will have at a position."""
        return self.after[position] if position < len(self.after) else Letter.BLANK

    def had(self, position: int) -> str:
        """Return the letter the same book has there now."""
        return self.before[position] if position < len(self.before) else Letter.BLANK


class Evidence:
    """The draft of one command, as the signs look at it."""

    def __init__(
        self,
        session: Session,
        works: Iterable[Work],
        problems: Iterable[Problem],
        limits: GateLimits,
    ) -> None:
        self.session, self.limits = session, limits
        self.works = tuple(works)
        self.problems = tuple(problems)

    @property
    def draft(self) -> Draft:
        """What is about to be written."""
        return self.session.draft

    @property
    def today(self) -> date:
        """The day of the command."""
        return self.session.today

    @property
    def tables(self) -> tuple[Table, ...]:
        """Every table of the command."""
        return tuple(work.table for work in self.works)

    def name(self, person_id: str) -> str:
        """Return a person's name."""
        return self.session.people.of(person_id).full_name

    def names(self, people: Iterable[str]) -> tuple[str, ...]:
        """Return the names of some people, in the order of the alphabet of their ids."""
        return tuple(self.name(person_id) for person_id in people)

    def unit_name(self, unit_id: str | None) -> str:
        """Return a unit's name."""
        return self.session.tree.names.get(unit_id or "", "tệp không ghi chi bộ")

    @cached_property
    def known_units(self) -> Counter[str | None]:
        """How many people of each unit the ledger had on a roster before."""
        people = self.session.people
        return Counter(map(people.unit_of.get, people.listed))

    @cached_property
    def lines(self) -> tuple[BookLine, ...]:
        """Every line of a book that this import states."""
        stated = [(before, now) for before, now in self._compared_lines if now is not None]
        months = self._book_columns
        return tuple(
            BookLine._make(
                (
                    *said,
                    str(before["letters"]) if before else "",
                    months.get(str(said[1]), NO_MONTHS),
                )
            )
            for said, (before, _) in zip(
                values_in([now for _, now in stated], _SAID), stated, strict=True
            )
        )

    @cached_property
    def gone(self) -> tuple[Stored, ...]:
        """The lines that the ledger holds of a book and its new version does not."""
        ended = (before for before, after in self._compared_lines if after is None)
        return tuple(before for before in ended if before is not None)

    @cached_property
    def _compared_lines(self) -> tuple[tuple[Stored | None, Stored | None], ...]:
        return tuple(self.draft.compared("book_line"))

    @cached_property
    def _book_columns(self) -> dict[str, frozenset[int]]:
        books = self.draft.rows("book").values()
        return {
            str(book["book_id"]): frozenset(map(int, json.loads(str(book["columns"]))))
            for book in books
        }

    @cached_property
    def known_payments(self) -> Mapping[tuple[str, int], frozenset[int]]:
        """The months (0-based) that the ledger has paid before, by person and year."""
        found: dict[tuple[str, int], frozenset[int]] = {}
        for row in self.draft.before("book_line"):
            if row["kind"] == "dues":
                key, paid = (str(row["person_id"]), int(row["year"] or 0)), row["letters"]
                found[key] = found.get(key, NO_MONTHS) | paid_months(str(paid))
        for person_id, year, month in _payments(self.draft.before("payment")):
            found[person_id, year] = found.get((person_id, year), NO_MONTHS) | {month}
        return found

    @cached_property
    def payments(self) -> Mapping[tuple[str, int], AbstractSet[int]]:
        """The months that payments beside the letters cover after the import."""
        found: dict[tuple[str, int], set[int]] = defaultdict(set)
        for person_id, year, month in _payments(self.draft.rows("payment").values()):
            found[person_id, year].add(month)
        return found

    def pays(self, line: BookLine, position: int) -> bool:
        """Whether a line of a dues book says of a month that it is paid, in whatever cell."""
        if line.letter(position) == Letter.PAID:
            return True
        return position in self.payments.get((line.person_id, line.year), ())

    @cached_property
    def by_book(self) -> Mapping[str, list[BookLine]]:
        """The lines of each book."""
        found: dict[str, list[BookLine]] = defaultdict(list)
        for line in self.lines:
            found[line.book_id].append(line)
        return found


@lru_cache(maxsize=4096)
def paid_months(letters: str) -> frozenset[int]:
    """Return the positions (0-based) that are paid in their own cells."""
    return frozenset(place for place, sign in enumerate(letters) if sign == Letter.PAID)


def _payments(rows: Iterable[Stored]) -> Iterator[tuple[str, int, int]]:
    for row in rows:
        year, month = str(row["month"]).split("-")
        yield str(row["person_id"]), int(year), int(month) - 1
