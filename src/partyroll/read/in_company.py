"""Headings that say too little alone, where no people are named: neighbours and values say.

"Nội dung | Số lượng" over words for exits counts them; "Ngày | Lễ" over days lists days off.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from partyroll.read.bare_days import called_days_off, is_day_or_days, list_called_days_off
from partyroll.read.declared_words import counted_in
from partyroll.read.grid import Grid, as_text
from partyroll.read.heads import NAME_FIELDS
from partyroll.read.meanings import Meaning
from partyroll.read.synonyms import own_word
from partyroll.text import fold

_SAMPLE = 20  # rows looked at below a heading
_WIDEST = 6  # columns of such a table
_LONGEST = 40  # letters of such a heading
_COUNTS = frozenset({"member_count", "declared_count"})
_BESIDE = frozenset(
    {"row_no", "note", "unit_name", "unit_cell", "unit_parent", "year", "total"}
)
_TOTALS, _HOLIDAYS = "in_totals", "in_holidays"


def in_their_company(
    grid: Grid, row: int, known: Mapping[int, Meaning]
) -> Mapping[int, Meaning]:
    """Return what the headings of `row` mean, by column; alone each means what is `known`."""
    if not 2 <= len(known) <= _WIDEST or any(NAME_FIELDS & {*m.fields} for m in known.values()):
        return known
    if any(len(grid.text(row, column)) > _LONGEST for column in known):
        return known
    told = _totals(grid, row, known) or _holidays(grid, row, known)
    return {**known, **{column: Meaning((field,)) for column, field in told.items()}}


def _totals(grid: Grid, row: int, known: Mapping[int, Meaning]) -> dict[int, str]:
    """Return the columns of a table that counts exits and admissions in rows."""
    own = _own(grid, row, known, _TOTALS)
    what = [c for c, field in own.items() if field == "declared_what"]
    what = [c for c in what if _mostly(map(_counts_a_kind, _below(grid, row, c)))]
    counts = [c for c, m in known.items() if _COUNTS & {*m.fields} or m.year is not None]
    if len(what) != 1 or any(m.month for m in known.values()):
        return {}
    if not counts:
        counts = [c for c, field in own.items() if field == "declared_count"]
        return {what[0]: "declared_what", counts[0]: "declared_count"} if counts else {}
    return {what[0]: "declared_what"}


def _counts_a_kind(text: str) -> bool:
    return counted_in(text) is not None


def _holidays(grid: Grid, row: int, known: Mapping[int, Meaning]) -> dict[int, str]:
    """Return the columns of a list of days off."""
    own = _own(grid, row, known, _HOLIDAYS)
    if len(own) < 2 or any({*m.fields} - _BESIDE for c, m in known.items() if c not in own):
        return {}
    days = [column for column in own if _mostly(map(is_day_or_days, _below(grid, row, column)))]
    names = [column for column, field in own.items() if field == "holiday_name"]
    names = [column for column in names if column not in days]
    if not days or not names:
        return {}
    called = called_days_off([fold(text) for text in _below(grid, row, names[0])])
    above = (text for line in range(row) for _, text in grid.texts(line))
    if not (called or any(map(list_called_days_off, (grid.name, *above)))):
        return {}
    found = {days[0]: "holiday_day", names[0]: "holiday_name"}
    return found | dict.fromkeys(days[1:2], "holiday_last")


def _own(grid: Grid, row: int, known: Mapping[int, Meaning], section: str) -> dict[int, str]:
    words = {column: own_word(section, grid.text(row, column)) for column in known}
    return {column: field for column, field in words.items() if field}


def _below(grid: Grid, row: int, column: int) -> Sequence[str]:
    rows = range(row + 1, min(len(grid.rows), row + 1 + _SAMPLE))
    return [text for below in rows if (text := _text(grid, below, column))]


def _text(grid: Grid, row: int, column: int) -> str:
    value = grid.value(row, column)
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else as_text(value)


def _mostly(answers: "map[bool]") -> bool:
    told = [*answers]
    return 2 * sum(told) > len(told)
