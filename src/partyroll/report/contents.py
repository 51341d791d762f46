"""What a workbook holds: a sheet of its own, each line a link."""

from collections.abc import Iterator, Sequence

from partyroll.model import Block, Column, Shape, Sheet, Table
from partyroll.text import mid_sentence

_NAME = "sheet"
_OPENS = "opens"
_EVERY, _NONE = "Mọi số", "Không"
_LEADS = "Bấm vào tên trang để mở trang đó."
_NAMES = (
    "Mở được tên: bấm vào số để đến những người mà số đó đếm; tỷ lệ và số 0 thì không có ai để"
    " mở. Số ghi sau chữ “trừ” lấy từ báo cáo, cộng của nhiều năm, hoặc có danh sách quá dài:"
    " xem bằng partyroll report KỲ --open, nếu sổ có tên."
)


def with_contents(sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """Return the sheets with one after the first that leads to each of the others."""
    first, *others = sheets
    contents = Sheet("Mục lục", "Mục lục", (_contents((first, *others)),), together=True)
    return (first, contents, *others)


def _contents(sheets: Sequence[Sheet]) -> Table:
    targets = [next((one for one in sheet.tables if one.rows), None) for sheet in sheets]
    opens = [_opening(sheet) for sheet in sheets]
    named = not {*opens} <= {"", _NONE}
    contents = Table(
        id="contents",
        title="Mục lục",
        columns=(
            Column("number", "STT", Shape.ORDER, 6),
            Column(_NAME, "Trang", width=30),
            Column("title", "Nội dung", Shape.LONG_TEXT, 70),
            Column("rows", "Số dòng", Shape.COUNT, 10),
            Column(_OPENS, "Mở được tên", Shape.LONG_TEXT, 44),
        ),
        rows=tuple(
            (number, sheet.name, _title(sheet), _rows(sheet), words if named else "")
            for number, (sheet, words) in enumerate(zip(sheets, opens, strict=True), start=1)
        ),
        notes=(_LEADS, _NAMES) if named else (_LEADS,),
        links={
            (row, _NAME): Block(target.id, 0, 0)
            for row, target in enumerate(targets)
            if target is not None
        },
    )
    return contents.without_empty({_OPENS})


def _rows(sheet: Sheet) -> int:
    return sum(len(table.rows) for table in sheet.tables)


def _opening(sheet: Sheet) -> str:
    """Say which numbers of a sheet lead to names; "" where there is no number at all."""
    every = [one for table in sheet.tables for one in _counts(table)]
    closed = dict.fromkeys(title for title, opens in every if not opens)
    if not every or not closed:
        return _EVERY if every else ""
    opened = {title for title, opens in every if opens}
    if not opened:
        return _NONE
    words = (
        f"{mid_sentence(title)} (một số ô)" if title in opened else mid_sentence(title)
        for title in closed
    )
    return f"Mọi số, trừ: {', '.join(words)}"


def _counts(table: Table) -> Iterator[tuple[str, bool]]:
    """Yield each number that counts somebody: the title of its column, whether it opens."""
    for row, values in enumerate(table.rows):
        for column, value in zip(table.columns, values, strict=True):
            if column.shape is Shape.COUNT and column.printed and value:
                yield column.title, (row, column.key) in table.links


def _title(sheet: Sheet) -> str:
    """Return what stands on a sheet: its one table, or its title where it has several."""
    return sheet.tables[0].title if len(sheet.tables) == 1 else sheet.title
