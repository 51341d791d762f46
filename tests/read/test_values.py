import pytest
from hypothesis import given
from hypothesis import strategies as st

from partyroll.model import Gender
from partyroll.read.grid import Fault, Value
from partyroll.read.remarks import Reading
from partyroll.read.values import (
    read_card,
    read_gender,
    read_name,
    read_national_id,
    read_old_card,
    read_text,
)

WORDS = (
    "Lò",
    "VĂN",
    "An",
    "Đỗ",
    "Đồng",
    "đồng",
    "chí",
    "và",
    "-",
    "Du\u0303ng",
    "Ô\u212b",
    "1.",
)


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("VÕ QUANG DŨNG", "Võ Quang Dũng"),
        ("  Võ \u00a0Quang\tDũng ", "Võ Quang Dũng"),
        ("Võ Quang Du\u0303ng", "Võ Quang Dũng"),
        ("H'Hen Niê", "H'Hen Niê"),
    ],
)
def test_names_are_one_spelling(cell: str, name: str) -> None:
    assert read_name(cell) == (name, "")


@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=4), min_size=1, max_size=5))
def test_a_blank_behind_a_name_changes_nothing(words: list[str]) -> None:
    name = " ".join(words)

    assert read_name(name) == read_name(f"{name} ")


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("=1+1", "formula_injection"),
        ("@SUM(A1)", "formula_injection"),
        ("+84912", "formula_injection"),
        ("-5+cmd", "formula_injection"),
        ("Nguyễn " * 40, "text_too_long"),
        (Fault("legacy_text", "TrÇn V¨n §\u00adêng"), "legacy_text"),
        (Fault("formula_error", "#N/A"), "formula_error"),
        ("#N/A", "formula_error"),
    ],
)
def test_what_cannot_be_a_name_is_told(cell: Value, code: str) -> None:
    assert read_name(cell).code == code


@pytest.mark.parametrize(
    ("cell", "card", "code"),
    [
        ("099000000001", "099000000001", ""),
        (99000000001.0, None, "leading_zero_lost"),
        (199000000001.0, "199000000001", ""),
        ("09.9000000001", "099000000001", ""),
        ("'099000000001", "099000000001", ""),
        ("099 000 000 001", "099000000001", ""),
        ("99200001", "99200001", ""),
        ("ABC-12", None, "bad_card_format"),
        ("9.91E+10", None, "scientific_notation"),
        ("12345", None, "bad_card_format"),
        ("chưa có", None, ""),
        ("", None, ""),
    ],
)
def test_card_numbers(cell: Value, card: str | None, code: str) -> None:
    assert read_card(cell) == (card, code)


@pytest.mark.parametrize(
    ("cell", "number", "code"),
    [
        ("099100000001", "099100000001", ""),
        ("099100001", "099100001", ""),
        ("99123", None, "bad_id_length"),
        (99100000777.0, None, "leading_zero_lost"),
        ("9.91E+10", None, "scientific_notation"),
    ],
)
def test_identity_numbers(cell: Value, number: str | None, code: str) -> None:
    assert read_national_id(cell) == (number, code)


def test_an_old_card_has_eight_digits() -> None:
    assert read_old_card("99200001") == ("99200001", "")
    assert read_old_card("099000000001").code == "bad_card_format"


@pytest.mark.parametrize(
    ("cell", "gender", "code"),
    [
        ("Nam", Gender.MALE, ""),
        ("NỮ", Gender.FEMALE, ""),
        ("nu", Gender.FEMALE, ""),
        ("Nan", None, "invalid_gender"),
        (1.0, None, "ambiguous_mark"),
        ("", None, ""),
    ],
)
def test_gender(cell: Value, gender: Gender | None, code: str) -> None:
    assert read_gender(cell) == (gender, code)


def test_a_formula_in_a_note_is_kept_as_text_and_told() -> None:
    assert read_text("=1+1") == ("=1+1", "formula_injection")
    assert read_text("- ghi chú") == ("- ghi chú", "")


@pytest.mark.parametrize("text", ["12345", "099000000001", "...", "?"])
def test_a_name_has_letters(text: str) -> None:
    assert read_name(text) == (None, "name_without_letters")


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Trần Thị Cam (Út Tư)", "Trần Thị Cam (Út Tư)"),
        ("Lê Hữu Dừa - Bí thư", "Lê Hữu Dừa - Bí thư"),
        ("PHẠM THỊ ĐÀO*", "Phạm Thị Đào"),
        ("Bùi Thị Xoài (nghỉ hưu)", "Bùi Thị Xoài (nghỉ hưu)"),
        ("Trần Văn Sung tức Hai Sung", "Trần Văn Sung tức Hai Sung"),
        ("Giàng A Páo; bí danh Sử", "Giàng A Páo; bí danh Sử"),
    ],
)
def test_words_beside_a_name_are_told_and_stay(cell: str, name: str) -> None:
    assert read_name(cell) == Reading(name, "words_beside_name")


@pytest.mark.parametrize(
    "cell", ["Vũ Thị Quýt (mất)", "Vũ Thị Quýt - đã chuyển đi", "VŨ THỊ QUÝT (TỪ TRẦN 2023)"]
)
def test_who_is_said_to_be_gone_beside_the_name_stays_out(cell: str) -> None:
    assert read_name(cell) == Reading(None, "name_with_status")


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Nguyễn Thị An (A)", "Nguyễn Thị An (A)"),
        ("nguyễn văn nhãn", "Nguyễn Văn Nhãn"),
        ("H' Bia Êban", "H' Bia Êban"),
        ("Y Thang-Niê", "Y Thang-Niê"),
        ("Đ/c Nguyễn Văn Bưởi", "Nguyễn Văn Bưởi"),
    ],
)
def test_names_of_which_nothing_is_to_be_said(cell: str, name: str) -> None:
    assert read_name(cell) == Reading(name)


@pytest.mark.parametrize("cell", ["-", "--", "–", "…", "...", " - "])
def test_a_dash_for_nothing_is_no_text(cell: str) -> None:
    assert read_text(cell) == Reading(None)


@pytest.mark.parametrize(
    "words",
    ["chưa cấp", "Chưa có thẻ", "Đang đổi thẻ", "mất thẻ", "chưa phát", "Dự bị", "chờ cấp lại"],
)
def test_who_has_no_card_yet_has_none(words: str) -> None:
    assert read_card(words) == Reading(None)


@pytest.mark.parametrize("text", ["12345", "abc", "xem lại", "099079000001/LL12"])
def test_other_words_in_place_of_a_card_are_told(text: str) -> None:
    assert read_card(text).code == "bad_card_format"
