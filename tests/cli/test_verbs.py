"""Every verb that writes tells what became of it in the same words, whatever its noun."""

import pytest

from e2e.books import AN, CELL, roster
from e2e.desk import Desk

SAME = {"command", "ledger", "as_of", "dry_run", "change", "new", "cautions"}
VERBS = pytest.mark.parametrize(
    "words",
    [
        ("away", "add", AN[0], "--place", "Đồng Nai", "--from", "3/2025"),
        ("excuse", "add", AN[0], "--kind", "ốm", "--month", "9/2024", "--by", "Chi ủy"),
        ("rating", "remark", AN[0], "--place", "Thôn Hạ", "--text", "Tốt", "--year", "2024"),
        ("admission", "add", "Lò Văn Mới", "--unit", CELL, "--birth", "5/3/2000"),
        ("admission", "target", CELL, "--year", "2025", "--number", "2"),
        ("support", "add", AN[0], "--need", "khó khăn", "--measure", "cho vay vốn"),
        ("support", "award", AN[0], "--form", "giấy khen", "--on", "2/9/2025"),
        ("transfer", "add", AN[0], "--caused-on", "1/10/2025", "--to", "Đảng bộ xã Xa"),
    ],
    ids=lambda words: " ".join(words[:2]),
)


@pytest.fixture
def cell(desk: Desk) -> Desk:
    """A desk with a ledger of three."""
    assert desk("import", roster(desk.folder), "--quiet").code == 0
    return desk


@VERBS
def test_programs_are_told_of_a_trial_of_a_change_and_of_nothing_new(
    cell: Desk, words: tuple[str, ...]
) -> None:
    trial = cell(*words, "--dry-run", "--json").json
    written = cell(*words, "--json").json
    again = cell(*words, "--json").json
    told = [(one["dry_run"], one["change"], one["new"]) for one in (trial, written, again)]

    assert told == [(True, None, True), (False, 2, True), (False, None, False)]
    assert trial.keys() == written.keys() == again.keys() > SAME
    assert written["command"] == " ".join(words[:2])


@VERBS
def test_people_are_told_of_a_trial_of_a_change_and_of_nothing_new(
    cell: Desk, words: tuple[str, ...]
) -> None:
    trial, written, again = (cell(*words, *dry) for dry in (["--dry-run"], [], []))

    assert "Sẽ ghi như trên; sổ chưa bị thay đổi" in trial.err
    assert written.err.endswith("Thay đổi số 2. Hoàn tác: partyroll undo 2\n")
    assert again.err.endswith("Sổ đã ghi điều này rồi, không ghi thêm.\n")
