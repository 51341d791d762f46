"""Headings in two rows without merged ranges, as CSV and bad conversions leave them."""

from partyroll.model import Gender
from partyroll.read.facts import RosterRow

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
