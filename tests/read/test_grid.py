"""A sheet knows the words in it that are not plain ASCII."""

from dataclasses import replace

from partyroll.read.grid import make_grid


def test_accented_texts_stand_as_written_each_once() -> None:
    grid = make_grid("DS", [["Mã dòng", "STT", 1.0], [], ["Mã dòng", " Nữ ", True]])

    assert grid.accented() == {"Mã dòng", " Nữ "}


def test_other_rows_have_other_words() -> None:
    grid = make_grid("DS", [["Nữ"]])
    before = grid.accented()

    after = replace(grid, rows=[["Kinh"], ["Đảng"]]).accented()

    assert before == {"Nữ"}
    assert after == {"Đảng"}
