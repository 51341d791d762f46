"""A document as one page: its template escapes every value, its drawings are its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, StrictUndefined, Template

from partyroll.messages import NOBODY_LISTED
from partyroll.model import CellValue, Column, Document, Shape, Sheet, Table
from partyroll.write.html.bars import Chart, chart_of
from partyroll.write.plain import plain
from partyroll.write.whole import write_whole
from partyroll.write.words import cell_text

PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
_LOOKS = {
    **dict.fromkeys((Shape.COUNT, Shape.DECIMAL, Shape.PERCENT), "n"),
    **dict.fromkeys((Shape.ORDER, Shape.DATE, Shape.ID), "c"),
}
_MOST_UPRIGHT = 9  # columns; a table of more lies


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, how it is aligned, how far it is indented."""

    text: str
    look: str = ""
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One row; a total stands out."""

    cells: tuple[Cell, ...]
    total: bool


@dataclass(frozen=True, slots=True)
class Written:
    """A table as it is read."""

    title: str
    denominator: str
    notes: tuple[str, ...]
    titles: tuple[str, ...]
    rows: tuple[Row, ...]
    chart: Chart | None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page; a `wide` one is printed on lying sheets."""

    name: str
    title: str
    intro: tuple[str, ...]
    tables: tuple[Written, ...]
    wide: bool


def write_html(document: Document, path: Path) -> None:
    """Write `document` to `path`, whole or not at all."""
    write_whole(path, html_bytes(document))


def html_bytes(document: Document) -> bytes:
    """Return `document` as the bytes of one page; equal documents give equal bytes."""
    page = _template().render(
        document=document,
        sections=[_section(sheet) for sheet in document.sheets],
        party=PARTY,
        nobody=NOBODY_LISTED,
    )
    lines = (line.strip() for line in plain(page).splitlines())
    return "\n".join(line for line in lines if line).encode()


@cache
def _template() -> Template:
    text = files("partyroll.write.html").joinpath("page.html.j2").read_text("utf-8")
    made = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return made.from_string(text)


def _section(sheet: Sheet) -> Section:
    tables = tuple(map(_written, sheet.tables))
    wide = any(len(table.titles) > _MOST_UPRIGHT for table in tables)
    return Section(sheet.name, sheet.title, sheet.intro, tables, wide)


def _written(table: Table) -> Written:
    plain_rows = len(table.rows) - table.total_rows
    return Written(
        title=table.title,
        denominator=table.denominator,
        notes=table.notes,
        titles=tuple(column.title for column in table.columns if column.printed),
        rows=tuple(
            Row(tuple(_cells(table.columns, row)), total=number >= plain_rows)
            for number, row in enumerate(table.rows)
        ),
        chart=chart_of(table),
    )


def _cells(columns: tuple[Column, ...], row: tuple[CellValue, ...]) -> Iterator[Cell]:
    level = _level(columns, row)
    for column, value in zip(columns, row, strict=True):
        if column.printed:
            indent = level if column.shape is Shape.OUTLINE else 0
            yield Cell(cell_text(value, column.shape), _LOOKS.get(column.shape, ""), indent)


def _level(columns: tuple[Column, ...], row: tuple[CellValue, ...]) -> int:
    for column, value in zip(columns, row, strict=True):
        if column.key == "level" and isinstance(value, int):
            return max(value - 1, 0)
    return 0
