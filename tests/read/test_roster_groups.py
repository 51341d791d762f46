"""Rows between the people of a roster: who stands under "Từ trần" is no member."""

from collections.abc import Callable

import pytest

from partyroll.model import Status
from partyroll.read.facts import ReadFile, RosterRow, TableKind

Read = Callable[..., ReadFile]
HEADING: list[object] = ["STT", "Họ và tên", "Năm sinh", "Số thẻ đảng viên"]
AN = [1, "Lò Văn An", 1979, "099000000001"]
BINH = [2, "Lò Văn Bình", 1940, "099000000002"]
CHI = [3, "Lò Văn Chi", 1950, "099000000003"]
Rows = list[list[object]]


def said(file: ReadFile) -> dict[str, Status | None]:
    rows = [r for table in file.tables for r in table.rows if isinstance(r, RosterRow)]
    return {row.full_name: row.status for row in rows}


def notes(file: ReadFile) -> list[str]:
    return [r.note for table in file.tables for r in table.rows if isinstance(r, RosterRow)]


def line(*cells: object) -> list[object]:
    return [*cells]


def first(row: list[object]) -> list[object]:
    return [1, *row[1:]]


def codes(file: ReadFile) -> list[tuple[int | None, str]]:
    return [(problem.row, problem.code) for problem in file.problems]


@pytest.mark.parametrize(
    ("group", "status"),
    [
        ("Đảng viên từ trần", Status.DIED),
        ("Đảng viên bị xóa tên", Status.REMOVED),
        ("Xin ra khỏi Đảng", Status.WITHDREW),
        ("Khai trừ", Status.EXPELLED),
        ("Đảng viên dự bị", Status.PROBATIONARY),
        ("Đảng viên chính thức", Status.OFFICIAL),
    ],
)
def test_who_stands_under_a_group_is_what_it_says(
    read: Read, group: str, status: Status
) -> None:
    file = read({"DS": [HEADING, AN, ["II", group], first(BINH)]})

    assert said(file) == {"Lò Văn An": None, "Lò Văn Bình": status}
    assert file.problems == ()


@pytest.mark.parametrize(
    "group",
    [
        "Quần chúng ưu tú",
        "Chuyển sinh hoạt",
        "Chuyển đi trong năm",
        "Đã ra khỏi Đảng",
        "Biến động đảng viên",
    ],
)
def test_who_stands_under_a_group_that_is_no_members_stays_out(read: Read, group: str) -> None:
    file = read({"DS": [HEADING, AN, ["II", group], first(BINH)]})

    assert said(file) == {"Lò Văn An": None}
    assert codes(file) == [(4, "below_group")]
    assert file.problems[0].found == group
    assert [(one.row, one.texts["B"]) for one in file.set_aside] == [(4, "Lò Văn Bình")]


@pytest.mark.parametrize(
    "group", ["Đề nghị xóa tên", "Chuyển sinh hoạt đến", "Hưu trí", "Đảng viên bị kỷ luật"]
)
def test_a_group_of_members_makes_nobody_leave(read: Read, group: str) -> None:
    file = read({"DS": [HEADING, AN, ["II", group], first(BINH)]})

    assert said(file) == {"Lò Văn An": None, "Lò Văn Bình": None}


@pytest.mark.parametrize(
    "group",
    ["II. Đảng viên được miễn sinh hoạt", "II. Đảng viên đang sinh hoạt tạm thời nơi khác"],
)
def test_a_group_that_names_a_standing_is_a_remark_of_those_below(
    read: Read, group: str
) -> None:
    file = read({"DS": [HEADING, ["I. Đảng viên chính thức"], AN, [group], BINH]})

    assert notes(file) == ["", group.removeprefix("II. ")]
    assert [(p.cell, p.code) for p in file.problems] == [("A4", "remark_without_paper")]


def test_a_title_that_names_a_standing_is_a_remark_of_everybody_called_a_member(
    read: Read,
) -> None:
    rows = [["DANH SÁCH ĐẢNG VIÊN MIỄN SINH HOẠT"], HEADING, AN, BINH]

    file = read({"DS": rows}, kinds={"DS": TableKind.ROSTER})

    assert notes(file) == ["miễn sinh hoạt"] * 2
    assert [(p.cell, p.code) for p in file.problems] == [("A2", "remark_without_paper")]


def test_the_next_group_of_its_kind_ends_a_group(read: Read) -> None:
    rows: Rows = [HEADING, line("I", "Từ trần"), AN, line("II", "Hưu trí"), first(BINH)]

    assert said(read({"DS": rows})) == {"Lò Văn An": Status.DIED, "Lò Văn Bình": None}


def test_below_a_line_that_may_or_may_not_end_a_group_nobody_is_placed(read: Read) -> None:
    rows: Rows = [HEADING, line("I", "Từ trần"), AN, line("Hưu trí"), first(BINH)]

    file = read({"DS": rows})

    assert said(file) == {"Lò Văn An": Status.DIED}
    assert (5, "below_group") in codes(file)


def test_the_next_cell_ends_a_group_within_a_cell(read: Read) -> None:
    east, west = line("Chi bộ Bản Đông"), line("Chi bộ Bản Đoài")
    rows: Rows = [HEADING, east, AN, line("", "Từ trần"), first(BINH), west, first(CHI)]

    assert said(read({"DS": rows})) == {
        "Lò Văn An": None,
        "Lò Văn Bình": Status.DIED,
        "Lò Văn Chi": None,
    }


def test_a_cell_below_a_group_that_came_before_any_cell_is_a_question(read: Read) -> None:
    rows: Rows = [
        HEADING,
        AN,
        line("II", "Từ trần"),
        first(BINH),
        line("Chi bộ Bản Đoài"),
        first(CHI),
    ]

    file = read({"DS": rows})

    assert said(file) == {"Lò Văn An": None, "Lò Văn Bình": Status.DIED}
    assert [one.row for one in file.set_aside] == [6]


def test_what_a_row_says_of_itself_holds_against_its_group(read: Read) -> None:
    heading = [*HEADING, "Tình trạng"]
    rows: Rows = [heading, AN, line("II", "Từ trần"), [*first(BINH), "Khai trừ"]]

    assert said(read({"DS": rows}))["Lò Văn Bình"] is Status.EXPELLED
