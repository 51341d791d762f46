"""In which font a cell is written: the first sign of an old Vietnamese encoding."""

from collections.abc import Callable, Collection, Mapping
from pathlib import Path

FontsOf = Callable[[Path, str, Collection[str]], Mapping[str, str]]


def fonts_of(path: Path, sheet: str, addresses: Collection[str]) -> Mapping[str, str]:
    """Return the font of each of these cells of a sheet, as far as it is known."""
    from openpyxl import load_workbook  # noqa: PLC0415 – a slow import that few files need

    wanted = frozenset(addresses)
    book = load_workbook(path, read_only=True)
    try:
        return {
            cell.coordinate: str(cell.font.name)
            for row in book[sheet].iter_rows()
            for cell in row
            if cell.value is not None and cell.coordinate in wanted and cell.font is not None
        }
    finally:
        book.close()
