"""What is proposed against which cause: shipped, and edited by the office."""

from pathlib import Path

import pytest

from partyroll.model import Measure, Reason
from partyroll.settings import load_settings
from partyroll.settings.measures import shipped_measures
from partyroll.settings.refusals import BadSetting


def measures(folder: Path, text: str) -> dict[str, Measure]:
    (folder / "partyroll.toml").write_text(text, encoding="utf-8")
    return {one.id: one for one in load_settings(folder, {}).measures}


def test_every_cause_has_a_measure() -> None:
    answered = {cause for one in shipped_measures() for cause in one.causes}

    assert set(Reason) - answered == set()


def test_without_a_file_the_shipped_measures_hold(tmp_path: Path) -> None:
    assert load_settings(tmp_path, {}).measures == shipped_measures()


def test_the_office_words_a_measure_and_its_causes_stay(tmp_path: Path) -> None:
    found = measures(tmp_path, '[[measure]]\nid = "dues"\ntext = "Nhắc qua tin nhắn."\n')

    assert found["dues"] == Measure("dues", "Nhắc qua tin nhắn.", (Reason.UNPAID_DUES,))


def test_the_office_leaves_a_measure_out(tmp_path: Path) -> None:
    assert "dues" not in measures(tmp_path, '[[measure]]\nid = "dues"\ntext = ""\n')


def test_the_office_adds_a_measure_for_causes_by_code_or_in_words(tmp_path: Path) -> None:
    causes = '["FAR_WORK", "Hoàn cảnh gia đình khó khăn"]'

    found = measures(
        tmp_path, f'[[measure]]\nid = "vay"\ntext = "Cho vay vốn."\ncauses = {causes}\n'
    )

    assert found["vay"].causes == (Reason.FAR_WORK, Reason.FAMILY_HARDSHIP)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('measure = "x"', "measure"),
        ('[[measure]]\ntext = "Không tên."', "measure.id"),
        ('[[measure]]\nid = "vay"', "vay: text"),
        ('[[measure]]\nid = "vay"\ntext = 3', "vay: text"),
        ('[[measure]]\nid = "dues"\ncause = "x"', "dues: cause"),
        ('[[measure]]\nid = "dues"\ncauses = "FAR_WORK"', "dues: causes"),
        ('[[measure]]\nid = "dues"\ncauses = ["lười"]', "dues: causes"),
    ],
)
def test_a_measure_that_cannot_be_used_is_named(tmp_path: Path, text: str, named: str) -> None:
    with pytest.raises(BadSetting) as refused:
        measures(tmp_path, f"{text}\n")

    assert f"“{named}”" in str(refused.value)


def test_the_office_marks_how_confidential_its_documents_are(tmp_path: Path) -> None:
    (tmp_path / "partyroll.toml").write_text('[office]\nconfidentiality = "MẬT"\n', "utf-8")

    assert load_settings(tmp_path, {}).office.confidentiality == "MẬT"
