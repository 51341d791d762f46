"""Layouts that no form knows: split names, signed pages, quarters, titles full of words."""

from collections.abc import Callable

import pytest

from partyroll.model import Status
from partyroll.read.facts import BookRow, ExitRow, HeadcountRow, ReadFile, RosterRow, TableKind
from partyroll.read.titles import read_title

Read = Callable[..., ReadFile]
HEADING = ["STT", "Họ và tên", "Ngày sinh", "Số thẻ đảng viên"]
AN = [1, "Lò Văn An", "05/03/1979", "099000000001"]
BINH = [2, "Lò Thị Bình", "12/11/1958", "099000000002"]
CHI = [3, "Lò Thị Chi", "12/11/1968", "099000000003"]
SIGNED = [[None, None, "Xã Mẫu, ngày 31 tháng 12 năm 2024"], ["NGƯỜI LẬP BIỂU", "Người Ký"]]
MONTHS = [f"T{number}" for number in range(1, 13)]


def people(file: ReadFile) -> list[RosterRow]:
    return [r for table in file.tables for r in table.rows if isinstance(r, RosterRow)]


def names(file: ReadFile) -> list[str]:
    return [person.full_name for person in people(file)]


def units(file: ReadFile) -> list[str | None]:
    return [person.unit.name if person.unit else None for person in people(file)]


def codes(file: ReadFile) -> list[tuple[str, str]]:
    return [(problem.cell, problem.code) for problem in file.problems]


def split(row: list[object]) -> list[object]:
    family, _, given = str(row[1]).rpartition(" ")
    return [row[0], family, given, *row[2:]]


def test_one_heading_over_family_and_given_name(read: Read) -> None:
    heading = ["STT", "Họ và tên", None, "Ngày sinh", "Số thẻ đảng viên"]

    file = read({"DS": [heading, split(AN), split(BINH)]}, merges={"DS": ["B1:C1"]})

    assert names(file) == ["Lò Văn An", "Lò Thị Bình"]


def test_a_column_without_heading_is_no_part_of_the_name(read: Read) -> None:
    heading = ["STT", "Họ và tên", None, "Ngày sinh", "Số thẻ đảng viên"]
    rows = [[*one[:2], "Nam", *one[2:]] for one in (AN, BINH)]

    assert names(read({"DS": [heading, *rows]})) == ["Lò Văn An", "Lò Thị Bình"]


def test_a_list_signed_on_every_page_goes_on_by_its_numbers(read: Read) -> None:
    file = read({"DS": [HEADING, AN, BINH, *SIGNED, CHI, *SIGNED]})

    assert names(file) == ["Lò Văn An", "Lò Thị Bình", "Lò Thị Chi"]
    assert file.problems == ()


def test_a_numbered_line_below_a_signature_that_does_not_go_on_is_told(read: Read) -> None:
    other = [1, "Tổng số đảng viên", 45]

    file = read({"DS": [HEADING, AN, BINH, *SIGNED, other]})

    assert names(file) == ["Lò Văn An", "Lò Thị Bình"]
    assert codes(file) == [("A6", "unread_line")]


def test_who_signs_one_table_does_not_name_the_unit_of_the_next(read: Read) -> None:
    first = [["CHI BỘ THÔN ĐÔNG"], HEADING, AN, *SIGNED, [None, None, "T/M CHI BỘ THÔN ĐÔNG"]]
    second = [["CHI BỘ THÔN ĐOÀI"], HEADING, [1, *BINH[1:]]]

    assert units(read({"DS": [*first, *second]})) == ["Chi bộ thôn Đông", "Chi bộ thôn Đoài"]


@pytest.mark.parametrize(
    "title",
    [
        "SỔ THU ĐẢNG PHÍ CHI BỘ THÔN HẠ - ĐẢNG BỘ XÃ MẪU NĂM 2024",
        "Sổ thu đảng phí năm 2024, Chi bộ thôn Hạ, Đảng bộ xã Mẫu",
        "ĐẢNG PHÍ CHI BỘ THÔN HẠ (ĐẢNG BỘ XÃ MẪU) NĂM 2024",
        "SỔ THU ĐẢNG PHÍ CHI BỘ THÔN HẠ THUỘC ĐẢNG BỘ XÃ MẪU NĂM 2024",
    ],
)
def test_the_committee_behind_a_cell_in_a_title_is_its_parent(title: str) -> None:
    read = read_title([title])

    assert (read.unit, read.parents, read.years) == (
        "Chi bộ thôn Hạ",
        ("Đảng bộ xã Mẫu",),
        (2024,),
    )


def test_a_cell_may_be_called_after_a_committee() -> None:
    assert read_title(["DANH SÁCH CHI BỘ ĐẢNG ỦY XÃ MẪU"]).unit == "Chi bộ đảng ủy xã Mẫu"


@pytest.mark.parametrize(
    "title",
    [
        "THEO DÕI SINH HOẠT CHI BỘ 6 THÁNG ĐẦU NĂM 2024",
        "THEO DÕI SINH HOẠT CHI BỘ - 2024",
        "BẢNG ĐIỂM DANH SINH HOẠT CHI BỘ CỦA ĐẢNG VIÊN NĂM 2024",
        "THEO DÕI THU ĐẢNG PHÍ CỦA CHI BỘ TỪ THÁNG 1 ĐẾN THÁNG 12 NĂM 2024",
    ],
)
def test_words_behind_chi_bo_that_name_no_cell(title: str) -> None:
    read = read_title([title])

    assert (read.unit, read.years) == ("", (2024,))


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("SỔ THU ĐẢNG PHÍ 2024", (2024,)),
        ("Sổ thu đảng phí (theo Quy định số 50 năm 2021) | Năm 2024", (2024,)),
        ("SỔ THU ĐẢNG PHÍ, kèm Công văn 12-CV/ĐU ngày 05/01/2025", ()),
        ("Sổ thu đảng phí năm 2023 và năm 2024", (2023, 2024)),
    ],
)
def test_the_year_of_a_title(title: str, years: tuple[int, ...]) -> None:
    assert read_title([title]).years == years


@pytest.mark.parametrize(("sheet", "year"), [("DP2024", 2024), ("Sheet2", None)])
def test_of_two_years_in_a_title_the_sheet_says_which(
    read: Read, sheet: str, year: int | None
) -> None:
    title = ["Sổ thu đảng phí năm 2023 và năm 2024"]

    file = read({sheet: [title, ["TT", "Họ và tên", *MONTHS], [1, "Lò Văn An", *["x"] * 12]]})

    assert [t.year for t in file.tables if t.rows] == [year] * (year is not None)


def test_months_under_a_numbered_quarter_are_months(read: Read) -> None:
    heading = [["TT", "Họ và tên", "Quý I", None, None], [None, None, 1, 2, 3]]
    rows = [["SỔ THU ĐẢNG PHÍ NĂM 2024"], *heading, [1, "Lò Văn An", "x", "x", "chưa"]]

    file = read({"DP": rows}, merges={"DP": ["A2:A3", "B2:B3", "C2:E2"]})

    assert [r.letters for r in file.tables[0].rows if isinstance(r, BookRow)] == [
        "PPU........."
    ]


def test_a_tick_under_chinh_thuc_or_du_bi(read: Read) -> None:
    heading = [
        ["STT", "Họ và tên", "Số thẻ đảng viên", "Loại đảng viên", None],
        [None, None, None, "Chính thức", "Dự bị"],
    ]
    rows = [[1, AN[1], AN[3], "x", None], [2, BINH[1], BINH[3], None, "x"]]

    file = read({"DS": [*heading, *rows]}, merges={"DS": ["A1:A2", "B1:B2", "C1:C2", "D1:E1"]})

    assert [p.status for p in people(file)] == [Status.OFFICIAL, Status.PROBATIONARY]


def test_ticks_without_a_heading_above_them(read: Read) -> None:
    heading = ["STT", "Họ và tên", "Số thẻ đảng viên", "Chính thức", "Dự bị"]
    rows = [[1, AN[1], AN[3], "x", None], [2, BINH[1], BINH[3], None, "x"]]

    file = read({"DS": [heading, *rows]})

    assert [p.status for p in people(file)] == [Status.OFFICIAL, Status.PROBATIONARY]
    assert file.problems == ()


def test_a_column_without_a_heading_is_told(read: Read) -> None:
    file = read({"DS": [[*HEADING, None, "Ghi chú"], [*AN, "Nam", None], [*BINH, "Nữ", None]]})

    assert codes(file) == [("E1", "column_without_heading")]
    assert names(file) == ["Lò Văn An", "Lò Thị Bình"]


def test_numbers_without_a_heading_only_count(read: Read) -> None:
    file = read({"DS": [[None, *HEADING[1:]], AN, BINH]})

    assert file.problems == ()


def test_a_summary_under_a_committee_repeats_and_sets_nobody_aside(read: Read) -> None:
    upper = ["ĐẢNG BỘ XÃ MẪU"]
    cell = [upper, ["CHI BỘ THÔN ĐÔNG"], HEADING, AN, BINH]
    everybody = [upper, ["DANH SÁCH ĐẢNG VIÊN"], HEADING, AN, BINH]

    file = read({"Tổng hợp": everybody, "Thôn Đông": cell})

    assert units(file) == ["Chi bộ thôn Đông", "Chi bộ thôn Đông"]
    assert file.set_aside == ()


@pytest.mark.parametrize("name", ["Đ/c Lò Văn An", "1. Lò Văn An", "Đồng chí Lò Văn An"])
def test_what_stands_before_a_name_is_none_of_it(read: Read, name: str) -> None:
    assert names(read({"DS": [HEADING, [1, name, *AN[2:]]]})) == ["Lò Văn An"]


def test_a_name_that_begins_with_d_keeps_it(read: Read) -> None:
    assert names(read({"DS": [HEADING, [1, "Đồng Chí Công", *AN[2:]]]})) == ["Đồng Chí Công"]


def test_an_identity_number_that_was_a_decimal_once(read: Read) -> None:
    file = read({"DS": [HEADING, [*AN[:3], "099079000001.0"]]})

    assert [p.card_no for p in people(file)] == ["099079000001"]


def test_numbers_of_members_with_words_and_dashes(read: Read) -> None:
    rows = [["TT", "Đơn vị", 2023, 2024], [1, "Đảng bộ xã A", "1.234 đ/c", "-"]]

    file = read({"SL": rows})

    assert [r.number for r in file.tables[0].rows if isinstance(r, HeadcountRow)] == [1234]
    assert file.problems == ()


def test_the_day_of_a_decision_under_a_short_heading(read: Read) -> None:
    heading = ["TT", "Họ và tên", "Hình thức", "Số QĐ", "Ngày, tháng, năm QĐ"]

    file = read({"XT": [heading, [1, "Lò Văn An", "Xoá tên", "12-QĐ/HU", "05/03/2023"]]})

    exits = [r for r in file.tables[0].rows if isinstance(r, ExitRow)]
    assert [str(one.decision_date) for one in exits] == ["2023-03-05"]


@pytest.mark.parametrize(("paid", "doubted"), [(30_000, [1]), (20_000, [])])
def test_every_third_month_three_times_what_others_pay_leaves_blanks_open(
    read: Read, paid: int, doubted: list[int]
) -> None:
    title = ["SỔ THU ĐẢNG PHÍ NĂM 2024"]
    others = [[n, f"Lò Văn {name}", *[10_000] * 12] for n, name in enumerate("BCD", start=2)]
    quarterly = [1, "Lò Văn An", *[None, None, paid] * 4]

    file = read({"DP": [title, ["TT", "Họ và tên", *MONTHS], quarterly, *others]})

    rows = [r for r in file.tables[0].rows if isinstance(r, BookRow)]
    assert [place for place, row in enumerate(rows, start=1) if row.unallocated] == doubted


def test_a_misspelt_name_heading_sets_its_rows_aside(read: Read) -> None:
    heading = ["STT", "Họ và tênn", *HEADING[2:]]

    file = read({"DS": [["DANH SÁCH ĐẢNG VIÊN"], heading, AN, BINH]})

    assert codes(file) == [("A2", "name_column_unknown")]
    assert [(row.row, row.texts["B"]) for row in file.set_aside] == [
        (3, "Lò Văn An"),
        (4, "Lò Thị Bình"),
    ]


@pytest.mark.parametrize("day", ["03/{:02d}/2024", "3-{}-2024", "ngày 03.{:02d}.2024"])
def test_the_day_of_each_meeting_as_heading(read: Read, day: str) -> None:
    heading = ["TT", "Họ và tên", *(day.format(month) for month in range(1, 13))]
    rows = [["THEO DÕI SINH HOẠT CHI BỘ"], heading, [1, "Lò Văn An", *["x"] * 11, "K"]]

    table = read({"SH": rows}).tables[0]

    assert (table.kind, table.year) == (TableKind.MEETINGS, 2024)
    assert [r.letters for r in table.rows if isinstance(r, BookRow)] == ["PPPPPPPPPPPA"]


def test_days_without_a_year_are_meetings_of_the_titles_year(read: Read) -> None:
    heading = ["TT", "Họ và tên", "Chi bộ", *(f"03/{month:02d}" for month in range(1, 13))]
    rows = [["THEO DÕI SINH HOẠT NĂM 2024"], heading, [1, "Lò Văn An", "CB A", *["x"] * 12]]

    (table,) = read({"SH": rows}).tables

    assert (table.kind, table.year, table.months) == (
        TableKind.MEETINGS,
        2024,
        tuple(range(1, 13)),
    )


def test_days_of_which_nobody_knows_the_month_are_not_read(read: Read) -> None:
    heading = ["TT", "Họ và tên", "1/3", "2/3", "3/3"]
    rows = [["THEO DÕI SINH HOẠT NĂM 2024"], heading, [1, "Lò Văn An", *["x"] * 3]]

    assert [table.kind for table in read({"SH": rows}).tables] == [TableKind.SKIPPED]


def test_months_with_a_short_year(read: Read) -> None:
    heading = ["TT", "Họ và tên", "1/24", "2/24", "3/24"]
    rows = [["SỔ THU ĐẢNG PHÍ"], heading, [1, "Lò Văn An", "x", "x", "nợ"]]

    (table,) = read({"DP": rows}).tables

    assert (table.kind, table.year) == (TableKind.DUES, 2024)
    assert [r.letters for r in table.rows if isinstance(r, BookRow)] == ["PPU........."]


def test_two_kinds_of_meeting_in_one_month(read: Read) -> None:
    heading = [
        ["TT", "Họ và tên", "Tháng 1", None, "Tháng 2", None],
        [None, None, "Định kỳ", "Chuyên đề", "Định kỳ", "Chuyên đề"],
    ]
    rows = [["ĐIỂM DANH NĂM 2024"], *heading, [1, "Lò Văn An", "x", "K", "x", "P"]]

    file = read({"SH": rows}, merges={"SH": ["A2:A3", "B2:B3", "C2:D2", "E2:F2"]})

    table = file.tables[0]
    assert (table.kind, table.months) == (TableKind.MEETINGS, (1, 1, 2, 2))
    assert [r.letters for r in table.rows if isinstance(r, BookRow)] == ["PAPE"]


def test_a_total_that_leaves_sums_in_words_out_is_no_mismatch(read: Read) -> None:
    rows = [
        ["SỔ THU ĐẢNG PHÍ NĂM 2024"],
        ["TT", "Họ và tên", *MONTHS],
        [1, "Lò Văn An", "20.000 (nộp bù T1)", *[10_000] * 11],
        [2, "Lò Văn Bình", *[10_000] * 12],
        ["Cộng", None, 10_000, *[20_000] * 11],
    ]

    assert "total_mismatch" not in [code for _, code in codes(read({"DP": rows}))]


@pytest.mark.parametrize("merged_below", [True, False])
def test_columns_drawn_over_several_of_the_sheet(read: Read, *, merged_below: bool) -> None:
    heading = [
        "STT",
        None,
        "Họ và tên",
        None,
        None,
        "Ngày sinh",
        None,
        "Số thẻ đảng viên",
        None,
    ]
    rows = [
        [one[0], None, one[1], None, None, one[2], None, one[3], None] for one in (AN, BINH)
    ]
    spans = ["A{0}:B{0}", "C{0}:E{0}", "F{0}:G{0}", "H{0}:I{0}"]
    lines = (1, 2, 3) if merged_below else (1,)

    file = read(
        {"HH": [heading, *rows]},
        merges={"HH": [span.format(line) for line in lines for span in spans]},
    )

    assert [(p.full_name, str(p.birth_date), p.card_no) for p in people(file)] == [
        ("Lò Văn An", "1979-03-05", "099000000001"),
        ("Lò Thị Bình", "1958-11-12", "099000000002"),
    ]
