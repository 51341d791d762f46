"""Tables: columns as wide as their words ask, a heading on every page."""

from collections.abc import Sequence

from partyroll.messages import NOBODY_LISTED
from partyroll.model import CellValue, Column, Shape, Table
from partyroll.write.sizing import line_count
from partyroll.write.word.markup import (
    GREY,
    YELLOW,
    Layout,
    Look,
    cell,
    paragraph,
    row,
    table,
    words,
)
from partyroll.write.word.widths import column_widths
from partyroll.write.words import cell_text

_MOST_TOGETHER = 16  # lines
_MOST_SIGNED = 8  # lines; with a signature more would leave half a page white
_DIGIT = 10  # twips a digit takes, in sizes of the font
_ALIGNED = {
    **dict.fromkeys((Shape.ID, Shape.ORDER, Shape.DATE), "center"),
    **dict.fromkeys((Shape.COUNT, Shape.DECIMAL, Shape.PERCENT), "right"),
}


def written_table(content: Table, width: int, size: float, *, with_next: bool = False) -> str:
    """Return `content` as wide as the page; its heading stands on every page.

    A short table is not split: it goes to the next page whole.  With `with_next` the last row
    stays on the page of what follows: no signature stands on a page alone.
    """
    columns = [column for column in content.columns if column.printed]
    rows = [_texts(content, values) for values in content.rows]
    widths = column_widths(columns, rows, width, size)
    plain_rows = len(rows) - content.total_rows
    made = [_heading(columns, widths, size)]
    short = _lines(rows, widths, size) <= (_MOST_SIGNED if with_next else _MOST_TOGETHER)
    made += [
        _row(
            columns,
            texts,
            widths,
            Look(size, bold=number >= plain_rows),
            keep_next=short if number + 1 < len(rows) else with_next,
        )
        for number, texts in enumerate(rows)
    ]
    if not rows:
        made.append(_nobody(widths, Look(size, italic=True)))
    return table(widths, made, grid=True)


def _lines(rows: Sequence[Sequence[str]], widths: Sequence[int], size: float) -> int:
    """Return how many lines the rows take."""
    room = [width / (size * _DIGIT) for width in widths]
    return sum(max(map(line_count, texts, room), default=1) for texts in rows)


def _texts(content: Table, values: tuple[CellValue, ...]) -> list[str]:
    """Return what the reader of paper sees of a row."""
    return [
        cell_text(value, column.shape)
        for column, value in zip(content.columns, values, strict=True)
        if column.printed
    ]


def _heading(columns: Sequence[Column], widths: Sequence[int], size: float) -> str:
    look, layout = Look(size, bold=True), Layout(align="center", keep_next=True)
    cells = (
        cell(paragraph(words(column.title, look), layout), width, colour=GREY)
        for column, width in zip(columns, widths, strict=True)
    )
    return row(cells, heading=True)


def _row(
    columns: Sequence[Column],
    texts: Sequence[str],
    widths: Sequence[int],
    look: Look,
    *,
    keep_next: bool,
) -> str:
    return row(
        cell(
            paragraph(
                words(text, look),
                Layout(align=_ALIGNED.get(column.shape, "left"), keep_next=keep_next),
            ),
            width,
            colour=YELLOW if column.by_hand else "",
        )
        for column, text, width in zip(columns, texts, widths, strict=True)
    )


def _nobody(widths: Sequence[int], look: Look) -> str:
    content = paragraph(words(NOBODY_LISTED, look), Layout(align="center"))
    return row([cell(content, sum(widths), spans=len(widths))])
