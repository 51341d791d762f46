"""The small parts of an xlsx: the list of sheets, the styles, the relations."""

import posixpath
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

from partyroll.read.guard.archive import part_name
from partyroll.read.guard.attributes import as_text, attributes
from partyroll.read.guard.parts import Parts
from partyroll.read.guard.survey import Shown
from partyroll.read.number_formats import shown_precision
from partyroll.read.refusals import WorkbookTooHeavy
from partyroll.text import thousands

_SHEET = re.compile(rb"<(?:[\w.-]+:)?sheet\s([^>]*)>")
_RELATION = re.compile(rb"<(?:[\w.-]+:)?Relationship\s([^>]*)>")
_EPOCH_1904 = re.compile(rb"""\bdate1904\s*=\s*["'](?:1|true)["']""")
_FONTS = re.compile(rb"<(?:[\w.-]+:)?fonts\b[^>]*>(.*?)</(?:[\w.-]+:)?fonts>", re.DOTALL)
_FONT = re.compile(
    rb"<(?:[\w.-]+:)?font(?:\s[^>]*)?(?:/>|>(.*?)</(?:[\w.-]+:)?font>)", re.DOTALL
)
_FONT_NAME = re.compile(rb"""<(?:[\w.-]+:)?name\s[^>]*?\bval\s*=\s*["']([^"']*)""")
_FORMAT = re.compile(rb"<(?:[\w.-]+:)?numFmt\s([^>]*)>")
_CELL_STYLES = re.compile(
    rb"<(?:[\w.-]+:)?cellXfs\b[^>]*>(.*?)</(?:[\w.-]+:)?cellXfs>", re.DOTALL
)
_STYLE = re.compile(rb"<(?:[\w.-]+:)?xf\s([^>]*)>")
_MONTH_AND_YEAR = 17  # the built-in format mmm-yy


@dataclass(frozen=True, slots=True)
class Styles:
    """What the styles of cells, by their number, say beyond looks."""

    fonts: tuple[str, ...] = ()
    shown: Mapping[int, Shown] = field(default_factory=dict)  # dates that show no day
    legacy_fonts: bool = False


def sheet_names(book: bytes) -> Mapping[str, str]:
    """Return relation → name of the sheet, in the order of the workbook."""
    found = [attributes(tag) for tag in _SHEET.findall(book)]
    return {one.get("id", ""): one.get("name", "") for one in found}


def has_epoch_1904(book: bytes) -> bool:
    """Return whether dates are counted from 1904."""
    return _EPOCH_1904.search(book) is not None


def targets(relations: bytes, folder: str) -> Mapping[str, str]:
    """Return relation → part, for relations of a part in `folder`."""
    found = [attributes(tag) for tag in _RELATION.findall(relations)]
    return {
        one.get("Id", ""): posixpath.normpath(
            posixpath.join("/", folder, one.get("Target", "").replace("\\", "/"))
        ).lstrip("/")
        for one in found
        if one.get("TargetMode") != "External"
    }


def parts_of_sheets(
    parts: Parts, info: zipfile.ZipInfo, names: Mapping[str, str]
) -> Mapping[str, str]:
    """Return part → name of the sheet, of the sheets that the book `info` lists by relation.

    Empty where the book leads to no part; a book of too many sheets is refused.
    """
    if len(names) > parts.limits.sheets:
        what = f"{thousands(len(names))} trang tính, nhiều hơn {parts.limits.sheets}"
        raise WorkbookTooHeavy(parts.path, what, limit="sheets")
    folder, file = posixpath.split(info.filename)
    wanted = part_name(posixpath.join(folder, "_rels", f"{file}.rels"))
    for other in parts.archive.infolist():
        if part_name(other.filename) == wanted:
            places = targets(parts.whole(other), folder)
            return {
                part_name(places[relation]): name
                for relation, name in names.items()
                if relation in places
            }
    return {}


def styles(part: bytes) -> Styles:
    """Return what the style sheet says of fonts and of dates without a day."""
    formats = _formats(part)
    names = _font_names(part)
    section = _CELL_STYLES.search(part)
    fonts: list[str] = []
    shown: dict[int, Shown] = {}
    for place, tag in enumerate(_STYLE.findall(section[1] if section else b"")):
        style = attributes(tag)
        font = _number(style.get("fontId"))
        fonts.append(names[font] if font < len(names) else "")
        precision = formats.get(_number(style.get("numFmtId")), "")
        if precision in {"month", "year"}:
            shown[place] = cast("Shown", precision)
    return Styles(tuple(fonts), shown, any(map(is_legacy, names)))


def is_legacy(font: str) -> bool:
    """Return whether a font shows Vietnamese only in an old encoding."""
    return font.casefold().startswith((".vn", "vni-"))


def _formats(part: bytes) -> dict[int, str]:
    formats = {_MONTH_AND_YEAR: "month"}
    for tag in _FORMAT.findall(part):
        one = attributes(tag)
        formats[_number(one.get("numFmtId"))] = shown_precision(one.get("formatCode", ""))
    return formats


def _font_names(part: bytes) -> list[str]:
    section = _FONTS.search(part)
    found = [_FONT_NAME.search(font) for font in _FONT.findall(section[1] if section else b"")]
    return [as_text(name[1]) if name else "" for name in found]


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0
