"""How a sample workbook looks, and how it is saved so that equal content is equal bytes."""

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from math import ceil
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

SAVED = datetime(2026, 1, 5, 8, 0, tzinfo=UTC)
INVENTED = "(Tài liệu mẫu: người, số thẻ và địa danh đều do đặt ra, không có thật)"
FACE = "Times New Roman"
THIN = Side(style="thin")
BOX = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
FONTS = {
    "": Font(name=FACE, size=11),
    "bold": Font(name=FACE, size=11, bold=True),
    "italic": Font(name=FACE, size=11, italic=True),
    "title": Font(name=FACE, size=14, bold=True),
}
ALIGNMENTS = {
    "left": Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1),
    "center": Alignment(horizontal="center", vertical="center", wrap_text=True),
}
LINE_HEIGHT = 15.5
UNWRAPPED = Alignment(horizontal="left", vertical="center")

Value = str | int | date | None


@dataclass(frozen=True, slots=True)
class Block:
    """The lines above a table: who writes, where and when, and what it is."""

    organisation: tuple[str, str]
    place_and_date: str
    title: str
    subtitle: str


def new_sheet(book: Workbook, name: str, widths: Sequence[float]) -> Worksheet:
    """Add a landscape A4 sheet whose columns have `widths`."""
    sheet: Worksheet = book.create_sheet(name)
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToHeight = 0
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    if sheet.oddFooter:
        sheet.oddFooter.center.text = "&P/&N"
    return sheet


def put(
    sheet: Worksheet,
    row: int,
    column: int,
    value: Value,
    *,
    font: str = "",
    align: str = "center",
    boxed: bool = True,
) -> str:
    """Write one cell and return its address."""
    cell = sheet.cell(row, column, value)
    cell.font = FONTS[font]
    cell.alignment = ALIGNMENTS[align]
    if boxed:
        cell.border = BOX
    if isinstance(value, date):
        cell.number_format = "dd/mm/yyyy"
    elif isinstance(value, int) and value >= 2100:
        cell.number_format = "#,##0"  # a smaller one is a year or a running number
    elif isinstance(value, str):
        cell.number_format = "@"
    return cell.coordinate


def put_row(
    sheet: Worksheet, row: int, values: Iterable[Value], *, font: str = "", left: str = ""
) -> None:
    """Write a boxed row; the columns whose letters stand in `left` hold words."""
    lines = 1
    for number, value in enumerate(values, start=1):
        letter = get_column_letter(number)
        align = "left" if letter in left.split() else "center"
        put(sheet, row, number, value, font=font, align=align)
        if isinstance(value, str) and not font:
            lines = max(lines, ceil(len(value) / (1.1 * sheet.column_dimensions[letter].width)))
    sheet.row_dimensions[row].height = LINE_HEIGHT * lines + 1


def merge(sheet: Worksheet, row: int, first: int, last: int, *, down: int = 0) -> None:
    """Merge cells of one row, or a block that reaches `down` rows further."""
    sheet.merge_cells(start_row=row, end_row=row + down, start_column=first, end_column=last)


def line(sheet: Worksheet, row: int, columns: tuple[int, int], text: str, font: str) -> None:
    """Write a centred line over several columns, without a box."""
    put(sheet, row, columns[0], text, font=font, boxed=False)
    merge(sheet, row, *columns)


def heading_block(sheet: Worksheet, block: Block, columns: int) -> None:
    """Write rows 1-6: the organisation left, the Party right, the title below."""
    middle = max(4, columns // 2)
    line(sheet, 1, (1, middle - 1), block.organisation[0], "")
    line(sheet, 1, (middle, columns), "ĐẢNG CỘNG SẢN VIỆT NAM", "bold")
    line(sheet, 2, (1, middle - 1), block.organisation[1], "bold")
    line(sheet, 3, (1, middle - 1), "*", "")
    line(sheet, 3, (middle, columns), block.place_and_date, "italic")
    line(sheet, 4, (1, columns), block.title, "title")
    line(sheet, 5, (1, columns), block.subtitle, "italic")
    line(sheet, 6, (1, columns), INVENTED, "italic")
    sheet.row_dimensions[4].height = 24


def footnote(sheet: Worksheet, row: int, text: str) -> None:
    """Write an unboxed note that runs over the cells beside it."""
    cell = sheet.cell(row, 1, text)
    cell.font = FONTS["italic"]
    cell.alignment = UNWRAPPED


def signature_block(
    sheet: Worksheet, row: int, columns: int, *, maker: str, body: str, signer: str
) -> None:
    """Write who made the list and who signs it; the signer is no member of the list."""
    middle = max(4, columns // 2)
    line(sheet, row, (1, middle - 1), maker, "bold")
    line(sheet, row, (middle, columns), body, "bold")
    line(sheet, row + 1, (middle, columns), signer, "bold")
    line(sheet, row + 2, (1, middle - 1), "(Ký, ghi rõ họ tên)", "italic")
    line(sheet, row + 2, (middle, columns), "(Ký, ghi rõ họ tên)", "italic")
    line(sheet, row + 6, (middle, columns), "Người Ký Giả Định", "bold")


def save(book: Workbook, path: Path) -> None:
    """Save without the hour of saving: the same cells give the same bytes."""
    book.properties.creator = "Văn phòng Giả Định"
    book.properties.created = SAVED.replace(tzinfo=None)
    raw = io.BytesIO()
    book.save(raw)
    stamp = f"{SAVED:%Y-%m-%dT%H:%M:%SZ}".encode()
    with ZipFile(raw) as parts, ZipFile(path, "w") as out:
        for name in parts.namelist():
            content = parts.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp, content)
            entry = ZipInfo(name, SAVED.timetuple()[:6])
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0  # the same on every system
            out.writestr(entry, content)
