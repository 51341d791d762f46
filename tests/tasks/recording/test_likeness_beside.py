"""Words beside a name make it no other name: whoever has it is asked about."""

import pytest

from partyroll.tasks.recording.likeness import Likeness, likeness, loose_key


@pytest.mark.parametrize(
    "written",
    ["Lò Văn An (BT)", "Lò Văn An (nghỉ hưu)", "Lò Văn An - Bí thư", "Ông Lò Văn An"],
)
def test_a_name_with_words_beside_it_is_like_the_name(written: str) -> None:
    assert likeness(written, "Lò Văn An") is Likeness.SPELLING
    assert loose_key(written) == loose_key("Lò Văn An")


def test_other_names_stay_apart() -> None:
    assert likeness("Lò Văn An (BT)", "Lò Thị Bình") is None
