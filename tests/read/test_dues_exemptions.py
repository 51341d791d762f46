"""Whom a row of a dues book exempts beside its months owes nothing for its blanks."""

import pytest

from partyroll.read.facts import BookRow, ReadFile
from read.conftest import ReadSheets

MONTHS = [f"T{month}" for month in range(1, 13)]


def only_row(file: ReadFile) -> BookRow:
    [row] = file.tables[0].rows

    assert isinstance(row, BookRow)
    return row


def book(heading: list[object], row: list[object]) -> dict[str, list[list[object]]]:
    return {"Đảng phí 2024": [["STT", "Họ và tên", *heading], [1, "Lò Văn An", *row]]}


@pytest.mark.parametrize("words", ["Được miễn ĐP", "miễn", "miễn đóng đảng phí năm 2024"])
def test_a_remark_that_exempts_speaks_for_every_blank(read: ReadSheets, words: str) -> None:
    row = only_row(read(book([*MONTHS, "Ghi chú"], [*["x"] * 3, *[None] * 9, words])))

    assert row.letters == "PPPXXXXXXXXX"


def test_a_rate_that_says_exempt_speaks_for_every_blank(read: ReadSheets) -> None:
    row = only_row(read(book(["Mức đóng", *MONTHS], ["miễn", *[None] * 12])))

    assert row.letters == "X" * 12


def test_a_column_of_the_exempt_speaks_for_every_blank(read: ReadSheets) -> None:
    row = only_row(read(book(["Được miễn", *MONTHS], ["x", *[None] * 12])))

    assert row.letters == "X" * 12


def test_a_month_stated_unpaid_stays_so_beside_an_exemption(read: ReadSheets) -> None:
    row = only_row(read(book([*MONTHS, "Ghi chú"], ["chưa nộp", *[None] * 11, "miễn ĐP"])))

    assert row.letters == "U" + "X" * 11


@pytest.mark.parametrize("words", ["miễn ĐP từ tháng 5", "được miễn đóng 6 tháng đầu năm"])
def test_an_exemption_for_some_time_leaves_blanks_open(read: ReadSheets, words: str) -> None:
    row = only_row(read(book([*MONTHS, "Ghi chú"], [*["x"] * 3, *[None] * 9, words])))

    assert (row.letters, row.unallocated) == ("PPP.........", True)


@pytest.mark.parametrize("words", ["miễn sinh hoạt", "Được miễn công tác và SHĐ", "đi làm xa"])
def test_other_remarks_change_nothing(read: ReadSheets, words: str) -> None:
    row = only_row(read(book([*MONTHS, "Ghi chú"], [*["x"] * 3, *[None] * 9, words])))

    assert (row.letters, row.unallocated) == ("PPP.........", False)


def test_whoever_has_a_rate_of_nought_owes_nothing(read: ReadSheets) -> None:
    heading = ["TT", "Họ và tên", "Mức đóng", "T1", "T2", "T3"]
    rows = [
        [1, "Lò Văn An", 0, 0, 0, None],
        [2, "Lò Thị Bình", 0, 10_000, 0, 10_000],
        [3, "Giàng A Páo", 10_000, 0, 0, 10_000],
        [4, "Vàng Thị Mỷ", 0, "nợ T1", 0, 0],
    ]

    file = read({"DP": [["SỔ THU ĐẢNG PHÍ NĂM 2024"], heading, *rows]})

    books = [row for table in file.tables for row in table.rows if isinstance(row, BookRow)]
    assert [row.letters[:3] for row in books] == ["XXX", "PUP", "UUP", "UXX"]
