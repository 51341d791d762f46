"""Merged cells of OpenDocument sheets, which the fast reader does not tell."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from partyroll.read.grid import Grid, Span, make_grid

_TAG = re.compile(rb"<(/?)table:(table-row|table-cell|covered-table-cell)(?=[\s/>])([^>]*)>")
_NUMBER = {
    name: re.compile(rb"table:number-" + name.encode() + rb'="(\d+)"')
    for name in ("rows-repeated", "columns-repeated", "rows-spanned", "columns-spanned")
}


def with_ods_merges(path: Path, grids: list[Grid]) -> list[Grid]:
    """Return the grids with the merged ranges of an ods file; others as they are."""
    spans = _spans(path) if zipfile.is_zipfile(path) else []
    if len(spans) != len(grids):
        return grids
    return [
        make_grid(grid.name, grid.rows, merges=own, hidden=grid.hidden)
        for grid, own in zip(grids, spans, strict=True)
    ]


def _spans(path: Path) -> list[tuple[Span, ...]]:
    with zipfile.ZipFile(path) as archive:
        if "content.xml" not in archive.namelist():
            return []
        content = archive.read("content.xml")
    if b"-spanned=" not in content:
        return []
    return [*_sheets(content[max(content.find(b"<office:spreadsheet"), 0) :])]


def _sheets(content: bytes) -> Iterator[tuple[Span, ...]]:
    for sheet in content.split(b"</table:table>")[:-1]:
        yield tuple(_merged(sheet))


def _merged(sheet: bytes) -> Iterator[Span]:
    row = column = repeated = 0
    for tag in _TAG.finditer(sheet):
        closing, name, attributes = tag[1] == b"/", tag[2], tag[3]
        if name == b"table-row":
            if not closing:
                repeated, column = _number(attributes, "rows-repeated"), 0
            if closing or attributes.endswith(b"/"):
                row += repeated
        elif not closing:
            height = _number(attributes, "rows-spanned")
            width = _number(attributes, "columns-spanned")
            if height > 1 or width > 1:
                yield Span(row, column, row + height - 1, column + width - 1)
            column += _number(attributes, "columns-repeated")


def _number(attributes: bytes, name: str) -> int:
    found = _NUMBER[name].search(attributes)
    return int(found[1]) if found else 1
