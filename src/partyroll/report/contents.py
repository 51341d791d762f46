"""What a workbook holds: a sheet of its own, each line a link."""

from collections.abc import Sequence

from partyroll.model import Block, Column, Shape, Sheet, Table

_NAME = "sheet"


def with_contents(sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """Return the sheets with one after the first that leads to each of the others."""
    first, *others = sheets
    contents = Sheet("Mục lục", "Mục lục", (_contents((first, *others)),), together=True)
    return (first, contents, *others)


def _contents(sheets: Sequence[Sheet]) -> Table:
    targets = [next((one for one in sheet.tables if one.rows), None) for sheet in sheets]
    return Table(
        id="contents",
        title="Mục lục",
        columns=(
            Column("number", "STT", Shape.ORDER, 6),
            Column(_NAME, "Trang", width=30),
            Column("title", "Nội dung", Shape.LONG_TEXT, 70),
            Column("rows", "Số dòng", Shape.COUNT, 10),
        ),
        rows=tuple(
            (number, sheet.name, _title(sheet), sum(len(table.rows) for table in sheet.tables))
            for number, sheet in enumerate(sheets, start=1)
        ),
        notes=("Bấm vào tên trang để mở trang đó.",),
        links={
            (row, _NAME): Block(target.id, 0, 0)
            for row, target in enumerate(targets)
            if target is not None
        },
    )


def _title(sheet: Sheet) -> str:
    """Return what stands on a sheet: its one table, or its title where it has several."""
    return sheet.tables[0].title if len(sheet.tables) == 1 else sheet.title
