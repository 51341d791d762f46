"""What the fast reader loses: error cells, formulas never computed, dates without a day, fonts.

The raw XML is searched first; only a workbook that shows such a trait is opened again.
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from partyroll.period import PartialDate
from partyroll.read.grid import Fault, Grid, Rows, Value

if TYPE_CHECKING:
    from openpyxl.cell.read_only import ReadOnlyCell

_LEGACY_FONT = re.compile(rb'val="(\.Vn|VNI-)', re.IGNORECASE)
_UNCOMPUTED = re.compile(
    rb"</f>\s*(?:<v\s*/>|<v></v>)?\s*</c>|<f[^>]*/>\s*(?:<v\s*/>|<v></v>)?\s*</c>"
)
_FORMAT = re.compile(rb'formatCode="([^"]*)"')
_SHORT_BUILTIN = re.compile(rb'<xf\b[^>]*\bnumFmtId="17"')
_EPOCH_1904 = re.compile(rb'date1904="(?:1|true)"')
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')


@dataclass(frozen=True, slots=True)
class Traits:
    """What a cheap look at the parts of a workbook says."""

    legacy_fonts: bool = False
    errors: bool = False
    uncomputed: bool = False
    dates_without_day: bool = False
    epoch_1904: bool = False

    @property
    def need_second_reading(self) -> bool:
        """Whether cell values alone would mislead."""
        return self.errors or self.uncomputed or self.dates_without_day


def find_traits(path: Path) -> Traits:
    """Return the traits of an xlsx workbook; of other formats nothing is known."""
    if not zipfile.is_zipfile(path):
        return Traits()
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
        styles = archive.read("xl/styles.xml") if "xl/styles.xml" in names else b""
        book = archive.read("xl/workbook.xml") if "xl/workbook.xml" in names else b""
        errors = uncomputed = False
        for name in names:
            if name.startswith("xl/worksheets/"):
                sheet = archive.read(name)
                errors = errors or b't="e"' in sheet
                uncomputed = uncomputed or _has_uncomputed(sheet)
    formats = [found.decode("utf-8", "replace") for found in _FORMAT.findall(styles)]
    return Traits(
        legacy_fonts=_LEGACY_FONT.search(styles) is not None,
        errors=errors,
        uncomputed=uncomputed,
        dates_without_day=bool(_SHORT_BUILTIN.search(styles))
        or any(shown_precision(code) in {"month", "year"} for code in formats),
        epoch_1904=_EPOCH_1904.search(book) is not None,
    )


def _has_uncomputed(sheet: bytes) -> bool:
    # Substrings first: a large sheet without formulas costs next to nothing.
    return (b"</f>" in sheet or b"<f " in sheet) and _UNCOMPUTED.search(sheet) is not None


def shown_precision(number_format: str) -> str:
    """Return what a date in this format shows: day, month, year, or "" (no date at all)."""
    code = _QUOTED.sub("", number_format).casefold().split(";", maxsplit=1)[0]
    if "y" not in code:
        return ""
    if "d" in code or "h" in code:
        return "day"
    return "month" if "m" in code else "year"


def with_traits(path: Path, grids: list[Grid]) -> list[Grid]:
    """Return the grids with errors, uncomputed formulas and months in their right places."""
    from openpyxl import load_workbook  # noqa: PLC0415 – a slow import that few files need

    book = load_workbook(path, read_only=True, data_only=False)
    try:
        for grid in grids:
            if grid.name in book.sheetnames:
                for cell in _cells(book[grid.name].iter_rows()):
                    _mend(grid.rows, cell)
    finally:
        book.close()
    return grids


def _cells(rows: object) -> Iterator["ReadOnlyCell"]:
    for row in rows:  # type: ignore[attr-defined]  # openpyxl leaves its rows untyped
        yield from (cell for cell in row if cell.value is not None)


def _mend(rows: Rows, cell: "ReadOnlyCell") -> None:
    row, column = int(cell.row) - 1, int(cell.column) - 1
    if cell.data_type == "e":
        _put(rows, row, column, Fault("formula_error", str(cell.value)))
    elif cell.data_type == "f" and _at(rows, row, column) == "":
        _put(rows, row, column, Fault("formula_without_cached_value", str(cell.value)))
    elif cell.data_type == "d" or cell.is_date:
        value = _at(rows, row, column)
        precision = shown_precision(str(cell.number_format))
        if isinstance(value, date) and precision == "month":
            _put(rows, row, column, PartialDate(value.year, value.month))
        elif isinstance(value, date) and precision == "year":
            _put(rows, row, column, PartialDate(value.year))


def _at(rows: Rows, row: int, column: int) -> Value:
    return rows[row][column] if row < len(rows) and column < len(rows[row]) else ""


def _put(rows: Rows, row: int, column: int, value: Value) -> None:
    while len(rows) <= row:
        rows.append([])
    rows[row].extend([""] * (column + 1 - len(rows[row])))
    rows[row][column] = value
