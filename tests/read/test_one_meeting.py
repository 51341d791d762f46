"""A list for each meeting, and rows of counts below the people of a book."""

from collections.abc import Callable

import pytest

from partyroll.read.facts import BookRow, ReadFile, TableKind

Read = Callable[..., ReadFile]
TITLE = ["ĐIỂM DANH SINH HOẠT CHI BỘ THÁNG 3/2024"]
AN, BINH = [1, "Lò Văn An"], [2, "Lò Thị Bình"]


def rows(file: ReadFile) -> list[BookRow]:
    return [row for table in file.tables for row in table.rows if isinstance(row, BookRow)]


def test_a_list_of_one_meeting_is_a_book_of_its_month(read: Read) -> None:
    heading = ["TT", "Họ và tên", "Có mặt", "Vắng có phép", "Vắng không phép", "Lý do"]
    people = [[*AN, "x"], [*BINH, None, "x", None, "ốm"], [3, "Lò Thị Chi", None, None, "x"]]

    file = read({"T3": [TITLE, heading, *people]})

    assert [(table.kind, table.year, table.months) for table in file.tables] == [
        (TableKind.MEETINGS, 2024, (3,))
    ]
    assert [(row.letters, row.remark) for row in rows(file)] == [
        ("P", ""),
        ("E", "ốm"),
        ("A", ""),
    ]


def test_an_absence_without_its_kind_accuses_nobody(read: Read) -> None:
    file = read({"T3": [TITLE, ["TT", "Họ và tên", "Có mặt", "Vắng"], [*AN, None, "x"]]})

    assert [row.letters for row in rows(file)] == ["?"]
    assert [problem.code for problem in file.problems] == ["absence_unexplained"]


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        (["ĐIỂM DANH SINH HOẠT NĂM 2024"], ["Có mặt", "Vắng có phép", "Vắng không phép"]),
        (TITLE, ["Số buổi họp", "Số buổi dự", "Số buổi vắng"]),
    ],
)
def test_counts_of_more_than_one_meeting_are_not_read(
    read: Read, title: list[str], heading: list[str]
) -> None:
    file = read({"SH": [title, ["TT", "Họ và tên", *heading], [*AN, 1, 0, 0]]})

    assert rows(file) == []


@pytest.mark.parametrize(
    "text", ["Ngày họp", "Số có mặt", "Vắng", "Số phải nộp", "Trích để lại", "Tỷ lệ dự họp"]
)
def test_what_is_counted_below_the_people_is_nobody(read: Read, text: str) -> None:
    heading = ["TT", "Họ và tên", "T1", "T2"]
    book = [["THEO DÕI SINH HOẠT 2024"], heading, [*AN, "x", "x"], [None, text, 1, 1]]

    file = read({"SH": book})

    assert [row.full_name for row in rows(file)] == ["Lò Văn An"]
    assert [(p.cell, p.code) for p in file.problems] == [("B4", "unread_line")]
