"""Lines that explain marks, announced or not."""

from collections.abc import Callable

import pytest

from partyroll.read.facts import BookRow, ReadFile, TableKind
from partyroll.read.legends import is_legend, legend_of

Read = Callable[..., ReadFile]
MONTHS = [f"T{number}" for number in range(1, 13)]


@pytest.mark.parametrize(
    ("line", "legend"),
    [
        ("Ghi chú: x: đã nộp; -: chưa nộp", {"x": "đã nộp", "-": "chưa nộp"}),
        ("o đã nộp, - chưa nộp", {"o": "đã nộp", "-": "chưa nộp"}),
        ("(x: đã nộp; 0: chưa nộp; M: miễn)", {"x": "đã nộp", "0": "chưa nộp", "m": "miễn"}),
        ("+ :  Đã nộp", {"+": "Đã nộp"}),
        ("Đ: đã nộp", {"đ": "đã nộp"}),
        ("Dấu x là đã nộp", {"x": "đã nộp"}),
        ("Đã nộp: o; Chưa nộp: x", {"o": "Đã nộp", "x": "Chưa nộp"}),
        ("v: có mặt, k: vắng không phép", {"v": "có mặt", "k": "vắng không phép"}),
        ("x: vắng", {"x": "vắng"}),
        ("Ô trống: đã nộp qua tài khoản", {"": "đã nộp qua tài khoản"}),
    ],
)
def test_what_a_legend_says(line: str, legend: dict[str, str]) -> None:
    assert is_legend(line)
    assert legend_of([line]) == legend


@pytest.mark.parametrize(
    "line",
    [
        "Nguyễn Văn Miễn",
        "SỔ THU ĐẢNG PHÍ CHI BỘ THÔN HẠ",
        "1. Đã nộp 12 tháng",
        "a) Đã nộp đủ: 12 đ/c",
        "Đã thu: 5",
        "Tổng thu: 0",
    ],
)
def test_lines_that_explain_nothing(line: str) -> None:
    assert not is_legend(line)


@pytest.mark.parametrize(
    "below",
    [
        [["o đã nộp, - chưa nộp"]],
        [["o", "đã nộp"], ["-", "chưa nộp"]],
        [[None, "o đã nộp", None, "- chưa nộp"]],
    ],
)
def test_marks_are_read_by_the_legend_below_the_table(
    read: Read, below: list[list[object]]
) -> None:
    rows = [
        ["SỔ THU ĐẢNG PHÍ NĂM 2024"],
        ["TT", "Họ và tên", *MONTHS],
        [1, "Lò Văn An", *["o"] * 11, "-"],
        *below,
    ]

    (table,) = read({"DP": rows}).tables

    assert table.kind is TableKind.DUES
    assert [r.letters for r in table.rows if isinstance(r, BookRow)] == ["PPPPPPPPPPPU"]


@pytest.mark.parametrize(
    "line",
    [
        "Ghi chú: ô trống: đã nộp qua tài khoản",
        "Ghi chú: x: đã nộp; ô để trống là được miễn",
        "Ô bỏ trống = trừ lương",
    ],
)
def test_a_blank_that_the_sheet_explains_is_no_debt(read: Read, line: str) -> None:
    heading = ["STT", "Họ và tên", *[f"T{month}" for month in range(1, 13)]]
    row = [1, "Lò Văn An", *["x"] * 6, *[None] * 6]

    found = read({"DP": [["SỔ THU ĐẢNG PHÍ NĂM 2024"], heading, row, [line]]}).tables[0].rows

    assert [row.unallocated for row in found if isinstance(row, BookRow)] == [True]


def test_a_blank_that_stands_for_a_debt_stays_a_blank(read: Read) -> None:
    heading = ["STT", "Họ và tên", *[f"T{month}" for month in range(1, 13)]]
    row = [1, "Lò Văn An", *["x"] * 6, *[None] * 6]
    line = ["Ghi chú: ô trống: chưa nộp"]

    found = read({"DP": [["SỔ THU ĐẢNG PHÍ NĂM 2024"], heading, row, line]}).tables[0].rows

    assert [row.unallocated for row in found if isinstance(row, BookRow)] == [False]
