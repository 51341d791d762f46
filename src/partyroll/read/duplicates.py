"""The same person twice in one file: the first row goes in, a later one names it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from partyroll.period import PartialDate
from partyroll.read.facts import RosterRow
from partyroll.text import same_key

_COPIED = 0.9  # of a table's rows must stand in tables of cells: it is a summary
_LEAST_COPIED = 2
_Stated = tuple[int, RosterRow]  # a table's place and a row of it
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


@dataclass(frozen=True, slots=True)
class _Seen:
    table: int
    row: RosterRow
    person: tuple[str, PartialDate] | None  # name and exact birth date


def twins(rows: Iterable[tuple[int, RosterRow]], sheets: dict[int, str]) -> Iterator[Twin]:
    """Yield every row that repeats an earlier one; `rows` come as (table, row).

    A table that names no unit (a summary sheet) is compared last, so that a person keeps the
    row of the unit's own sheet.
    """
    rows = [*rows]
    copied = {(twin.table, twin.row.row): twin for twin in _summaries(rows, sheets)}
    yield from copied.values()
    own = [item for item in rows if (item[0], item[1].row) not in copied]
    numbers: dict[tuple[str, str], _Seen] = {}
    people: dict[tuple[str, PartialDate], _Seen] = {}
    for table, row in sorted(own, key=lambda item: not _names_a_unit(item[1])):
        now = _Seen(table, row, _person(row))
        twin = _twin(now, numbers, people, sheets)
        if twin is not None:
            yield twin
        if twin is None or twin.goes_in:
            _remember(now, numbers, people)


def _summaries(rows: Sequence[_Stated], sheets: dict[int, str]) -> Iterator[Twin]:
    """Yield the rows of tables without units that say again what the cells' tables say.

    Names alone, or with a year of birth, prove nothing of one row; a whole table of them does.
    """
    named = {table for table, row in rows if _names_a_unit(row)}
    without_unit: dict[int, list[RosterRow]] = {}
    for table, row in rows:
        if table not in named:
            without_unit.setdefault(table, []).append(row)
    if not (named and without_unit):
        return
    said = _statements(rows)
    for table, own in without_unit.items():
        again = [row for row in own if _statement(row) in said]
        if len(again) >= max(_LEAST_COPIED, _COPIED * len(own)):
            for row in again:
                first = _place(said[_statement(row)], table, sheets)
                yield Twin(table, row, "repeated", "full_name", first)


def _statements(rows: Iterable[_Stated]) -> dict[tuple[object, ...], _Seen]:
    said: dict[tuple[object, ...], _Seen] = {}
    for table, row in rows:
        if _names_a_unit(row):
            said.setdefault(_statement(row), _Seen(table, row, None))
    return said


def _statement(row: RosterRow) -> tuple[object, ...]:
    days = (row.birth_date, row.admission_date, row.official_date)
    return same_key(row.full_name), row.gender, *days, *_numbers(row)


def _twin(
    now: _Seen,
    numbers: dict[tuple[str, str], _Seen],
    people: dict[tuple[str, PartialDate], _Seen],
    sheets: dict[int, str],
) -> Twin | None:
    table, row = now.table, now.row
    for field, number in _numbers(row):
        if first := numbers.get((field, number)):
            return Twin(table, row, _code(first, now), field, _place(first, table, sheets))
    first = people.get(now.person) if now.person else None
    if first is None:
        return None
    other = bool(_numbers(row)) and bool(_numbers(first.row))
    code = "probable_duplicate_person" if other else _code(first, now)
    return Twin(table, row, code, "full_name", _place(first, table, sheets))


def _code(first: _Seen, now: _Seen) -> str:
    same = (
        same_key(first.row.full_name) == same_key(now.row.full_name)
        and first.row.birth_date == now.row.birth_date
        and first.row.admission_date == now.row.admission_date
    )
    if same and not _names_a_unit(now.row) and first.table != now.table:
        return "repeated"
    return "duplicate_row" if same else "duplicate_card"


def _names_a_unit(row: RosterRow) -> bool:
    return row.unit is not None and row.unit.name != ""


def _place(first: _Seen, table: int, sheets: dict[int, str]) -> str:
    line = f"dòng {first.row.row}"
    return line if first.table == table else f"trang “{sheets[first.table]}”, {line}"


def _numbers(row: RosterRow) -> list[tuple[str, str]]:
    return [(field, number) for field in _NUMBERS if (number := getattr(row, field))]


def _person(row: RosterRow) -> tuple[str, PartialDate] | None:
    exact = row.birth_date is not None and row.birth_date.exact
    return (same_key(row.full_name), row.birth_date) if exact and row.birth_date else None


def _remember(
    seen: _Seen,
    numbers: dict[tuple[str, str], _Seen],
    people: dict[tuple[str, PartialDate], _Seen],
) -> None:
    for key in _numbers(seen.row):
        numbers.setdefault(key, seen)
    if seen.person:
        people.setdefault(seen.person, seen)
