"""The sheets of a workbook as plain values, read by calamine in whatever process this is.

Nothing of the package above it is imported here: a process that only reads starts quickly.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import repeat

from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

Area = tuple[int, int, int, int]  # top, left, bottom, right; from 0, ends included

_WITHOUT_CELLS = (SheetTypeEnum.ChartSheet, SheetTypeEnum.Vba)


@dataclass(frozen=True, slots=True)
class SheetHead:
    """What is known of a sheet before its rows."""

    name: str
    hidden: bool
    merges: tuple[Area, ...]


def open_sheets(content: bytes) -> Iterator[tuple[SheetHead, Iterator[list[object]]]]:
    """Yield every sheet with cells, in order, with its rows from A1 on."""
    with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
        for place, about in enumerate(book.sheets_metadata):
            if about.typ in _WITHOUT_CELLS:
                continue
            sheet = book.get_sheet_by_index(place)
            _, left = sheet.start or (0, 0)
            merges = tuple((*start, *end) for start, end in sheet.merged_cell_ranges or ())
            hidden = about.visible is not SheetVisibleEnum.Visible
            yield SheetHead(sheet.name, hidden, merges), _rows(sheet, left)


def _rows(sheet: CalamineSheet, left: int) -> Iterator[list[object]]:
    for row in sheet.iter_rows() if sheet.start else ():  # from row 1, but not from column A
        cells: list[object] = [*repeat("", left), *row] if left else [*row]
        while cells and cells[-1] == "":
            cells.pop()
        yield cells
