"""A few values of each column as they were understood, for somebody who checks the columns."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from itertools import islice

from partyroll.messages import DUES_LETTER, MEETING_LETTER, REASON, STATUS
from partyroll.model import Letter
from partyroll.period import PartialDate
from partyroll.read.facts import BookRow, Row, TableKind, UnitRef
from partyroll.read.grid import Grid, letter
from partyroll.read.heads import Column
from partyroll.text import thousands

Samples = dict[str, tuple[str, ...]]  # by column letter
_LOOKED_AT = 20  # rows; the first two values of a column are shown
_SHOWN = 2
_LONGEST = 40
# Fields whose value stands in the row under another name.
_HELD_AS = {
    "unit_cell": "unit",
    "unit_name": "unit",
    "birth_male": "birth_date",
    "birth_female": "birth_date",
    "gender_male": "gender",
    "gender_female": "gender",
    "dues_rate": "rate",
    "status": "status_text",
    "exit_form": "form_text",
    "exit_date": "event_date",
    "exit_decision_no": "decision_no",
    "exit_decision_date": "decision_date",
    "exit_reason": "reason_text",
    "away_place": "place",
    "away_from": "since",
    "away_to": "until",
    "away_transferred": "transferred",
    "away_confirmed": "confirmed_on",
    "away_returned": "returned_on",
    "away_contact": "contact",
    "away_contacted": "contacted_on",
    "away_paper": "paper",
    "support_opened": "opened_on",
    "support_amount": "amount",
    "support_by": "by",
    "support_on": "on",
    "support_closed": "closed_on",
    "award_on": "on",
    "award_by": "by",
    "discipline_by": "by",
    "discipline_to": "valid_to",
}


def column_samples(
    kind: TableKind,
    grid: Grid,
    columns: Iterable[Column],
    rows: Iterable[Row],
    positions: Mapping[int, str],
) -> Samples:
    """Return, by column letter, the first values of the first rows as they were understood."""
    looked_at = [*islice(rows, _LOOKED_AT)]
    places = {letter: position for position, letter in positions.items()}
    found: dict[str, tuple[str, ...]] = {}
    for column in columns:
        values = (_value(kind, grid, column, row, places) for row in looked_at)
        shown = tuple(islice(dict.fromkeys(value for value in values if value), _SHOWN))
        if shown:
            found[column.letter] = shown
    return found


def written_samples(grid: Grid, columns: Iterable[int], rows: Iterable[int]) -> Samples:
    """Return, by column letter, the first values as they are written, of rows nobody read."""
    looked_at = [*islice(rows, _LOOKED_AT)]
    found: dict[str, tuple[str, ...]] = {}
    for column in columns:
        texts = (_short(grid.text(row, column)) for row in looked_at)
        shown = tuple(islice(dict.fromkeys(filter(None, texts)), _SHOWN))
        if shown:
            found[letter(column)] = shown
    return found


def _value(
    kind: TableKind, grid: Grid, column: Column, row: Row, places: Mapping[str, int]
) -> str:
    written = _short(grid.text(row.row - 1, column.index))
    if isinstance(row, BookRow) and column.letter in places:
        return _month(kind, row, places[column.letter])
    parts = [_understood(row, field, written) for field in column.meaning.fields]
    return " · ".join(part for part in parts if part) if written else ""


def _month(kind: TableKind, row: BookRow, position: int) -> str:
    letter = row.letters[position] if position < len(row.letters) else Letter.BLANK
    amount = row.amounts[position] if position < len(row.amounts) else None
    if amount is not None:
        return f"{thousands(amount)} đ"
    if position in row.notes:
        return f"“{_short(row.notes[position])}”"
    words = DUES_LETTER if kind is TableKind.DUES else MEETING_LETTER
    return words.get(letter, "")


def _understood(row: Row, field: str, written: str) -> str:
    """Return a field's value in words; what the row does not hold is shown as written."""
    attributes: Mapping[str, str] = getattr(row, "attributes", {})
    name = _HELD_AS.get(field, field)
    value = getattr(row, name, attributes.get(name, written))
    if value is None and written:
        return f"“{written}” (?)"
    return _short(_words(value)) or written


def _words(value: object) -> str:
    if isinstance(value, UnitRef):
        return value.name
    if isinstance(value, PartialDate):
        return value.vi
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, int):
        return thousands(value)
    if isinstance(value, StrEnum):
        return STATUS.get(value, REASON.get(value, str(value)))
    return value if isinstance(value, str) else ""


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
