"""In which fonts some cells are written, read by openpyxl in whatever process this is.

calamine gives no fonts.  Only a workbook whose styles name an old Vietnamese font is asked.
"""

import io
from collections.abc import Collection


def known_fonts(content: bytes, sheet: str, addresses: Collection[str]) -> dict[str, str]:
    """Return the fonts of some cells; none where openpyxl cannot read the workbook."""
    try:
        return _fonts(content, sheet, addresses)
    except Exception:  # noqa: BLE001 – it raises anything, and a font is only a hint
        return {}


def _fonts(content: bytes, sheet: str, addresses: Collection[str]) -> dict[str, str]:
    from openpyxl import load_workbook  # noqa: PLC0415 – a slow import that few files need
    from openpyxl.utils.cell import coordinate_to_tuple  # noqa: PLC0415 – same

    wanted = {coordinate_to_tuple(address): address for address in addresses}
    last = max((row for row, _ in wanted), default=1)
    book = load_workbook(io.BytesIO(content), read_only=True)
    try:
        return {
            wanted[cell.row, cell.column]: str(cell.font.name)
            for row in book[sheet].iter_rows(max_row=last)
            for cell in row
            if cell.value is not None and (cell.row, cell.column) in wanted
        }
    finally:
        book.close()
