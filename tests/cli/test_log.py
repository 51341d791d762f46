from pathlib import Path

import pytest

from partyroll.cli import run


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "gettempdir", lambda: str(tmp_path))


def test_a_log_names_the_kinds_of_errors_and_no_value() -> None:
    try:
        try:
            raise ValueError("Nguyễn Văn Mẫu")  # noqa: EM101, TRY003, TRY301 (a value to hide)
        except ValueError as cause:
            raise KeyError("099000000001") from cause  # noqa: EM101 (the same)
    except KeyError as error:
        log = run.write_log(error).read_text(encoding="utf-8")

    assert log.splitlines()[1] == "KeyError"
    assert "ValueError" in log
    assert "Mẫu" not in log
    assert "099" not in log


def test_errors_that_point_at_each_other_are_told_once() -> None:
    one, other = ValueError(), KeyError()
    one.__context__, other.__cause__ = other, one

    log = run.write_log(one).read_text(encoding="utf-8")

    assert log.splitlines()[1:] == ["ValueError", "KeyError"]
