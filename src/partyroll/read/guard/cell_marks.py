"""What people leave on cells instead of words in them: comments, colours, lines through.

calamine gives none of these.  Only a list for review that comes back is asked.
"""

import io
import re
import zipfile
from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from partyroll.read.guard.ods_marks import ods_marks

# The fills of a list that went out, and those that show nothing.
_OUR_FILLS = frozenset({"FFFFF2CC", "00FFF2CC", "FFE7E6E6", "00E7E6E6", "FFFFFFFF", "00000000"})
_ODS_MARKS = (b"<office:annotation", b"line-through")
_ODS, _STYLES = "content.xml", "xl/styles.xml"
_FILLS = re.compile(rb"<fills\b.*?</fills>", re.DOTALL)
_FOREGROUND = re.compile(rb"<(?:\w+:)?fgColor\b([^>]*)>")
_RGB = re.compile(rb'rgb="([0-9A-Fa-f]{8})"')
_STRIKE = re.compile(rb"<(?:\w+:)?strike\b(?![^>]*val=\"(?:0|false)\")")
_THREADED = re.compile(r"^\[Threaded comment\].*?(?:Comment|Nhận xét|Chú thích):\s*", re.DOTALL)
_COMMENTS = re.compile(r"xl/(?:.*/)?comment[^/]*\.xml", re.IGNORECASE)


class Mark(NamedTuple):
    """A mark on one cell (0-based): a comment with its text, a colour, a line through."""

    sheet: str
    row: int
    column: int
    kind: str
    text: str = ""


def may_be_marked(content: bytes) -> bool:
    """Whether a workbook has comments or lines through; of an xlsx its small parts tell."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            if _ODS in names:
                cells = archive.read(_ODS)
                return any(sign in cells for sign in _ODS_MARKS)
            if any(map(_COMMENTS.fullmatch, names)):
                return True
            return _STYLES in names and _STRIKE.search(archive.read(_STYLES)) is not None
    except (zipfile.BadZipFile, KeyError, OSError, EOFError):
        return False


def known_marks(content: bytes, sheets: Collection[str]) -> list[Mark]:
    """Return the marks on the cells of some sheets; none where nothing can read them."""
    try:
        return [*_marks(content, sheets)]
    except Exception:  # noqa: BLE001 – openpyxl raises anything, and the words are read all the same
        return []


def _marks(content: bytes, sheets: Collection[str]) -> Iterator[Mark]:
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        if _ODS in names:
            yield from (Mark(*found) for found in ods_marks(archive.read(_ODS), sheets))
        if _STYLES not in names:
            return
        commented = any(map(_COMMENTS.fullmatch, names))
        looks = _foreign_looks(archive.read(_STYLES))
    if commented:
        yield from _comments(content, sheets)
    if looks:
        yield from _looks(content, sheets)


def _foreign_looks(styles: bytes) -> bool:
    """Whether any style of the workbook is one that no list goes out with."""
    fills = b"".join(_FILLS.findall(styles))
    colours = _FOREGROUND.findall(fills)
    named = [_RGB.search(colour) for colour in colours]
    strange = any(
        (b"theme=" in colour if found is None else found[1].decode().upper() not in _OUR_FILLS)
        for colour, found in zip(colours, named, strict=True)
    )
    return strange or _STRIKE.search(styles) is not None


def _comments(content: bytes, sheets: Collection[str]) -> Iterator[Mark]:
    from openpyxl import load_workbook  # noqa: PLC0415 – a slow import that few files need

    book = load_workbook(io.BytesIO(content))
    for name in sheets:
        for row, cells in enumerate(book[name].iter_rows()):
            for column, cell in enumerate(cells):
                if cell.comment is not None and (text := str(cell.comment.text).strip()):
                    words = " ".join(_THREADED.sub("", text).split())
                    yield Mark(name, row, column, "comment", words)


def _looks(content: bytes, sheets: Collection[str]) -> Iterator[Mark]:
    from openpyxl import load_workbook  # noqa: PLC0415 – a slow import that few files need

    book = load_workbook(io.BytesIO(content), read_only=True)
    try:
        for name in sheets:
            for row, cells in enumerate(book[name].iter_rows()):
                for column, cell in enumerate(cells):
                    if kind := _look(cell):
                        yield Mark(name, row, column, kind)
    finally:
        book.close()


def _look(cell: Any) -> str:  # noqa: ANN401 – a cell of openpyxl, which is not typed
    if not getattr(cell, "has_style", False):
        return ""
    if cell.font is not None and cell.font.strike:
        return "strike"
    fill = cell.fill
    if fill is None or fill.fill_type != "solid":
        return ""
    colour = fill.fgColor
    if colour.type == "theme":
        return "colour" if colour.theme != 0 else ""  # 0 is the paper's own white
    strange = colour.type == "rgb" and str(colour.rgb).upper() not in _OUR_FILLS
    return "colour" if strange else ""
