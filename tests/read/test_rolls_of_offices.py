"""Rolls as offices keep them: statuses with days, days under ticks, counts below the table."""

from collections.abc import Callable

import pytest

from partyroll.model import Gender, Status
from partyroll.read.facts import RatingRow, ReadFile, RosterRow, TableKind
from partyroll.read.meetings import read_mark

Read = Callable[..., ReadFile]


def people(file: ReadFile) -> list[RosterRow]:
    return [r for table in file.tables for r in table.rows if isinstance(r, RosterRow)]


def codes(file: ReadFile) -> list[tuple[str, str]]:
    return [(problem.cell, problem.code) for problem in file.problems]


@pytest.mark.parametrize("more", [[], ["Lý do"]])
def test_a_roll_with_a_status_and_its_day_is_no_list_of_people_away(
    read: Read, more: list[str]
) -> None:
    heading = ["TT", "Họ và tên", "NTNS", "Ngày KN", "Ngày CT", "Tình trạng", "Từ ngày", *more]
    days = ["01/03/1979", "03/02/2005", "03/02/2006"]
    rows = [
        [1, "Lò Văn An", *days, "Đang SH", "1/1/2020"],
        [2, "Lò Thị Bình", *days, "Từ trần", "1/6/2024"],
    ]

    file = read({"SO": [["SỔ ĐẢNG VIÊN CHI BỘ TỔ 5"], heading, *rows]})

    assert [table.kind for table in file.tables] == [TableKind.ROSTER]
    assert [(row.status, str(row.status_date)) for row in people(file)] == [
        (Status.OFFICIAL, "None"),
        (Status.DIED, "2024-06-01"),
    ]


def test_days_where_others_tick_official_or_probationary(read: Read) -> None:
    heading = [
        ["TT", "Họ và tên", "Năm sinh", "Đảng viên", None],
        [None, None, None, "Chính thức", "Dự bị"],
    ]
    rows = [
        [1, "Lò Văn An", 1979, "03/02/2006", "03/02/2005"],
        [2, "Lò Thị Bình", 1990, None, "03/02/2024"],
        [3, "Giàng A Páo", 1985, "x", None],
        [4, "Vàng Thị Mỷ", 1985, "đã công nhận", None],
    ]

    file = read({"DS": [*heading, *rows]}, merges={"DS": ["D1:E1"]})

    said = [(str(p.admission_date), str(p.official_date), p.status) for p in people(file)]
    assert said == [
        ("2005-02-03", "2006-02-03", None),
        ("2024-02-03", "None", None),
        ("None", "None", Status.OFFICIAL),
        ("None", "None", None),
    ]
    assert [(p.cell, p.severity.value) for p in file.problems] == [("D6", "warning")]


def test_a_tick_under_both_sexes_says_neither(read: Read) -> None:
    heading = ["TT", "Họ và tên", "Nam", "Nữ", "Năm sinh"]
    rows = [[1, "Lò Văn An", "x", None, 1979], [2, "Lò Thị Bình", "x", "x", 1980]]

    file = read({"DS": [heading, *rows]})

    assert [(row.full_name, row.gender) for row in people(file)] == [("Lò Văn An", Gender.MALE)]
    assert codes(file) == [("D3", "invalid_gender")]


def test_parts_of_a_total_are_nobody(read: Read) -> None:
    heading = ["TT", "Họ và tên", "Ngày sinh", "Số thẻ"]
    counts = [[None, "Tổng số", 1], [None, "Trong đó: Nữ", None, 1], [None, "Nam", None, 0]]

    file = read({"DS": [heading, [1, "Lò Văn An", "01/03/1979", "099079000001"], *counts]})

    assert [row.full_name for row in people(file)] == ["Lò Văn An"]
    assert codes(file) == [("B4", "unread_line"), ("B5", "unread_line")]


def test_a_tick_under_not_rated_in_short(read: Read) -> None:
    heading = ["TT", "Họ và tên", "HTXSNV", "HTTNV", "HTNV", "Không HTNV", "Chưa XL"]
    rows = [[1, "Lò Văn An", "x"], [2, "Lò Thị Bình", None, None, None, None, "x"]]

    file = read({"XL": [["KẾT QUẢ XẾP LOẠI ĐẢNG VIÊN NĂM 2024"], heading, *rows]})

    rated = [r for table in file.tables for r in table.rows if isinstance(r, RatingRow)]
    assert [one.level.value for row in rated for one in row.ratings] == [
        "EXCELLENT",
        "NOT_RATED",
    ]


@pytest.mark.parametrize("words", ["trễ", "đến trễ", "đi trễ", "đến muộn"])
def test_who_came_late_was_there(words: str) -> None:
    assert read_mark(words).letter == "P"
