"""An xlsx workbook, streamed once: checked, counted, searched for what values do not tell."""

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from partyroll.read.guard.archive import part_name
from partyroll.read.guard.book_parts import (
    Styles,
    has_epoch_1904,
    parts_of_sheets,
    sheet_names,
    styles,
)
from partyroll.read.guard.parts import Parts
from partyroll.read.guard.sheet_part import SheetCount, SheetSetting, Texts, cut_after_cell
from partyroll.read.guard.survey import SheetSurvey, Survey
from partyroll.read.refusals import WorkbookBroken, WorkbookTooHeavy
from partyroll.read.traits import Traits

_EMPTY_TEXT = re.compile(
    rb"<(?:[\w.-]+:)?(?:si|t)(?:\s[^>]*)?(?:/>|>\s*</(?:[\w.-]+:)?(?:si|t)>)"
)
_LETTER = re.compile(rb"<(?:[\w.-]+:)?t(?:\s[^>]*[^/])?>\s*[^<\s]")
_CELL = re.compile(rb"<(?:[\w.-]+:)?c\s([^>]*)>")
_KNOWN_EMPTY = 100_000  # beyond, values are not counted exactly any more
_BESIDE = ("docprops/", "customxml/")  # no reader of cells looks there
_LATE = {"worksheet"}  # sheets need the styles and the count of texts


@dataclass(slots=True)
class _Book:
    """The parts of the workbook that its sheets refer to."""

    names: Mapping[str, str] = field(default_factory=dict)  # part → sheet
    found: bool = False
    styles: Styles = field(default_factory=Styles)
    epoch_1904: bool = False
    strings: int = 0
    text_bytes: int = 0
    empty: set[int] = field(default_factory=set)  # texts without a letter, by number


def survey_xlsx(parts: Parts) -> Survey:
    """Return what the parts of an xlsx hold, or refuse it."""
    found = [(info, *_root(parts, info)) for info in parts.archive.infolist()]
    everything = {part_name(info.filename) for info, *_ in found}
    book = _Book()
    sheets: dict[str, SheetSurvey] = {}
    for info, root, prefix in sorted(found, key=lambda one: one[1] in _LATE):
        if root in _LATE:
            name = book.names.get(part_name(info.filename), info.filename)
            sheets[name] = _sheet(parts, info, book, prefix)
        else:
            _small_part(parts, info, root, prefix, book)
    if not book.found:
        raise WorkbookBroken(parts.path)
    held = _complete(sheets, book)
    return Survey(
        sheets=held,
        values=sum(sheet.values for sheet in held.values()),
        text_bytes=book.text_bytes,
        exact=len(book.empty) <= _KNOWN_EMPTY,
        traits=Traits(book.styles.legacy_fonts, book.epoch_1904),
        macros=any(name.endswith("vbaproject.bin") for name in everything),
        links=any("/externallinks/" in name for name in everything),
    )


def _root(parts: Parts, info: zipfile.ZipInfo) -> tuple[str, bytes]:
    name = part_name(info.filename)
    if not name.endswith((".xml", ".rels")) or name.startswith(_BESIDE):
        return "", b""
    return parts.root(info)


def _complete(sheets: dict[str, SheetSurvey], book: _Book) -> dict[str, SheetSurvey]:
    """Return the sheets of the list, charts too, without parts that some tools leave behind.

    Where the list does not lead to its parts, every part counts: nothing may get lost.
    """
    listed = {name: sheets[name] for name in book.names.values() if name in sheets}
    known = listed if listed and len(listed) == len(book.names) else sheets
    return {**dict.fromkeys(book.names.values(), SheetSurvey()), **known}


def _small_part(
    parts: Parts, info: zipfile.ZipInfo, root: str, prefix: bytes, book: _Book
) -> None:
    if root == "workbook":
        whole = parts.whole(info)
        book.found = True
        book.names = parts_of_sheets(parts, info, sheet_names(whole))
        book.epoch_1904 = has_epoch_1904(whole)
    elif root == "styleSheet":
        book.styles = styles(parts.whole(info))
    elif root == "sst":
        _texts(parts, info, prefix, book)
    else:
        parts.pass_over(info, xml=bool(root))


def _texts(parts: Parts, info: zipfile.ZipInfo, prefix: bytes, book: _Book) -> None:
    mark = b"<" + prefix + b"si"

    def before_text(text: bytes) -> int:
        return text.rfind(mark)

    for piece in parts.pieces(info, before_text):
        parts.refuse_long_text(piece)
        book.text_bytes += len(piece)
        if len(book.empty) <= _KNOWN_EMPTY and _EMPTY_TEXT.search(piece):
            book.empty.update(_without_letter(piece, mark, book.strings))
        book.strings += sum(piece.count(mark + end) for end in (b">", b" ", b"/"))
        if book.strings > parts.limits.strings:
            raise WorkbookTooHeavy(parts.path, "hàng triệu đoạn chữ khác nhau")


def _without_letter(piece: bytes, mark: bytes, first: int) -> Iterator[int]:
    texts = [text for text in piece.split(mark)[1:] if text[:1] in {b">", b" ", b"/"}]
    return (first + place for place, text in enumerate(texts) if not _LETTER.search(text))


def _sheet(parts: Parts, info: zipfile.ZipInfo, book: _Book, prefix: bytes) -> SheetSurvey:
    sheet = book.names.get(part_name(info.filename), info.filename)
    texts = Texts(book.strings, frozenset(book.empty))
    setting = SheetSetting(parts.path, sheet, prefix, texts, book.styles, parts.limits)
    count = SheetCount(setting)
    for piece in parts.pieces(info, partial(cut_after_cell, prefix)):
        parts.refuse_long_text(piece)
        count.add(piece)
    return count.survey()
