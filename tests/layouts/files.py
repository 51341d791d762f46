"""Pages typed in a code and saved in a format."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol
from unicodedata import normalize

from read.legacy.typing import in_tcvn3, in_vni

from .pages import Page
from .writing import write_csv, write_ods, write_xls, write_xlsx


class Saving(Protocol):
    """What a layout says of its file."""

    @property
    def file(self) -> str: ...
    @property
    def code(self) -> str: ...
    @property
    def fonts(self) -> bool: ...
    @property
    def sign(self) -> str: ...
    @property
    def codec(self) -> str: ...


_TYPED: dict[str, Callable[[str], str]] = {
    "nfc": lambda text: normalize("NFC", text),
    "nfd": lambda text: normalize("NFD", text),
    "tcvn3": in_tcvn3,
    "vni": in_vni,
}


def save(folder: Path, layout: Saving, pages: Sequence[Page]) -> Path:
    """Write the pages as the layout says; return the path."""
    name = pages[0].name if layout.file == "csv" else "ds"  # CSV has no other sheet name
    path = folder / f"{name}.{layout.file}"
    for page in pages:
        _type(page, layout)
    if layout.file == "xlsx":
        write_xlsx(path, pages, lambda *place: _font(layout, *place))
    elif layout.file == "xls":
        write_xls(path, pages)
    elif layout.file == "ods":
        write_ods(path, pages)
    else:
        if layout.codec == "cp1258":
            _for_windows(pages[0])
        write_csv(path, pages[0], sign=layout.sign, codec=layout.codec)
    return path


def _type(page: Page, layout: Saving) -> None:
    """Type every text in the code; capitals of TCVN3 are small letters in a font."""
    typed = _TYPED[layout.code]
    for row, values in enumerate(page.rows):
        for column, value in enumerate(values):
            if isinstance(value, str):
                shown = layout.fonts and layout.code == "tcvn3" and value.isupper()
                if shown:
                    page.capital_cells.add((row, column))
                values[column] = typed(value.lower() if shown else value)


def _font(layout: Saving, page: Page, row: int, column: int) -> str:
    if not layout.fonts:
        return "Times New Roman"
    if layout.code == "vni":
        return "VNI-Times"
    return ".VnTimeH" if (row, column) in page.capital_cells else ".VnTime"


def _for_windows(page: Page) -> None:
    for values in page.rows:
        for column, value in enumerate(values):
            if isinstance(value, str):
                values[column] = "".join(map(_windows_letters, value))


def _windows_letters(letter: str) -> str:
    """Return a letter as Vietnamese Windows writes it: the tone stands behind."""
    try:
        letter.encode("cp1258")
    except UnicodeEncodeError:
        apart = normalize("NFD", letter)
        tone = next(mark for mark in apart if mark in "\u0300\u0301\u0303\u0309\u0323")
        return normalize("NFC", apart.replace(tone, "")) + tone
    return letter
