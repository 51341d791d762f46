"""Columns of leaving: beside the people of a roster, and in lists of all changes."""

from collections.abc import Callable

import pytest

from partyroll.model import ExitKind, Status
from partyroll.read.facts import ExitRow, ReadFile, RosterRow, StatedMove, TableKind

Read = Callable[..., ReadFile]
TITLE = ["DANH SÁCH ĐẢNG VIÊN CHI BỘ THÔN HẠ"]
HEADING = ["TT", "Họ và tên", "Ngày sinh", "Số thẻ đảng viên", "Ngày vào Đảng"]
NAMES = ("Lò Văn An", "Lò Văn Bình", "Lò Văn Chí", "Lò Văn Dũng", "Lò Văn Em")


def roster(
    read: Read,
    headings: list[str],
    filled: dict[int, list[object]],
    *,
    title: list[str] = TITLE,
) -> ReadFile:
    """A roster of five with further columns, filled for few."""
    rows = [
        [n + 1, name, f"05/03/195{n}", f"09900000000{n}", "03/02/1985", *filled.get(n, [])]
        for n, name in enumerate(NAMES)
    ]
    return read({"DS": [title, [*HEADING, *headings], *rows]})


def exits(file: ReadFile) -> list[tuple[str, ExitKind, str]]:
    return [
        (row.full_name, row.kind, str(row.event_date or ""))
        for table in file.tables
        for row in table.rows
        if isinstance(row, ExitRow)
    ]


def people(file: ReadFile) -> list[RosterRow]:
    return [row for t in file.tables for row in t.rows if isinstance(row, RosterRow)]


@pytest.mark.parametrize(
    ("headings", "cells", "kind", "day"),
    [
        (
            ["Ngày ra khỏi Đảng", "Hình thức"],
            ["02/05/2024", "Xóa tên"],
            "REMOVED",
            "2024-05-02",
        ),
        (["Từ trần"], ["x"], "DIED", ""),
        (["Ngày mất"], ["02/05/2024"], "DIED", "2024-05-02"),
        (["Chuyển đến", "Chuyển đi"], [None, "5/2024"], "OUT", "2024-05"),
        (["Ngày chuyển đi", "Lý do"], ["01/05/2024", None], "OUT", "2024-05-01"),
    ],
)
def test_who_left_stands_in_further_columns_of_a_roster(
    read: Read, headings: list[str], cells: list[object], kind: str, day: str
) -> None:
    file = roster(read, headings, {1: cells})

    assert [person.full_name for person in people(file)] == [*NAMES]
    assert exits(file) == [("Lò Văn Bình", ExitKind(kind), day)]
    assert (file.problems, file.set_aside) == ((), ())


def test_a_reason_beside_a_member_makes_nobody_leave(read: Read) -> None:
    file = roster(read, ["Ngày ra khỏi Đảng", "Lý do"], {2: [None, "Ốm"]})

    assert len(people(file)) == len(NAMES)
    assert exits(file) == []


@pytest.mark.parametrize("sign", ["-", "0", "không"])
def test_a_sign_for_nothing_under_a_kind_of_exit_is_no_mark(read: Read, sign: str) -> None:
    file = roster(read, ["Từ trần", "Chuyển đi"], {n: [sign, sign] for n in range(5)})

    assert exits(file) == []
    assert {person.status for person in people(file)} <= {None, Status.OFFICIAL}


def test_who_came_back_after_going_away_is_here(read: Read) -> None:
    file = roster(
        read, ["Ngày chuyển đi", "Ngày chuyển đến"], {0: ["01/05/2020", "01/06/2022"]}
    )

    assert exits(file) == []
    assert [str(m.on) for m in people(file)[0].moves] == ["2022-06-01"]
    assert isinstance(people(file)[0].moves[0], StatedMove)


def test_a_day_of_transfer_that_names_no_direction_makes_nobody_leave(read: Read) -> None:
    file = roster(read, ["Ngày chuyển sinh hoạt Đảng"], {1: ["01/05/2020"]})

    assert exits(file) == []
    assert file.tables[0].unknown_columns == {"F": "Ngày chuyển sinh hoạt Đảng"}


def test_what_most_rows_of_a_roster_fill_is_no_leaving(read: Read) -> None:
    file = roster(read, ["Ngày chuyển đi"], {n: ["01/05/2020"] for n in range(4)})

    assert (len(people(file)), exits(file)) == (len(NAMES), [])


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        (["Ngày chuyển đến", "Từ đâu đến"], ["01/02/2020", "Quân đội"]),
        (["Lý do vắng", "Từ ngày", "Đến ngày"], ["Đi học", "01/02/2024", "01/06/2024"]),
        (["Nơi đi", "Từ ngày"], ["Bình Dương", "01/02/2024"]),
        (["Khen thưởng", "Kỷ luật", "Số QĐ", "Ngày QĐ"], [None, "Cảnh cáo", "1", "1/6/2024"]),
        (["Nội dung giúp đỡ", "Ngày giúp đỡ"], ["Tặng quà", "01/06/2024"]),
    ],
)
def test_columns_that_few_members_fill_make_no_list_of_another_kind(
    read: Read, headings: list[str], cells: list[object]
) -> None:
    file = roster(read, headings, {1: cells})

    assert [person.full_name for person in people(file)] == [*NAMES]
    assert file.set_aside == ()


def test_columns_that_rosters_are_not_read_for_are_told(read: Read) -> None:
    file = roster(read, ["Từ ngày", "Đến ngày"], {1: ["01/02/2024", "01/06/2024"]})

    assert file.tables[0].unknown_columns == {"F": "Từ ngày", "G": "Đến ngày"}


def changes(read: Read, *rows: list[object]) -> ReadFile:
    heading = ["TT", "Họ và tên", "Ngày sinh"]
    kinds = ["Kết nạp", "Chuyển đến", "Chuyển đi", "Từ trần", "Xóa tên", "Ngày"]
    title = ["THEO DÕI BIẾN ĐỘNG ĐẢNG VIÊN NĂM 2024"]
    return read({"BD": [title, [*heading, *kinds], *rows]})


def test_in_a_list_of_changes_each_leaves_by_the_mark_of_the_row(read: Read) -> None:
    file = changes(
        read,
        [1, "Lò Văn An", "05/03/1955", None, None, "x", None, None, "01/05/2024"],
        [2, "Lò Văn Bình", "05/03/1956", None, None, None, "02/05/2024", None, None],
        [3, "Lò Văn Chí", "05/03/1957", "-", "-", "-", "-", "x", "03/05/2024"],
    )

    assert exits(file) == [
        ("Lò Văn An", ExitKind.OUT, "2024-05-01"),
        ("Lò Văn Bình", ExitKind.DIED, "2024-05-02"),
        ("Lò Văn Chí", ExitKind.REMOVED, "2024-05-03"),
    ]
    assert file.problems == ()


@pytest.mark.parametrize(
    "marks",
    [["19/05/2024", None], ["x", None], [None, "x"], [None, "20/05/2024"], [None, None]],
)
def test_who_came_or_was_admitted_in_a_list_of_changes_did_not_leave(
    read: Read, marks: list[object]
) -> None:
    file = changes(read, [1, "Lò Văn An", "05/03/1995", *marks, None, None, None, "20/05/2024"])

    assert exits(file) == []
    assert [one.row for one in file.set_aside] == [3]


def test_two_kinds_in_one_row_are_none(read: Read) -> None:
    file = changes(read, [1, "Lò Văn An", "05/03/1955", None, None, None, "x", "x", None])

    assert exits(file) == []
    assert [one.row for one in file.set_aside] == [3]


@pytest.mark.parametrize(
    ("headings", "field"),
    [(["Ngày"], "event_date"), (["Số QĐ", "Ngày"], "decision_date")],
)
def test_a_day_without_more_is_that_of_the_decision_beside_it(
    read: Read, headings: list[str], field: str
) -> None:
    cells = ["12-QĐ/HU", "05/03/2023"][-len(headings) :]
    rows = [["TT", "Họ và tên", "Hình thức", *headings], [1, "Lò Văn An", "Xoá tên", *cells]]

    file = read({"XT": rows})

    assert [table.kind for table in file.tables] == [TableKind.EXITS]
    assert str(getattr(file.tables[0].rows[0], field)) == "2023-03-05"
