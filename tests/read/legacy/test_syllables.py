"""What can be a Vietnamese syllable."""

import pytest

from partyroll.read.legacy.syllables import is_syllable

GOOD = """
    Nguyễn Huỳnh Quỳnh Khuê Thưởng Đường Thuỷ Thủy Hoà Hòa Giang giếng gì Quốc quê Quý quất
    ngoằn khuỷu loong nghiêng kỷ Ý Ươc ước yến Lê Tô khuya thuở Xuân Bích Đắc Việt
"""
BAD = "NguyÔn Ñöôøng Vaên V¨n Ñình Hôïp Bíchh kăn ngê zê hẳt Thươnng bớp̀ ấấ §ç"


@pytest.mark.parametrize("word", GOOD.split())
def test_words_of_the_language_are_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", BAD.split())
def test_words_read_in_a_wrong_code_are_none(word: str) -> None:
    assert not is_syllable(word)
