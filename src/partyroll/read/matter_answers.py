"""A register that comes back filled in: which matter each row is, what became of it.

Rows are known by the key they carry, never by where they stand.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from partyroll.messages import (
    MATTER_ANSWER,
    MATTER_NOT_YET,
    MATTER_OUTCOME,
    MATTER_OUTCOME_TYPED,
    MATTER_ROW,
)
from partyroll.model import MatterOutcome
from partyroll.period import PartialDate
from partyroll.read.dates import read_date
from partyroll.read.facts import MatterRow, Table, TableKind, UnreadAnswer
from partyroll.read.grid import Grid, address, as_text, letter
from partyroll.text import fold, same_key, says_something

_HEADING_WITHIN = 60  # rows
_KEY = same_key(MATTER_ROW)
_ORDER = same_key("STT")
_FIELDS = {same_key(words): field for field, words in MATTER_ANSWER.items()}
_OUTCOMES = {
    fold(words): MatterOutcome(code)
    for code, every in MATTER_OUTCOME_TYPED.items()
    for words in (MATTER_OUTCOME[code], *every)
}
_NOT_YET = frozenset(map(fold, MATTER_NOT_YET))
_KEY_PARTS = 4  # the subject, the kind of matter, what it is about, the digest of what was so


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet with answers: its heading row, and what stands under which heading (0-based)."""

    grid: Grid
    heading: int
    key: int
    name: int
    fields: Mapping[str, int]


def matter_tables(file: str, grids: list[Grid], today: date) -> tuple[Table, ...]:
    """Return the registers that a workbook brings back; empty for any other workbook."""
    sheets = {grid.name: sheet for grid in grids if (sheet := _sheet(grid)) is not None}
    if not sheets:
        return ()
    return tuple(
        _table(file, sheets[grid.name], today)
        if grid.name in sheets
        else Table(TableKind.SKIPPED, file, grid.name, "", (), {})
        for grid in grids
        if not grid.hidden
    )


def _sheet(grid: Grid) -> _Sheet | None:
    if grid.hidden:
        return None
    for row in range(min(len(grid.rows), _HEADING_WITHIN)):
        places: dict[str, int] = {}
        for column, text in grid.texts(row):
            places.setdefault(same_key(text), column)
        fields = {field: places[key] for key, field in _FIELDS.items() if key in places}
        if _KEY in places and fields:
            name = places.get(_ORDER, -1) + 1  # whom it is about stands beside the number
            return _Sheet(grid, row, places[_KEY], name, fields)
    return None


def _table(file: str, sheet: _Sheet, today: date) -> Table:
    grid = sheet.grid
    columns = {f"matter_{field}": column for field, column in sheet.fields.items()}
    columns |= {"full_name": sheet.name, "matter_row": sheet.key}
    ordered = sorted(columns.items(), key=lambda item: item[1])
    keyed = [*_keyed(sheet)]
    return Table(
        kind=TableKind.MATTER_ANSWERS,
        file=file,
        sheet=grid.name,
        range=f"A{sheet.heading + 1}:{letter(max(grid.width - 1, 0))}{len(grid.rows)}",
        heading_rows=(sheet.heading + 1,),
        columns={letter(column): (field,) for field, column in ordered},
        rows=tuple(found for row in keyed if (found := _row(sheet, row, today)) is not None),
        row_count=len(keyed),
        headings={letter(column): text for column, text in grid.texts(sheet.heading)},
    )


def _keyed(sheet: _Sheet) -> Iterator[int]:
    """Yield the rows that stand for something; what is signed below does not."""
    for row in range(sheet.heading + 1, len(sheet.grid.rows)):
        if sheet.grid.text(row, sheet.key) or _answers(sheet, row):
            yield row


def _answers(sheet: _Sheet, row: int) -> dict[str, str]:
    """Return what was written into the yellow cells of a row; "not yet" is no answer."""
    texts = {field: sheet.grid.text(row, column) for field, column in sheet.fields.items()}
    said = {field: text for field, text in texts.items() if says_something(text)}
    if fold(said.get("outcome", "")) in _NOT_YET:
        del said["outcome"]
    return said


def _row(sheet: _Sheet, row: int, today: date) -> MatterRow | None:
    """Return what a row says of its matter; None where nobody answered."""
    texts = _answers(sheet, row)
    if not texts:
        return None
    parts = sheet.grid.text(row, sheet.key).split("/")
    whole = len(parts) >= _KEY_PARTS
    outcome = _OUTCOMES.get(fold(texts.get("outcome", "").strip(" .;,!")))
    on = _day(sheet, row, today) if "answered_on" in texts else None
    misread = {"outcome": outcome is None, "answered_on": on is None}
    return MatterRow(
        row=row + 1,
        full_name=sheet.grid.text(row, sheet.name),
        subject_id=parts[0] if whole else "",
        matter=parts[1] if whole else "",
        about="/".join(parts[2:-1]) if whole else "",
        basis=parts[-1] if whole else "",
        outcome=outcome,
        text=texts.get("text", ""),
        by=texts.get("answered_by", ""),
        on=on,
        paper=texts.get("paper", ""),
        unread=tuple(
            UnreadAnswer(f"matter_{field}", texts[field], address(row, sheet.fields[field]))
            for field, lost in misread.items()
            if lost and field in texts
        ),
    )


def _day(sheet: _Sheet, row: int, today: date) -> PartialDate | None:
    """Return the day on which something was done; one to come is none."""
    value = sheet.grid.value(row, sheet.fields["answered_on"])
    day = read_date(value, latest=today).value if as_text(value) else None
    return day if day is not None and day.first <= today else None
