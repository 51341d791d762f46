"""Keeping the ledger: begin, copy, put a copy back, take changes back."""

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from cli.sessions import Terminal
from e2e.books import AN, BINH, CHI, roster, roster_rows, workbook
from e2e.desk import NOW, Desk

LATER = NOW + timedelta(hours=2)


@pytest.fixture
def started(desk: Desk) -> Desk:
    assert desk("import", roster(desk.folder)).code == 0
    return desk


def names(desk: Desk) -> list[str]:
    return [one["full_name"] for one in desk("list", "--json").json["members"]]


def second_list(desk: Desk, now: datetime = LATER) -> Path:
    new = ("Lò Thị Mới", "2000", "Nữ", None, None)
    path = workbook(desk.folder / "b.xlsx", {"A": roster_rows([new])})
    assert desk("import", path, now=now).code == 0
    return path


def test_an_empty_ledger_can_be_made_first(desk: Desk) -> None:
    ran = desk("init", "--label", "Đảng ủy xã Mẫu")

    assert (ran.code, ran.out) == (0, "")
    assert "Đã tạo sổ trống: partyroll.db" in ran.err
    assert names(desk) == []


def test_init_never_writes_over_a_file(started: Desk) -> None:
    before = started.ledger.read_bytes()

    ran = started("init")

    assert ran.code == 1
    assert "ở đây đã có một tệp" in ran.err
    assert started.ledger.read_bytes() == before


def test_a_backup_is_named_on_stdout(started: Desk) -> None:
    ran = started("backup", now=LATER)

    made = started.folder / ran.out.strip()
    assert ran.code == 0
    assert made.is_file()
    assert made.parent.name == "partyroll-sao-luu"
    assert "partyroll restore" in ran.err


def test_backups_are_listed_the_newest_first(started: Desk) -> None:
    first = started("backup", now=LATER).out.strip()
    second_list(started)
    second = started("backup", now=LATER + timedelta(days=1)).out.strip()

    ran = started("backup", "--list")

    listed = [line.split("\t")[-1] for line in ran.out.splitlines()]
    assert listed[0] == second
    assert first in listed


def test_a_backup_put_back_is_the_roll_as_it_was(started: Desk) -> None:
    backup = started("backup", now=LATER).out.strip()
    second_list(started)
    assert len(names(started)) == 4

    ran = started("restore", backup, now=LATER + timedelta(days=1))

    assert ran.code == 0
    assert "Sổ cũ được giữ ở:" in ran.err
    assert len(names(started)) == 3


def test_a_damaged_backup_is_refused(started: Desk) -> None:
    broken = started.folder / "broken.db"
    broken.write_bytes(started.ledger.read_bytes()[:3_000])

    ran = started("restore", broken)

    assert ran.code != 0
    assert len(names(started)) == 3


def test_a_copy_precedes_the_first_write_of_an_hour(started: Desk) -> None:
    second_list(started, now=LATER)

    assert len(list((started.folder / "partyroll-sao-luu").glob("*.db"))) == 1


def test_the_last_change_is_taken_back_and_told(started: Desk) -> None:
    second_list(started)

    ran = started("undo", now=LATER)

    assert ran.code == 0
    assert "Thay đổi số 2, 15/01/2026 11:30: nhập b.xlsx" in ran.err
    assert len(names(started)) == 3


def test_an_older_change_keeps_what_later_ones_stand_on(started: Desk) -> None:
    better = (AN[0], AN[1], AN[2], AN[3], "04/02/1995")
    path = workbook(started.folder / "b.xlsx", {"A": roster_rows([better, BINH, CHI])})
    started("import", path, now=LATER)

    ran = started("undo", "1", now=LATER)

    assert ran.code == 0
    assert f"1 dòng (thông tin đảng viên): thay đổi số 2 đã sửa; của {AN[0]}" in ran.out
    assert names(started) == [AN[0]]


def test_a_trial_tells_what_would_be_kept_whose_and_why(started: Desk) -> None:
    better = (AN[0], AN[1], AN[2], AN[3], "04/02/1995")
    path = workbook(started.folder / "b.xlsx", {"A": roster_rows([better, BINH, CHI])})
    started("import", path, now=LATER)

    ran = started("undo", "1", "--dry-run", "--json", now=LATER)

    found = ran.json
    assert set(found) >= {"reversed", "kept", "impossible"}
    own = [one for one in found["kept"] if one["table"] == "person_version"]
    assert [(one["why"], one["change"], one["names"]) for one in own] == [
        ("changed", 2, [AN[0]])
    ]
    assert (found["change"], len(names(started))) == (None, 3)


def test_at_a_terminal_an_undo_asks_and_no_is_no(
    started: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", Terminal("k\n"))
    out = Terminal()
    with monkeypatch.context() as screen:
        screen.setattr("sys.stdout", out)
        ran = started("undo", now=LATER)

    assert ran.code == 0
    assert "Hoàn tác thay đổi này? [c/K]" in ran.err
    assert "Sổ giữ nguyên." in ran.err
    assert len(names(started)) == 3


def test_when_nothing_is_left_an_undo_says_so(started: Desk) -> None:
    started("undo", now=LATER)

    ran = started("undo", now=LATER)

    assert (ran.code, ran.out) == (1, "")
    assert "không còn thay đổi nào để hoàn tác" in ran.err


def test_history_tells_what_was_undone_by_which_change(started: Desk) -> None:
    started("undo", now=LATER)

    changes = json.loads(started("history", "--json").out)["changes"]

    told = [(one["number"], one["kind"], one["undoes"], one["undone_by"]) for one in changes]
    assert told == [(2, "undo", 1, None), (1, "import", None, 2)]


def test_after_an_undo_the_same_file_goes_in_again(started: Desk) -> None:
    before = started("list", "--json").json["members"]
    started("undo", now=LATER)

    ran = started("import", "roster.xlsx", "--json", now=LATER)

    assert ran.json["files"][0]["added"] == 3
    assert started("list", "--json").json["members"] == before
