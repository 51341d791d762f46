"""A list for review that comes back filled in: which list, whose row, what was answered.

Rows are known by the key they carry, never by where they stand: people sort and delete them.
"""

import re
import zipfile
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from html import unescape
from io import BytesIO

from partyroll.messages import EXCUSE, LIST_ID, LIST_SHEETS, OUTCOME, REGISTER_SHEET
from partyroll.model import AnswerField, Problem
from partyroll.read.answer_sheets import AnswerSheet, answer_sheet
from partyroll.read.beside_answers import asides_of, comments_of, lines_below, remark_in
from partyroll.read.dates import read_date
from partyroll.read.dittos import is_ditto
from partyroll.read.facts import AnswerRow, StatedAnswer, Table, TableKind
from partyroll.read.grid import Grid, Value, address, as_text, letter
from partyroll.read.guard.cell_marks import Mark
from partyroll.read.list_sheets import typed_on
from partyroll.read.remarks import Remark
from partyroll.read.sentences import problem
from partyroll.text import fold, says_something

MarksOf = Callable[[Collection[str]], Iterable[Mark]]
_PROPERTY = re.compile(re.escape(LIST_ID) + r'"[^>]*>\s*(?:<[^>]*>)?\s*([0-9A-Za-z-]+)')
_PROPERTY_PARTS = re.compile(r"docProps/custom\.xml|meta\.xml")
_FOOTER = re.compile(r"Danh sách số (\d+)")
_FOOTER_PARTS = re.compile(r"xl/worksheets/sheet\d+\.xml|styles\.xml")
_CODES = {AnswerField.CONCLUSION: OUTCOME, AnswerField.REASON: EXCUSE}
# What would take somebody out of the Party is written in full.
_IN_FULL = frozenset({"PROPOSE_REMOVAL", "REMOVED", "WITHDREW"})


def no_marks(_sheets: Collection[str]) -> tuple[Mark, ...]:
    """Return no marks: of a file that can hold none."""
    return ()


def answer_tables(
    file: str, content: bytes, grids: list[Grid], today: date, marks_of: MarksOf = no_marks
) -> tuple[Table, ...]:
    """Return the lists for review that a workbook brings back; empty for any other workbook.

    `marks_of` finds the comments and colours on the cells of some sheets.
    """
    sheets = {grid.name: sheet for grid in grids if (sheet := answer_sheet(grid)) is not None}
    if not sheets:
        return ()
    mark, marks = _mark(content, grids), marks_of([*sheets])
    return tuple(
        _table(file, _Returned(sheets[grid.name], mark, today, _on(marks, grid.name)))
        if grid.name in sheets
        else Table(
            TableKind.SKIPPED, file, grid.name, "", (), {}, rows=tuple(typed_on(grid, mark))
        )
        for grid in grids
        if not grid.hidden
    )


def _on(marks: Iterable[Mark], sheet: str) -> Mapping[int, list[Mark]]:
    """Return the marks on a sheet by their row."""
    by_row = defaultdict[int, list[Mark]](list)
    for mark in marks:
        if mark.sheet == sheet:
            by_row[mark.row].append(mark)
    return by_row


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
    kinds = {table.kind for table in tables}
    own = LIST_SHEETS | {REGISTER_SHEET} if TableKind.MATTER_ANSWERS in kinds else LIST_SHEETS
    code = "sheet_beside_slip" if TableKind.TRANSFERS in kinds else "sheet_skipped"
    for table in tables:
        if table.kind is TableKind.SKIPPED and table.sheet not in own:
            remark = Remark(0, code, table.sheet)
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
@dataclass(frozen=True, slots=True)
class _Returned:
    """A sheet, of which list it is where its rows do not say, and the marks on its rows."""

    sheet: AnswerSheet
    list_ref: str
    today: date
    marks: Mapping[int, list[Mark]]


def _table(file: str, returned: _Returned) -> Table:
    sheet = returned.sheet
    grid, rows = sheet.grid, tuple(_rows(returned))
    columns = {f"answer_{field}": column for field, column in sheet.fields.items()}
    columns |= {"full_name": sheet.name} if sheet.name is not None else {}
    columns |= {"list_row": sheet.key} if sheet.key is not None else {}
    ordered = sorted(columns.items(), key=lambda item: item[1])
    strange = sheet.strange_headings
    return Table(
        kind=TableKind.REVIEW_ANSWERS,
        file=file,
        sheet=grid.name,
        range=f"A{sheet.heading + 1}:{letter(max(grid.width - 1, 0))}{len(grid.rows)}",
        heading_rows=(sheet.heading + 1,),
        columns={letter(column): (field,) for field, column in ordered},
        rows=rows,
        row_count=sum(1 for _ in sheet.people()),
        unknown_columns={letter(column): text for column, text in strange.items()},
        headings={letter(column): text for column, text in sheet.headings.items()},
    )


def _rows(returned: _Returned) -> Iterator[AnswerRow]:
    """Yield every row in which somebody said something."""
    sheet = returned.sheet
    below = dict(lines_below(sheet))
    for row, aside in below.items():
        yield AnswerRow(row + 1, "", (), returned.list_ref, asides=(aside,))
    people = [row for row in sheet.people() if row not in below]
    for row in sorted(returned.marks.keys() - {*people}):
        if comments := tuple(comments_of(returned.marks[row])):
            yield AnswerRow(row + 1, "", (), returned.list_ref, asides=comments)
    for row in people:
        answers = tuple(_answers(sheet, row, returned.today))
        asides = tuple(asides_of(sheet, row, returned.marks.get(row, ())))
        remark = remark_in(sheet, row)
        if answers or asides or remark:
            list_id, _, person_id = sheet.key_at(row).rpartition("/")
            ref, name = list_id or returned.list_ref, sheet.name_at(row)
            whose = (row + 1, name, answers, ref, person_id)
            yield AnswerRow(*whose, asides=asides, remark=remark)


# --- What was answered --------------------------------------------------------------------
def _answers(sheet: AnswerSheet, row: int, today: date) -> Iterator[StatedAnswer]:
    for field, column in sheet.fields.items():
        value = _shown(sheet.grid, row, column)
        text = as_text(value)
        if says_something(text) and not is_ditto(text):
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
        return _code(text.strip(" .;,!"), _CODES[field])
    return text


def _code(text: str, words: Mapping[str, str]) -> str:
    """Return the code that an answer names: in full, or by its first words if they fit one.

    Accents may be missing; "chấp nhận" is enough for "Chấp nhận lý do".
    """
    folded = fold(text)
    whole = [code for code, own in words.items() if fold(own) == folded]
    if whole or " " not in folded:
        return whole[0] if whole else ""
    begun = [code for code, own in words.items() if fold(own).startswith(folded)]
    return begun[0] if len(begun) == 1 and begun[0] not in _IN_FULL else ""
