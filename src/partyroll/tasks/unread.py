"""Months whose cell nobody could read: their rows went in, the cells go back to the clerk."""

from collections.abc import Iterable

from partyroll.model import Letter
from partyroll.read.facts import BookRow, Table


def unread_cells(tables: Iterable[Table]) -> set[tuple[str, str]]:
    """Return sheet and address of every cell of a book that nobody could read."""
    return {
        cell
        for table in tables
        for row in table.rows
        if isinstance(row, BookRow) and Letter.UNREADABLE in row.letters
        for place, letter in enumerate(row.letters)
        if letter == Letter.UNREADABLE and (cell := cell_of(table, row, place))[1]
    }


def cell_of(table: Table, row: BookRow, place: int) -> tuple[str, str]:
    """Return sheet and address of a month's own cell ("" where the table has none)."""
    if place in row.cells:
        sheet, _, address = row.cells[place].rpartition("!")
        return sheet or table.sheet, address
    column = table.positions.get(place)
    return table.sheet, f"{column}{row.row}" if column and not row.cells else ""


def row_of(cell: str) -> int:
    """Return the row of an address."""
    return int("".join(sign for sign in cell if sign.isdecimal()) or 0)
