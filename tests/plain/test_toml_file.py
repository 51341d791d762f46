"""A settings file that cannot be read is refused in a sentence with its line."""

from pathlib import Path

import pytest

from partyroll.errors import PartyrollError
from partyroll.settings import load_settings


def refusal(tmp_path: Path, content: bytes) -> PartyrollError:
    (tmp_path / "partyroll.toml").write_bytes(content)
    with pytest.raises(PartyrollError) as caught:
        load_settings(tmp_path, {})
    return caught.value


@pytest.mark.parametrize(
    ("text", "where", "said"),
    [
        ("[rule]\nmonths 3\n", "partyroll.toml, dòng 2", "viết chưa đúng: “months 3”"),
        ("[rule]\r\nmonths = ba\r\n", "partyroll.toml, dòng 2", "“months = ba”"),
        ('[office]\nplace = "Xã\n', "partyroll.toml, dòng 2", '“place = "Xã”'),
        ("[rule", "partyroll.toml", "mở mà không đóng"),
        ("[rule]\nmonths = 3\nmonths = 4\n", "partyroll.toml, dòng 3", "“months = 4” đã có"),
        ("[rule]\n[office]\n[rule]\n", "partyroll.toml, dòng 3", "“[rule]” đã có"),
    ],
)
def test_the_line_is_named_and_shown(tmp_path: Path, text: str, where: str, said: str) -> None:
    refused = refusal(tmp_path, text.encode())

    assert refused.where == where
    assert said in str(refused)
    assert refused.hint


def test_no_word_of_the_library_is_shown(tmp_path: Path) -> None:
    refused = str(refusal(tmp_path, b"months 3"))

    assert "TOMLDecodeError" not in refused
    assert "Expected" not in refused


@pytest.mark.parametrize("code", ["cp1258", "utf-16"])
def test_a_file_saved_in_another_code_is_told_how_to_be_saved(
    tmp_path: Path, code: str
) -> None:
    refused = refusal(tmp_path, '[office]\nplace = "ă"\n'.encode(code))

    assert "UTF-8" in str(refused)


def test_the_line_of_a_sign_in_another_code_is_named(tmp_path: Path) -> None:
    assert refusal(tmp_path, b'[office]\nplace = "\xe3"\n').where == "partyroll.toml, dòng 2"
