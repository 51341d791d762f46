"""The rule in words, as every list prints it."""

from collections.abc import Mapping
from dataclasses import fields

from partyroll.messages import NUMBER_READ, READING, SETTING
from partyroll.model import RuleSettings
from partyroll.tasks.reviewing import ReviewResult


def rule_lines(result: ReviewResult) -> list[str]:
    """Return the rule as every list prints it: text, document, readings that differ."""
    rule, settings = result.rule, result.settings
    guidance = f"hướng dẫn {rule.guidance}" if rule.guidance else ""
    counted = "cộng dồn" if settings.run == "any" else "liền nhau"
    year = "năm" if settings.year_basis == "calendar" else "12 tháng đã hết gần nhất"
    grounds = "cộng cả hai căn cứ" if settings.combine_grounds else "từng căn cứ riêng"
    lines = [
        f"Căn cứ: “{rule.text}” ({'; '.join(filter(None, (rule.version, guidance)))}).",
        (
            f"Cách đếm: từ {settings.months} tháng trong {year}, {counted}, {grounds};"
            f" tính đến {result.as_of:%d/%m/%Y}."
        ),
    ]
    differing = readings_in_words(_differing(settings))
    lines += [f"Thiết lập khác mặc định: {differing}."] * bool(differing)
    lines += [f"Lưu ý: {remark}." for remark in result.rule_remarks]
    newer = ", ".join(other.version for other in result.rule_changes)
    lines += [f"Trong kỳ có quy định mới: {newer}."] * bool(newer)
    return lines


def left_out(settings: RuleSettings) -> str:
    """Return which months no list counts, and when a blank cell is taken for a debt."""
    late = "" if settings.count_late else ", tháng đã đóng bù"
    share = f"{settings.infer_min_share:.0%}"
    blanks = (
        "Ô trống chỉ được suy ra là chưa đóng khi trong cùng sổ, tháng đó ít nhất"
        f" {share} số người phải đóng đã đóng, và được ghi riêng"
        if settings.infer_blank
        else "Ô trống không bị suy ra là chưa đóng"
    )
    return f"Không tính: tháng không có sổ, tháng chưa hết{late}. {blanks}."


def readings_in_words(settings: Mapping[str, object]) -> str:
    """Return how some settings read the rule, in one line."""
    return "; ".join(reading_in_words(name, value) for name, value in settings.items())


def reading_in_words(name: str, value: object) -> str:
    """Return how one setting reads the rule."""
    if name in NUMBER_READ:
        return NUMBER_READ[name].format(value)
    return READING[name][value]


def _said(value: object) -> str:
    return (
        {True: "có", False: "không"}.get(value, str(value))
        if isinstance(value, bool)
        else str(value)
    )


def settings_in_words(settings: RuleSettings) -> dict[str, str]:
    """Return every setting of the rule with its value, as lists print them."""
    return {SETTING[s.name]: _said(getattr(settings, s.name)) for s in fields(RuleSettings)}


def _differing(settings: RuleSettings) -> Mapping[str, object]:
    defaults = RuleSettings()
    return {
        setting.name: getattr(settings, setting.name)
        for setting in fields(RuleSettings)
        if getattr(settings, setting.name) != getattr(defaults, setting.name)
    }
