"""Whatever stands where the ledger should be: a sentence, an exit code, and no harm done."""

import os
import sqlite3
from contextlib import closing
from errno import ENOSPC
from pathlib import Path

import pytest

from partyroll.errors import PartyrollError
from partyroll.store import schema
from partyroll.store.changes import begin_change
from partyroll.store.files import companions, publish
from partyroll.store.ledger import (
    Ledger,
    create_ledger,
    open_ledger,
    unpublished_ledger,
    version_of,
)
from partyroll.store.refusals import (
    LedgerBusy,
    LedgerCorrupt,
    LedgerExists,
    LedgerNewer,
    LedgerNotFound,
    LedgerOlder,
    LedgerUnwritable,
    NotALedger,
)
from partyroll.store.shape import expected_shape, shape_of
from store import papers, shelf

either_way = pytest.mark.parametrize("write", [False, True], ids=["reading", "writing"])


def mode(path: Path) -> str:
    return oct(path.stat().st_mode & 0o777)


def refusal(path: Path, *, write: bool = False) -> PartyrollError:
    """Return why the ledger cannot be opened."""
    with pytest.raises(PartyrollError) as caught, open_ledger(path, write=write):
        pass
    return caught.value


# --- What is not a ledger -----------------------------------------------------------------
@either_way
def test_no_file_is_no_ledger(tmp_path: Path, *, write: bool) -> None:
    why = refusal(tmp_path / "partyroll.db", write=write)

    assert (type(why), why.exit_code) == (LedgerNotFound, 10)
    assert "partyroll import" in str(why)


@either_way
def test_a_folder_is_no_ledger(tmp_path: Path, *, write: bool) -> None:
    assert refusal(tmp_path, write=write).exit_code == 10


@either_way
@pytest.mark.parametrize(
    "content",
    [b"", b"An,1980\nBinh,1975\n" * 100, b"PK\x03\x04" + bytes(2_000)],
    ids=["empty", "text", "zip"],
)
def test_another_kind_of_file_is_no_ledger_and_stays_as_it_is(
    tmp_path: Path, content: bytes, *, write: bool
) -> None:
    path = tmp_path / "danh sach.db"
    path.write_bytes(content)

    why = refusal(path, write=write)

    assert (type(why), why.exit_code) == (NotALedger, 10)
    assert path.read_bytes() == content


@either_way
def test_a_database_of_another_program_is_not_touched(tmp_path: Path, *, write: bool) -> None:
    path = tmp_path / "ke toan.db"
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE ledger (ledger_id TEXT)")
    before = path.read_bytes()

    why = refusal(path, write=write)

    assert (type(why), why.exit_code) == (NotALedger, 10)
    assert path.read_bytes() == before
    assert companions(path) == []


@either_way
def test_a_ledger_of_a_newer_version_is_not_touched(cell: Path, *, write: bool) -> None:
    shelf.edit(
        cell, f"PRAGMA user_version = {schema.VERSION + 1}", "PRAGMA journal_mode=DELETE"
    )
    before = cell.read_bytes()

    why = refusal(cell, write=write)

    assert (type(why), why.exit_code) == (LedgerNewer, 12)
    assert f"phiên bản {schema.VERSION + 1}" in str(why)
    assert cell.read_bytes() == before


@either_way
def test_a_ledger_of_an_older_version_waits_for_its_upgrade(
    cell: Path, monkeypatch: pytest.MonkeyPatch, *, write: bool
) -> None:
    current = schema.VERSION
    monkeypatch.setattr(schema, "VERSION", current + 1)

    why = refusal(cell, write=write)

    assert isinstance(why, LedgerOlder)
    assert (why.path, why.found) == (cell, current)


def test_the_version_of_an_older_ledger_can_be_asked(
    cell: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    current = schema.VERSION
    monkeypatch.setattr(schema, "VERSION", current + 3)

    assert version_of(cell) == current


def test_the_version_of_no_ledger_cannot_be_asked(tmp_path: Path) -> None:
    with pytest.raises(LedgerNotFound):
        version_of(tmp_path / "partyroll.db")


# --- Damage -------------------------------------------------------------------------------
@pytest.mark.parametrize("kept", [100, 1_000, 4_096, 10_000, 100_000])
def test_half_a_ledger_is_refused_with_a_sentence(cell: Path, kept: int) -> None:
    with cell.open("r+b") as file:
        file.truncate(kept)

    why = refusal(cell)

    assert why.exit_code in {10, 13}
    assert "Gợi ý" in str(why)


def test_a_ledger_full_of_garbage_is_corrupt(cell: Path) -> None:
    header = cell.read_bytes()[:100]
    cell.write_bytes(header + os.urandom(cell.stat().st_size - 100))

    why = refusal(cell)

    assert (type(why), why.exit_code) == (LedgerCorrupt, 13)
    assert "partyroll restore" in str(why)


def test_damage_met_while_reading_is_corrupt(cell: Path) -> None:
    with cell.open("r+b") as file:
        size = cell.stat().st_size
        file.seek(size // 2)
        file.write(b"\xff" * (size // 2))

    with pytest.raises(LedgerCorrupt):
        shelf.digest(cell)


def test_bytes_that_are_no_text_are_corrupt(cell: Path) -> None:
    shelf.edit(cell, "UPDATE person_version SET full_name = CAST(X'FFFE' AS TEXT)")

    with pytest.raises(LedgerCorrupt), open_ledger(cell) as ledger:
        ledger.db.exec_driver_sql("SELECT full_name FROM person_version").fetchall()


def test_a_ledger_without_its_own_line_is_corrupt(cell: Path) -> None:
    shelf.edit(cell, "DELETE FROM ledger")

    assert refusal(cell).exit_code == 13


def test_a_failure_never_quotes_a_member(cell: Path) -> None:
    with pytest.raises(sqlite3.IntegrityError) as caught:
        repeat_everyone(cell)

    assert "Thử" not in str(caught.value)


def repeat_everyone(path: Path) -> None:
    with open_ledger(path, write=True) as ledger:
        rows = ledger.db.exec_driver_sql("SELECT * FROM person_version").mappings().all()
        change = begin_change(ledger, "import", actor="thử", at=shelf.NOW)
        change.open(schema.person_version, [{**row} for row in rows])


# --- Two windows --------------------------------------------------------------------------
def test_a_second_writer_gives_up_when_the_wait_is_over(cell: Path) -> None:
    with (
        open_ledger(cell, write=True),
        pytest.raises(LedgerBusy) as caught,
        open_ledger(cell, write=True, busy_milliseconds=50),
    ):
        pass

    assert caught.value.exit_code == 11


def test_a_reader_need_not_wait_for_a_writer(cell: Path) -> None:
    with open_ledger(cell, write=True), open_ledger(cell, busy_milliseconds=50) as ledger:
        names = ledger.db.exec_driver_sql("SELECT count(*) FROM person").scalar()

    assert names == 3


def test_a_ledger_held_by_another_program_is_busy(cell: Path) -> None:
    with closing(sqlite3.connect(cell, isolation_level=None)) as browser:
        browser.execute("BEGIN EXCLUSIVE")

        with pytest.raises(LedgerBusy):
            open_briefly(cell)


def open_briefly(path: Path) -> None:
    with open_ledger(path, write=True, busy_milliseconds=50):
        pass


def test_a_ledger_replaced_while_waiting_is_not_written(
    cell: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = iter([(1, 1), (1, 2)])
    monkeypatch.setattr("partyroll.store.ledger._identity", lambda _: next(files))

    with pytest.raises(LedgerBusy):
        open_briefly(cell)


def test_a_ledger_that_vanishes_while_waiting_is_not_there(
    cell: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "is_file", lambda _: True)
    cell.unlink()

    with pytest.raises(LedgerNotFound):
        open_briefly(cell)


# --- Full disks ---------------------------------------------------------------------------
def test_a_full_disk_leaves_the_ledger_as_it_was(cell: Path) -> None:
    before = shelf.digest(cell)

    with pytest.raises(LedgerUnwritable) as caught:
        write_past_the_end(cell)

    assert caught.value.exit_code == 1
    assert shelf.digest(cell) == before


def write_past_the_end(path: Path) -> None:
    with open_ledger(path, write=True) as ledger:
        ledger.db.exec_driver_sql("PRAGMA max_page_count = 1")
        change = begin_change(ledger, "import", actor="thử", at=shelf.NOW)
        change.open(schema.unit, [{"unit_id": "U9", "origin_key": "x" * 1_000_000}])
        change.finish()


def test_a_ledger_cannot_be_made_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(LedgerUnwritable) as caught:
        create_ledger(tmp_path / "không có" / "partyroll.db", at=shelf.NOW)

    assert caught.value.exit_code == 1


# --- A transaction ------------------------------------------------------------------------
def test_what_fails_half_way_leaves_the_ledger_as_it_was(cell: Path) -> None:
    before = shelf.digest(cell)

    with pytest.raises(KeyboardInterrupt):
        record_and_stop(cell)

    assert shelf.digest(cell) == before
    assert shelf.broken(cell) == []


def record_and_stop(path: Path) -> None:
    with open_ledger(path, write=True) as ledger:
        change = begin_change(ledger, "import", actor="thử", at=shelf.NOW)
        change.open(schema.unit, [{"unit_id": "U9", "origin_key": "x"}])
        change.finish()
        raise KeyboardInterrupt


def test_a_dry_run_takes_everything_back(cell: Path) -> None:
    before = shelf.digest(cell)

    with open_ledger(cell, write=True, dry_run=True) as ledger:
        change = begin_change(ledger, "import", actor="thử", at=shelf.NOW)
        change.open(schema.unit, [{"unit_id": "U9", "origin_key": "x"}])
        change.finish()

    assert shelf.digest(cell) == before


def test_a_reader_cannot_write(cell: Path) -> None:
    with pytest.raises(LedgerUnwritable), open_ledger(cell) as ledger:
        ledger.db.exec_driver_sql("INSERT INTO unit VALUES ('a', 'b', 'c', 1)")


def test_after_writing_nothing_lies_beside_the_ledger(cell: Path) -> None:
    shelf.record(cell, papers.file(papers.headcounts(3)))

    assert companions(cell) == []


# --- Making -------------------------------------------------------------------------------
def test_a_new_ledger_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = shelf.empty(tmp_path)

    assert mode(path) == "0o600"


def test_what_lies_beside_an_open_ledger_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = shelf.empty(tmp_path)
    with open_ledger(path, write=True) as ledger:
        ledger.db.exec_driver_sql("CREATE TABLE more (text TEXT)")
        modes = {one.name: mode(one) for one in companions(path)}

    assert modes == {"partyroll.db-wal": "0o600", "partyroll.db-shm": "0o600"}


def test_a_new_ledger_never_takes_the_place_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "partyroll.db"
    path.write_text("danh sách quan trọng")

    with pytest.raises(LedgerExists):
        create_ledger(path, at=shelf.NOW)

    assert path.read_text() == "danh sách quan trọng"
    assert list(tmp_path.iterdir()) == [path]


def test_where_no_room_is_left_for_a_ledger_nothing_stays_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, _content: bytes) -> int:
        raise OSError(ENOSPC, "no room", str(path))

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(LedgerUnwritable) as caught:
        create_ledger(tmp_path / "partyroll.db", at=shelf.NOW)

    assert str(tmp_path / "partyroll.db") in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_no_ledger_has_the_name_of_another(tmp_path: Path) -> None:
    with (
        open_ledger(shelf.empty(tmp_path, "one.db")) as one,
        open_ledger(shelf.empty(tmp_path, "other.db")) as other,
    ):
        names = {one.ledger_id, other.ledger_id}

    assert len(names) == 2


def test_a_ledger_in_the_making_is_not_there_yet(tmp_path: Path) -> None:
    path = tmp_path / "partyroll.db"
    with unpublished_ledger(path, at=shelf.NOW) as making:
        while_making = path.exists(), making.exists()

    assert while_making == (False, True)
    assert list(tmp_path.iterdir()) == []


def test_a_ledger_not_yet_whole_gets_no_name(tmp_path: Path) -> None:
    made = shelf.empty(tmp_path, "made.db")
    with open_ledger(made, write=True) as ledger:
        ledger.db.exec_driver_sql("CREATE TABLE more (text TEXT)")

        with pytest.raises(LedgerUnwritable):
            publish(made, tmp_path / "partyroll.db")


def test_on_a_drive_without_second_names_a_ledger_is_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(_self: Path, _target: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "hardlink_to", unknown)
    path = shelf.empty(tmp_path)

    assert shelf.broken(path) == []
    assert mode(path) == "0o600"
    assert list(tmp_path.iterdir()) == [path]


def test_what_a_crash_left_a_day_ago_is_cleared_away(tmp_path: Path) -> None:
    old, new = tmp_path / "partyroll.db.0.tam", tmp_path / "partyroll.db.1.tam"
    old.touch()
    new.touch()
    yesterday = (shelf.NOW - 25 * shelf.HOUR).timestamp()
    os.utime(old, (yesterday, yesterday))

    path = shelf.empty(tmp_path)

    assert sorted(tmp_path.iterdir()) == [path, new]


# --- The first rows -----------------------------------------------------------------------
def _name(ledger: Ledger, *ids: str) -> None:
    change = begin_change(ledger, "import", actor="thử", at=shelf.NOW)
    change.open(schema.unit, [{"unit_id": "U1", "origin_key": "1"}])
    cells = [{"unit_id": one, "name": "Chi bộ 1", "name_key": "1", "kind": ""} for one in ids]
    change.open(schema.unit_version, cells)
    change.finish()


def test_a_ledger_made_with_its_first_rows_is_built_like_any_other(tmp_path: Path) -> None:
    path = tmp_path / "partyroll.db"
    with unpublished_ledger(path, at=shelf.NOW) as making:
        with open_ledger(making, write=True, first_rows=True) as ledger:
            _name(ledger, "U1")
        publish(making, path)

    with closing(sqlite3.connect(path)) as db:
        assert shape_of(db) == expected_shape()
        assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert shelf.broken(path) == []


def test_the_first_rows_of_a_ledger_may_not_contradict_each_other(tmp_path: Path) -> None:
    path = tmp_path / "partyroll.db"

    with (
        unpublished_ledger(path, at=shelf.NOW) as making,
        pytest.raises(sqlite3.IntegrityError, match="UNIQUE"),
        open_ledger(making, write=True, first_rows=True) as ledger,
    ):
        _name(ledger, "U1", "U1")

    assert list(tmp_path.iterdir()) == []


def test_a_dry_run_of_first_rows_leaves_the_ledger_as_it_was(tmp_path: Path) -> None:
    path = shelf.empty(tmp_path)
    with open_ledger(path, write=True, dry_run=True, first_rows=True) as ledger:
        _name(ledger, "U1")

    with closing(sqlite3.connect(path)) as db:
        assert db.execute("SELECT count(*) FROM unit_version").fetchone() == (0,)
        assert shape_of(db) == expected_shape()
