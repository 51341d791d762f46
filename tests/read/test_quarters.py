"""Dues books by quarter or half year: a cell stands for all the months of its column."""

from collections.abc import Callable

import pytest

from partyroll.read.facts import BookRow, ReadFile, TableKind

Read = Callable[..., ReadFile]
TITLE = ["SỔ THU ĐẢNG PHÍ NĂM 2024"]
CELLS: list[object] = ["x", 30_000, "chưa", None]


def only_row(file: ReadFile) -> BookRow:
    (row,) = (r for table in file.tables for r in table.rows if isinstance(r, BookRow))
    return row


@pytest.mark.parametrize(
    "headings",
    [
        ["Quý I", "Quý II", "Quý III", "Quý IV"],
        ["Quý 1", "Quý 2", "Quý 3", "Quý 4"],
        ["Q1/2024", "Q2/2024", "Q3/2024", "Q4/2024"],
    ],
)
def test_a_cell_stands_for_the_months_of_its_quarter(read: Read, headings: list[str]) -> None:
    file = read({"DP": [TITLE, ["TT", "Họ và tên", *headings], [1, "Lò Văn An", *CELLS]]})

    row = only_row(file)
    assert row.letters == "PPPPPPUUU..."
    assert row.amounts == (None, None, None, 10_000, 10_000, 10_000, *[None] * 6)
    assert [(p.month.number, p.span, p.own, p.cell) for p in row.payments] == [
        (1, 3, True, "C3"),
        (2, 3, True, "C3"),
        (3, 3, True, "C3"),
        (4, 3, True, "D3"),
        (5, 3, True, "D3"),
        (6, 3, True, "D3"),
    ]
    assert file.tables[0].columns["D"] == ("dues:2024-04", "dues:2024-05", "dues:2024-06")


def test_quarters_below_one_heading(read: Read) -> None:
    heading = [
        ["TT", "Họ và tên", "Quý", None, None, None],
        [None, None, "I", "II", "III", "IV"],
    ]

    file = read(
        {"DP": [TITLE, *heading, [1, "Lò Văn An", *CELLS]]},
        merges={"DP": ["A2:A3", "B2:B3", "C2:F2"]},
    )

    assert only_row(file).letters == "PPPPPPUUU..."


def test_halves_of_a_year(read: Read) -> None:
    heading = ["TT", "Họ và tên", "6 tháng đầu năm", "6 tháng cuối năm"]

    row = only_row(read({"DP": [TITLE, heading, [1, "Lò Văn An", 60_000, None]]}))

    assert row.letters == "PPPPPP......"
    assert {p.span for p in row.payments} == {6}


def test_a_sum_below_the_rate_of_a_quarter_is_told_once(read: Read) -> None:
    heading = ["TT", "Họ và tên", "Mức đóng", "Quý I", "Quý II"]

    file = read({"DP": [TITLE, heading, [1, "Lò Văn An", 10_000, 30_000, 15_000]]})

    assert [(p.cell, p.code) for p in file.problems] == [("E3", "amount_below_rate")]


def test_a_quarter_beside_its_months_is_their_sum(read: Read) -> None:
    heading = ["TT", "Họ và tên", "T1", "T2", "T3", "Quý I"]
    line = [1, "Lò Văn An", 10_000, 10_000, None, 20_000]

    file = read({"DP": [TITLE, heading, line]})

    assert only_row(file).letters == "PP.........."
    assert file.problems == ()


def test_attendance_by_quarter_is_not_read(read: Read) -> None:
    rows = [["THEO DÕI SINH HOẠT NĂM 2024"], ["TT", "Họ và tên", "Quý I", "Quý II", "Quý III"]]

    file = read({"SH": [*rows, [1, "Lò Văn An", "x", "x", "K"]]})

    assert [table.kind for table in file.tables] == [TableKind.SKIPPED]
    assert [p.code for p in file.problems] == ["layout_not_read"]


@pytest.mark.parametrize(
    ("cell", "letters"),
    [
        ("nợ T9", "??U"),
        ("còn nợ T8, T9", "?UU"),
        ("T7, T8 đã nộp", "PP?"),
        ("nộp T7", "P??"),
        ("nợ", "UUU"),
        ("nợ cả quý", "UUU"),
        ("miễn T7-T8", "XX?"),
        ("chuyển đi T8", "?oo"),
        ("KN T9", "oo?"),
        ("nộp bù T1-T3", "PPP"),
    ],
)
def test_a_quarter_that_names_some_of_its_months_speaks_of_those(
    read: Read, cell: str, letters: str
) -> None:
    heading = ["TT", "Họ và tên", "Quý I", "Quý II", "Quý III", "Quý IV"]

    row = only_row(read({"DP": [TITLE, heading, [1, "Lò Văn An", "x", "x", cell, "x"]]}))

    assert row.letters[6:9] == letters


def test_a_quarter_that_settles_earlier_months_pays_them_too(read: Read) -> None:
    heading = ["TT", "Họ và tên", "Quý I", "Quý II"]

    row = only_row(
        read({"DP": [TITLE, heading, [1, "Lò Văn An", "nợ", "60.000 (nộp bù T1-T3)"]]})
    )

    late = [(p.month.number, str(p.paid_on), p.amount) for p in row.payments if not p.own]
    assert late == [(month, "2024-06", 10_000) for month in (1, 2, 3)]
    assert row.letters == "UUUPPP......"


def test_when_somebody_left_stands_in_a_quarter(read: Read) -> None:
    heading = ["TT", "Họ và tên", "Quý I", "Quý II", "Quý III", "Quý IV"]

    row = only_row(
        read({"DP": [TITLE, heading, [1, "Lò Văn An", "x", "x", "chuyển đi T8", None]]})
    )

    assert str(row.until) == "2024-08"


def test_a_doubtful_mark_of_a_quarter_is_told_once(read: Read) -> None:
    heading = ["TT", "Họ và tên", "Quý I", "Quý II"]

    file = read({"DP": [TITLE, heading, [1, "Lò Văn An", "x", "-"]]})

    assert [problem.cell for problem in file.problems] == ["D3"]
