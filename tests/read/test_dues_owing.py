"""What words about a debt say: only a bare debt is plainly unpaid."""

import pytest

from partyroll.read.dues_cells import DuesReader

MAY = 5
READER = DuesReader(2025)


@pytest.mark.parametrize(
    "cell",
    [
        "nợ T5",
        "còn nợ 20.000đ",
        "chưa thu được",
        "nợ 1 tháng",
        "Chưa nộp tiền đảng phí tháng 5",
    ],
)
def test_a_debt_and_nothing_else_is_unpaid(cell: str) -> None:
    assert READER.read(cell, MAY).letter == "U"


@pytest.mark.parametrize(
    "cell",
    [
        "nợ (đã nộp ngày 5/12)",
        "nợ, đã nộp bù",
        "chưa đóng, thai sản",
        "chưa nộp vì bị tạm giam",
        "chưa đóng (đi biển)",
        "chưa đóng, được miễn",
        "chưa chuyển sinh hoạt về",
    ],
)
def test_a_debt_with_words_beside_it_waits_for_a_person(cell: str) -> None:
    read = READER.read(cell, MAY)

    assert (read.letter, read.note) == ("N", cell)


@pytest.mark.parametrize("cell", ["chưa rõ", "chưa có số liệu", "chưa vào sổ", "nợ?", "nợ sổ"])
def test_what_nobody_knows_yet_is_no_debt(cell: str) -> None:
    read = READER.read(cell, MAY)

    assert (read.letter, read.code) == ("?", "unreadable_amount")


def test_a_month_named_as_owed_is_not_paid() -> None:
    read = READER.read("T1: nợ", MAY)

    assert (read.letter, read.covers) == ("N", ())


@pytest.mark.parametrize("cell", ["không nợ", "hết nợ", "không còn nợ"])
def test_no_debt_is_a_payment(cell: str) -> None:
    assert READER.read(cell, MAY).letter == "P"
