"""The same person twice in one file: the first row goes in, a later one names it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from partyroll.read.facts import RosterRow
from partyroll.text import same_key


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


def twins(rows: Iterable[tuple[int, RosterRow]], sheets: dict[int, str]) -> Iterator[Twin]:
    """Yield every row that repeats an earlier one; `rows` come as (table, row).

    A table that names no unit (a summary sheet) is compared last, so that a person keeps the
    row of the unit's own sheet.
    """
    numbers: dict[tuple[str, str], _Seen] = {}
    people: dict[tuple[str, str], _Seen] = {}
    for table, row in sorted(rows, key=lambda item: not _names_a_unit(item[1])):
        twin = _twin(table, row, numbers, people, sheets)
        if twin is not None:
            yield twin
        if twin is None or twin.goes_in:
            _remember(_Seen(table, row), numbers, people)


def _twin(
    table: int,
    row: RosterRow,
    numbers: dict[tuple[str, str], _Seen],
    people: dict[tuple[str, str], _Seen],
    sheets: dict[int, str],
) -> Twin | None:
    for field, number in _numbers(row):
        if first := numbers.get((field, number)):
            return Twin(
                table, row, _code(first, table, row), field, _place(first, table, sheets)
            )
    first = people.get(_person(row)) if row.birth_date and row.birth_date.exact else None
    if first is None:
        return None
    other = bool([*_numbers(row)]) and bool([*_numbers(first.row)])
    code = "probable_duplicate_person" if other else _code(first, table, row)
    return Twin(table, row, code, "full_name", _place(first, table, sheets))


def _code(first: _Seen, table: int, row: RosterRow) -> str:
    same = _person(first.row) == _person(row) and (
        first.row.admission_date == row.admission_date
    )
    if same and not _names_a_unit(row) and first.table != table:
        return "repeated"
    return "duplicate_row" if same else "duplicate_card"


def _names_a_unit(row: RosterRow) -> bool:
    return row.unit is not None and row.unit.name != ""


def _place(first: _Seen, table: int, sheets: dict[int, str]) -> str:
    line = f"dòng {first.row.row}"
    return line if first.table == table else f"trang “{sheets[first.table]}”, {line}"


def _numbers(row: RosterRow) -> Iterator[tuple[str, str]]:
    if row.card_no:
        yield "card_no", row.card_no
    if row.national_id:
        yield "national_id", row.national_id
    if row.card_no_old:
        yield "card_no_old", row.card_no_old


def _person(row: RosterRow) -> tuple[str, str]:
    return same_key(row.full_name), str(row.birth_date)


def _remember(
    seen: _Seen,
    numbers: dict[tuple[str, str], _Seen],
    people: dict[tuple[str, str], _Seen],
) -> None:
    for key in _numbers(seen.row):
        numbers.setdefault(key, seen)
    if seen.row.birth_date and seen.row.birth_date.exact:
        people.setdefault(_person(seen.row), seen)
