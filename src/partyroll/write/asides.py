"""Rows that stayed out, in the layout they came in, with what is wrong beside and upon them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from io import BytesIO
from itertools import groupby
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from partyroll.messages import (
    RETURNED_ADVICE,
    RETURNED_ANSWER,
    RETURNED_CODES,
    RETURNED_MARK,
    RETURNED_ROW,
)
from partyroll.model import CellValue
from partyroll.write.asides_look import Looks, column_widths, prepare_sheet
from partyroll.write.formats import AS_TYPED, BASE
from partyroll.write.grid import write_text, write_value
from partyroll.write.plain import plain
from partyroll.write.sheet_names import sheet_names
from partyroll.write.sizing import row_height, text_width
from partyroll.write.whole import write_whole

_LONGEST_LIST = 255  # characters that Excel takes for a drop-down
_LONGEST_COMMENT = 2_000
_MARK_SHEET = "partyroll"


@dataclass(frozen=True, slots=True)
class AsideRow:
    """A row of the sheet; `part` is title, heading, section, body or legend.

    `number` is its row in the source and `origin` the sheet and row where it stood first (row
    0 where nobody knows); `texts` is what it says, cell by cell.  `faults` tell what is wrong,
    by column (0-based), and `remarks` what else is to be said.  `answers` are those its
    question accepts.
    """

    number: int
    part: str
    values: tuple[CellValue, ...]
    codes: tuple[str, ...] = ()
    faults: Mapping[int, str] = field(default_factory=dict)
    remarks: Mapping[int, str] = field(default_factory=dict)
    answers: tuple[str, ...] = ()
    origin: tuple[str, int] = ("", 0)
    texts: tuple[str, ...] = ()


@dataclass(frozen=True)
class AsideSheet:
    """The rows of one sheet; merged ranges (top, left, bottom, right) are the source's."""

    name: str
    rows: tuple[AsideRow, ...]
    merges: tuple[tuple[int, int, int, int], ...] = ()

    @cached_property
    def asks(self) -> bool:
        """Whether some row waits for an answer."""
        return any(row.answers for row in self.rows)

    @property
    def own_columns(self) -> tuple[str, ...]:
        """The headings of the columns in front of the source's own."""
        answer = (RETURNED_ANSWER,) if self.asks else ()
        return (RETURNED_CODES, *answer, RETURNED_ROW)


@dataclass(frozen=True, slots=True)
class Asides:
    """A workbook of rows that stayed out; `completes` is the sha256 of the one they are from.

    `advice` is the one sentence above each table.
    """

    source: str
    completes: str
    advice: str
    sheets: tuple[AsideSheet, ...]


def write_asides(asides: Asides, path: Path) -> None:
    """Write the workbook to `path`, whole or not at all."""
    write_whole(path, asides_bytes(asides))


def asides_bytes(asides: Asides) -> bytes:
    """Return the workbook as the bytes of an xlsx file."""
    target = BytesIO()
    workbook = Workbook(target, AS_TYPED)
    workbook.set_properties({"title": plain(asides.source)[:255], "author": "partyroll"})
    workbook.set_custom_property(RETURNED_MARK, asides.completes, "text")
    looks = Looks(workbook)
    names = sheet_names([*(sheet.name for sheet in asides.sheets), _MARK_SHEET])
    for name, sheet in zip(names, asides.sheets, strict=False):
        _Page(workbook.add_worksheet(name), looks, sheet).write(asides.advice)
    _mark(workbook.add_worksheet(names[-1]), asides, names, looks.listed)
    workbook.close()
    return target.getvalue()


def _mark(sheet: Worksheet, asides: Asides, names: Iterable[str], look: Format) -> None:
    """Write what tells this workbook and its rows when it comes back."""
    lines: list[tuple[str, ...]] = [(RETURNED_MARK, asides.completes, asides.source)]
    for name, own in zip(names, asides.sheets, strict=False):
        lines += [
            (name, row.origin[0], str(row.origin[1]), " ".join(row.codes), *row.texts)
            for row in own.rows
            if row.part == "body"
        ]
    for number, line in enumerate(lines):
        for column, text in enumerate(line):
            write_text(sheet, number, column, text, look)
    sheet.very_hidden()


class _Page:
    """One sheet while it is written."""

    def __init__(self, sheet: Worksheet, looks: Looks, source: AsideSheet) -> None:
        self._sheet, self._looks, self._source = sheet, looks, source
        self._own = source.own_columns
        self._shift = len(self._own)
        heading = [row for row in source.rows if row.part == "heading"]
        self._columns = max((len(row.values) for row in heading), default=0)
        wide = {(top, left) for top, left, _, right in source.merges if right > left}
        heads = [
            [None if (row.number - 1, c) in wide else v for c, v in enumerate(row.values)]
            for row in heading
        ]
        self._widths = column_widths(self._own, [row.values for row in _people(source)], heads)
        self._at: dict[int, int] = {}  # row of the source → row here

    def write(self, advice: str) -> None:
        """Write the advice, the rows as they stood, and the columns in front of them."""
        last = max(len(self._widths) - 1, 1)
        text = f"{RETURNED_ADVICE} {advice}"
        look = self._looks.advice
        self._sheet.merge_range(0, 0, 0, last, "", look)
        write_text(self._sheet, 0, 0, text, look)
        self._sheet.set_row(0, row_height([(text, sum(self._widths))]) + 4)
        for here, row in enumerate(self._source.rows, start=2):
            self._at[row.number - 1] = here
            self._row(here, row)
        self._merge()
        self._head_own_columns()
        headings = [self._at[r.number - 1] for r in self._source.rows if r.part == "heading"]
        prepare_sheet(self._sheet, headings, self._widths, len(self._source.rows) + 2)

    def _row(self, here: int, row: AsideRow) -> None:
        room = []
        missing = self._columns - len(row.values) if row.part == "body" else 0
        for column, value in enumerate((*row.values, *[None] * missing)):
            place = column + self._shift
            self._cell(here, place, value, row, column)
            width = self._width(row, column)
            if isinstance(value, str) and width:
                room.append((plain(value), width))
        for column in (set(row.faults) | set(row.remarks)) - set(range(len(row.values))):
            self._cell(here, column + self._shift, None, row, column)
        if row.part == "body":
            self._in_front(here, row)
            room.append((", ".join(row.codes), self._widths[0]))
        self._sheet.set_row(here, row_height(room))

    def _width(self, row: AsideRow, column: int) -> float:
        """Return the room a text has; titles flow over their neighbours."""
        merged = next(
            (m for m in self._source.merges if m[:2] == (row.number - 1, column)), None
        )
        if merged is None and row.part in {"title", "section", "legend"}:
            return 0.0
        last = merged[3] if merged else column
        if merged and merged[2] > merged[0]:
            return 0.0
        return sum(self._widths[column + self._shift : last + self._shift + 1])

    def _cell(
        self, here: int, place: int, value: CellValue, row: AsideRow, column: int
    ) -> None:
        faulty = column in row.faults
        look = self._looks.cell(row.part, value, faulty=faulty)
        if isinstance(value, bool):
            self._sheet.write_boolean(here, place, value, look)
        elif faulty or not isinstance(value, int | float | date):
            write_text(self._sheet, here, place, _as_typed(value), look)
        else:
            write_value(self._sheet, here, place, value, look)
        told = row.faults.get(column) or row.remarks.get(column)
        if told:
            self._comment(here, place, told)

    def _comment(self, here: int, place: int, told: str) -> None:
        text = plain(told)[:_LONGEST_COMMENT]
        lines = max(text_width(text) // 34 + text.count("\n") + 2, 3)
        look = {"author": "partyroll", "width": 240, "height": 17 * lines, "font_size": 10}
        self._sheet.write_comment(here, place, text, {**look, "font_name": BASE["font_name"]})

    def _in_front(self, here: int, row: AsideRow) -> None:
        """Write the codes, the place for an answer, and the row of the source."""
        plain_look = self._looks.cell("body", "", faulty=False)
        write_text(self._sheet, here, 0, ", ".join(row.codes), plain_look)
        if self._source.asks:
            asked = bool(row.answers)
            look = self._looks.cell("body", "", faulty=asked)
            write_text(self._sheet, here, 1, "", look)
            if asked:
                self._ask(here, row.answers)
        number = row.origin[1] or None
        write_value(self._sheet, here, self._shift - 1, number, self._looks.number)

    def _ask(self, here: int, answers: tuple[str, ...]) -> None:
        listed = ",".join(answers)
        if any("," in answer for answer in answers) or len(listed) > _LONGEST_LIST:
            self._comment(here, 1, "Ghi một trong các câu:\n" + "\n".join(answers))
            return
        self._sheet.data_validation(
            here,
            1,
            here,
            1,
            {
                "validate": "list",
                "source": list(answers),
                "error_type": "warning",
                "error_title": "Trả lời",
                "error_message": "Chọn một câu trong danh sách; ngày, nếu cần, ghi ở cuối.",
            },
        )

    # --- Around the rows ------------------------------------------------------------------
    def _merge(self) -> None:
        for top, left, bottom, right in self._source.merges:
            if top not in self._at or bottom not in self._at:
                continue
            first, last = self._at[top], self._at[bottom]
            row = next(r for r in self._source.rows if r.number - 1 == top)
            value = row.values[left] if left < len(row.values) else None
            look = self._looks.cell(row.part, value, faulty=left in row.faults)
            place = (first, left + self._shift, last, right + self._shift)
            self._sheet.merge_range(*place, "", look)
            self._cell(first, left + self._shift, value, row, left)

    def _head_own_columns(self) -> None:
        """Head the columns in front beside every heading of the source, over all its rows."""
        look = self._looks.own_heading
        rows = enumerate(self._source.rows, start=2)
        for heads, block in groupby(rows, key=lambda item: item[1].part == "heading"):
            places = [here for here, _ in block]
            for column, text in enumerate(self._own if heads else ()):
                if len(places) > 1:
                    self._sheet.merge_range(places[0], column, places[-1], column, "", look)
                write_text(self._sheet, places[0], column, text, look)


def _people(source: AsideSheet) -> list[AsideRow]:
    return [row for row in source.rows if row.part == "body"]


def _as_typed(value: CellValue) -> str:
    if isinstance(value, date):
        return f"{value.day:02d}/{value.month:02d}/{value.year:04d}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)
