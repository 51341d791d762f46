"""Numbers of members by unit and year are no members."""

from collections.abc import Callable

import pytest

from partyroll.read.facts import HeadcountRow, ReadFile, TableKind

Read = Callable[..., ReadFile]


def counts(file: ReadFile) -> list[tuple[str, int, int, str]]:
    rows = [row for table in file.tables for row in table.rows]
    return [
        (row.unit.name, row.year, row.number, row.cell)
        for row in rows
        if isinstance(row, HeadcountRow)
    ]


def test_units_by_years(read: Read) -> None:
    file = read(
        {
            "Tong so": [
                ["ĐẢNG BỘ XÃ MẪU"],
                ["SỐ ĐẢNG VIÊN CUỐI NĂM"],
                ["STT", "Đơn vị", "Năm 2020", "Năm 2021"],
                [1, "Chi bộ thôn 1", 20, 21],
                [2, "Chi bộ thôn 2", "1.015", None],
                [None, "Tổng cộng", 1035, 21],
            ]
        }
    )

    assert file.tables[0].kind is TableKind.HEADCOUNTS
    assert counts(file) == [
        ("Chi bộ thôn 1", 2020, 20, "C4"),
        ("Chi bộ thôn 1", 2021, 21, "D4"),
        ("Chi bộ thôn 2", 2020, 1015, "C5"),
    ]


@pytest.mark.parametrize(
    "heading",
    ["Chi, đảng bộ trực thuộc", "Các chi bộ trực thuộc", "Đảng bộ, chi bộ", "Tên TCCSĐ"],
)
def test_units_under_other_headings_by_bare_years(read: Read, heading: str) -> None:
    rows = [["BIỂU TỔNG HỢP SỐ LƯỢNG ĐẢNG VIÊN"], ["TT", heading, 2020, 2021]]

    file = read({"A": [*rows, [1, "Chi bộ thôn Đông", 20, 21], [None, "Cộng", 20, 21]]})

    assert counts(file) == [
        ("Chi bộ thôn Đông", 2020, 20, "C3"),
        ("Chi bộ thôn Đông", 2021, 21, "D3"),
    ]


def test_one_row_for_each_unit_and_year(read: Read) -> None:
    heading = ["Đơn vị", "Năm", "Số đảng viên"]

    file = read({"S": [heading, ["Đảng bộ xã Mẫu", 2020, 120], ["Đảng bộ xã Mẫu", 2021, 118]]})

    assert counts(file) == [
        ("Đảng bộ xã Mẫu", 2020, 120, "C2"),
        ("Đảng bộ xã Mẫu", 2021, 118, "C3"),
    ]


def test_a_number_that_is_none_is_told(read: Read) -> None:
    file = read({"S": [["Đơn vị", "Năm", "Số đảng viên"], ["Chi bộ 1", 2020, "chưa rõ"]]})

    assert [(p.cell, p.code) for p in file.problems] == [("C2", "unreadable_number")]


def test_the_title_says_the_year_of_all_numbers(read: Read) -> None:
    rows = [["SỐ LƯỢNG ĐẢNG VIÊN NĂM 2023"], ["TT", "Chi bộ", "Số đảng viên"]]

    file = read({"A": [*rows, [1, "Chi bộ thôn 1", 20]]})

    assert counts(file) == [("Chi bộ thôn 1", 2023, 20, "C3")]


def test_numbers_of_an_unknown_year_wait(read: Read) -> None:
    rows = [["SỐ LƯỢNG ĐẢNG VIÊN"], ["TT", "Chi bộ", "Số đảng viên"]]

    file = read({"A": [*rows, [1, "Chi bộ thôn 1", 20]]})

    assert counts(file) == []
    assert [(one.row, one.code) for one in file.set_aside] == [(3, "year_unclear")]


def test_the_last_day_of_a_year_is_its_heading(read: Read) -> None:
    heading = ["Chi bộ", "Đến 31/12/2022", "Tính đến ngày 31/12/2023"]

    file = read({"A": [["SỐ ĐẢNG VIÊN"], heading, ["Chi bộ thôn 1", 20, 21]]})

    assert counts(file) == [
        ("Chi bộ thôn 1", 2022, 20, "B3"),
        ("Chi bộ thôn 1", 2023, 21, "C3"),
    ]
