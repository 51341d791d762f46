"""Marks behind names that lines below the table explain."""

from collections.abc import Callable

import pytest

from partyroll.read.facts import ReadFile, RosterRow

Read = Callable[..., ReadFile]
TITLE = ["DANH SÁCH ĐẢNG VIÊN CHI BỘ THÔN HẠ"]
HEADING = ["TT", "Họ và tên", "Ngày sinh", "Số thẻ đảng viên"]


def said(read: Read, name: str, *below: str) -> tuple[str, str, list[str]]:
    """The name and remark of somebody typed as `name`, and what is told of the cell."""
    rows = [[1, name, "05/03/1955", "099000000001"], [2, "Lò Văn Bình", "05/03/1956", None]]
    file = read({"DS": [TITLE, HEADING, *rows, *([line] for line in below)]})
    people = [row for row in file.tables[0].rows if isinstance(row, RosterRow)]
    assert [person.full_name for person in people][1:] == ["Lò Văn Bình"]
    assert people[1].note == ""
    told = [problem.code for problem in file.problems if problem.cell == "B3"]
    return people[0].full_name, people[0].note, told


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("Lò Văn An*", "* Đảng viên được miễn sinh hoạt"),
        ("Lò Văn An **", "(**): Đảng viên được miễn sinh hoạt."),
        ("Lò Văn An (1)", "(1) Đảng viên được miễn sinh hoạt"),
        ("Lò Văn An(*)", "Ghi chú: * Đảng viên được miễn sinh hoạt"),
    ],
)
def test_a_mark_means_what_its_footnote_says(read: Read, name: str, line: str) -> None:
    person, note, told = said(read, name, line, "*** Không ai")

    assert (person, note) == ("Lò Văn An", "Đảng viên được miễn sinh hoạt")
    assert "remark_without_paper" in told


def test_a_footnote_that_somebody_died_makes_nobody_leave_and_asks(read: Read) -> None:
    person, note, told = said(read, "Lò Văn An**", "* Cấp ủy viên", "** Đã từ trần năm 2024")

    assert (person, note) == ("Lò Văn An", "Đã từ trần năm 2024")
    assert "remark_without_paper" in told


def test_a_mark_without_a_footnote_stays_as_it_was(read: Read) -> None:
    assert said(read, "Lò Văn An (1)")[:2] == ("Lò Văn An (1)", "")


@pytest.mark.parametrize("name", ["Lò Văn An [miễn]", "Lò Văn An (DB)", "Lò Văn An - BT"])
def test_short_words_beside_a_name_are_told(read: Read, name: str) -> None:
    assert said(read, name) == (name, "", ["words_beside_name"])
