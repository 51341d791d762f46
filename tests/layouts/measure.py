"""How far what was read agrees with what the pages say."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from unicodedata import normalize

from partyroll.read.facts import BookRow, ReadFile, RosterRow
from partyroll.read.workbook import read_workbook
from partyroll.text import same_key

from .books import Book, book_pages
from .files import save
from .laying import pages
from .layouts import Layout
from .pages import Page
from .people import Cell

TODAY = date(2025, 1, 1)


@dataclass(slots=True)
class Outcome:
    """What one layout gave."""

    members: int
    found: int
    cells: int = 0
    wrong: list[tuple[str, int, str, object, object]] = field(default_factory=list)
    invented: list[tuple[str, int, str, object]] = field(default_factory=list)
    lost: list[tuple[str, int]] = field(default_factory=list)

    @property
    def exact(self) -> bool:
        return self.members == self.found


def outcome_of(layout: Layout, cells: Sequence[Cell]) -> Outcome:
    """Lay out a roster, save, read and compare."""
    return _read_back(layout, pages(layout, cells))


def outcome_of_book(book: Book, cells: Sequence[Cell]) -> Outcome:
    """Lay out a dues book, save, read and compare."""
    return _read_back(book, book_pages(book, cells))


def _read_back(layout: Layout | Book, laid: list[Page]) -> Outcome:
    with TemporaryDirectory() as folder:
        path = save(Path(folder), layout, laid)
        file = read_workbook(path, today=TODAY)
    return compared(layout, laid, file)


def compared(layout: Layout | Book, laid: Sequence[Page], file: ReadFile) -> Outcome:
    found = {
        (normalize("NFC", table.sheet), row.row): row
        for table in file.tables
        for row in table.rows
        if isinstance(row, RosterRow | BookRow)
    }
    wanted = {
        (page.name, said.row): said
        for page in laid
        for said in page.said
        if not (said.bad or said.only_numbered)
    }
    outcome = Outcome(len(wanted), len(found))
    for place, said in wanted.items():
        row = found.get(place)
        for name, value in said.fields.items():
            outcome.cells += 1
            seen = None if row is None else _seen(row, name)
            if row is None or not _agrees(layout, name, value, seen):
                outcome.wrong.append((*place, name, value, seen))
                if row is not None and value in (None, "", {}):
                    outcome.invented.append((*place, name, seen))
    others = {place: row for place, row in found.items() if place not in wanted}
    outcome.invented += [(*place, "row", row.full_name) for place, row in others.items()]
    outcome.lost = [*_lost(laid, file, {*found})]
    return outcome


def _seen(row: RosterRow | BookRow, name: str) -> object:
    if name == "unit":
        return row.unit.name if row.unit else None
    if name == "parents":
        return row.unit.parents if row.unit else None
    return getattr(row, name)


def _agrees(layout: Layout | Book, name: str, value: object, seen: object) -> bool:
    if name == "unit" or (name == "full_name" and layout.capitals):
        return same_key(str(value)) == same_key(str(seen))
    if name == "attributes" and isinstance(seen, dict):
        return value == {key: text for key, text in seen.items() if text}
    if name == "amounts" and isinstance(value, tuple):
        return value == (seen or (None,) * len(value))
    return value == seen


def _lost(
    laid: Sequence[Page], file: ReadFile, found: set[tuple[str, int]]
) -> Iterator[tuple[str, int]]:
    """Yield the rows that are neither in, nor set aside, nor named."""
    aside = {(normalize("NFC", row.sheet), row.row) for row in file.set_aside}
    told = {(normalize("NFC", p.sheet), p.row) for p in file.problems}
    for page in laid:
        for said in page.said:
            place = (page.name, said.row)
            kept = aside if said.bad else found | aside | told
            if place not in kept:
                yield place
