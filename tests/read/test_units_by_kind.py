"""A sheet called a list of units or of numbers is read, whatever stands above its names."""

from collections.abc import Callable

import pytest

from partyroll.read.facts import HeadcountRow, ReadFile, TableKind, UnitRow

Read = Callable[..., ReadFile]


def counts(file: ReadFile) -> list[tuple[str, int, int]]:
    rows = [row for table in file.tables for row in table.rows]
    return [(r.unit.name, r.year, r.number) for r in rows if isinstance(r, HeadcountRow)]


@pytest.mark.parametrize("place", ["Nơi", "Thôn, tổ dân phố", "Khu vực"])
def test_the_first_column_of_words_names_the_units(read: Read, place: str) -> None:
    rows = [["BIỂU SỐ 3"], ["TT", place, 2020, 2021], [1, "Chi bộ thôn 1", 20, 21]]

    file = read({"A": rows}, kinds={"A": TableKind.HEADCOUNTS})

    assert counts(file) == [("Chi bộ thôn 1", 2020, 20), ("Chi bộ thôn 1", 2021, 21)]


def test_the_first_column_of_numbers_counts_where_no_heading_names_a_year(read: Read) -> None:
    rows = [["SỐ LIỆU NĂM 2023"], ["TT", "Nơi", "Có", "Nữ"], [1, "Chi bộ thôn 1", 20, 8]]

    file = read({"A": rows}, kinds={"A": TableKind.HEADCOUNTS})

    assert counts(file) == [("Chi bộ thôn 1", 2023, 20)]


def test_a_known_name_is_kept_and_a_bare_total_counts(read: Read) -> None:
    rows = [["ĐẢNG VIÊN NĂM 2023"], ["TT", "Chi bộ", "Tổng số", "Nữ"], [1, "Chi bộ 1", 20, 8]]

    file = read({"A": rows}, kinds={"A": TableKind.HEADCOUNTS})

    assert counts(file) == [("Chi bộ 1", 2023, 20)]


def test_a_code_is_no_name(read: Read) -> None:
    rows = [["TT", "Ký hiệu", "Nơi", 2020, 2021], [1, "99.001.002", "Chi bộ 1", 20, 21]]

    file = read({"A": rows}, kinds={"A": TableKind.HEADCOUNTS})

    assert counts(file) == [("Chi bộ 1", 2020, 20), ("Chi bộ 1", 2021, 21)]


def test_a_list_called_units_needs_no_known_name(read: Read) -> None:
    rows = [["TT", "Nơi", "Trực thuộc"], [1, "Chi bộ thôn 1", "Đảng bộ xã Mẫu"]]

    file = read({"A": rows}, kinds={"A": TableKind.UNITS})

    (unit,) = [r for table in file.tables for r in table.rows if isinstance(r, UnitRow)]
    assert (unit.unit.name, unit.unit.parents) == ("Chi bộ thôn 1", ("Đảng bộ xã Mẫu",))


def test_units_under_a_heading_called_names_are_asked_about_and_wait(read: Read) -> None:
    rows = [["TT", "Nơi", 2020, 2021], [1, "Chi bộ thôn 1", 20, 21], [2, "Chi bộ thôn 2", 9, 8]]

    file = read({"A": rows}, headings={"Nơi": "full_name"})

    assert [problem.code for problem in file.problems] == ["name_column_unknown"]
    assert [one.row for one in file.set_aside] == [2, 3]
