"""Tables: widths that Word keeps, a heading on every page, rows that do not split."""

from collections.abc import Sequence
from datetime import date

from docx.document import Document as WordDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu
from docx.table import Table as WordTable
from docx.table import _Cell as Cell
from docx.table import _Row as Row

from partyroll.model import CellValue, Column, Shape, Table
from partyroll.period import PartialDate
from partyroll.text import thousands
from partyroll.write.word.text import Look, say, thin, tight
from partyroll.write.word.widths import column_widths

NOBODY = "Không có dòng nào."
_CENTRED = frozenset({Shape.ID, Shape.ORDER, Shape.DATE})
_RIGHT = frozenset({Shape.COUNT, Shape.DECIMAL, Shape.PERCENT})
_GREY = "E7E6E6"
_YELLOW = "FFF2CC"


def frame(word: WordDocument, widths: Sequence[int], *, rows: int, grid: bool) -> WordTable:
    """Return an empty table whose columns keep their widths in Word and in LibreOffice."""
    table: WordTable = word.add_table(rows=rows, cols=len(widths))
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    if grid:
        table.style = "Table Grid"
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Emu(width)
    for row in table.rows:
        _narrow(row, widths)
    return table


def add_row(table: WordTable, widths: Sequence[int]) -> Row:
    """Return a new row of the table, with its widths."""
    row: Row = table.add_row()  # type: ignore[no-untyped-call]  # python-docx leaves it bare
    _narrow(row, widths)
    return row


def _narrow(row: Row, widths: Sequence[int]) -> None:
    for cell, width in zip(row.cells, widths, strict=True):
        cell.width = Emu(width)


def keep_whole(row: Row) -> None:
    """Forbid that a page break splits the row."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 (no public way)


def write_table(word: WordDocument, table: Table, width: int, size: float) -> None:
    """Write `table` as wide as the page; its heading stands on every page."""
    columns = [column for column in table.columns if column.printed]
    rows = [_texts(table, values) for values in table.rows]
    widths = column_widths(columns, rows, width, size)
    made = frame(word, widths, rows=1, grid=True)
    _write_heading(made.rows[0], columns, size)
    for number, texts in enumerate(rows):
        total = number >= len(rows) - table.total_rows
        _write_row(add_row(made, widths), columns, texts, Look(size, bold=total))
    if not rows:
        _nobody(add_row(made, widths), Look(size, italic=True))
    thin(word.add_paragraph())  # tables that touch become one


def _texts(table: Table, values: tuple[CellValue, ...]) -> list[str]:
    """Return what the reader of paper sees of a row."""
    return [
        _text(value, column.shape)
        for column, value in zip(table.columns, values, strict=True)
        if column.printed
    ]


def _write_heading(row: Row, columns: Sequence[Column], size: float) -> None:
    for column, cell in zip(columns, row.cells, strict=True):
        _write(cell, column.title, WD_ALIGN_PARAGRAPH.CENTER, Look(size, bold=True))
        _shade(cell, _GREY)
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 (same)
    keep_whole(row)


def _write_row(row: Row, columns: Sequence[Column], texts: Sequence[str], look: Look) -> None:
    keep_whole(row)
    for cell, column, text in zip(row.cells, columns, texts, strict=True):
        _write(cell, text, _alignment(column.shape), look)
        if column.by_hand:
            _shade(cell, _YELLOW)


def _nobody(row: Row, look: Look) -> None:
    _write(row.cells[0].merge(row.cells[-1]), NOBODY, WD_ALIGN_PARAGRAPH.CENTER, look)


def _write(cell: Cell, text: str, alignment: WD_ALIGN_PARAGRAPH, look: Look) -> None:
    paragraph = tight(cell.paragraphs[0])
    paragraph.alignment = alignment
    say(paragraph, text, look)


def _alignment(shape: Shape) -> WD_ALIGN_PARAGRAPH:
    if shape in _CENTRED:
        return WD_ALIGN_PARAGRAPH.CENTER
    return WD_ALIGN_PARAGRAPH.RIGHT if shape in _RIGHT else WD_ALIGN_PARAGRAPH.LEFT


def _text(value: CellValue, shape: Shape) -> str:
    """Return a value as it is written in Vietnamese: 1.441, 47,3, 05/03/2024."""
    if value is None:
        return ""
    if isinstance(value, PartialDate):
        return value.vi
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float):
        return f"{value:.1f}".replace(".", ",")
    if isinstance(value, int) and shape is Shape.COUNT:
        return thousands(value)
    return str(value)


def _shade(cell: Cell, colour: str) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 (no public way)
