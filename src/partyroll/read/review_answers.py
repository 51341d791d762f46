"""A list for review that comes back filled in: which list, whose row, what was answered.

Rows are known by the key they carry, never by where they stand: people sort and delete them.
"""

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from html import unescape
from io import BytesIO

from partyroll.messages import (
    ANSWER,
    EXCUSE,
    LIST_COLUMN,
    LIST_ID,
    LIST_ROW,
    LIST_SHEETS,
    OUTCOME,
)
from partyroll.model import AnswerField, Problem
from partyroll.read.dates import read_date
from partyroll.read.facts import AnswerRow, StatedAnswer, Table, TableKind
from partyroll.read.grid import Grid, Value, address, as_text, letter
from partyroll.read.remarks import Remark
from partyroll.read.retyped import with_retyped
from partyroll.read.sentences import problem
from partyroll.text import same_key

_PROPERTY = re.compile(re.escape(LIST_ID) + r'"[^>]*>\s*(?:<[^>]*>)?\s*([0-9A-Za-z-]+)')
_PROPERTY_PARTS = re.compile(r"docProps/custom\.xml|meta\.xml")
_FOOTER = re.compile(r"Danh sách số (\d+)")
_FOOTER_PARTS = re.compile(r"xl/worksheets/sheet\d+\.xml|styles\.xml")
_HEADING_WITHIN = 60  # rows
_NAME = same_key(LIST_COLUMN["full_name"])
_KEY = same_key(LIST_ROW)
_FIELDS = {same_key(words): AnswerField(field) for field, words in ANSWER.items()}
_OWN = frozenset({_KEY, *_FIELDS, *map(same_key, LIST_COLUMN.values())})
# Three headings that together stand on no other paper.
_TELLING = frozenset({AnswerField.OPINION, AnswerField.CONCLUSION, AnswerField.DECIDED_BY})
_CODES = {
    AnswerField.CONCLUSION: {same_key(words): code for code, words in OUTCOME.items()},
    AnswerField.REASON: {same_key(words): code for code, words in EXCUSE.items()},
}


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet with answers: its heading row, and what stands under which heading (0-based)."""

    grid: Grid
    heading: int
    fields: Mapping[AnswerField, int]
    name: int | None
    key: int | None


def answer_tables(
    file: str, content: bytes, grids: list[Grid], today: date
) -> tuple[Table, ...]:
    """Return the lists for review that a workbook brings back; empty for any other workbook."""
    sheets = {grid.name: sheet for grid in grids if (sheet := _sheet(grid)) is not None}
    if not sheets:
        return ()
    mark = _mark(content, grids)
    return tuple(
        _table(file, sheets[grid.name], mark, today)
        if grid.name in sheets
        else Table(TableKind.SKIPPED, file, grid.name, "", (), {})
        for grid in grids
        if not grid.hidden
    )


def lost_keys(content: bytes, grids: list[Grid]) -> str | None:
    """Return the number of a list that came back without its keys; None for anything else.

    Its number is empty where only its mark is left.  Read as a roster its people would be
    compared with a whole cell.
    """
    hidden = any(grid.text(0, 0) == LIST_ID for grid in grids)
    open_ = any(not grid.hidden and grid.name not in LIST_SHEETS for grid in grids)
    if not open_ or not zipfile.is_zipfile(BytesIO(content)):
        return "" if hidden and open_ else None
    with zipfile.ZipFile(BytesIO(content)) as archive:
        if not (hidden or _found(archive, _PROPERTY, _PROPERTY_PARTS)):
            return None
        return _found(archive, _FOOTER, _FOOTER_PARTS) or ""


def strange_sheets(tables: tuple[Table, ...]) -> Iterator[Problem]:
    """Yield a word on each sheet that somebody put beside the lists: nothing of it is read."""
    for table in tables:
        if table.kind is TableKind.SKIPPED and table.sheet not in LIST_SHEETS:
            remark = Remark(0, "sheet_skipped", table.sheet)
            yield problem(table.file, table.sheet, 1, remark, "A1")


# --- Which list ---------------------------------------------------------------------------
def _mark(content: bytes, grids: list[Grid]) -> str:
    """Return the id of the list, else its number after "#"; empty where nothing says it."""
    hidden = (grid.text(0, 1) for grid in grids if grid.text(0, 0) == LIST_ID)
    if not zipfile.is_zipfile(BytesIO(content)):
        return next(hidden, "")
    with zipfile.ZipFile(BytesIO(content)) as archive:
        named = _found(archive, _PROPERTY, _PROPERTY_PARTS) or next(hidden, "")
        if named:
            return named
        number = _found(archive, _FOOTER, _FOOTER_PARTS)
        return f"#{number}" if number else ""


def _found(archive: zipfile.ZipFile, wanted: re.Pattern[str], parts: re.Pattern[str]) -> str:
    """Return what the first part of the file says of the list."""
    names = filter(parts.fullmatch, archive.namelist())
    texts = (unescape(archive.read(name).decode("utf-8", "replace")) for name in names)
    return next((found[1] for text in texts if (found := wanted.search(text))), "")


# --- Which rows ---------------------------------------------------------------------------
def _sheet(grid: Grid) -> _Sheet | None:
    if grid.hidden:
        return None
    for row in range(min(len(grid.rows), _HEADING_WITHIN)):
        places: dict[str, int] = {}
        for column, text in grid.texts(row):
            places.setdefault(same_key(text), column)
        fields = {field: places[key] for key, field in _FIELDS.items() if key in places}
        if _KEY in places:
            fields = with_retyped(fields, dict(grid.texts(row)))
        if (_KEY in places and fields) or (fields.keys() >= _TELLING and _NAME in places):
            return _Sheet(grid, row, fields, places.get(_NAME), places.get(_KEY))
    return None


def _table(file: str, sheet: _Sheet, mark: str, today: date) -> Table:
    grid, rows = sheet.grid, tuple(_rows(sheet, mark, today))
    columns = {f"answer_{field}": column for field, column in sheet.fields.items()}
    columns |= {"full_name": sheet.name} if sheet.name is not None else {}
    columns |= {"list_row": sheet.key} if sheet.key is not None else {}
    ordered = sorted(columns.items(), key=lambda item: item[1])
    headings = {letter(column): text for column, text in grid.texts(sheet.heading)}
    return Table(
        kind=TableKind.REVIEW_ANSWERS,
        file=file,
        sheet=grid.name,
        range=f"A{sheet.heading + 1}:{letter(max(grid.width - 1, 0))}{len(grid.rows)}",
        heading_rows=(sheet.heading + 1,),
        columns={letter(column): (field,) for field, column in ordered},
        rows=rows,
        row_count=sum(1 for _ in _people(sheet)),
        unknown_columns={
            place: text for place, text in headings.items() if same_key(text) not in _OWN
        },
        headings=headings,
    )


def _people(sheet: _Sheet) -> Iterator[int]:
    """Yield the rows that stand for somebody; signatures below the list do not."""
    for row in range(sheet.heading + 1, len(sheet.grid.rows)):
        if _text(sheet, row, sheet.key) or _text(sheet, row, sheet.name):
            yield row


def _rows(sheet: _Sheet, mark: str, today: date) -> Iterator[AnswerRow]:
    """Yield every row in which somebody answered."""
    for row in _people(sheet):
        answers = tuple(_answers(sheet, row, today))
        if not answers:
            continue
        list_id, _, person_id = _text(sheet, row, sheet.key).rpartition("/")
        yield AnswerRow(
            row + 1, _text(sheet, row, sheet.name), answers, list_id or mark, person_id
        )


def _text(sheet: _Sheet, row: int, column: int | None) -> str:
    return "" if column is None else sheet.grid.text(row, column)


# --- What was answered --------------------------------------------------------------------
def _answers(sheet: _Sheet, row: int, today: date) -> Iterator[StatedAnswer]:
    for field, column in sheet.fields.items():
        value = _shown(sheet.grid, row, column)
        text = as_text(value)
        if any(sign.isalnum() for sign in text):  # a dash or dots are no answer
            cell = address(row, column)
            yield StatedAnswer(field, text, _meaning(field, value, text, today), cell)


def _shown(grid: Grid, row: int, column: int) -> Value:
    """Return what Excel shows in a cell; one merged down its column speaks for all its rows."""
    place = grid.shared(row, column)
    return grid.value(*place) if place and place[1] == column else grid.value(row, column)


def _meaning(field: AnswerField, value: Value, text: str, today: date) -> str:
    """Return the code, the day or the words that an answer was read as; "" = not understood."""
    if field is AnswerField.DECIDED_ON:
        day = read_date(value, latest=today).value
        return str(day) if day is not None and day.first <= today else ""
    if field in _CODES:
        return _CODES[field].get(same_key(text.strip(" .;,")), "")
    return text
