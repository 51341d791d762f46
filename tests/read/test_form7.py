"""Mẫu 7-HSĐV: everybody who ever was in the cell, four lines each."""

from collections.abc import Callable

import pytest

from partyroll.model import Gender, Status
from partyroll.period import PartialDate
from partyroll.read.facts import ReadFile, RosterRow, StatedMove, TableKind
from read.form7 import HEADING, MAU, NUMBERS, REMOVED, THU, TITLE, Lines, ending, sheet

Read = Callable[..., ReadFile]


def people(file: ReadFile) -> list[RosterRow]:
    return [r for table in file.tables for r in table.rows if isinstance(r, RosterRow)]


def codes(file: ReadFile) -> list[tuple[str, str]]:
    return [(problem.cell, problem.code) for problem in file.problems]


def test_four_lines_are_one_person(read: Read) -> None:
    file = read(sheet(MAU, REMOVED))

    (table,) = file.tables
    assert (table.kind, table.row_count) == (TableKind.ROSTER, 2)
    assert [(p.full_name, p.row, p.last_row) for p in people(file)] == [
        ("Nguyễn Văn Mẫu", 6, 9),
        ("Trần Thị Thử", 10, 13),
    ]
    assert file.problems == ()
    assert file.set_aside == ()


def test_every_line_of_a_cell_is_a_fact(read: Read) -> None:
    mau = people(read(sheet(MAU)))[0]

    assert mau.unit is not None
    assert mau.unit.name == "Chi bộ thôn Mẫu"
    assert (mau.gender, mau.birth_date) == (Gender.MALE, PartialDate(1979, 3, 5))
    assert (mau.admission_date, mau.official_date) == (
        PartialDate(2005, 2, 3),
        PartialDate(2006, 2, 3),
    )
    assert (mau.card_no, mau.resume_no) == ("099079000001", "LL-12")
    assert mau.hometown == "xã B, huyện C"
    assert mau.status is None
    assert mau.attributes == {
        "former_occupation": "Học sinh",
        "occupation": "Làm ruộng",
        "education_general": "12/12",
        "education_political": "Sơ cấp",
        "education_professional": "Trung cấp",
    }


def test_a_birth_name_is_kept_where_it_differs(read: Read) -> None:
    other: Lines = [MAU[0], [None, "Nguyễn Văn Khai", *MAU[1][2:]], *MAU[2:]]

    found = people(read(sheet(MAU, [[2, *other[0][1:7], "099079000009"], *other[1:]])))

    assert [p.birth_name for p in found] == [None, "Nguyễn Văn Khai"]


@pytest.mark.parametrize(
    ("column", "lines", "status", "day"),
    [
        (13, ("15/09/2023", "Xóa tên"), Status.REMOVED, PartialDate(2023, 9, 15)),
        (13, ("15/09/2023", "Xin ra khỏi Đảng"), Status.WITHDREW, PartialDate(2023, 9, 15)),
        (13, ("9/2023", "Khai trừ"), Status.EXPELLED, PartialDate(2023, 9)),
        (
            13,
            ("15/09/2023", "QĐ 12-QĐ/HU", "Xóa tên"),
            Status.REMOVED,
            PartialDate(2023, 9, 15),
        ),
        (12, ("01/02/2022", "Ốm"), Status.DIED, PartialDate(2022, 2, 1)),
        (10, ("01/07/2021", "Đảng bộ xã Thử"), Status.OUT, PartialDate(2021, 7, 1)),
        (10, ("Đảng bộ xã Thử",), Status.OUT, None),
        (
            13,
            ("QĐ số 12-QĐ/HU ngày 15/09/2023", "Xóa tên"),
            Status.REMOVED,
            PartialDate(2023, 9, 15),
        ),
        (13, ("Xin ra khỏi Đảng, 01/02/2022",), Status.WITHDREW, PartialDate(2022, 2, 1)),
    ],
)
def test_the_last_columns_say_who_left(
    read: Read, column: int, lines: tuple[object, ...], status: Status, day: PartialDate | None
) -> None:
    file = read(sheet(MAU, ending(THU, column, *lines)))

    thu = people(file)[1]
    assert (thu.status, thu.status_date) == (status, day)
    assert file.problems == ()


def test_leaving_without_a_form_stays_open_and_is_told(read: Read) -> None:
    file = read(sheet(MAU, ending(THU, 13, "15/09/2023")))

    assert people(file)[1].status is Status.LEFT_UNSTATED
    assert codes(file) == [("M10", "exit_kind_unclear")]


def test_who_came_from_elsewhere_is_a_member(read: Read) -> None:
    file = read(sheet(MAU, ending(THU, 11, "01/07/2021", "Đảng bộ xã Thử")))

    thu = people(file)[1]
    assert thu.status is None
    assert thu.moves == (
        StatedMove(out=False, on=PartialDate(2021, 7, 1), place="Đảng bộ xã Thử"),
    )


def test_an_error_names_its_own_line(read: Read) -> None:
    broken: Lines = [MAU[0], MAU[1], [None, "31/02/1979", "Không"], []]

    file = read(sheet(broken, THU))

    assert codes(file) == [("B8", "invalid_date")]
    assert [(s.row, s.code) for s in file.set_aside] == [(6, "invalid_date")]
    assert "31/02/1979" in file.set_aside[0].texts["B"]
    assert [p.full_name for p in people(file)] == ["Trần Thị Thử"]


def test_a_heading_repeated_on_a_new_page(read: Read) -> None:
    rows = sheet(MAU)["Mẫu 7"] + [HEADING, NUMBERS, *THU]

    file = read({"Mẫu 7": rows})

    assert [p.full_name for p in people(file)] == ["Nguyễn Văn Mẫu", "Trần Thị Thử"]
    assert file.problems == ()


def test_one_cell_with_line_breaks_for_each_fact(read: Read) -> None:
    def joined(person: list[list[object]]) -> list[object]:
        wide = [[*line, *[None] * (14 - len(line))] for line in person[:3]]
        first = wide[0][0]
        return [
            first,
            *(
                "\n".join(str(cell or "-") for cell in cells)
                for cells in list(zip(*wide, strict=True))[1:]
            ),
        ]

    rows = [*TITLE, HEADING, NUMBERS, joined(MAU), joined(REMOVED)]

    file = read({"Mẫu 7": rows})

    found = people(file)
    assert [(p.full_name, str(p.birth_date), p.card_no) for p in found] == [
        ("Nguyễn Văn Mẫu", "1979-03-05", "099079000001"),
        ("Trần Thị Thử", "1958-11-12", "099158000002"),
    ]
    assert [p.status for p in found] == [None, Status.REMOVED]


def test_who_signs_is_no_member(read: Read) -> None:
    signed = [
        [None, None, "Thôn Mẫu, ngày 31 tháng 12 năm 2024"],
        ["T/M CHI ỦY"],
        [None, "Trần Văn Ký"],
    ]

    file = read({"Mẫu 7": [*sheet(MAU, THU)["Mẫu 7"], *signed]})

    assert len(people(file)) == 2
    assert file.problems == ()


def test_a_birth_date_in_words_does_not_end_the_table(read: Read) -> None:
    worded: Lines = [*MAU[:2], [None, "ngày 05 tháng 3 năm 1979", "Không"], []]

    found = people(read(sheet(worded, THU)))

    assert [str(p.birth_date) for p in found] == ["1979-03-05", "1958-11-12"]


OVER_ROWS: Lines = [
    [
        "Số TT", "HỌ VÀ TÊN", "Nam, nữ", "QUÊ QUÁN", "Văn hóa",
        "Nghề nghiệp trước khi vào Đảng", "Ngày vào Đảng", "Số thẻ đảng viên",
        "Bộ đội, công an, hưu trí", "Ngày chuyển đi", "Ngày chuyển đến", "Ngày từ trần",
        "Ngày ra khỏi Đảng", "Ghi chú",
    ],
    [
        None, "Họ và tên khai sinh", "dân tộc", None, "lý luận", "Nghề nghiệp hiện nay",
        "ngày chính thức", "số lý lịch đảng viên", None, "đến đảng bộ cơ sở",
        "ở đảng bộ cơ sở nào đến", "Lý do", "hình thức ra Đảng",
    ],
    [
        None, "Ngày sinh", "tôn giáo", None, "CMNV, ngoại ngữ", None, None,
        "số Huy hiệu Đảng",
    ],
]  # fmt: skip
BROKEN: list[object] = [
    "\n".join(str(line[column]) for line in OVER_ROWS if len(line) > column and line[column])
    for column in range(14)
]


@pytest.mark.parametrize("headings", [OVER_ROWS, [BROKEN]])
def test_headings_over_several_lines(read: Read, headings: Lines) -> None:
    file = read({"Mẫu 7": [*TITLE, *headings, NUMBERS, *MAU, *REMOVED]})

    mau, thu = people(file)
    assert (mau.gender, mau.official_date, mau.resume_no) == (
        Gender.MALE,
        PartialDate(2006, 2, 3),
        "LL-12",
    )
    assert mau.attributes["education_political"] == "Sơ cấp"
    assert (thu.status, thu.status_date) == (Status.REMOVED, PartialDate(2023, 9, 15))
    assert "education_political" not in thu.attributes
    assert file.problems == ()


def test_units_between_people(read: Read) -> None:
    rows = [["SỔ DANH SÁCH ĐẢNG VIÊN"], HEADING, ["Chi bộ thôn Đông"], *MAU]

    file = read({"Mẫu 7": [*rows, ["Chi bộ thôn Đoài"], *THU]})

    assert [p.unit.name for p in people(file) if p.unit] == [
        "Chi bộ thôn Đông",
        "Chi bộ thôn Đoài",
    ]


def test_who_went_and_came_back_is_a_member(read: Read) -> None:
    gone = ending(THU, 10, "01/07/2019", "Đảng bộ xã Thử")

    file = read(sheet(MAU, ending(gone, 11, "01/07/2021", "Đảng bộ xã Thử")))

    assert people(file)[1].status is None
    assert [move.out for move in people(file)[1].moves] == [False, True]
