"""A sheet that repeats the sheets of the cells counts nobody twice, numbers or not."""

from partyroll.read.facts import ReadFile

from .conftest import ReadSheets

HEADING = ["STT", "Họ và tên", "Năm sinh", "Giới tính"]
EAST = [["1", "Lò Văn An", "1951", "Nam"], ["2", "Lê Thị Ý", "1960", "Nữ"]]
WEST = [["1", "Giàng A Páo", "1962", "Nam"], ["2", "Phạm Út", "", "Nam"]]
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
