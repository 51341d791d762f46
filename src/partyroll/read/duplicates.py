"""The same person twice in one file: the first row goes in, a later one names it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from partyroll.read.facts import RosterRow
from partyroll.read.summaries import Stated as _Stated
from partyroll.read.summaries import repeated_rows
from partyroll.read.titles import year_in_name
from partyroll.text import same_key

_NUMBERS = ("card_no", "national_id", "card_no_old")


@dataclass(frozen=True, slots=True)
class Twin:
    """A later row that repeats an earlier person: what repeats, and where the first stands."""

    table: int
    row: RosterRow
    code: str  # duplicate_row, duplicate_card, probable_duplicate_person, repeated
    field: str
    first: str  # the place of the first row

    @property
    def goes_in(self) -> bool:
        """Whether the row is only suspected and stays."""
        return self.code == "probable_duplicate_person"


class _Seen:
    """The rows so far, by what tells one person from another."""

    def __init__(self) -> None:
        self._by_number: dict[str, dict[str, _Stated]] = {field: {} for field in _NUMBERS}
        self._people: dict[tuple[object, ...], _Stated] = {}  # by name and exact birth date

    def with_number_of(self, row: RosterRow) -> tuple[str, _Stated] | None:
        """Return the first row that has a number of `row`, and which number that is."""
        for field, known in self._by_number.items():
            number = getattr(row, field)
            if number and number in known:
                return field, known[number]
        return None

    def named_as(self, row: RosterRow) -> _Stated | None:
        """Return the first row with the name and the exact birth date of `row`."""
        person = _person(row)
        return self._people.get(person) if person else None

    def remember(self, stated: _Stated) -> None:
        """Keep a row that goes in."""
        _, row = stated
        for field, known in self._by_number.items():
            if number := getattr(row, field):
                known.setdefault(number, stated)
        if person := _person(row):
            self._people.setdefault(person, stated)


def twins(rows: Iterable[tuple[int, RosterRow]], sheets: dict[int, str]) -> Iterator[Twin]:
    """Yield every row that repeats an earlier one; `rows` come as (table, row).

    A table that names no unit (a summary sheet) is compared last, so that a person keeps the
    row of the unit's own sheet; of sheets named after years the newest comes first.
    """
    rows = [*rows]
    repeats = [*repeated_rows(rows, sheets)]
    copied = {
        (table, row.row): _copy(table, row, first, sheets) for (table, row), first in repeats
    }
    yield from copied.values()
    own = [item for item in rows if (item[0], item[1].row) not in copied] if copied else rows
    seen, years = _Seen(), {table: year_in_name(name) or 0 for table, name in sheets.items()}
    for stated in sorted(
        _suspects(own), key=lambda item: (not _names_a_unit(item[1]), -years[item[0]])
    ):
        twin = _twin(stated, seen, sheets)
        if twin is not None and _of_an_older_year(twin, stated, seen, years):
            twin = Twin(twin.table, twin.row, "repeated", twin.field, twin.first)
        if twin is not None:
            yield twin
        if twin is None or twin.goes_in:
            seen.remember(stated)


def _of_an_older_year(twin: Twin, now: _Stated, seen: _Seen, years: dict[int, int]) -> bool:
    """Whether a sheet of an older year only says again whom a newer one names."""
    table, row = now
    numbered = seen.with_number_of(row)
    first = numbered[1] if numbered else seen.named_as(row)
    if first is None or twin.goes_in:
        return False
    same = same_key(first[1].full_name) == same_key(row.full_name)
    return same and 0 < years[table] < years[first[0]]


def _copy(table: int, row: RosterRow, first: _Stated, sheets: dict[int, str]) -> Twin:
    return Twin(table, row, "repeated", "full_name", _place(first, table, sheets))


def _suspects(rows: Sequence[_Stated]) -> list[_Stated]:
    """Return the rows, few of many, that share a number or name and birth date with others."""
    found: set[int] = set()
    known_by: list[Callable[[RosterRow], object]] = [*map(attrgetter, _NUMBERS), _person]
    for key in known_by:
        keys = [key(row) for _, row in rows]
        held = [*filter(None, keys)]
        if len({*held}) < len(held):
            shared = {own for own, count in Counter(held).items() if count > 1}
            found.update(place for place, own in enumerate(keys) if own in shared)
    return [rows[place] for place in sorted(found)]


def _twin(now: _Stated, seen: _Seen, sheets: dict[int, str]) -> Twin | None:
    table, row = now
    if found := seen.with_number_of(row):
        field, first = found
        return Twin(table, row, _code(first, now), field, _place(first, table, sheets))
    named = seen.named_as(row)
    if named is None:
        return None
    other = bool(_numbers(row)) and bool(_numbers(named[1]))
    code = "probable_duplicate_person" if other else _code(named, now)
    return Twin(table, row, code, "full_name", _place(named, table, sheets))


def _code(first: _Stated, now: _Stated) -> str:
    (first_table, first_row), (table, row) = first, now
    same = (
        same_key(first_row.full_name) == same_key(row.full_name)
        and first_row.birth_date == row.birth_date
        and first_row.admission_date == row.admission_date
    )
    if same and not _names_a_unit(row) and first_table != table:
        return "repeated"
    return "duplicate_row" if same else "duplicate_card"


def _names_a_unit(row: RosterRow) -> bool:
    return row.unit is not None and row.unit.name != ""


def _place(first: _Stated, table: int, sheets: dict[int, str]) -> str:
    first_table, row = first
    line = f"dòng {row.row}"
    return line if first_table == table else f"trang “{sheets[first_table]}”, {line}"


def _numbers(row: RosterRow) -> list[tuple[str, str]]:
    return [(field, number) for field in _NUMBERS if (number := getattr(row, field))]


def _person(row: RosterRow) -> tuple[object, ...] | None:
    born = row.birth_date
    if born is None or not born.exact:
        return None
    return same_key(row.full_name), born.year, born.month, born.day
