"""A binary workbook of Excel, streamed once: values, merged cells and hidden rows counted."""

import struct
import zipfile
from dataclasses import dataclass, field

from partyroll.read.grid import Fault, Span, address
from partyroll.read.guard.addresses import LAST_COLUMN, LAST_ROW
from partyroll.read.guard.archive import part_name
from partyroll.read.guard.book_parts import parts_of_sheets
from partyroll.read.guard.parts import Parts
from partyroll.read.guard.records import WORD, records, wide_text
from partyroll.read.guard.survey import SheetSurvey, Survey, add_rows
from partyroll.read.refusals import (
    CellMisplaced,
    CellTooFar,
    WorkbookBroken,
    WorkbookTooHeavy,
)
from partyroll.read.traits import Traits

BOOK = "xl/workbook.bin"

# Numbers of records.
_ROW, _BLANK, _ERROR, _PLAIN_TEXT, _SHARED_TEXT = 0, 1, 3, 6, 7
_TEXT_OF_FORMULA, _ERROR_OF_FORMULA = 8, 11
_CELLS = range(_BLANK, _ERROR_OF_FORMULA + 1)
_TEXTS = {_PLAIN_TEXT, _TEXT_OF_FORMULA}
_BOOK_SETTINGS, _SHEET_NAME, _MERGED = 153, 156, 176
_END = 130  # the last record of every kind of sheet
_HIDDEN = 0x10  # of the twelfth byte of a row
_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}


@dataclass(slots=True)
class _Sheet:
    """What was counted of one sheet so far."""

    name: str
    row: int = 0
    hidden: bool = False
    cells: int = 0
    values: int = 0
    bottom: int = 0
    right: int = 0
    hints: dict[tuple[int, int], Fault] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)
    hidden_rows: list[range] = field(default_factory=list)

    def add(self, kind: int, content: bytes) -> None:
        """Count what one record says."""
        if kind == _ROW:
            (self.row,) = WORD.unpack_from(content)
            self.hidden = bool(content[11] & _HIDDEN)
        elif kind in _CELLS:
            self.cells += 1
            self._add_cell(kind, content)
        elif kind == _MERGED:
            top, bottom, left, right = struct.unpack_from("<IIII", content)
            self.spans.append(Span(top, left, bottom, right))

    def _add_cell(self, kind: int, content: bytes) -> None:
        (column,) = WORD.unpack_from(content)
        if kind == _BLANK or (kind in _TEXTS and not any(content[8:12])):
            return
        self.bottom = max(self.bottom, self.row + 1)
        self.right = max(self.right, column + 1)
        if self.hidden and (not self.hidden_rows or self.row not in self.hidden_rows[-1]):
            add_rows(self.hidden_rows, self.row)
        if kind in {_ERROR, _ERROR_OF_FORMULA}:  # readers give an empty cell
            error = Fault("formula_error", _ERRORS.get(content[8], "#?"))
            self.hints[self.row, column] = error
        elif kind != _SHARED_TEXT:  # it may have no letter
            self.values += 1

    def survey(self) -> SheetSurvey:
        """Return what was counted, after the last record."""
        return SheetSurvey(
            self.values,
            self.bottom,
            self.right,
            self.hints,
            tuple(self.spans),
            tuple(self.hidden_rows),
        )


@dataclass(slots=True)
class _Book:
    """The sheets that the workbook lists, by relation, and how it counts days."""

    names: dict[str, str] = field(default_factory=dict)
    epoch_1904: bool = False


def survey_xlsb(parts: Parts) -> Survey:
    """Return what the parts of a binary workbook hold, or refuse it."""
    try:
        return _survey(parts)
    except (ValueError, IndexError, struct.error) as error:
        raise WorkbookBroken(parts.path) from error


def _survey(parts: Parts) -> Survey:
    found = {part_name(info.filename): info for info in parts.archive.infolist()}
    book = _book(parts, found[BOOK])
    names = parts_of_sheets(parts, found[BOOK], book.names)
    if book.names and not names:
        raise WorkbookBroken(parts.path)
    sheets: list[_Sheet] = []
    for part, info in found.items():
        if part in names:
            sheets.append(_sheet(parts, info, names[part]))
        elif part != BOOK:
            parts.pass_over(info, xml=part.endswith((".xml", ".rels")))
    return Survey(
        sheets={sheet.name: sheet.survey() for sheet in sheets},
        values=sum(sheet.values for sheet in sheets),
        text_bytes=parts.unpacked,
        traits=Traits(epoch_1904=book.epoch_1904),
        macros=any(part.endswith("vbaproject.bin") for part in found),
        links=any("/externallinks/" in part for part in found),
    )


def _book(parts: Parts, info: zipfile.ZipInfo) -> _Book:
    book = _Book()
    for kind, content in records(parts.blocks(info)):
        if kind == _BOOK_SETTINGS:
            book.epoch_1904 = bool(content[0] & 1)
        elif kind == _SHEET_NAME:
            relation, end = wide_text(content, 2 * WORD.size)
            book.names[relation], _ = wide_text(content, end)
    return book


def _sheet(parts: Parts, info: zipfile.ZipInfo, name: str) -> _Sheet:
    sheet, limits, kind = _Sheet(name), parts.limits, _BLANK
    for kind, content in records(parts.blocks(info)):
        sheet.add(kind, content)
        if sheet.cells > limits.cells:
            raise WorkbookTooHeavy(parts.path, "hàng triệu ô có định dạng", name)
    if kind != _END:
        raise WorkbookBroken(parts.path)
    if sheet.bottom > LAST_ROW or sheet.right > LAST_COLUMN:
        raise CellMisplaced(parts.path, name, address(sheet.bottom - 1, sheet.right - 1))
    if sheet.right > limits.columns or sheet.bottom * sheet.right > limits.area:
        raise CellTooFar(parts.path, name, address(sheet.bottom - 1, sheet.right - 1))
    return sheet
