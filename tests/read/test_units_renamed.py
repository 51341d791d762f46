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


HEADING = ["TT", "Chi bộ", "Họ và tên", "Ngày sinh", "Số thẻ đảng viên"]
NAMES = ("Lò Văn An", "Lò Văn Bình", "Lò Văn Chí", "Lò Văn Dũng")


def cells_of(file: ReadFile) -> list[str]:
    rows = [r for table in file.tables for r in table.rows if isinstance(r, RosterRow)]
    return [row.unit.name if row.unit else "" for row in rows]


def in_cells(read: Read, *names: str | None) -> ReadFile:
    people = enumerate(zip(NAMES, names, strict=True), 1)
    rows = [[n, unit, name, f"05/03/195{n}", None] for n, (name, unit) in people]
    return read({"DS": [["ĐẢNG BỘ XÃ MẪU"], HEADING, *rows]})


def test_a_cell_written_once_holds_for_the_blanks_below(read: Read) -> None:
    file = in_cells(read, "Chi bộ 1", None, "Chi bộ 2", None)

    assert cells_of(file) == ["Chi bộ 1", "Chi bộ 1", "Chi bộ 2", "Chi bộ 2"]
    assert [(p.cell, p.code) for p in file.problems] == [("B4", "unit_from_above")]


@pytest.mark.parametrize(
    "names",
    [
        ("Chi bộ 1", "Chi bộ 1", None, None),  # written in each row: a blank says nothing
        (None, "Chi bộ 1", None, "Chi bộ 2"),  # nobody knows what the first one is of
        ("Chi bộ 1", "Chi bộ 2", "Chi bộ 3", None),
    ],
)
def test_other_blanks_stay_open(read: Read, names: tuple[str | None, ...]) -> None:
    assert cells_of(in_cells(read, *names)) == [name or "" for name in names]


@pytest.mark.parametrize(
    ("above", "cell"),
    [(["CHI BỘ THÔN HẠ"], "Chi bộ thôn Hạ"), (["ĐẢNG BỘ XÃ MẪU"], "Chi bộ thôn 1")],
)
def test_a_party_group_is_a_part_of_its_cell(read: Read, above: list[str], cell: str) -> None:
    heading = ["TT", "Họ và tên", "Ngày sinh", "Số thẻ đảng viên"]
    an = [1, "Lò Văn An", "05/03/1955", None]
    binh = [1, "Lò Văn Bình", "05/03/1956", None]
    own = [] if above[0].startswith("CHI") else [["I", "CHI BỘ THÔN 1"]]

    file = read(
        {"DS": [above, heading, *own, ["1", "Tổ đảng số 1"], an, ["2", "Tổ đảng số 2"], binh]}
    )

    assert cells_of(file) == [cell, cell]
