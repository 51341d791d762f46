"""Pages as files, by libraries that are not the reader's."""

import csv
import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

import xlsxwriter
import xlwt

from .dates import Written
from .pages import Page

FontOf = Callable[[Page, int, int], str]


def write_xlsx(path: Path, pages: Sequence[Page], font_of: FontOf) -> None:
    book = xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False})
    formats: dict[tuple[str, bool], object] = {}
    for page in pages:
        sheet = book.add_worksheet(page.name)
        for top, left, bottom, right in page.merges:
            sheet.merge_range(top, left, bottom, right, "")
        for row, column, value in page.filled():
            key = (font_of(page, row, column), isinstance(value, date))
            if key not in formats:
                shown = {"num_format": "dd/mm/yyyy"} if key[1] else {}
                formats[key] = book.add_format({"font_name": key[0], **shown})
            if isinstance(value, str):
                sheet.write_string(row, column, value, formats[key])
            elif isinstance(value, date):
                sheet.write_datetime(row, column, value, formats[key])
            else:
                sheet.write_number(row, column, value, formats[key])
    book.close()


def write_xls(path: Path, pages: Sequence[Page]) -> None:
    book = xlwt.Workbook()
    day = xlwt.easyxf(num_format_str="DD/MM/YYYY")
    for page in pages:
        sheet = book.add_sheet(page.name)
        merged = {(top, left): (bottom, right) for top, left, bottom, right in page.merges}
        for row, column, value in page.filled():
            style = day if isinstance(value, date) else xlwt.Style.default_style
            bottom, right = merged.get((row, column), (row, column))
            sheet.write_merge(row, bottom, column, right, value, style)
    book.save(str(path))


_ODS = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
    "<office:body><office:spreadsheet>{}</office:spreadsheet></office:body>"
    "</office:document-content>"
)
_ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest'
    ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODS_TYPE}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)


def write_ods(path: Path, pages: Sequence[Page]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", _ODS_TYPE, zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", _MANIFEST)
        archive.writestr("content.xml", _ODS.format("".join(map(_ods_sheet, pages))))


def _ods_sheet(page: Page) -> str:
    spans = {(top, left): (bottom, right) for top, left, bottom, right in page.merges}
    covered = {
        (row, column)
        for top, left, bottom, right in page.merges
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    } - set(spans)
    width = max(len(values) for values in page.rows)
    rows = (
        "".join(
            _ods_cell(
                values[column] if column < len(values) else None,
                spans.get((row, column), (row, column)),
                (row, column),
                covered=(row, column) in covered,
            )
            for column in range(width)
        )
        for row, values in enumerate(page.rows)
    )
    body = "".join(f"<table:table-row>{cells}</table:table-row>" for cells in rows)
    name = escape(page.name, {'"': "&quot;"})
    return f'<table:table table:name="{name}">{body}</table:table>'


def _ods_cell(
    value: Written | None, until: tuple[int, int], place: tuple[int, int], *, covered: bool
) -> str:
    if covered:
        return "<table:covered-table-cell/>"
    down, right = until[0] - place[0] + 1, until[1] - place[1] + 1
    span = (
        f' table:number-rows-spanned="{down}" table:number-columns-spanned="{right}"'
        if (down, right) != (1, 1)
        else ""
    )
    if value is None or value == "":
        return f"<table:table-cell{span}/>"
    if isinstance(value, str):
        lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in value.split("\n"))
        return f'<table:table-cell{span} office:value-type="string">{lines}</table:table-cell>'
    if isinstance(value, date):
        shown = f'office:value-type="date" office:date-value="{value.isoformat()}"'
    else:
        shown = f'office:value-type="float" office:value="{value}"'
    return f"<table:table-cell{span} {shown}><text:p>{value}</text:p></table:table-cell>"


def write_csv(path: Path, page: Page, *, sign: str, codec: str) -> None:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=sign, lineterminator="\r\n")
    writer.writerows([["" if v is None else v for v in values] for values in page.rows])
    path.write_bytes(text.getvalue().encode(codec))
