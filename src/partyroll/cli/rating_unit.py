"""`partyroll rating unit`: what it prints."""

from functools import partial
from typing import TYPE_CHECKING

from partyroll.cli.files import write_wanted
from partyroll.cli.options import Common, FilesWanted

if TYPE_CHECKING:
    from partyroll.model import CellValue, Table
    from partyroll.tasks.rating.unit_page import UnitPage


def show_unit(page: "UnitPage", at: Common, files: FilesWanted, *, json: bool) -> int:
    """Print the page of a unit, and write the files wanted."""
    from partyroll.tasks.rating.unit_paper import unit_letter, unit_paper, unit_web_page

    if json:
        from partyroll.cli.contracts.rating import unit_envelope
        from partyroll.write.json import to_json

        at.screen.raw(to_json(unit_envelope(page, at)))
    else:
        _tell(page, at)
    write_wanted(
        at,
        files,
        f"xep-loai-don-vi-{page.asked.year}",
        workbook=partial(unit_paper, page),
        letters=partial(unit_letter, page),
        page=partial(unit_web_page, page),
    )
    return 0


def _tell(page: "UnitPage", at: Common) -> None:
    from partyroll.tasks.rating.unit_paper import NOTICE, funnels, lines, own_tables

    for table in own_tables(page):
        _table(table, at)
    for tables in funnels(page).values():
        for table in tables:
            _table(table, at)
    for matter in page.matters:
        at.screen.note(f"{matter.text}. {matter.step}", prose=True)
    for line in lines(page):
        at.screen.note(line, prose=True)
    at.screen.note(f"Năm {page.asked.year}. {NOTICE}", prose=True)


def _table(table: "Table", at: Common) -> None:
    titles = tuple(column.title for column in table.columns)
    rows = [tuple(_shown(value) for value in row) for row in table.rows]
    at.screen.table(titles, rows, title=table.title)


def _shown(value: "CellValue") -> "str | int | None":
    """Return a value as it stands on screen: a share with a comma."""
    if isinstance(value, float):
        return f"{value:.1f}".replace(".", ",")
    return value if isinstance(value, int) or value is None else str(value)
