"""Readings of the rule in the words of a clerk, not in the codes of a settings file."""

import pytest

from partyroll.model import RuleSettings
from partyroll.rules.variants import variants
from partyroll.tasks.rule_words import left_out, reading_in_words

EVERY_READING = [
    (name, value)
    for variant in variants(RuleSettings(months=4, meeting_reading="own_count"))
    for name, value in variant.changes.items()
]


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("months", 4, "từ 4 tháng"),
        ("run", "consecutive", "các tháng liền nhau"),
        ("infer_blank", False, "ô trống trong sổ đảng phí không tính"),
        ("count_late", True, "tính cả tháng đóng chậm"),
        ("infer_min_share", 0.5, "suy ô trống khi ít nhất 50% đã đóng"),
        ("grace_days", 10, "được chậm 10 ngày sau cuối tháng"),
    ],
)
def test_a_reading_is_said_in_words(name: str, value: object, said: str) -> None:
    assert reading_in_words(name, value) == said


@pytest.mark.parametrize(("name", "value"), EVERY_READING, ids=str)
def test_no_reading_is_called_by_its_code(name: str, value: object) -> None:
    said = reading_in_words(name, value)

    assert name not in said
    assert "_" not in said
    assert str(value) not in said or isinstance(value, int)


def test_months_paid_late_are_left_out_only_where_no_list_counts_them() -> None:
    assert "tháng đã đóng bù" in left_out(RuleSettings())
    assert "tháng đã đóng bù" not in left_out(RuleSettings(count_late=True))


def test_a_blank_is_said_to_count_as_the_settings_have_it() -> None:
    assert "ít nhất 40% số người phải đóng" in left_out(RuleSettings(infer_min_share=0.4))
    assert left_out(RuleSettings(infer_blank=False)).endswith(
        "Ô trống không bị suy ra là chưa đóng."
    )
