"""Codes beside the names of units, and units before and after a merger."""

from collections.abc import Callable

import pytest

from partyroll.read.facts import ReadFile, RosterRow
from partyroll.read.units import cell_in_title, unit_name

Read = Callable[..., ReadFile]


@pytest.mark.parametrize(
    "written",
    [
        *("38.168.053.000.001 Chi bộ thôn Hạ", "38168053000001 - Chi bộ thôn Hạ"),
        *("Chi bộ thôn Hạ (38.168.053.000.001)", "CB01: Chi bộ thôn Hạ", "CB01: thôn Hạ"),
        *("CB 1 - thôn Hạ", "01 - Chi bộ thôn Hạ", "Chi bộ thôn Hạ"),
    ],
)
def test_a_code_is_no_part_of_a_units_name(written: str) -> None:
    assert unit_name(written) == "Chi bộ thôn Hạ"


@pytest.mark.parametrize("written", ["Chi bộ 10", "CB1", "Chi bộ Đại đội 38", "Chi bộ 13 (2)"])
def test_a_number_that_is_the_name_stays(written: str) -> None:
    assert unit_name(written) == written


@pytest.mark.parametrize(
    "title",
    [
        "DANH SÁCH ĐẢNG VIÊN CHUYỂN VỀ CHI BỘ MỚI SAU SÁP NHẬP",
        "DANH SÁCH ĐẢNG VIÊN CÁC CHI BỘ SAU SẮP XẾP",
    ],
)
def test_a_title_about_new_cells_names_none(title: str) -> None:
    assert cell_in_title(title) == ""


def test_of_the_old_cell_and_the_new_one_the_new_one_counts(read: Read) -> None:
    heading = ["TT", "Họ và tên", "Ngày sinh", "Chi bộ cũ", "Chi bộ mới (từ 1/7/2025)"]
    row = [1, "Lò Văn An", "05/03/1955", "Chi bộ thôn 1", "Chi bộ thôn Hạ"]

    file = read({"DS": [heading, row]})

    (person,) = [r for r in file.tables[0].rows if isinstance(r, RosterRow)]
    assert person.unit is not None
    assert person.unit.name == "Chi bộ thôn Hạ"
    assert file.tables[0].unknown_columns == {"D": "Chi bộ cũ"}
