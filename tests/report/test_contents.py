"""A sheet that says what a workbook holds, and leads there."""

from partyroll.model import Block, Column, Sheet, Table
from partyroll.report.contents import with_contents


def sheet(name: str, *rows: str, tables: int = 1) -> Sheet:
    made = tuple(
        Table(
            f"{name}-{one}", f"Bảng {one}", (Column("a", "A"),), tuple((row,) for row in rows)
        )
        for one in range(tables)
    )
    return Sheet(name, f"Trang {name}", made)


def contents(*sheets: Sheet) -> Table:
    return with_contents(sheets)[1].tables[0]


def test_it_stands_after_the_summary() -> None:
    made = with_contents([sheet("a", "x"), sheet("b", "x")])

    assert [one.name for one in made] == ["a", "Mục lục", "b"]


def test_each_sheet_has_a_line_with_its_rows() -> None:
    table = contents(sheet("a", "x", "y"), sheet("b", "x", tables=2))

    assert table.rows == ((1, "a", "Bảng 0", 2), (2, "b", "Trang b", 2))


def test_a_line_leads_to_the_first_row_of_its_sheet() -> None:
    table = contents(sheet("a", "x"), sheet("b", "x", "y"))

    assert table.links == {(0, "sheet"): Block("a-0", 0, 0), (1, "sheet"): Block("b-0", 0, 0)}


def test_a_sheet_without_rows_leads_nowhere() -> None:
    assert list(contents(sheet("a", "x"), sheet("b")).links) == [(0, "sheet")]
