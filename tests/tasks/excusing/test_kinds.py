"""Kinds by the words people use."""

import pytest

from partyroll.model import ExcuseKind, PermissionKind, StayKind
from partyroll.tasks.excusing.kinds import KINDS, WORDS, kind_of, reason_in


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_known_by_its_code_and_by_its_words(kind: str) -> None:
    assert kind_of(kind) is kind
    assert kind_of(kind.lower().replace("_", "-")) is kind
    assert kind_of(WORDS[kind].upper()) is kind


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("nghỉ ốm", ExcuseKind.SICKNESS),
        ("THAI SẢN", ExcuseKind.MATERNITY),
        ("miễn sinh hoạt", PermissionKind.EXEMPT_ACTIVITY),
        ("tạm miễn", PermissionKind.TEMP_EXEMPT),
        ("chậm đóng", PermissionKind.DEFERRED),
        ("ra nước ngoài", StayKind.ABROAD),
    ],
)
def test_a_kind_is_known_by_what_people_say(typed: str, kind: str) -> None:
    assert kind_of(typed) is kind


@pytest.mark.parametrize("typed", ["", "miễn", "lười", "om om"])
def test_what_may_mean_several_things_is_no_kind(typed: str) -> None:
    assert kind_of(typed) is None


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("nghỉ thai sản, có giấy của bệnh viện", ExcuseKind.MATERNITY),
        ("Bị ốm, nằm viện một tháng", ExcuseKind.SICKNESS),
        ("đi biển dài ngày", ExcuseKind.SEA_VOYAGE),
        ("không rõ", None),
        ("", None),
    ],
)
def test_free_words_name_the_kind_that_they_say_first(
    words: str, kind: ExcuseKind | None
) -> None:
    assert reason_in(words) is kind
