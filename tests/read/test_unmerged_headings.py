"""Headings in two rows without merged ranges, as CSV and bad conversions leave them."""

import pytest

from partyroll.model import Gender
from partyroll.read.facts import BookRow, RosterRow

from .conftest import ReadSheets


def test_a_heading_right_of_child_headings_keeps_its_own_words(read: ReadSheets) -> None:
    file = read(
        {
            "DS": [
                ["Sinh ngày", "Giới tính", "", "Họ và tên", "Chi bộ"],
                ["", "Nam", "Nữ", "", ""],
                ["03/02/1990", "", "x", "Nguyễn Thị An", "Chi bộ 1"],
            ]
        }
    )

    (person,) = file.tables[0].rows

    assert isinstance(person, RosterRow)
    assert (person.full_name, person.gender) == ("Nguyễn Thị An", Gender.FEMALE)
    assert file.tables[0].heading_rows == (1, 2)


@pytest.mark.parametrize("parent", ["Các tháng trong năm", "Số tiền đã nộp"])
def test_months_below_a_heading_of_only_number_and_name_are_found(
    read: ReadSheets, parent: str
) -> None:
    file = read(
        {
            "DP 2024": [
                ["STT", "Họ và tên", parent, *[""] * 11],
                ["", "", *(f"T{number}" for number in range(1, 13))],
                ["1", "Nguyễn Thị An", *["10000"] * 12],
            ]
        }
    )

    (person,) = file.tables[0].rows

    assert isinstance(person, BookRow)
    assert person.letters == "PPPPPPPPPPPP"


def test_a_row_of_column_numbers_is_no_row_of_months(read: ReadSheets) -> None:
    file = read(
        {"DS": [["STT", "Họ và tên", "Cột lạ"], ["1", "2", "3"], ["1", "Nguyễn Thị An", "a"]]}
    )

    assert [table.rows for table in file.tables] == [()]
