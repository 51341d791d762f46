import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partyroll.text import (
    clean,
    fold,
    mask,
    name_sort_key,
    natural_key,
    same_key,
    sort_key,
    thousands,
    title_case,
)

# As a Vietnamese dictionary has them: letters first, tones second.
IN_ORDER = [
    *("An", "Anh", "Ánh", "Ăng", "Ân", "Ba", "Bá", "Bình", "Cường", "Da", "Dũng"),
    *("Đa", "Đạt", "Em", "Êm", "Giang", "Hoa", "Hòa", "Hùng", "Huy", "Hưng", "Oanh"),
    *("Ông", "Ơn", "Quang", "Sơn", "Út", "Uyên", "Ưng", "Yên", "Yến"),
]


def test_names_stand_in_the_order_of_the_alphabet() -> None:
    backwards = IN_ORDER[::-1]

    assert sorted(backwards, key=sort_key) == IN_ORDER


def test_tones_follow_one_another_when_letters_are_equal() -> None:
    tones = ["ma", "mà", "mả", "mã", "má", "mạ"]

    backwards = tones[::-1]

    assert sorted(backwards, key=sort_key) == tones


def test_people_stand_by_given_name_then_family_then_middle() -> None:
    names = ["Trần Văn An", "Lê Thị An", "Lê Văn Bình", "Lê Bá An"]

    assert sorted(names, key=name_sort_key) == [
        "Lê Bá An",
        "Lê Thị An",
        "Trần Văn An",
        "Lê Văn Bình",
    ]


def test_numbers_in_unit_names_count_as_numbers() -> None:
    units = ["Chi bộ 10", "Chi bộ 2", "Chi bộ Đông", "Chi bộ 1"]

    assert sorted(units, key=natural_key) == [
        "Chi bộ 1",
        "Chi bộ 2",
        "Chi bộ 10",
        "Chi bộ Đông",
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nguyễn Văn Hoà", "NGUYỄN VĂN HÒA"),
        ("Thuý", "Thúy"),
        ("  Lê   Thị\tMai ", "lê thị mai"),
        (unicodedata.normalize("NFD", "Nguyễn Thị Hường"), "Nguyễn Thị Hường"),
        ("Trần\u200b Thị\u00a0Thử", "Trần Thị Thử"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert same_key(one) == same_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Hùng", "Hưng"), ("An", "Ân"), ("Lan", "Lân"), ("Sĩ", "Sỹ")]
)
def test_different_names_keep_different_keys(one: str, other: str) -> None:
    assert same_key(one) != same_key(other)


def test_folding_takes_accents_and_the_crossed_d() -> None:
    assert fold("Nguyễn  Đình ĐẠT") == "nguyen dinh dat"
    assert fold("Đoàn") == fold("doan")


def test_signs_nobody_sees_are_taken_away() -> None:
    assert clean("\ufeff A\u0000 \u202eb\u2069\n c ") == "A b c"


@pytest.mark.parametrize(
    ("found", "kept"),
    [
        ("VÕ QUANG DŨNG", "Võ Quang Dũng"),
        ("Võ Quang DŨNG", "Võ Quang DŨNG"),
        ("võ dũng", "võ dũng"),
        ("123", "123"),
    ],
)
def test_only_capitals_are_turned_into_a_title(found: str, kept: str) -> None:
    assert title_case(found) == kept


def test_numbers_are_masked_but_for_the_last_four() -> None:
    assert mask("099000000123") == "********0123"
    assert mask("123") == "123"


def test_thousands_stand_apart_by_a_dot() -> None:
    assert [thousands(number) for number in (441, 1441, 4921129)] == [
        "441",
        "1.441",
        "4.921.129",
    ]


@given(st.text())
def test_folding_and_cleaning_twice_is_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert clean(clean(text)) == clean(text)


@given(st.sets(st.text(), max_size=8))
def test_any_texts_can_be_sorted_and_stand_still(texts: set[str]) -> None:
    for key in (sort_key, name_sort_key, natural_key):
        ordered = sorted(texts, key=key)
        assert [key(text) for text in ordered] == sorted(key(text) for text in texts)


@given(st.text(alphabet="aàáảãạăâbcdđeêghiklmnoôơpqrstuưvxyAÀĐ ", min_size=1))
def test_the_way_a_text_is_composed_does_not_change_its_key(text: str) -> None:
    apart = unicodedata.normalize("NFD", text)

    assert same_key(apart) == same_key(text)
    assert sort_key(apart)[:2] == sort_key(text)[:2]
