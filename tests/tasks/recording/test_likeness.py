"""How near two names come: enough to ask, never enough to join."""

import pytest

from partyroll.tasks.recording.likeness import Likeness, likeness, loose_key
from partyroll.text import same_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lê Văn Hòa", "Lê Văn Hoà"),
        ("Lê Thị Thúy", "LÊ THỊ THUÝ"),
        ("Nguyễn Văn An", "Nguye\u0302\u0303n  Va\u0306n An"),
    ],
)
def test_one_name_in_two_spellings_is_no_likeness_but_the_same(one: str, other: str) -> None:
    assert same_key(one) == same_key(other)
    assert likeness(one, other) is None


@pytest.mark.parametrize(
    ("one", "other", "tier"),
    [
        ("Trần Văn Sĩ", "Trần Văn Sỹ", Likeness.SPELLING),
        ("Lí Thị Mỹ", "Lý Thị Mĩ", Likeness.SPELLING),
        ("Phạm Quí", "Phạm Quý", Likeness.SPELLING),
        ("Lê Văn Hùng", "Lê Văn Hưng", Likeness.FOLDED),
        ("Lê Văn An", "Lê Văn Ân", Likeness.FOLDED),
        ("Lê Thị Lan", "Lê Thị Lân", Likeness.FOLDED),
        ("Nguyễn Văn An", "Nguyen Van An", Likeness.FOLDED),
        ("Nguyễn Văn Anh", "Nguyễn Văn An", Likeness.NEAR),
        ("Nguyễn Thị Hồng Vân", "Nguyễn Thị Hông Vâm", Likeness.NEAR),
        ("Lê Thị Thúy", "Lê Thị Thúi", Likeness.NEAR),
    ],
)
def test_names_that_are_only_alike_stay_two_names(one: str, other: str, tier: Likeness) -> None:
    assert same_key(one) != same_key(other)
    assert likeness(one, other) is tier
    assert likeness(other, one) is tier


@pytest.mark.parametrize(
    ("one", "other"),
    [("Lê Văn An", "Lê Văn Bình"), ("Lò Văn An", "Nguyễn Thị An"), ("An", "Bình")],
)
def test_other_names_are_not_alike(one: str, other: str) -> None:
    assert likeness(one, other) is None


def test_names_without_accents_meet_their_own_under_a_loose_key() -> None:
    assert loose_key("Tran Van Sy") == loose_key("Trần Văn Sĩ")
    assert loose_key("Tran Van Sy") != loose_key("Trần Văn Sinh")
