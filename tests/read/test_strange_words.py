"""What clerks write into a month's cell: paying is paying, coming is coming."""

import pytest

from partyroll.period import PartialDate
from partyroll.read.dues_cells import DuesReader
from partyroll.read.legends import legend_of
from partyroll.read.meetings import read_mark
from partyroll.read.named_months import months_named

APRIL = 4
DUES = DuesReader(2024)


@pytest.mark.parametrize(
    "cell",
    [
        "Đã nộp (CK)",
        "chuyển khoản",
        "CK",
        "đã đóng đủ",
        "Đã nộp đảng phí",
        "trừ lương",
        "đã trừ qua lương tháng này",
        "nộp tại đơn vị cũ",
    ],
)
def test_a_sentence_that_begins_with_paying_is_a_payment(cell: str) -> None:
    assert DUES.read(cell, APRIL).letter == "P"


@pytest.mark.parametrize(
    "cell", ["nộp sau", "nộp chậm", "sẽ nộp", "nộp thiếu", "đóng học phí cho con", "nộp đơn"]
)
def test_paying_later_or_something_else_is_no_payment(cell: str) -> None:
    assert DUES.read(cell, APRIL).letter == "N"


@pytest.mark.parametrize("cell", ["nộp ngày 15/4", "ck ngày 15/4", "đã thu 15/4/2024"])
def test_the_day_of_a_payment_in_words(cell: str) -> None:
    read = DUES.read(cell, APRIL)

    assert (read.letter, read.paid_on) == ("P", PartialDate(2024, 4, 15))


@pytest.mark.parametrize(
    ("cell", "covers"),
    [
        ("nộp bù 3 tháng đầu năm", (1, 2, 3)),
        ("40.000 (nộp bù 3 tháng đầu năm)", (1, 2, 3)),
        ("nộp bù T1, T2, T3", (1, 2, 3)),
        ("nộp bù quý I", (1, 2, 3)),
        ("nộp bù tháng trước", (3,)),
        ("BS T1-3", (1, 2, 3)),
    ],
)
def test_a_back_payment_names_its_months_in_many_ways(
    cell: str, covers: tuple[int, ...]
) -> None:
    read = DUES.read(cell, APRIL)

    assert (read.letter, read.covers, read.late) == ("P", covers, True)


@pytest.mark.parametrize(
    "cell",
    [
        "nộp bù các tháng trước",
        "20.000 (2 tháng)",
        "2 tháng x 10.000",
        "10.000 + 10.000",
        "nộp 3 tháng",
    ],
)
def test_several_months_paid_without_saying_which(cell: str) -> None:
    read = DUES.read(cell, APRIL)

    assert (read.letter, read.unnamed, read.covers) == ("P", True, ())


def test_sums_joined_by_plus_are_added() -> None:
    assert DUES.read("10.000 + 10.000", APRIL).amount == 20_000


@pytest.mark.parametrize("cell", ["được miễn do ốm", "Miễn từ T4", "không phải đóng"])
def test_exempt_in_a_sentence(cell: str) -> None:
    assert DUES.read(cell, APRIL).letter == "X"


@pytest.mark.parametrize("cell", ["miễn sinh hoạt", "miễn công tác và sinh hoạt", "miễn SHĐ"])
def test_exempt_from_meetings_is_not_exempt_from_dues(cell: str) -> None:
    assert DUES.read(cell, APRIL).letter == "N"


def test_a_lone_letter_that_nobody_explains_is_not_understood() -> None:
    assert DUES.read("Đ", APRIL).letter == "?"


@pytest.mark.parametrize(
    ("cell", "since", "until"),
    [
        ("Chuyển SHĐ đến từ T5", 5, None),
        ("mới kết nạp T5", 5, None),
        ("Chuyển SHĐ về xã khác", None, 4),
        ("mất ngày 12/4", None, 4),
    ],
)
def test_arriving_is_not_leaving(cell: str, since: int | None, until: int | None) -> None:
    read = DUES.read(cell, APRIL)

    assert (read.letter, read.since, read.until) == ("o", since, until)


def test_going_home_is_a_reason_and_no_transfer() -> None:
    assert DUES.read("về quê chăm mẹ", APRIL).letter == "N"


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("6 thang cuoi nam", (7, 8, 9, 10, 11, 12)),
        ("quy i va quy ii", (1, 2, 3, 4, 5, 6)),
        ("q1-q3", tuple(range(1, 10))),
        ("cac thang truoc", ()),
    ],
)
def test_spans_of_months_in_words(words: str, months: tuple[int, ...]) -> None:
    assert months_named(words, APRIL) == months


@pytest.mark.parametrize(
    "cell",
    ["có mặt muộn", "Có mặt (muộn)", "đi họp muộn", "x (online)", "dự đủ", "đã dự", "X*"],
)
def test_who_came_is_present_whatever_is_added(cell: str) -> None:
    assert read_mark(cell).letter == "P"


@pytest.mark.parametrize(
    "cell", ["dự tập huấn ở tỉnh", "tham gia đám tang", "vắng (ốm)", "hoàn cảnh khó khăn"]
)
def test_being_elsewhere_is_a_reason(cell: str) -> None:
    assert read_mark(cell).letter == "E"


@pytest.mark.parametrize("cell", ["vắng, k phép", "K.P", "vắng không lí do", "không đi họp"])
def test_without_permission_in_other_words(cell: str) -> None:
    assert read_mark(cell).letter == "A"


@pytest.mark.parametrize("cell", ["nghỉ Tết", "không tổ chức họp", "hoãn sang T5", "ghép T4"])
def test_a_meeting_put_off_is_no_meeting(cell: str) -> None:
    assert read_mark(cell).letter == "n"


@pytest.mark.parametrize(
    ("cell", "since", "until"), [("KN T5", 5, None), ("chuyển đi T7", None, 7)]
)
def test_not_a_member_that_month(cell: str, since: int | None, until: int | None) -> None:
    mark = read_mark(cell)

    assert (mark.letter, mark.since, mark.until) == ("o", since, until)


@pytest.mark.parametrize(
    "legend",
    [
        "Ghi chú: (o) đã nộp; (-) chưa nộp",
        "Ghi chú: o là đã nộp, - là chưa nộp",
        "Ghi chú: dấu o: đã nộp đảng phí; dấu -: chưa nộp đảng phí",
        "Ký hiệu: o – đã nộp; - – chưa nộp",
        "Chú thích: Đã nộp: o; chưa nộp: -",
    ],
)
def test_a_legend_in_any_form_explains_its_marks(legend: str) -> None:
    reader = DuesReader(2024, legend=legend_of([legend]))

    assert (reader.read("o", APRIL).letter, reader.read("-", APRIL).letter) == ("P", "U")


def test_a_mark_with_a_meaning_of_its_own_is_no_debt() -> None:
    reader = DuesReader(2024, legend=legend_of(["Ghi chú: o: nộp ở nơi khác, 0: không rõ"]))

    assert (reader.read("o", APRIL).letter, reader.read("0", APRIL).letter) == ("P", "?")


def test_a_mark_with_a_meaning_of_its_own_is_no_absence() -> None:
    legend = legend_of(["Ghi chú: k: khách mời; v: vắng không lý do"])

    assert (read_mark("k", legend).letter, read_mark("v", legend).letter) == ("?", "A")
