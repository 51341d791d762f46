"""Comments, colours and lines through on the cells of an OpenDocument workbook."""

import re
from collections.abc import Collection, Iterator, Mapping

from partyroll.read.guard.addresses import LAST_COLUMN, LAST_ROW
from partyroll.read.guard.attributes import as_text, attributes

Found = tuple[str, int, int, str, str]  # sheet, row, column (0-based), kind of mark, text
# The fills of a list that went out, and those that show nothing.
_OUR_FILLS = frozenset({"#fff2cc", "#e7e6e6", "#ffffff", "transparent"})
_STYLE = re.compile(rb"<style:style\s([^>]*)>(.*?)</style:style>", re.DOTALL)
_TABLE = re.compile(rb"<table:table\s([^>]*)>(.*?)</table:table>", re.DOTALL)
_ROW = re.compile(rb"<table:table-row\b([^>]*?)(?:/>|>(.*?)</table:table-row>)", re.DOTALL)
_CELL = re.compile(
    rb"<table:(?P<name>(?:covered-)?table-cell)\b(?P<tag>[^>]*?)"
    rb"(?:/>|>(?P<inside>.*?)</table:(?P=name)>)",
    re.DOTALL,
)
_COMMENT = re.compile(rb"<office:annotation\b[^>]*>(.*?)</office:annotation>", re.DOTALL)
_ALIKE_AT_MOST = 60  # of cells written once for many; a whole row of a sheet is 16,384
_PARAGRAPH = re.compile(rb"<text:p\b[^>]*>(.*?)</text:p>", re.DOTALL)
_TAG = re.compile(rb"<[^>]*>")


def ods_marks(content: bytes, sheets: Collection[str]) -> Iterator[Found]:
    """Yield the marks on the cells of some sheets of `content`, the part with the cells."""
    looks = dict(_looks(content))
    for table in _TABLE.finditer(content):
        name = attributes(table[1]).get("name", "")
        if name in sheets:
            for row, cells in _spread(_ROW.finditer(table[2])):
                for column, kind, text in _on_row(cells, looks):
                    yield name, row, column, kind, text


def _looks(content: bytes) -> Iterator[tuple[str, str]]:
    """Yield the styles that no list goes out with, and what kind of mark each is."""
    for style in _STYLE.finditer(content):
        name = attributes(style[1]).get("name", "")
        said = attributes(style[2])
        if said.get("text-line-through-style", "none") != "none":
            yield name, "strike"
        elif said.get("background-color", "transparent").lower() not in _OUR_FILLS:
            yield name, "colour"


def _spread(rows: Iterator[re.Match[bytes]]) -> Iterator[tuple[int, bytes]]:
    """Yield each row that is written out, with its number."""
    number = 0
    for row in rows:
        if row[2]:
            yield number, row[2]
        number += min(_times(attributes(row[1]), "number-rows-repeated"), LAST_ROW)


def _on_row(cells: bytes, looks: Mapping[str, str]) -> Iterator[tuple[int, str, str]]:
    column = 0
    for cell in _CELL.finditer(cells):
        tag, inside = attributes(cell["tag"]), cell["inside"] or b""
        for comment in _COMMENT.findall(inside):
            if words := _words(comment):
                yield column, "comment", words
        times = min(_times(tag, "number-columns-repeated"), LAST_COLUMN)
        if kind := looks.get(tag.get("style-name", "")):
            for place in range(min(times, _ALIKE_AT_MOST)):
                yield column + place, kind, ""
        column += times


def _words(comment: bytes) -> str:
    texts = (as_text(_TAG.sub(b"", one)) for one in _PARAGRAPH.findall(comment))
    return " ".join(" ".join(texts).split())


def _times(tag: Mapping[str, str], name: str) -> int:
    text = tag.get(name, "")
    return int(text[:10]) if text.isdecimal() else 1
