"""Days, channels and years in the cells of dues; remarks in the lines of one month."""

from collections.abc import Callable

import pytest

from partyroll.model import Letter
from partyroll.period import PartialDate
from partyroll.read.dues_cells import DuesReader
from partyroll.read.facts import BookRow, ReadFile

Read = Callable[..., ReadFile]
READER = DuesReader(year=2024)


@pytest.mark.parametrize("cell", ["10.000 15/3", "10.000đ (15/3)", "10000 - ngày 15/03/2024"])
def test_a_sum_with_its_day(cell: str) -> None:
    read = READER.read(cell, 3)

    assert (read.letter, read.amount) == (Letter.PAID, 10_000)
    assert read.paid_on == PartialDate(2024, 3, 15)


def test_the_day_alone_is_a_payment() -> None:
    assert READER.read("ngày 5/3", 3).paid_on == PartialDate(2024, 3, 5)


@pytest.mark.parametrize("cell", ["10.000 31/2", "10.000 45/3"])
def test_a_day_that_is_none_is_not_understood(cell: str) -> None:
    assert READER.read(cell, 3).letter == Letter.UNREADABLE


@pytest.mark.parametrize("cell", ["đủ năm", "đóng đủ năm", "trọn năm"])
def test_the_whole_year(cell: str) -> None:
    read = READER.read(cell, 1)

    assert (read.letter, len(read.covers)) == (Letter.PAID, 11)


@pytest.mark.parametrize("cell", ["MOMO", "VNPAY", "Cổng DVC", "qua DVC", "QR"])
def test_the_channel_of_a_payment(cell: str) -> None:
    assert READER.read(cell, 1).letter == Letter.PAID


def line_of_march(read: Read, *cells: object) -> BookRow:
    heading = ["TT", "Họ và tên", "Số tiền đã nộp", "Ghi chú"]
    title = ["CHI BỘ THÔN HẠ - THU ĐẢNG PHÍ THÁNG 3/2024"]
    file = read({"T3": [title, heading, [1, "Lò Văn An", *cells]]})
    row = file.tables[0].rows[0]
    assert isinstance(row, BookRow)
    return row


def test_a_remark_in_the_line_of_a_month_is_a_reason(read: Read) -> None:
    row = line_of_march(read, None, "nằm viện")

    assert (row.letters[2], row.notes[2]) == (Letter.NOTED, "nằm viện")


def test_an_exemption_in_the_line_of_a_month_exempts(read: Read) -> None:
    assert line_of_march(read, None, "miễn").letters[2] == Letter.EXEMPT


def test_a_remark_beside_a_payment_changes_nothing(read: Read) -> None:
    assert line_of_march(read, 10_000, "nằm viện").letters[2] == Letter.PAID


def test_dues_beside_the_wage_of_each_month(read: Read) -> None:
    rows = [
        ["THU ĐẢNG PHÍ NĂM 2024"],
        ["TT", "Họ và tên", "Tháng 1", None, "Tháng 2", None],
        [None, None, "Lương", "ĐP 1%", "Lương", "ĐP 1%"],
        [1, "Lò Văn An", 7_000_000, 70_000, 7_000_000, None],
    ]

    row = read({"DP": rows}, merges={"DP": ["C2:D2", "E2:F2"]}).tables[0].rows[0]

    assert isinstance(row, BookRow)
    assert (row.letters[:2], row.amounts[:2]) == ("P.", (70_000, None))
