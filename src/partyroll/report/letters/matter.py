"""What the documents of a list are made of."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from partyroll.model import Gap, ReviewList, RuleSet
from partyroll.report.lists import ListedPerson
from partyroll.text import name_sort_key, natural_key


@dataclass(frozen=True, slots=True)
class Office:
    """Who issues documents: names from the highest to the issuing one, place, signer."""

    organisation: tuple[str, ...] = ()
    place: str = ""
    signer: str = "T/M CẤP ỦY"

    @property
    def upper(self) -> tuple[str, ...]:
        """The bodies above the one that issues."""
        return self.organisation[:-1]

    @property
    def issuer(self) -> str:
        """The body that issues."""
        return self.organisation[-1] if self.organisation else ""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The lists of a year with all that must be said beside them."""

    year: int
    as_of: date
    rule: RuleSet
    how: tuple[str, ...]  # rule, counting, settings, remarks, what is not counted
    settings: tuple[tuple[str, str], ...]  # in words
    people: tuple[ListedPerson, ...]
    gaps: tuple[Gap, ...] = ()
    number: int | None = None  # of the list as it is kept

    @property
    def named(self) -> str:
        """What people call the list."""
        number = "" if self.number is None else f" số {self.number}"
        return f"danh sách rà soát{number} năm {self.year}"


@dataclass(frozen=True, slots=True)
class CellPeople:
    """The people of one cell on the lists, in the order of their names."""

    path: tuple[str, ...]
    people: tuple[ListedPerson, ...]

    @property
    def name(self) -> str:
        """The cell's name; empty where the ledger does not know whose people they are."""
        return self.path[-1] if self.path else ""

    def on(self, which: ReviewList, *, only_inferred: bool | None = None) -> list[ListedPerson]:
        """Return those on a list; None asks for both, stated months and blanks alone."""
        return [
            one
            for one in self.people
            if one.finding.list is which and only_inferred in {None, one.finding.only_inferred}
        ]


def by_cell(people: Iterable[ListedPerson]) -> list[CellPeople]:
    """Return the people by cell, cells and people in the order of the alphabet."""
    cells: dict[tuple[str, ...], list[ListedPerson]] = {}
    for one in people:
        path = one.unit_path or ((one.unit,) if one.unit else ())
        cells.setdefault(path, []).append(one)
    return [
        CellPeople(path, tuple(sorted(cells[path], key=_by_name)))
        for path in sorted(cells, key=lambda path: [natural_key(name) for name in path])
    ]


def _by_name(one: ListedPerson) -> tuple[object, str]:
    return name_sort_key(one.full_name), one.person_id
