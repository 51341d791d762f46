"""An attendance book that an older version read: told of, and read once more when it comes."""

from pathlib import Path

import pytest

from e2e.books import AN, BINH, CELL, roster, workbook
from e2e.desk import Desk
from partyroll.tasks.recording import files
from store import shelf

HEADING = ("STT", "Họ và tên", "Chi bộ", *(f"T{number}" for number in range(1, 13)))


def book(folder: Path, absent: str, name: str = "sh.xlsx") -> Path:
    rows = [
        ("THEO DÕI SINH HOẠT CHI BỘ NĂM 2024",),
        HEADING,
        (1, AN[0], CELL, *["x"] * 12),
        (2, BINH[0], CELL, *[absent] * 4, *["x"] * 8),
    ]
    return workbook(folder / name, {"SH": rows})


def told(desk: Desk) -> list[tuple[str, str]]:
    found = desk("check", "--json").json["contradictions"]
    return [
        (one["source"]["file"], one["source"]["sheet"])
        for one in found
        if one["code"] == "read_by_older_version"
    ]


def notes(desk: Desk) -> int:
    ((count,),) = shelf.ask(
        desk.ledger, "SELECT count(*) FROM book_note WHERE change_out IS NULL"
    )
    return int(count)


@pytest.fixture
def older(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A ledger as it was made when a sheet did not say what was told apart in it."""
    desk("import", roster(desk.folder))
    with monkeypatch.context() as then:
        then.setattr(files, "_TELLS", {})
        desk("import", book(desk.folder, "K"))
    return desk


def test_a_book_read_today_is_not_told_of(desk: Desk) -> None:
    desk("import", roster(desk.folder))
    desk("import", book(desk.folder, "vắng"))

    assert (told(desk), notes(desk)) == ([], 4)


def test_a_book_read_with_less_care_is_told_of(older: Desk) -> None:
    assert told(older) == [("sh.xlsx", "SH")]


def test_imported_once_more_it_is_read_and_told_of_no_more(older: Desk) -> None:
    ran = older("import", older.folder / "sh.xlsx", "--json")

    assert ran.json["change"] is not None
    assert told(older) == []
    assert older("import", older.folder / "sh.xlsx", "--json").json["change"] is None


def test_a_book_of_which_a_newer_version_came_is_not_told_of(older: Desk) -> None:
    older("import", book(older.folder, "vắng", name="sh lan 2.xlsx"))

    assert (told(older), notes(older)) == ([], 4)
