"""A sheet that repeats the sheets of the cells counts nobody twice, numbers or not."""

from partyroll.read.facts import ReadFile

from .conftest import ReadSheets

HEADING = ["STT", "Họ và tên", "Năm sinh", "Giới tính"]
EAST = [["1", "Lò Văn An", "1951", "Nam"], ["2", "Lê Thị Ý", "1960", "Nữ"]]
WEST = [["1", "Giàng A Páo", "1962", "Nam"], ["2", "Phạm Út", "", "Nam"]]
WITH_UNIT = ["STT", "Họ và tên", "Năm sinh", "Giới tính", "Chi bộ"]
CELLS = {"Chi bộ Đông": [HEADING, *EAST], "Chi bộ Đoài": [HEADING, *WEST]}


def rows_in(file: ReadFile) -> dict[str, int]:
    return {table.sheet: len(table.rows) for table in file.tables}


def test_a_sheet_of_the_same_people_is_a_summary_without_any_number(read: ReadSheets) -> None:
    file = read({**CELLS, "Tổng hợp": [HEADING, *EAST, *WEST]})

    assert rows_in(file) == {"Chi bộ Đông": 2, "Chi bộ Đoài": 2, "Tổng hợp": 0}
    assert [problem.code for problem in file.problems] == ["summary_sheet"]
    assert file.set_aside == ()


def test_a_summary_in_front_counts_nobody_either(read: ReadSheets) -> None:
    file = read({"Tổng hợp": [HEADING, *EAST, *WEST], **CELLS})

    assert rows_in(file) == {"Tổng hợp": 0, "Chi bộ Đông": 2, "Chi bộ Đoài": 2}


def test_one_namesake_makes_no_summary(read: ReadSheets) -> None:
    others = [["1", "Bùi Bá Tùng", "1970", "Nam"], ["2", "Võ Mến", "1971", "Nữ"], EAST[0]]

    file = read({**CELLS, "Danh sách khác": [HEADING, *others]})

    assert rows_in(file)["Danh sách khác"] == 3


def test_one_same_row_alone_makes_no_summary(read: ReadSheets) -> None:
    file = read({**CELLS, "Danh sách khác": [HEADING, EAST[0]]})

    assert rows_in(file)["Danh sách khác"] == 1


def of_unit(rows: list[list[str]], unit: str) -> list[list[str]]:
    return [[*row, unit] for row in rows]


EVERYBODY = [*of_unit(EAST, "Chi bộ Đông"), *of_unit(WEST, "CB Đoài")]


def test_a_summary_with_a_column_of_units_counts_nobody_again(read: ReadSheets) -> None:
    file = read({"Tổng hợp": [WITH_UNIT, *EVERYBODY], **CELLS})

    assert rows_in(file) == {"Tổng hợp": 0, "Chi bộ Đông": 2, "Chi bộ Đoài": 2}
    assert [problem.code for problem in file.problems] == ["summary_sheet"]
    assert file.set_aside == ()


def test_a_summary_that_says_less_exactly_counts_nobody_again(read: ReadSheets) -> None:
    exact = [["1", "Lò Văn An", "05/03/1951", "Nam"], ["2", "Lê Thị Ý", "02/1960", "Nữ"]]

    file = read({"Chung": [WITH_UNIT, *EVERYBODY], **CELLS, "Chi bộ Đông": [HEADING, *exact]})

    assert rows_in(file) == {"Chung": 0, "Chi bộ Đông": 2, "Chi bộ Đoài": 2}


def test_a_summary_that_says_more_keeps_its_rows(read: ReadSheets) -> None:
    heading = [*WITH_UNIT, "Số thẻ đảng"]
    more = [[*row, f"09916000000{n}"] for n, row in enumerate(EVERYBODY)]

    file = read({"Chung": [heading, *more], **CELLS})

    assert rows_in(file) == {"Chung": 4, "Chi bộ Đông": 0, "Chi bộ Đoài": 0}
    assert file.set_aside == ()


def test_who_stands_under_another_cell_in_a_summary_is_told(read: ReadSheets) -> None:
    exact = ["1", "Lò Văn An", "05/03/1951", "Nam"]
    elsewhere = [*of_unit([exact], "Chi bộ Đoài"), *EVERYBODY[1:]]
    east = {"Chi bộ Đông": [HEADING, exact, EAST[1]]}

    file = read({**CELLS, **east, "Tổng hợp": [WITH_UNIT, *elsewhere]})

    assert [problem.cell for problem in file.problems if problem.code != "summary_sheet"] == [
        "B2"
    ]
