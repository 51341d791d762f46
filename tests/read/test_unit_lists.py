"""Lists of units: names, what stands above them, codes, days."""

from collections.abc import Callable

from partyroll.read.facts import ReadFile, TableKind, UnitRow

Read = Callable[..., ReadFile]
HEADING = ["STT", "Tên tổ chức đảng", "Cấp trên trực tiếp", "Mã tổ chức đảng", "Ngày thành lập"]


def units(file: ReadFile) -> list[tuple[str, tuple[str, ...], str, str]]:
    rows = [row for table in file.tables for row in table.rows if isinstance(row, UnitRow)]
    return [(r.unit.name, r.unit.parents, r.unit.code, str(r.since)) for r in rows]


def test_a_unit_with_its_parent_code_and_beginning(read: Read) -> None:
    row = [1, "Chi bộ thôn 1", "Đảng bộ xã Mẫu", "99.001.002.000.001", "01/07/2025"]

    file = read({"S": [HEADING, row]})

    assert file.tables[0].kind is TableKind.UNITS
    assert units(file) == [
        ("Chi bộ thôn 1", ("Đảng bộ xã Mẫu",), "99.001.002.000.001", "2025-07-01")
    ]


def test_units_under_the_short_words_of_offices(read: Read) -> None:
    title = ["DANH SÁCH CHI, ĐẢNG BỘ TRỰC THUỘC"]
    heading = ["TT", "Mã TCĐ", "Tên TCCSĐ, chi bộ", "Trực thuộc", "Ngày lập"]
    row = [1, "99.001.002.000.001", "Chi bộ thôn 1", "Đảng bộ xã Mẫu", "01/01/2000"]

    file = read({"A": [title, heading, row]})

    assert units(file) == [
        ("Chi bộ thôn 1", ("Đảng bộ xã Mẫu",), "99.001.002.000.001", "2000-01-01")
    ]


def test_units_stand_below_all_that_the_list_puts_above(read: Read) -> None:
    rows = [
        [1, "Đảng bộ xã Mẫu", "Đảng bộ huyện Giả Định"],
        [2, "Chi bộ thôn 1", "Đảng bộ xã Mẫu"],
    ]

    file = read({"S": [HEADING, *rows]})

    assert [(name, parents) for name, parents, _, _ in units(file)] == [
        ("Đảng bộ xã Mẫu", ("Đảng bộ huyện Giả Định",)),
        ("Chi bộ thôn 1", ("Đảng bộ huyện Giả Định", "Đảng bộ xã Mẫu")),
    ]


def test_the_title_names_what_stands_above_all(read: Read) -> None:
    rows = [[1, "Đảng bộ xã Mẫu", None, "99"], [2, "Chi bộ thôn 1", None, "98"]]

    file = read({"S": [["ĐẢNG BỘ XÃ MẪU"], HEADING, *rows]})

    assert [(name, parents) for name, parents, _, _ in units(file)] == [
        ("Đảng bộ xã Mẫu", ()),
        ("Chi bộ thôn 1", ("Đảng bộ xã Mẫu",)),
    ]


def test_units_that_name_each_other_as_parent_end_nowhere_else(read: Read) -> None:
    rows = [[1, "Đảng bộ A", "Đảng bộ B", "1"], [2, "Đảng bộ B", "Đảng bộ A", "2"]]

    file = read({"S": [HEADING, *rows]})

    assert len(units(file)) == 2


def test_a_row_without_a_name_is_set_aside(read: Read) -> None:
    file = read({"S": [HEADING, [1, "???", "Đảng bộ xã Mẫu", "99"]]})

    assert [(p.cell, p.code) for p in file.problems] == [("B2", "unknown_unit")]
    assert [aside.row for aside in file.set_aside] == [2]


def test_an_end_before_the_beginning_is_an_error(read: Read) -> None:
    heading = [*HEADING, "Ngày giải thể"]
    row = [1, "Chi bộ thôn 1", "Đảng bộ xã Mẫu", "99", "01/07/2025", "01/07/2024"]

    file = read({"S": [heading, row]})

    assert [(p.cell, p.code) for p in file.problems] == [("F2", "ends_before_begins")]
