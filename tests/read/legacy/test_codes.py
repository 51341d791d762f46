"""TCVN3 and VNI, sign by sign."""

import pytest

from partyroll.read.legacy.codes import Encoding, decoded, is_written_in

from .typing import ALL_LETTERS, in_tcvn3, in_vni


@pytest.mark.parametrize(
    ("stored", "encoding"),
    [("NguyÔn V¨n §\u00ad\u00eang", Encoding.TCVN3), ("Nguyeãn Vaên Ñöôøng", Encoding.VNI)],
)
def test_the_published_example_reads_the_same_in_both_codes(
    stored: str, encoding: Encoding
) -> None:
    assert decoded(stored, encoding) == "Nguyễn Văn Đường"


def test_every_small_letter_comes_back_from_tcvn3() -> None:
    assert decoded(f"x{in_tcvn3(ALL_LETTERS)}", Encoding.TCVN3) == f"x{ALL_LETTERS}"


@pytest.mark.parametrize("letters", [ALL_LETTERS, ALL_LETTERS.upper()])
def test_every_letter_comes_back_from_vni(letters: str) -> None:
    spaced = " ".join(letters)

    assert decoded(in_vni(spaced), Encoding.VNI) == spaced


@pytest.mark.parametrize(
    "name",
    ["Nguyễn Thị Ánh", "Hồ Ái Ánh", "Lê Ứng Hòa", "Ý Yên", "Ánh", "Út", "Trần Thị Ái Vân"],
)
def test_capitals_that_tcvn3_cannot_write_are_told_by_their_neighbours(name: str) -> None:
    assert decoded(in_tcvn3(name), Encoding.TCVN3) == name


@pytest.mark.parametrize(
    "words",
    [
        "ĐẢNG BỘ XÃ MẪU",
        "Chi bộ THÔN ĐƯỜNG",
        "ẤP BẮC",
        "LÊ VĂN TÚ",
        "LÊ THỊ ÁNH",
        "TRẦN THỊ Ý",
        "Đảng bộ xã Tú, CHI BỘ THÔN HẠ",
    ],
)
def test_what_was_typed_in_capitals_comes_back_in_capitals(words: str) -> None:
    assert decoded(in_tcvn3(words), Encoding.TCVN3) == words


@pytest.mark.parametrize(
    "words",
    [
        "Lê Văn Tú",
        "UBND Xã",
        "CA Xã Mẫu",
        "Lã Tú",
        "Chi bộ Xã Tú",
        "UBND xã ĐắkTô",
        "TƯ Đảng ủy",
    ],
)
def test_capitals_of_other_words_say_nothing_of_their_neighbours(words: str) -> None:
    assert decoded(in_tcvn3(words), Encoding.TCVN3) == words


@pytest.mark.parametrize(
    "words", ["Nghỉ ốm", "Đảng ủy xã", "ấp Mẫu", "có ý kiến", "Đã ứng tiền", "đi ở xa"]
)
def test_words_that_are_no_names_stay_small(words: str) -> None:
    assert decoded(in_tcvn3(words), Encoding.TCVN3) == words


def test_a_capital_of_vni_may_carry_a_small_mark() -> None:
    assert decoded("AÙnh Aùnh", Encoding.VNI) == "Ánh Ánh"


@pytest.mark.parametrize(
    ("word", "encoding"), [("Hà", Encoding.TCVN3), ("Lê", Encoding.VNI), ("Quý", Encoding.VNI)]
)
def test_a_sign_of_neither_code_shows_that_a_word_is_not_in_it(
    word: str, encoding: Encoding
) -> None:
    assert not is_written_in(word, encoding)
