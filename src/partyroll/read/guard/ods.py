"""An OpenDocument workbook, streamed once: values, repetitions and merged cells counted."""

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from partyroll.read.grid import Span, address
from partyroll.read.guard.addresses import LAST_COLUMN, LAST_ROW
from partyroll.read.guard.attributes import attributes
from partyroll.read.guard.limits import Limits
from partyroll.read.guard.parts import Parts
from partyroll.read.guard.survey import SheetSurvey, Survey, add_rows
from partyroll.read.refusals import CellTooFar, WorkbookHasPassword, WorkbookTooHeavy

_CONTENT, _MANIFEST = "content.xml", "META-INF/manifest.xml"
_ENCRYPTION = b"encryption-data"
_END_OF_ROW = b"</table:table-row>"
_START = re.compile(rb"<table:(table|table-row)(\s[^>]*)?/?>")
_CELL = re.compile(rb"<table:(?:covered-)?table-cell(\s[^>]*)?/?>")
_VALUE = b"office:value-type="


@dataclass(slots=True)
class _Sheet:
    """What was counted of one sheet so far."""

    name: str
    rows: int = 0
    values: int = 0
    bottom: int = 0
    right: int = 0
    spans: list[Span] = field(default_factory=list)
    hidden_rows: list[range] = field(default_factory=list)

    def add_row(self, tag: Mapping[str, str], cells: bytes) -> None:
        """Count one row, as often as it says it stands there."""
        times = min(_number(tag, "number-rows-repeated"), LAST_ROW)
        if _VALUE in cells:
            values, right = self._add_cells(cells)
            self.values += values * times
            self.right = max(self.right, right)
            self.bottom = self.rows + times
            if tag.get("visibility") in {"collapse", "filter"}:
                add_rows(self.hidden_rows, self.rows, times)
        self.rows += times

    def _add_cells(self, cells: bytes) -> tuple[int, int]:
        if b"-repeated=" not in cells and b"-spanned=" not in cells:
            return cells.count(_VALUE), len(_CELL.findall(cells))
        column = values = right = 0
        for found in _CELL.finditer(cells):
            tag = attributes(found[1] or b"")
            width = _number(tag, "number-columns-spanned")
            height = _number(tag, "number-rows-spanned")
            if height > 1 or width > 1:
                self.spans.append(
                    Span(self.rows, column, self.rows + height - 1, column + width - 1)
                )
            times = min(_number(tag, "number-columns-repeated"), LAST_COLUMN)
            column += times
            if "value-type" in tag:
                values += times
                right = column
        return values, right

    def survey(self) -> SheetSurvey:
        """Return what was counted, after the last row."""
        spans = tuple(self.spans)
        hidden = tuple(self.hidden_rows)
        return SheetSurvey(
            self.values, self.bottom, self.right, spans=spans, hidden_rows=hidden
        )


def survey_ods(parts: Parts) -> Survey:
    """Return what an OpenDocument workbook holds, or refuse it."""
    sheets: list[_Sheet] = []
    for info in parts.archive.infolist():
        if info.filename == _CONTENT:
            sheets = [*_sheets(parts, info)]
        elif info.filename == _MANIFEST:
            if _ENCRYPTION in parts.whole(info):
                raise WorkbookHasPassword(parts.path)
        else:
            parts.pass_over(info, xml=info.filename.endswith(".xml"))
    return Survey(
        sheets={sheet.name: sheet.survey() for sheet in sheets},
        values=sum(sheet.values for sheet in sheets),
        text_bytes=parts.unpacked,
    )


def _sheets(parts: Parts, info: zipfile.ZipInfo) -> Iterator[_Sheet]:
    sheet = _Sheet("")
    count = 0
    for piece in parts.pieces(info, _cut_after_row):
        parts.refuse_long_text(piece)
        starts = [*_START.finditer(piece), None]
        for start, following in pairwise(starts):
            if start is None:
                continue
            tag = attributes(start[2] or b"")
            if start[1] == b"table":
                if sheet.name:
                    yield sheet
                sheet = _Sheet(tag.get("name", ""))
                count += 1
                if count > parts.limits.sheets:
                    what = f"nhiều hơn {parts.limits.sheets} trang"
                    raise WorkbookTooHeavy(parts.path, what, limit="sheets")
                continue
            end = following.start() if following else len(piece)
            sheet.add_row(tag, piece[start.end() : end])
            _refuse_size(parts, sheet, parts.limits)
    if sheet.name:
        yield sheet


def _refuse_size(parts: Parts, sheet: _Sheet, limits: Limits) -> None:
    if sheet.values > limits.cells:
        raise WorkbookTooHeavy(
            parts.path, "hàng triệu ô có nội dung", sheet.name, limit="cells"
        )
    if sheet.right > limits.columns or sheet.bottom * sheet.right > limits.area:
        where = address(sheet.bottom - 1, sheet.right - 1)
        raise CellTooFar(parts.path, sheet.name, where)


def _cut_after_row(text: bytes) -> int:
    end = text.rfind(_END_OF_ROW)
    return end + len(_END_OF_ROW) if end >= 0 else 0


def _number(tag: Mapping[str, str], name: str) -> int:
    text = tag.get(name, "")
    return int(text[:10]) if text.isdecimal() else 1
