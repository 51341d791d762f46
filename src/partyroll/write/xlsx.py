"""A document as a workbook that an office prints, files and mails."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from xlsxwriter import Workbook

from partyroll.model import Document, Sheet
from partyroll.write.answers import (
    fills_in,
    hidden_keys,
    prepare_answers,
    write_choices,
    write_mark,
)
from partyroll.write.charts import write_chart
from partyroll.write.formats import AS_TYPED, Formats
from partyroll.write.grid import Grid, spans
from partyroll.write.links import Written, write_links
from partyroll.write.plain import plain
from partyroll.write.printing import page_starts, prepare_page, prepare_screen, print_apart
from partyroll.write.sheet_names import sheet_names
from partyroll.write.sizing import row_height
from partyroll.write.tables import Placed, printed_columns, write_table
from partyroll.write.whole import write_whole

PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
_CREATED = "created"  # the one property with a meaning: an ISO time
_LONGEST_PROPERTY = 255
_NARROWEST_HALF = 30
_SIGNATURE_ROWS = 4
_SPACE = "\u00a0"


def write_xlsx(document: Document, path: Path) -> None:
    """Write `document` to `path`, whole or not at all."""
    write_whole(path, workbook_bytes(document))


def workbook_bytes(document: Document) -> bytes:
    """Return `document` as the bytes of an xlsx file; equal documents give equal bytes."""
    target = BytesIO()
    workbook = Workbook(target, AS_TYPED)
    _describe(workbook, document)
    formats = Formats(workbook)
    names = sheet_names([sheet.name for sheet in document.sheets])
    written: list[Written] = []
    for number, (name, sheet) in enumerate(zip(names, document.sheets, strict=True)):
        hidden = _hidden(sheet)
        beside = hidden + _beside_paper(sheet)
        grid = Grid(workbook.add_worksheet(name), formats, _widths(sheet), beside)
        signed = number == 0 or hidden > 0
        placed = _write_sheet(workbook, grid, document, sheet, signed=signed)
        written += [(grid, one) for one in placed]
    write_links(written)
    if document.returning:
        if document.returning.choices:
            write_choices(workbook, formats, document.returning)
        write_mark(workbook, formats, document.returning)
    workbook.close()
    return target.getvalue()


def _widths(sheet: Sheet) -> list[int]:
    """Return the width of each column: the widest that any table of the sheet asks for."""
    tables = [printed_columns(table) for table in sheet.tables]
    most = max(map(len, tables), default=1)
    return [
        max((columns[place].width for columns in tables if place < len(columns)), default=60)
        for place in range(most)
    ]


def _hidden(sheet: Sheet) -> int:
    """Return how many of the last columns are out of sight."""
    return max(
        (sum(column.hidden for column in table.columns) for table in sheet.tables), default=0
    )


def _beside_paper(sheet: Sheet) -> int:
    """Return how many of the last columns are seen on the screen only; of a lone table."""
    if len(sheet.tables) != 1:
        return 0
    return sum(not column.on_paper for column in printed_columns(sheet.tables[0]))


def _write_sheet(
    workbook: Workbook, grid: Grid, document: Document, sheet: Sheet, *, signed: bool
) -> list[Placed]:
    for place, width in enumerate(grid.widths):
        grid.sheet.set_column(place, place, width, grid.formats.words("line"))
    _letterhead(grid, document)
    title_row = grid.row
    _titles(grid, document, sheet)
    placed = []
    for number, table in enumerate(sheet.tables):
        if number:
            grid.advance()
        titled = len(sheet.tables) > 1
        placed.append(write_table(grid, table, titled=titled, on_paper=sheet.on_paper))
        write_chart(workbook, grid, placed[-1])
    apart = len(placed) == 1 and bool(page_starts(placed[0]))
    if signed and not apart:
        _signatures(grid, document)
    several = len(sheet.tables) > 1 or any(table.chart for table in sheet.tables)
    together = sheet.together or several
    prepare_page(grid, document, repeat=_repeated(placed, title_row), together=together)
    if placed and not sheet.on_paper:
        grid.sheet.print_area(0, 0, placed[0].heading - 1, grid.last_column)
    if apart:
        print_apart(grid, document, placed[0], title_row)
    prepare_screen(grid, placed)
    if document.returning and (fills_in(placed) or hidden_keys(placed)):
        prepare_answers(grid, placed, document.returning)
    return placed


def _repeated(placed: list[Placed], title_row: int) -> int:
    """Return the row for the top of each page: a lone table's heading, else the title."""
    return placed[0].heading if len(placed) == 1 else title_row


def _letterhead(grid: Grid, document: Document) -> None:
    halves = spans(grid.shown, 2)
    widths = [sum(grid.shown[first : last + 1]) for first, last in halves]
    lines = [(line, _look(document, line)) for line in document.organisation]
    if document.confidentiality:
        lines.append((document.confidentiality.upper(), "marked"))
    if not halves or min(widths) < _NARROWEST_HALF:
        for line, look in ((PARTY, "party"), *lines):
            grid.line(line, look, line_height=17)
        return

    left, right = halves
    for number, (line, look) in enumerate(lines or [("", "upper")]):
        grid.words(line, look, left)
        if number == 0:
            grid.words(PARTY, "party", right)
        grid.advance(row_height([(plain(line), widths[0])], line_height=17))


def _look(document: Document, line: str) -> str:
    """Return the look of a line: the body that issues the paper stands out."""
    named = [name for name in document.organisation if name.strip("* ")]
    return "issuing" if line in named[-1:] else "upper"


def _titles(grid: Grid, document: Document, sheet: Sheet) -> None:
    grid.advance(8)
    grid.line(sheet.title or document.title, "title", line_height=20)
    for text, look in ((document.subtitle, "subtitle"), (document.notice, "notice")):
        if text:
            grid.line(text, look)
    for line in sheet.intro:
        grid.line(line, "line")
    if document.returning and _hidden(sheet):
        grid.line(document.returning.advice, "advice")
    grid.advance(8)


def _signatures(grid: Grid, document: Document) -> None:
    if not document.signatures:
        return

    grid.advance()
    fields = spans(grid.shown, len(document.signatures))
    for title, field in zip(document.signatures, fields, strict=False):
        grid.words(title, "signature", field)
    for title in document.signatures[len(fields) :]:  # too few columns: below each other
        grid.line(title, "signature")
        _blank(grid)
    _blank(grid)


def _blank(grid: Grid) -> None:
    for _ in range(_SIGNATURE_ROWS):
        grid.advance()
    # Something must stand in the last row, or it is cut off where a sheet is fitted to a page.
    grid.words(_SPACE, "signature", (0, 0))
    grid.advance()


def _describe(workbook: Workbook, document: Document) -> None:
    """Set the properties of the file: what it is, nothing about the machine."""
    created = document.properties.get(_CREATED, "1980-01-01T00:00:00")
    workbook.set_properties(
        {
            "title": plain(document.title),
            "subject": plain(document.subtitle),
            "author": "partyroll",
            "comments": plain(document.notice),
            "created": datetime.fromisoformat(created).replace(tzinfo=UTC),
        }
    )
    for name, value in document.properties.items():
        words = plain(value)[:_LONGEST_PROPERTY]
        if name != _CREATED and words:
            workbook.set_custom_property(plain(name)[:_LONGEST_PROPERTY], words, "text")
