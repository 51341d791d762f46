"""Official forms, imported by the real command: what lists and stories make of them."""

from pathlib import Path

import pytest

from e2e.desk import Desk
from read.conftest import write_sheets
from read.s01 import MAU, SAMPLE, merges


@pytest.fixture
def s01(desk: Desk) -> Path:
    """A dues book of four months: Mẫu pays February and March in April."""
    path = desk.folder / "s01.xlsx"
    write_sheets(path, SAMPLE, merges(4))
    return path


def months_on_review(desk: Desk, as_of: str) -> list[tuple[str, str, str]]:
    told = desk("flag", "--as-of", as_of, "--months", "2", "--json").json["lists"]["review"]
    return [
        (item["full_name"], month["month"], month["source"]["cell"])
        for item in told
        for month in item["months"]
    ]


def test_a_debt_settled_later_was_a_debt_before(desk: Desk, s01: Path) -> None:
    assert desk("import", s01).code == 0

    assert months_on_review(desk, "2024-03-31") == [
        (MAU, "2024-02", "I14"),
        (MAU, "2024-03", "I20"),
    ]
    assert months_on_review(desk, "2024-12-31") == []


def test_the_same_book_again_changes_nothing(desk: Desk, s01: Path) -> None:
    desk("import", s01)
    again = desk.folder / "s01 (2).xlsx"
    write_sheets(again, {**SAMPLE, "Ghi chú": [["x"]]}, merges(4))

    (file,) = desk("import", again, "--json").json["files"]

    assert (file["added"], file["changed"], file["unchanged"]) == (0, 0, 2)
