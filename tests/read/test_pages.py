"""Tables that go on over pages, beside each other, or sheet by sheet: nobody loses a unit."""

from collections.abc import Callable

import pytest

from partyroll.read.facts import BookRow, ReadFile, RosterRow, TableKind

Read = Callable[..., ReadFile]
HEADING = ["STT", "Họ và tên", "Ngày sinh", "Số thẻ đảng viên"]
AN = [1, "Lò Văn An", "05/03/1979", "099000000001"]
BINH = [2, "Lò Thị Bình", "12/11/1958", "099000000002"]
CHI = [2, "Lò Thị Chi", "12/11/1968", "099000000003"]
SIGNED = [
    [None, None, "Xã Mẫu, ngày 31 tháng 12 năm 2024"],
    ["NGƯỜI LẬP BIỂU"],
    [None, "Lò Ký"],
]
TITLE = [["ĐẢNG BỘ XÃ MẪU"], ["DANH SÁCH ĐẢNG VIÊN CHI BỘ THÔN ĐÔNG"]]


def units(file: ReadFile) -> list[tuple[str, str]]:
    return [
        (row.full_name, row.unit.name if row.unit else "")
        for table in file.tables
        for row in table.rows
        if isinstance(row, RosterRow)
    ]


def codes(file: ReadFile) -> list[tuple[str, str]]:
    return [(problem.cell, problem.code) for problem in file.problems]


def test_a_new_page_with_its_heading_keeps_the_first_title(read: Read) -> None:
    file = read({"DS": [*TITLE, HEADING, AN, *SIGNED, HEADING, BINH, *SIGNED]})

    assert units(file) == [
        ("Lò Văn An", "Chi bộ thôn Đông"),
        ("Lò Thị Bình", "Chi bộ thôn Đông"),
    ]


def test_a_new_page_goes_on_in_the_section(read: Read) -> None:
    section = ["I. Chi bộ thôn Tây"]

    file = read({"DS": [TITLE[0], HEADING, section, AN, *SIGNED, HEADING, BINH, *SIGNED]})

    assert [unit for _, unit in units(file)] == ["Chi bộ thôn Tây", "Chi bộ thôn Tây"]


def test_another_hamlets_table_does_not_take_the_title_above(read: Read) -> None:
    file = read({"DS": [*TITLE, HEADING, AN, *SIGNED, ["Thôn Đoài"], HEADING, [1, *BINH[1:]]]})

    assert units(file) == [("Lò Văn An", "Chi bộ thôn Đông"), ("Lò Thị Bình", "")]


def test_tables_beside_each_other_are_read_each_in_its_columns(read: Read) -> None:
    titles = ["CHI BỘ THÔN ĐÔNG", None, None, None, None, "CHI BỘ THÔN ĐOÀI"]
    rows = [[*AN, None, *[1, *BINH[1:]]], [*CHI, None, 2, "Lò Văn Dê", "1/1/1970", None]]

    file = read({"DS": [titles, [*HEADING, None, *HEADING], *rows]})

    assert units(file) == [
        ("Lò Văn An", "Chi bộ thôn Đông"),
        ("Lò Thị Chi", "Chi bộ thôn Đông"),
        ("Lò Thị Bình", "Chi bộ thôn Đoài"),
        ("Lò Văn Dê", "Chi bộ thôn Đoài"),
    ]
    assert [table.range for table in file.tables] == ["A2:D4", "F2:I4"]
    assert file.problems == ()


def test_a_fault_in_the_right_table_sets_its_own_cells_aside(read: Read) -> None:
    wrong = [1, "Lò Thị Bình", "31/02/1958", "099000000002"]

    file = read({"DS": [[*HEADING, None, *HEADING], [*AN, None, *wrong]]})

    assert codes(file) == [("H2", "invalid_date")]
    assert [row.texts for row in file.set_aside] == [
        {"F": "1", "G": "Lò Thị Bình", "H": "31/02/1958", "I": "099000000002"}
    ]


def test_a_book_that_goes_on_to_the_right_names_its_own_cells(read: Read) -> None:
    half = ["TT", "Họ và tên", "T1", "T2", "T3"]
    rows = [
        ["SỔ THU ĐẢNG PHÍ NĂM 2024 - CHI BỘ THÔN HẠ"],
        [*half, None, *half],
        [1, "Lò Văn An", "x", "x", "x", None, 3, "Lò Thị Chi", "x", "x", "nợ"],
    ]

    file = read({"DP": rows})

    lines = [r for table in file.tables for r in table.rows if isinstance(r, BookRow)]
    assert [(r.full_name, r.letters[:3], r.cells[2]) for r in lines] == [
        ("Lò Văn An", "PPP", "E3"),
        ("Lò Thị Chi", "PPU", "K3"),
    ]
    assert {r.unit.name for r in lines if r.unit} == {"Chi bộ thôn Hạ"}


def test_dues_beside_meetings_are_two_books(read: Read) -> None:
    dues, meetings = (
        ["TT", "Họ và tên", *(f"{w} T{n}" for n in (1, 2, 3))] for w in ("ĐP", "SH")
    )
    line = [1, "Lò Văn An", "x", "x", "nợ", None, 1, "Lò Văn An", "x", "K", "x"]

    file = read({"Sổ": [["CHI BỘ THÔN HẠ - NĂM 2024"], [*dues, None, *meetings], line]})

    lines = [(t.kind, r.letters) for t in file.tables for r in t.rows if isinstance(r, BookRow)]
    assert lines == [(TableKind.DUES, "PPU........."), (TableKind.MEETINGS, "PAP")]


def test_dues_beside_a_roster_in_another_order_stay_with_their_person(read: Read) -> None:
    book = ["TT", "Họ và tên", "T1", "T2", "T3"]
    rows = [
        ["CHI BỘ THÔN HẠ - NĂM 2024"],
        [*HEADING, None, *book],
        [*AN, None, 1, "Lò Thị Bình", "x", "x", "x"],
        [*BINH, None, 2, "Lò Văn An", "x", "nợ", "nợ"],
    ]

    file = read({"Sổ": rows})

    lines = [r for table in file.tables for r in table.rows if isinstance(r, BookRow)]
    assert [(r.full_name, r.letters[:3]) for r in lines] == [
        ("Lò Thị Bình", "PPP"),
        ("Lò Văn An", "PUU"),
    ]
    assert [name for name, _ in units(file)] == ["Lò Văn An", "Lò Thị Bình"]


def test_two_names_of_one_row_that_differ_are_nobodys_debt(read: Read) -> None:
    heading = ["STT", "Họ và tên", "Số thẻ", "Họ và tên", "T1", "T2", "T3"]
    rows = [
        ["SỔ THU ĐẢNG PHÍ NĂM 2024 - CHI BỘ THÔN HẠ"],
        heading,
        [1, "Lò Văn An", "099000000001", "Lò Thị Bình", "nợ", "nợ", "nợ"],
        [2, "Lò Thị Chi", "099000000003", "Lò Thị Chi", "x", "x", "x"],
    ]

    file = read({"Sổ": rows})

    lines = [r for table in file.tables for r in table.rows if isinstance(r, BookRow)]
    assert [r.full_name for r in lines] == ["Lò Thị Chi"]
    assert codes(file) == [("D3", "names_differ")]
    assert len(file.set_aside) == 1


def test_sheets_named_after_hamlets_are_their_cells(read: Read) -> None:
    file = read({"Thôn Hạ": [HEADING, AN], "TDP 3": [HEADING, BINH]})

    assert units(file) == [("Lò Văn An", "Chi bộ thôn Hạ"), ("Lò Thị Bình", "Chi bộ TDP 3")]


@pytest.mark.parametrize("other", ["Sheet2", "Tổng hợp"])
def test_one_sheet_named_after_a_hamlet_says_nothing(read: Read, other: str) -> None:
    file = read({"Thôn Hạ": [HEADING, AN], other: [HEADING, BINH]})

    assert {unit for _, unit in units(file)} == {""}


@pytest.mark.parametrize(
    "name",
    ["Lò Văn An, Lò Thị Bình", "Lò Văn An\nLò Thị Bình", "Lò Văn An và Lò Thị Bình"],
)
def test_two_names_in_one_cell_are_told_and_set_aside(read: Read, name: str) -> None:
    file = read({"DS": [HEADING, [1, name, *AN[2:]]]})

    assert codes(file) == [("B2", "several_names")]
    assert units(file) == []


@pytest.mark.parametrize("name", ["Lò Văn An (Bí thư)", "Lò Văn An - bí thư", "Lò, Văn An"])
def test_one_name_with_something_beside_it_is_one(read: Read, name: str) -> None:
    assert len(units(read({"DS": [HEADING, [1, name, *AN[2:]]]}))) == 1


def test_the_count_in_a_section_is_checked(read: Read) -> None:
    rows = [["Chi bộ: Thôn Đông (12 đ/c)"], AN, ["Chi bộ: Thôn Đoài (1 đ/c)"], [1, *BINH[1:]]]

    file = read({"DS": [HEADING, *rows]})

    assert codes(file) == [("A2", "total_mismatch")]
