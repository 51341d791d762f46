from dataclasses import fields
from pathlib import Path

import pytest

from partyroll.messages import GATE, SETTING
from partyroll.model import RuleSettings
from partyroll.settings import (
    BadSetting,
    GateLimits,
    load_settings,
)


def written(folder: Path, text: str) -> Path:
    (folder / "partyroll.toml").write_text(text, encoding="utf-8")
    return folder


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    settings = load_settings(tmp_path, {})

    assert settings.rule == RuleSettings()
    assert settings.origins == {}


def test_the_office_sets_the_rule_headings_and_letterhead(tmp_path: Path) -> None:
    folder = written(
        tmp_path,
        """
        [rule]
        months = 2
        run = "consecutive"
        infer_min_share = 0.5
        combine_grounds = true
        [columns]
        full_name = ["HVT", "Đ/c"]
        card_no = "Thẻ"
        [import]
        sensitive = ["ethnicity"]
        [office]
        organisation = ["ĐẢNG BỘ HUYỆN GIẢ ĐỊNH", "ĐẢNG ỦY XÃ MẪU"]
        signatures = ["NGƯỜI LẬP", "BÍ THƯ"]
        """,
    )

    settings = load_settings(folder, {})

    assert (settings.rule.months, settings.rule.run) == (2, "consecutive")
    assert settings.rule.combine_grounds
    assert settings.headings == {"HVT": "full_name", "Đ/c": "full_name", "Thẻ": "card_no"}
    assert settings.sensitive == {"ethnicity"}
    assert settings.organisation[1] == "ĐẢNG ỦY XÃ MẪU"
    assert settings.signatures == ("NGƯỜI LẬP", "BÍ THƯ")
    assert settings.origins["months"] == "partyroll.toml"


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    folder = written(tmp_path, "[rule]\nmonths = 2\n")
    environment = {
        "PARTYROLL_MONTHS": "4",
        "PARTYROLL_COUNT_LATE": "true",
        "PARTYROLL_RUN": "consecutive",
    }

    settings = load_settings(folder, environment)

    assert settings.rule.months == 4
    assert settings.rule.count_late
    assert settings.rule.run == "consecutive"
    assert settings.origins["months"] == "biến môi trường"


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("months = 0", "months"),
        ("months = 13", "months"),
        ("months = true", "months"),
        ('months = "ba"', "months"),
        ("grace_days = -1", "grace_days"),
        ("infer_min_share = 1.5", "infer_min_share"),
        ('run = "thỉnh thoảng"', "run"),
        ("count_late = 1", "count_late"),
        ("month = 3", "month"),
    ],
)
def test_a_value_that_cannot_be_used_is_named(tmp_path: Path, line: str, named: str) -> None:
    with pytest.raises(BadSetting) as refusal:
        load_settings(written(tmp_path, f"[rule]\n{line}\n"), {})

    assert named in str(refusal.value)
    assert "Gợi ý: giá trị được phép:" in str(refusal.value)


def test_the_office_sets_the_limits_of_the_gate(tmp_path: Path) -> None:
    settings = load_settings(written(tmp_path, "[gate]\npeople = 8\nscale = 50\n"), {})

    assert settings.gate == GateLimits(people=8, scale=50)
    assert settings.origins == {
        "gate.people": "partyroll.toml",
        "gate.scale": "partyroll.toml",
    }


@pytest.mark.parametrize(
    "line", ["people = 0", "people = 2.5", "people = true", "unpaid_share = 30", "person = 5"]
)
def test_a_limit_that_cannot_be_used_is_named(tmp_path: Path, line: str) -> None:
    with pytest.raises(BadSetting, match=line.split(maxsplit=1)[0]):
        load_settings(written(tmp_path, f"[gate]\n{line}\n"), {})


def test_every_limit_has_words() -> None:
    assert set(GATE) == {name for name, _ in GateLimits().stated()}


@pytest.mark.parametrize("value", ["ba", "2.5", ""])
def test_a_word_in_the_environment_where_a_number_belongs_is_named(
    tmp_path: Path, value: str
) -> None:
    with pytest.raises(BadSetting, match="biến môi trường"):
        load_settings(tmp_path, {"PARTYROLL_MONTHS": value})


@pytest.mark.parametrize("text", ["[rule", "\udcff"])
def test_a_file_that_is_no_toml_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "partyroll.toml").write_bytes(text.encode("utf-8", "surrogateescape"))

    with pytest.raises(BadSetting, match="TOML"):
        load_settings(tmp_path, {})


def test_a_list_that_is_no_list_of_words_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match="signatures"):
        load_settings(written(tmp_path, "[office]\nsignatures = [1]\n"), {})


def test_every_setting_of_the_rule_has_its_vietnamese_words() -> None:
    assert set(SETTING) == {setting.name for setting in fields(RuleSettings)}
