"""What titles, groups and neighbours say of a table: its kind, its cell, its year."""

from collections.abc import Callable

import pytest

from partyroll.read.facts import BookRow, ReadFile, RosterRow, TableKind
from partyroll.read.titles import read_title
from partyroll.read.units import cell_in_title

Read = Callable[..., ReadFile]
HEADING = ["STT", "Họ và tên", "Ngày sinh", "Số thẻ đảng viên"]
AN = [1, "Lò Văn An", "05/03/1979", "099000000001"]
BINH = [1, "Lò Thị Bình", "12/11/1958", "099000000002"]


def people(file: ReadFile) -> list[RosterRow]:
    return [r for table in file.tables for r in table.rows if isinstance(r, RosterRow)]


def codes(file: ReadFile) -> list[tuple[str, str]]:
    return [(problem.cell, problem.code) for problem in file.problems]


def test_keeping_count_of_meetings_is_no_time_sheet_of_work(read: Read) -> None:
    heading = ["TT", "Họ và tên", "T1", "T2", "T3"]
    rows = [["BẢNG CHẤM CÔNG SINH HOẠT CHI BỘ NĂM 2024"], heading, [1, "Lò Văn An", *"xKP"]]

    assert [table.kind for table in read({"SH": rows}).tables] == [TableKind.MEETINGS]


def test_a_time_sheet_of_work_is_asked_about(read: Read) -> None:
    heading = ["TT", "Họ và tên", "T1", "T2", "T3"]
    rows = [["BẢNG CHẤM CÔNG NĂM 2024"], heading, [1, "Lò Văn An", *"xKP"]]

    assert [table.kind for table in read({"CC": rows}).tables] == [TableKind.SKIPPED]


@pytest.mark.parametrize(
    ("title", "sheet"),
    [
        ("TỔNG HỢP THU ĐẢNG PHÍ NĂM 2024", "Tổng hợp"),
        ("BẢNG TỔNG HỢP NĂM 2024", "TH"),
        ("THU ĐẢNG PHÍ CHI BỘ HỢP TÁC XÃ NĂM 2024", "HTX"),
    ],
)
def test_a_summary_of_dues_is_no_book_of_meetings(read: Read, title: str, sheet: str) -> None:
    heading = ["TT", "Họ và tên", "T1", "T2", "T3"]
    rows = [[title], heading, [1, "Lò Văn An", 10_000, "-", 10_000]]

    assert [table.kind for table in read({sheet: rows}).tables] == [TableKind.DUES]


def test_a_group_of_cells_is_nobody(read: Read) -> None:
    rows = [["A", "KHỐI DÂN CƯ"], ["I", "CHI BỘ KHU PHỐ 1"], AN, ["B", "KHỐI CƠ QUAN"]]

    file = read({"DS": [HEADING, *rows, ["I", "CHI BỘ TRẠM Y TẾ"], BINH]})

    assert [(r.full_name, r.unit and r.unit.name) for r in people(file)] == [
        ("Lò Văn An", "Chi bộ khu phố 1"),
        ("Lò Thị Bình", "Chi bộ Trạm Y Tế"),
    ]
    assert codes(file) == [("B2", "unread_line"), ("B5", "unread_line")]


def test_the_second_half_of_a_year_below_the_first_is_of_the_same_cell(read: Read) -> None:
    first = ["TT", "Họ và tên", *(f"T{month}" for month in range(1, 7))]
    second = ["TT", "Họ và tên", *(f"T{month}" for month in range(7, 13))]
    rows = [["THU ĐẢNG PHÍ CHI BỘ 3 NĂM 2024"], first, [1, "Lò Văn An", *["x"] * 6], ["Cộng"]]

    file = read({"DP": [*rows, [], ["6 tháng cuối năm"], second, [1, "Lò Văn An", *"xxxxxx"]]})

    assert [(t.kind, t.year) for t in file.tables] == [(TableKind.DUES, 2024)] * 2
    rows_read = [r for table in file.tables for r in table.rows if isinstance(r, BookRow)]
    assert [r.unit and r.unit.name for r in rows_read] == ["Chi bộ 3"] * 2


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("CHI BỘ CƠ QUAN - THEO DÕI ĐẢNG VIÊN VÀ ĐẢNG PHÍ 2024", "Chi bộ Cơ Quan"),
        ("Chi bộ thôn Hạ: Danh sách đảng viên", "Chi bộ thôn Hạ"),
        ("Chi bộ Trường THCS bảng theo dõi sinh hoạt", "Chi bộ Trường THCS"),
        ("CHI BỘ 5 THU ĐẢNG PHÍ", "Chi bộ 5"),
        ("Chi bộ Sổ Vàng", "Chi bộ Sổ Vàng"),
        ("Chi bộ Khu dân cư số 5 - Tổ 2", "Chi bộ Khu dân cư số 5 - Tổ 2"),
    ],
)
def test_the_name_of_a_cell_ends_where_the_list_begins(title: str, unit: str) -> None:
    assert cell_in_title(title) == unit


def test_a_quarter_in_the_title_has_a_year() -> None:
    assert read_title(["BẢNG THU ĐẢNG PHÍ QUÝ I/2024"]).years == (2024,)


def test_a_cell_with_a_number_is_no_member(read: Read) -> None:
    rows = [
        ["1", "Chi bộ thôn 1"],
        ["1.1", "Lò Văn An", "05/03/1979", ""],
        ["2", "CHI BỘ THÔN 2"],
        ["2.1", "Chi Thị Bình", "12/11/1958", ""],
    ]

    file = read({"DS": [HEADING, *rows]})

    assert [(p.full_name, p.unit and p.unit.name) for p in people(file)] == [
        ("Lò Văn An", "Chi bộ thôn 1"),
        ("Chi Thị Bình", "Chi bộ thôn 2"),
    ]


def test_months_counted_anew_below_each_year(read: Read) -> None:
    heading = [
        ["TT", "Họ và tên", "Năm 2022", *[None] * 11, "Năm 2023", *[None] * 11],
        [None, None, *range(1, 13), *range(1, 13)],
    ]
    row = [1, "Lò Văn An", *["x"] * 10, "nợ", "nợ", *["x"] * 12]

    file = read(
        {"DP": [["THU ĐẢNG PHÍ CHI BỘ A"], *heading, row]}, merges={"DP": ["C2:N2", "O2:Z2"]}
    )

    books = {t.year: r.letters for t in file.tables for r in t.rows if isinstance(r, BookRow)}
    assert books == {2022: "PPPPPPPPPPUU", 2023: "PPPPPPPPPPPP"}


def test_a_hamlet_under_the_heading_of_cells_is_its_cell(read: Read) -> None:
    heading = [*HEADING, "Chi bộ"]

    file = read({"DS": [heading, [*AN, "Thôn Hạ"], [2, *BINH[1:], "Chi bộ thôn Hạ"]]})

    assert {p.unit.name for p in people(file) if p.unit} == {"Chi bộ thôn Hạ"}


def test_headings_that_begin_in_the_row_above(read: Read) -> None:
    heading = [
        ["Họ và", "Ngày tháng", "Ngày vào", "Ngày", "Số"],
        ["tên", "năm sinh", "Đảng", "chính thức", "thẻ"],
    ]
    row = ["Lò Văn An", "05/03/1979", "03/02/2005", "03/02/2006", "099000000001"]

    (person,) = people(read({"DS": [["ĐẢNG BỘ XÃ MẪU"], [], *heading, row]}))

    days = (person.birth_date, person.admission_date, person.official_date)
    assert [str(day) for day in days] == ["1979-03-05", "2005-02-03", "2006-02-03"]
    assert (person.full_name, person.card_no) == ("Lò Văn An", "099000000001")


@pytest.mark.parametrize(
    ("meeting", "dues"), [("SH", "ĐP"), ("Sinh hoạt", "Đảng phí"), ("Dự SH", "Nộp ĐP")]
)
def test_dues_and_meetings_of_each_month_side_by_side(
    read: Read, meeting: str, dues: str
) -> None:
    heading = [
        ["TT", "Họ tên", "Tháng 1", None, "Tháng 2", None, "Tháng 3", None],
        [None, None, *[meeting, dues] * 3],
    ]
    row = [1, "Lò Văn An", "x", 10_000, "P", "nợ", "K", 10_000]
    title = "THEO DÕI SINH HOẠT VÀ ĐÓNG ĐẢNG PHÍ NĂM 2024"

    file = read({"TD": [[title], *heading, row]}, merges={"TD": ["C2:D2", "E2:F2", "G2:H2"]})

    books = {t.kind: r.letters for t in file.tables for r in t.rows if isinstance(r, BookRow)}
    assert books == {TableKind.DUES: "PUP.........", TableKind.MEETINGS: "PEA"}
    assert file.problems == ()
