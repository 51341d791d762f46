"""What a roster's remark says of somebody's standing, and what ordinary remarks do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partyroll.model import Ground
from partyroll.period import Month
from partyroll.standing_remarks import standing_remarks

DUES, MEETINGS = Ground.UNPAID_DUES, Ground.SKIP_MEETINGS


def said(text: str, book_year: int | None = None) -> list[tuple[str, str, str]]:
    """Each thing said: its kind, the first and the last day as written, "" where open."""
    return [
        (one.kind, str(one.start or ""), str(one.end or ""))
        for one in standing_remarks(text, book_year)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hộ nghèo, miễn từ tháng 1", ("EXEMPT", "2024-01", "")),
        ("miễn 6 tháng", ("EXEMPT", "", "")),
        ("miễn T3-T5", ("EXEMPT", "2024-03", "2024-05")),
        ("nghỉ thai sản từ 15/3", ("REASON", "2024-03-15", "")),
        ("nghỉ thai sản từ 11 đến 4/2025", ("REASON", "2024-11", "2025-04")),
        ("nằm viện T3-T4/2023", ("REASON", "2023-03", "2023-04")),
        ("nằm viện tháng 7", ("REASON", "2024-07", "")),
        ("nằm viện 2 tháng", ("REASON", "", "")),
        ("hết thai sản từ T5", ("REASON", "", "2024-05")),
        ("đã đóng đủ, nợ T12", ("PAYS_ELSEWHERE", "", "")),
        ("trừ lương từ T5", ("PAYS_ELSEWHERE", "2024-05", "")),
        ("Nop tai noi lam viec", ("PAYS_ELSEWHERE", "", "")),
    ],
)
def test_beside_a_row_of_dues_months_are_of_the_year_of_the_book(
    text: str, found: tuple[str, str, str]
) -> None:
    assert said(text, 2024) == [found]


@pytest.mark.parametrize("text", ["miễn từ tháng 1", "chuyển khoản", "nộp tại huyện ủy"])
def test_words_that_need_a_row_of_dues_say_nothing_in_a_roster(text: str) -> None:
    assert (said(text), bool(said(text, 2024))) == ([], True)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("đang sinh hoạt tạm thời tại Đảng bộ phường Mẫu", "ELSEWHERE"),
        ("Chuyển sinh hoạt đảng tạm thời", "ELSEWHERE"),
        ("đi lao động Hàn Quốc", "ABROAD"),
        ("XKLĐ", "ABROAD"),
        ("Miễn sinh hoạt", "EXEMPT_ACTIVITY"),
        ("Miễn công tác, sinh hoạt", "EXEMPT_ACTIVITY"),
        ("Đình chỉ sinh hoạt", "SUSPENDED"),
        ("Miễn đóng đảng phí", "EXEMPT"),
        ("hộ nghèo", "EXEMPT"),
        ("nghỉ thai sản từ T2", "REASON"),
        ("Nằm viện", "REASON"),
        ("từ trần", "GONE"),
        ("đã mất ngày 3/2", "GONE"),
        ("đã mất", "GONE"),
        ("Xoá tên", "GONE"),
        ("Chuyển SHĐ về Đảng bộ xã Mẫu", "MOVED"),
    ],
)
def test_words_without_a_day_say_it_of_any_month(text: str, kind: str) -> None:
    assert said(text) == [(kind, "", "")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Chuyển đi T4/2025", ("GONE", "2025-04", "")),
        ("Xóa tên 5/2025", ("GONE", "2025-05", "")),
        ("3.5.2024 từ trần", ("GONE", "2024-05-03", "")),
        ("sinh hoạt tạm thời từ 3/2024 đến tháng 9/2024", ("ELSEWHERE", "2024-03", "2024-09")),
        ("Miễn đảng phí 2024-2025", ("EXEMPT", "2024", "2025")),
        (
            "tạm miễn sinh hoạt 1/2/2024–31/1/2025",
            ("EXEMPT_ACTIVITY", "2024-02-01", "2025-01-31"),
        ),
        ("nghỉ thai sản đến 7/2025", ("REASON", "", "2025-07")),
        ("nghỉ thai sản T2-T7/2025", ("REASON", "", "2025-07")),
        ("hết hạn tạm miễn sinh hoạt 12/2024", ("EXEMPT_ACTIVITY", "", "2024-12")),
        ("Chuyển đến từ 7/2024", ("ARRIVED", "", "2024-07")),
        ("chuyển đến chi bộ 3 từ 7/2024", ("MOVED", "", "")),
        (
            "Miễn sinh hoạt theo QĐ số 12/2023 ngày 5/2/2024",
            ("EXEMPT_ACTIVITY", "2024-02-05", ""),
        ),
        ("Kết nạp 19/5/2024; nằm viện", ("REASON", "", "")),
        ("nằm viện từ 31/2/2024", ("REASON", "", "")),
        ("nằm viện từ 9/2024 đến 3/2024", ("REASON", "", "")),
    ],
)
def test_the_days_beside_the_words_bound_what_they_say(
    text: str, found: tuple[str, str, str]
) -> None:
    assert said(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Tổ trưởng tổ 3",
        "bí thư chi bộ",
        "Hưu trí",
        "đi làm ăn xa",
        "Chuyển đến",  # everybody came from somewhere
        "chưa được miễn sinh hoạt",
        "không còn sinh hoạt tạm thời",
        "hết miễn sinh hoạt",
        "đề nghị xóa tên",
        "thoát hộ nghèo",
        "đã mất thẻ đảng viên",
        "đã mất liên lạc từ 2023",
        "đã chuyển chính thức 5/2024",
        "Công tác tại UBND xã",
        "Miễn nhiệm chức vụ",
    ],
)
def test_ordinary_remarks_say_nothing(text: str) -> None:
    assert said(text) == []


def test_words_typed_without_accents_or_with_others_are_understood() -> None:
    assert said("dang sinh hoat tam thoi tu 3/2024 den 9/2024") == [
        ("ELSEWHERE", "2024-03", "2024-09")
    ]
    assert said("di lao dong Han Quoc") == [("ABROAD", "", "")]
    assert said("Chuyễn đi 4/2025") == [("GONE", "2025-04", "")]


def test_exempt_from_meetings_is_not_exempt_from_dues() -> None:
    (exempt,) = standing_remarks("Miễn sinh hoạt từ 3/2024")

    assert exempt.may_lift(Month(2024, 3), MEETINGS)
    assert not exempt.may_lift(Month(2024, 2), MEETINGS)
    assert not exempt.may_lift(Month(2024, 3), DUES)


def test_several_things_in_one_remark_are_all_said() -> None:
    assert said("Miễn sinh hoạt từ 1/2024, miễn đảng phí từ 5/2024") == [
        ("EXEMPT_ACTIVITY", "2024-01", ""),
        ("EXEMPT", "2024-05", ""),
    ]


def test_a_day_belongs_to_the_words_it_stands_beside() -> None:
    assert said("Sinh hoạt tạm thời tại phường Mẫu, chuyển đi 5/2025") == [
        ("ELSEWHERE", "", ""),
        ("GONE", "2025-05", ""),
    ]


@given(st.text(st.sampled_from("aăđệờ 0123456789/.-–;,\n(từđếnhếtmiễnsinhhoạt"), max_size=60))
def test_no_text_is_too_strange(text: str) -> None:
    kinds = {"ELSEWHERE", "EXEMPT_ACTIVITY", "GONE", "REASON", "ABROAD", "ARRIVED", "MOVED"}

    assert {one.kind for one in standing_remarks(text)} <= kinds | {"EXEMPT", "SUSPENDED"}
