"""A sheet that says what a workbook holds, and leads there."""

from partyroll.model import Block, Column, Shape, Sheet, Table
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


def counting(name: str, opened: set[tuple[int, str]]) -> Sheet:
    """Two rows of two counts and a rate; the numbers at the places `opened` lead to names."""
    columns = (
        Column("unit", "Đơn vị"),
        Column("left", "Xóa tên", Shape.COUNT),
        Column("years", "Tổng số đảng viên", Shape.COUNT),
        Column("rate", "Tỷ lệ", Shape.PERCENT),
    )
    rows = (("Chi bộ 1", 2, 100, 2.0), ("Chi bộ 2", 3, 50, 6.0))
    links = {place: Block("names", 0, 1) for place in opened}
    return Sheet(name, name, (Table(name, name, columns, rows, links=links),))


def opening(*sheets: Sheet) -> list[object]:
    return [row[-1] for row in contents(*sheets).rows]


def test_it_says_which_numbers_lead_to_names() -> None:
    lefts = {(0, "left"), (1, "left")}
    years = {(0, "years"), (1, "years")}

    assert opening(
        counting("a", lefts | years),
        counting("b", lefts),
        counting("c", set()),
        sheet("d", "x"),
    ) == ["Mọi số", "Mọi số, trừ: tổng số đảng viên", "Không", ""]


def test_a_column_that_leads_to_names_here_and_there_is_told() -> None:
    assert opening(counting("a", {(0, "left")})) == [
        "Mọi số, trừ: tổng số đảng viên, xóa tên (một số ô)"
    ]


def test_where_nothing_leads_to_names_nothing_is_said_of_it() -> None:
    assert [column.key for column in contents(counting("a", set())).columns] == [
        "number",
        "sheet",
        "title",
        "rows",
    ]
