"""Dues and attendance books in the shapes that offices keep."""

from collections.abc import Callable
from datetime import datetime

import pytest

from partyroll.period import PartialDate
from partyroll.read.facts import BookRow, ReadFile, TableKind

MONTHS = [f"T{number}" for number in range(1, 13)]
HEADING = ["STT", "Họ và tên", "Mức đóng", *MONTHS, "Cộng", "Ghi chú"]
TITLE = ["SỔ THU ĐẢNG PHÍ NĂM 2024"]
Read = Callable[..., ReadFile]


def line(letters: list[object], remark: str = "", rate: object = 10_000) -> list[object]:
    cells = [*letters, *[None] * (12 - len(letters))]
    return [1, "Nguyễn Văn An", rate, *cells, None, remark]


def only_row(file: ReadFile) -> BookRow:
    row = file.tables[0].rows[0]
    assert isinstance(row, BookRow)
    return row


def codes(file: ReadFile) -> list[tuple[str, str]]:
    return [(problem.cell, problem.code) for problem in file.problems]


def test_a_sum_above_the_rate_is_allocated_to_no_month(read: Read) -> None:
    file = read({"DP": [TITLE, HEADING, line([30_000])]})

    row = only_row(file)
    assert (row.letters, row.unallocated, row.payments) == ("P...........", True, ())
    assert ("D3", "amount_above_rate") in codes(file)


def test_without_a_stated_rate_the_commonest_sum_is_the_rate(read: Read) -> None:
    sums: list[object] = [10_000, 10_000, 10_000, 40_000, 12_000]

    file = read({"DP": [TITLE, HEADING, line(sums, rate=None)]})

    assert only_row(file).unallocated
    assert [cell for cell, code in codes(file) if code == "amount_above_rate"] == ["G3"]


def test_a_remark_that_names_the_year_allocates_the_sum(read: Read) -> None:
    file = read({"DP": [TITLE, HEADING, line([120_000], "nộp cả năm")]})

    row = only_row(file)
    assert len({p.month for p in row.payments}) == 12
    assert {p.span for p in row.payments} == {12}
    assert not row.unallocated


def test_a_remark_says_which_months_a_payment_settles(read: Read) -> None:
    cells: list[object] = [None, None, None, 40_000]

    file = read({"DP": [TITLE, HEADING, line(cells, "T4 nộp bù T1, T2, T3")]})

    late = {p.month.number: p.paid_on for p in only_row(file).payments}
    assert late == dict.fromkeys((1, 2, 3), PartialDate(2024, 4))


@pytest.mark.parametrize(
    ("remark", "since", "until"),
    [
        ("Kết nạp ngày 19/5/2024", PartialDate(2024, 5, 19), None),
        ("KN 5/2024", PartialDate(2024, 5), None),
        ("chuyển đến từ tháng 6", PartialDate(2024, 6), None),
        ("Chuyển SHĐ đi từ 8/2024", None, PartialDate(2024, 8)),
        ("Từ trần 03/2024", None, PartialDate(2024, 3)),
        ("đi làm ăn xa", None, None),
        ("Được miễn đóng đảng phí từ 7/2024", None, None),
    ],
)
def test_a_remark_may_state_the_window_of_membership(
    read: Read, remark: str, since: PartialDate | None, until: PartialDate | None
) -> None:
    row = only_row(read({"DP": [TITLE, HEADING, line([10_000], remark)]}))

    assert (row.since, row.until, row.remark) == (since, until, remark)


def test_a_book_in_thousands(read: Read) -> None:
    file = read({"DP": [TITLE, ["ĐVT: nghìn đồng"], HEADING, line([10, 10], rate=10)]})

    row = only_row(file)
    assert row.amounts[:2] == (10_000, 10_000)
    assert row.rate == 10_000


def test_a_wrong_sum_is_told_and_never_corrected(read: Read) -> None:
    total = ["Tổng cộng", None, None, 25_000]

    file = read({"DP": [TITLE, HEADING, line([10_000]), total]})

    assert codes(file) == [("D4", "total_mismatch")]
    assert only_row(file).amounts[0] == 10_000


def test_a_sum_with_words_adds_up(read: Read) -> None:
    person = line([None, None, None, "40.000 (nộp bù T1-T3)"])
    person[15] = 40_000

    file = read({"DP": [TITLE, HEADING, person]})

    assert codes(file) == [("G3", "back_payment_note")]


def test_the_year_may_stand_in_the_sheets_name_only(read: Read) -> None:
    file = read({"DP2023": [HEADING, line([10_000])]})

    assert file.tables[0].year == 2023
    assert file.tables[0].columns["D"] == ("dues:2023-01",)


def test_a_book_without_a_year_is_a_question(read: Read) -> None:
    file = read({"Thu ĐP": [HEADING, line([10_000])]})

    assert file.tables[0].rows == ()
    assert [problem.code for problem in file.problems] == ["year_unclear"]
    assert [row.code for row in file.set_aside] == ["year_unclear"]


def test_months_of_two_years_are_two_books(read: Read) -> None:
    heading = ["STT", "Họ và tên", "Mức đóng", "12/2023", "01/2024"]

    file = read({"DP": [heading, [1, "Nguyễn Văn An", 10_000, 10_000, None]]})

    assert [(t.year, t.columns["B"], t.positions) for t in file.tables] == [
        (2023, ("full_name",), {11: "D"}),
        (2024, ("full_name",), {0: "E"}),
    ]


def test_headings_that_excel_turned_into_dates_are_months(read: Read) -> None:
    heading = [
        "STT",
        "Họ và tên",
        "Mức đóng",
        datetime.fromisoformat("2024-01-01"),
        datetime.fromisoformat("2024-02-01"),
    ]

    file = read({"DP": [heading, [1, "Nguyễn Văn An", 10_000, 10_000, None]]})

    assert (file.tables[0].kind, file.tables[0].positions) == (
        TableKind.DUES,
        {0: "D", 1: "E"},
    )


def test_bare_numbers_below_a_parent_are_months(read: Read) -> None:
    parent = ["STT", "Họ và tên", "Số thẻ", "Đảng phí các tháng", *[None] * 11]
    numbers = [None, None, None, *range(1, 13)]
    person = [1, "Nguyễn Văn An", "099000000001", *[10_000] * 12]

    file = read({"2024": [parent, numbers, person]}, merges={"2024": ["D1:O1", "A1:A2"]})

    assert file.tables[0].heading_rows == (1, 2)
    assert only_row(file).letters == "PPPPPPPPPPPP"


def test_two_versions_of_one_book_have_one_layout(read: Read) -> None:
    first = read({"DP2023": [HEADING, line([10_000])]}, file="a.xlsx")
    second = read({"DP2024": [HEADING, line([10_000])]}, file="b.xlsx")

    assert first.tables[0].layout == second.tables[0].layout


def test_a_fault_costs_its_cell_and_not_the_row(read: Read) -> None:
    file = read({"DP": [TITLE, HEADING, line([10_000, -5_000, "abc"])]})

    assert only_row(file).letters[:3] == "P??"
    assert file.set_aside == ()


def test_the_same_card_twice_in_a_book_is_taken_once(read: Read) -> None:
    heading = ["STT", "Họ và tên", "Số thẻ", *MONTHS]
    person = ["Nguyễn Văn An", "099000000001", *[10_000] * 12]

    file = read({"DP 2024": [heading, [1, *person], [2, *person]]})

    assert len(file.tables[0].rows) == 1
    assert codes(file) == [("C3", "duplicate_row")]


# --- Meetings -----------------------------------------------------------------------------
MEETING_HEADING = ["TT", "Họ và tên", "Số thẻ", *[f"SH T{n}" for n in range(1, 6)]]
SUMS = ["Vắng có phép", "Vắng không phép"]
AN = [1, "Nguyễn Văn An", "099000000001"]
BINH = [2, "Trần Thị Bình", "099000000002"]


def test_attendance_with_a_month_without_a_meeting(read: Read) -> None:
    file = read(
        {
            "SH": [
                ["THEO DÕI SINH HOẠT CHI BỘ NĂM 2024"],
                ["Chi bộ thôn Mẫu (tháng 2 không họp)"],
                [*MEETING_HEADING, *SUMS],
                [*AN, "x", "-", "xin phép", "có mặt", "●", 1, 0],
                [*BINH, "X", "-", "không có phép", "vắng không phép", "K", 0, 3],
            ]
        }
    )

    table = file.tables[0]
    assert table.kind is TableKind.MEETINGS
    assert table.months == (1, 2, 3, 4, 5)
    assert [row.letters for row in table.rows if isinstance(row, BookRow)] == [
        "PnEPP",
        "PnAAA",
    ]
    assert table.unit is not None
    assert table.unit.name == "Chi bộ thôn Mẫu"
    assert file.problems == ()


def test_a_dash_among_marks_is_blank_and_told(read: Read) -> None:
    file = read({"SH 2024": [MEETING_HEADING, [*AN, "x", "-"], [*BINH, "x", "x"]]})

    assert codes(file) == [("E2", "ambiguous_mark")]
    assert only_row(file).letters == "P...."


def test_two_meetings_of_one_month_are_two_letters(read: Read) -> None:
    heading = ["TT", "Họ và tên", "Số thẻ", "Tháng 1 (SH)", "SH T1 lần 2", "SH T2"]

    file = read({"2024": [heading, [*AN, "x", "k", "x"]]})

    assert file.tables[0].months == (1, 1, 2)
    assert only_row(file).letters == "PAP"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("THEO DÕI SINH HOẠT NĂM 2024", TableKind.MEETINGS),
        ("SỔ THU NỘP ĐẢNG PHÍ NĂM 2024", TableKind.DUES),
    ],
)
def test_the_title_tells_a_grid_of_ticks(read: Read, title: str, kind: TableKind) -> None:
    file = read({"Sheet1": [[title], ["TT", "Họ và tên", *MONTHS], [1, "Lê An", "x", "x"]]})

    assert file.tables[0].kind is kind


@pytest.mark.parametrize(
    "title",
    [
        "THU QUỸ ĐỒNG ĐỘI NĂM 2024",
        "THEO DÕI ĐÓNG HỘI PHÍ NĂM 2024",
        "SỔ THU CÔNG ĐOÀN PHÍ NĂM 2024",
        "BẢNG CHẤM CÔNG NĂM 2024",
        "THU TIỀN ĐIỆN NĂM 2024",
    ],
)
def test_money_of_another_sort_is_no_dues(read: Read, title: str) -> None:
    rows = [[title], ["TT", "Họ và tên", *MONTHS], [1, "Lê An", 10_000, 10_000]]

    assert [p.code for p in read({"2024": rows}).problems] == ["kind_unclear"]


def test_party_dues_beside_other_money_stay_dues(read: Read) -> None:
    rows = [["THU ĐẢNG PHÍ, CÔNG ĐOÀN PHÍ NĂM 2024"], ["TT", "Họ và tên", *MONTHS]]

    file = read({"2024": [*rows, [1, "Lê An", 10_000, 10_000]]})

    assert file.tables[0].kind is TableKind.DUES


def test_a_grid_of_ticks_that_nothing_explains_is_a_question(read: Read) -> None:
    file = read({"2024": [["TT", "Họ và tên", *MONTHS], [1, "Lê An", "x", "x"]]})

    assert file.tables[0].kind is TableKind.SKIPPED
    assert [(p.code, p.answers) for p in file.problems] == [
        ("kind_unclear", ("dues", "meetings"))
    ]
    assert len(file.set_aside) == 1


def test_a_back_payment_named_beside_the_months_settles_them(read: Read) -> None:
    cells: list[object] = [10_000, 10_000, "nợ", "nợ", "nợ", *[10_000] * 7]

    file = read({"DP": [TITLE, HEADING, line(cells, "nộp bù T3-5 ngày 20/12")]})

    row = only_row(file)
    assert row.letters == "PPUUUPPPPPPP"
    assert [(str(one.month), str(one.paid_on)) for one in row.payments] == [
        ("2024-03", "2024-12-20"),
        ("2024-04", "2024-12-20"),
        ("2024-05", "2024-12-20"),
    ]


def test_a_remark_that_all_is_paid_pays_the_blanks_of_the_months_told_so_far(
    read: Read,
) -> None:
    other = [2, "Lò Thị Bình", *line([10_000] * 6)[2:]]
    own = line([10_000, "chưa nộp"], "Đã chuyển khoản đủ")

    row = only_row(read({"DP": [TITLE, HEADING, own, other]}))

    assert row.letters == "PU.........."
    assert [payment.month.number for payment in row.payments] == [3, 4, 5, 6]
