"""Names that a table pasted from Word broke over two rows: "Lò Văn", and "An" below it."""

from collections.abc import Iterator
from dataclasses import replace

from partyroll.read.body import Body, Place
from partyroll.read.facts import RosterRow, SetAside
from partyroll.read.grid import letter
from partyroll.read.lines import LineKind
from partyroll.read.remarks import Remark
from partyroll.read.tables import Block

CODE = "name_in_pieces"


def without_pieces(body: Body[RosterRow], block: Block, place: Place) -> Body[RosterRow]:
    """Return the people whose names stand in one row; both rows of the others stay out."""
    head = block.head
    if not head.fields >= {"row_no", "full_name"} or "given_name_part" in head.fields:
        return body
    pieces = [*_pieces(block)]
    if not pieces:
        return body
    column = head.at("full_name")
    broken = sorted({row for piece in pieces for row in (piece - 1, piece)})
    known = {one.row for one in body.set_aside}
    told = [
        place.problem(row, Remark(column, CODE, block.grid.text(row, column))) for row in broken
    ]
    aside = [
        SetAside(
            place.sheet, row + 1, CODE, {letter(c): text for c, text in block.grid.texts(row)}
        )
        for row in broken
        if row + 1 not in known
    ]
    return replace(
        body,
        rows=tuple(row for row in body.rows if row.row - 1 not in broken),
        problems=(*body.problems, *told),
        set_aside=(*body.set_aside, *aside),
    )


def _pieces(block: Block) -> Iterator[int]:
    """Yield the rows that only go on with the name above: one word, and no number."""
    grid, number, name = block.grid, block.head.at("row_no"), block.head.at("full_name")
    rows = {line.row for line in block.lines if line.kind is LineKind.BODY}
    bare = [row for row in rows if grid.value(row, number) == ""]
    for row in sorted(bare):
        word = grid.text(row, name)
        above = row - 1 in rows and bool(grid.text(row - 1, number))
        if above and word.isalpha():
            yield row
