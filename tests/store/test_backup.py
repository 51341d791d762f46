"""A backup is whole, verified and named after its last change; restoring loses nothing."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event, Thread

import pytest

from partyroll.store import backup as backup_module
from partyroll.store.backup import (
    Backup,
    backup_folder,
    backup_if_due,
    backups,
    copy_ledger,
    make_backup,
    restore,
    state,
    verify,
)
from partyroll.store.files import companions
from partyroll.store.ledger import open_ledger
from partyroll.store.refusals import (
    BackupUnusable,
    LedgerBusy,
    LedgerExists,
    LedgerNotFound,
    LedgerUnwritable,
    NotALedger,
)
from store import papers, shelf

NOW = shelf.NOW
LATER = NOW + timedelta(minutes=1)


def mode(path: Path) -> str:
    return oct(path.stat().st_mode & 0o777)


def count(path: Path, number: int, at: datetime = NOW) -> None:
    """Write one more change: a declared number of members."""
    shelf.record(path, papers.file(papers.headcounts(number)), at=at)


def spoil(path: Path, place: int) -> None:
    """Turn one byte of a file over."""
    content = bytearray(path.read_bytes())
    content[place] ^= 0xFF
    path.write_bytes(bytes(content))


def damage_page(path: Path, table: str) -> None:
    """Write over the page at which a table or an index begins."""
    pages = dict(shelf.ask(path, "SELECT name, rootpage FROM sqlite_master"))
    ((size,),) = shelf.ask(path, "PRAGMA page_size")
    content = bytearray(path.read_bytes())
    end = size * pages[table]
    content[end - size : end] = b"\xff" * size
    path.write_bytes(bytes(content))


# --- Making -------------------------------------------------------------------------------
def test_a_backup_states_what_the_ledger_states(cell: Path) -> None:
    made = make_backup(cell, at=NOW)

    assert shelf.digest(made.path) == shelf.digest(cell)
    assert (made.number, made.head) == state(cell)


def test_a_backup_is_one_file_for_its_owner_alone(cell: Path) -> None:
    made = make_backup(cell, at=NOW)

    assert list(made.path.parent.iterdir()) == [made.path]
    assert (mode(made.path.parent), mode(made.path)) == ("0o700", "0o600")


def test_a_backup_is_named_after_its_moment_and_its_last_change(cell: Path) -> None:
    made = make_backup(cell, at=NOW)

    assert made.path.name == f"2025-06-30 090000 so 2 {made.head}.db"
    assert backups(cell) == [made]


def test_two_backups_in_one_second_are_one(cell: Path) -> None:
    make_backup(cell, at=NOW)
    make_backup(cell, at=NOW)

    assert len(backups(cell)) == 1


def test_backups_are_listed_newest_first(cell: Path) -> None:
    first = make_backup(cell, at=NOW)
    count(cell, 3)
    second = make_backup(cell, at=LATER)

    assert backups(cell) == [second, first]


def test_a_ledger_never_backed_up_has_no_backups(cell: Path) -> None:
    assert backups(cell) == []


def test_other_files_in_the_folder_are_no_backups(cell: Path) -> None:
    made = make_backup(cell, at=NOW)
    (made.path.parent / "ghi chú.db").touch()

    assert backups(cell) == [made]


def test_without_a_ledger_there_is_nothing_to_back_up(tmp_path: Path) -> None:
    with pytest.raises(LedgerNotFound):
        make_backup(tmp_path / "partyroll.db", at=NOW)
    with pytest.raises(LedgerNotFound):
        copy_ledger(tmp_path / "partyroll.db", tmp_path / "copy.db")


def test_another_file_is_not_backed_up(tmp_path: Path) -> None:
    path = tmp_path / "partyroll.db"
    path.write_text("ghi chú")

    with pytest.raises(NotALedger):
        make_backup(path, at=NOW)


def test_a_backup_that_fails_leaves_no_file_behind(
    cell: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_path: Path, *, rows: bool) -> list[int]:
        return [1]

    monkeypatch.setattr(backup_module, "_broken", broken)
    with pytest.raises(BackupUnusable, match="chuỗi thay đổi"):
        make_backup(cell, at=NOW)

    assert list(backup_folder(cell).iterdir()) == []


def test_a_file_where_the_folder_should_be_is_told(cell: Path) -> None:
    backup_folder(cell).touch()

    with pytest.raises(LedgerUnwritable):
        make_backup(cell, at=NOW)


def test_what_a_crash_left_in_the_folder_is_no_backup_and_goes(cell: Path) -> None:
    folder = backup_folder(cell)
    folder.mkdir()
    half = folder / "0a1b2c3d.tam"
    half.write_bytes(b"SQLite format 3")
    listed = backups(cell)
    os.utime(half, (0, 0))
    make_backup(cell, at=NOW)

    assert listed == []
    assert not half.exists()


def test_a_copy_never_takes_the_place_of_a_file(cell: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    target.write_text("quan trọng")

    with pytest.raises(LedgerExists):
        copy_ledger(cell, target)

    assert target.read_text() == "quan trọng"


# --- While others write -------------------------------------------------------------------
def test_a_backup_while_someone_writes_holds_what_was_committed(cell: Path) -> None:
    before = shelf.digest(cell)
    with open_ledger(cell, write=True) as ledger:
        ledger.db.exec_driver_sql("CREATE TABLE half (text TEXT)")
        made = make_backup(cell, at=NOW)

    assert shelf.digest(made.path) == before


def test_backups_under_constant_writing_are_all_whole(cell: Path) -> None:
    done = Event()

    def keep_writing() -> None:
        number = 0
        while not done.is_set():
            number += 1
            count(cell, number)

    writer = Thread(target=keep_writing)
    writer.start()
    try:
        made = [make_backup(cell, at=NOW + n * timedelta(seconds=1)) for n in range(4)]
    finally:
        done.set()
        writer.join()

    assert [shelf.broken(one.path) for one in made] == [[], [], [], []]
    assert [state(one.path) for one in made] == [(one.number, one.head) for one in made]


def test_a_ledger_held_for_too_long_is_busy(cell: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(cell, isolation_level=None)) as browser:
        browser.execute("PRAGMA journal_mode = DELETE")
        browser.execute("BEGIN EXCLUSIVE")

        with pytest.raises(LedgerBusy):
            copy_ledger(cell, tmp_path / "copy.db", busy_milliseconds=100)

    assert not (tmp_path / "copy.db").exists()


# --- When it is due -----------------------------------------------------------------------
def test_an_empty_ledger_needs_no_backup(ledger_path: Path) -> None:
    assert backup_if_due(ledger_path, at=NOW) is None


def test_the_first_write_brings_a_backup(cell: Path) -> None:
    assert backup_if_due(cell, at=NOW) is not None


def test_nothing_new_needs_no_backup(cell: Path) -> None:
    make_backup(cell, at=NOW)

    assert backup_if_due(cell, at=NOW + timedelta(days=9)) is None


def test_within_the_hour_one_backup_is_enough(cell: Path) -> None:
    make_backup(cell, at=NOW)
    count(cell, 3)

    assert backup_if_due(cell, at=NOW + timedelta(minutes=59)) is None


def test_after_an_hour_the_next_is_due(cell: Path) -> None:
    make_backup(cell, at=NOW)
    count(cell, 3)

    assert backup_if_due(cell, at=NOW + timedelta(minutes=60)) is not None


def test_a_backup_from_the_future_does_not_hold_up_the_next(cell: Path) -> None:
    make_backup(cell, at=NOW + timedelta(days=400))
    count(cell, 3)

    assert backup_if_due(cell, at=NOW) is not None


# --- Thinning -----------------------------------------------------------------------------
@pytest.fixture
def many(cell: Path) -> list[Backup]:
    """Fifteen backups, four days apart, from 30 June to 25 August."""
    return [make_backup(cell, at=NOW + timedelta(days=4 * n)) for n in range(15)]


def test_the_newest_ten_and_the_first_of_every_month_stay(
    cell: Path, many: list[Backup]
) -> None:
    days = [f"{one.made:%d/%m}" for one in reversed(backups(cell))]

    assert days[:2] == ["30/06", "04/07"]
    assert days[2:] == [f"{one.made:%d/%m}" for one in many[-10:]]


# --- Verifying ----------------------------------------------------------------------------
def test_a_good_backup_passes(cell: Path) -> None:
    made = make_backup(cell, at=NOW)

    verify(made.path, number=made.number, code=made.head)


def test_a_backup_of_another_state_is_refused(cell: Path) -> None:
    made = make_backup(cell, at=NOW)

    with pytest.raises(BackupUnusable, match="không trùng"):
        verify(made.path, number=made.number + 1, code=made.head)


def test_an_edited_backup_is_refused(cell: Path) -> None:
    made = make_backup(cell, at=NOW)
    shelf.edit(made.path, "UPDATE book_line SET letters = 'PPPPPPPPPPPP'")

    with pytest.raises(BackupUnusable, match="chuỗi"):
        verify(made.path)


def test_a_copy_of_an_edited_ledger_is_made_and_never_restored(cell: Path) -> None:
    """What stands in the ledger is copied as it is: `check` and `restore` find the edit."""
    shelf.edit(cell, "UPDATE book_line SET letters = 'PPPPPPPPPPPP'")
    made = make_backup(cell, at=NOW)

    with pytest.raises(BackupUnusable, match="chuỗi"):
        restore(made.path, cell, at=NOW)


def test_a_ledger_with_a_lost_row_is_not_copied_for_whoever_asks(cell: Path) -> None:
    shelf.edit(cell, "DELETE FROM person WHERE rowid = 1")

    with pytest.raises(BackupUnusable, match="hỏng"):
        make_backup(cell, at=NOW)


def test_a_copy_before_writing_with_a_lost_row_is_made_and_never_restored(cell: Path) -> None:
    shelf.edit(cell, "DELETE FROM person WHERE rowid = 1")
    made = backup_if_due(cell, at=NOW)

    assert made is not None
    with pytest.raises(BackupUnusable, match="hỏng"):
        restore(made.path, cell, at=NOW)


@pytest.mark.parametrize("table", ["person", "book_line_live"])
def test_a_ledger_with_a_damaged_page_of_rows_or_of_an_index_is_not_copied(
    cell: Path, table: str
) -> None:
    damage_page(cell, table)

    with pytest.raises(BackupUnusable, match="hỏng"):
        backup_if_due(cell, at=NOW)
    assert backups(cell) == []


def test_a_copy_whose_links_do_not_hold_is_not_made(cell: Path) -> None:
    shelf.edit(cell, "UPDATE change SET note = 'sửa'")

    with pytest.raises(BackupUnusable, match="chuỗi"):
        make_backup(cell, at=NOW)


def test_a_backup_with_a_lost_row_is_refused(cell: Path) -> None:
    made = make_backup(cell, at=NOW)
    shelf.edit(made.path, "DELETE FROM person WHERE rowid = 1")

    with pytest.raises(BackupUnusable, match="hỏng"):
        verify(made.path)


@pytest.mark.parametrize("share", [0.0, 0.02, 0.1, 0.5, 0.9])
def test_a_spoiled_backup_is_refused_or_says_the_same(cell: Path, share: float) -> None:
    """One byte is changed; bytes that hold nothing may change without a word lost."""
    made = make_backup(cell, at=NOW)
    before = shelf.digest(made.path)
    spoil(made.path, int(made.path.stat().st_size * share))
    try:
        verify(made.path)
    except BackupUnusable:
        return

    assert shelf.digest(made.path) == before


def test_one_letter_changed_in_the_file_is_refused(cell: Path) -> None:
    made = make_backup(cell, at=NOW)
    content = made.path.read_bytes()
    made.path.write_bytes(content.replace(b"UUU.PPPPPPPP", b"PPP.PPPPPPPP"))

    with pytest.raises(BackupUnusable):
        verify(made.path)


# --- Restoring ----------------------------------------------------------------------------
def test_restoring_returns_to_what_the_ledger_said(cell: Path) -> None:
    before = shelf.digest(cell)
    made = make_backup(cell, at=NOW)
    count(cell, 3)
    restore(made.path, cell, at=LATER)

    assert shelf.digest(cell) == before
    assert state(cell) == (made.number, made.head)


def test_restoring_keeps_the_ledger_it_replaced(cell: Path) -> None:
    made = make_backup(cell, at=NOW)
    count(cell, 3)
    newer = shelf.digest(cell)
    kept = restore(made.path, cell, at=LATER)

    assert kept == cell.with_name("partyroll truoc khoi phuc 2025-06-30 090100.db")
    assert shelf.digest(kept) == newer
    assert mode(kept) == "0o600"


def test_restoring_where_no_ledger_is_puts_one_there(cell: Path) -> None:
    before = shelf.digest(cell)
    made = make_backup(cell, at=NOW)
    cell.unlink()
    kept = restore(made.path, cell, at=LATER)

    assert kept is None
    assert shelf.digest(cell) == before
    assert mode(cell) == "0o600"


def test_after_restoring_nothing_else_lies_beside_the_ledger(cell: Path) -> None:
    made = make_backup(cell, at=NOW)
    kept = restore(made.path, cell, at=LATER)

    assert set(cell.parent.iterdir()) == {cell, kept, made.path.parent}


def test_a_restored_ledger_can_be_written(cell: Path) -> None:
    made = make_backup(cell, at=NOW)
    restore(made.path, cell, at=LATER)
    count(cell, 9)

    assert state(cell)[0] == 3
    assert shelf.broken(cell) == []


def test_a_damaged_ledger_can_be_restored_and_is_kept_as_it_was(cell: Path) -> None:
    before = shelf.digest(cell)
    made = make_backup(cell, at=NOW)
    damaged = b"rac" * 5_000
    cell.write_bytes(damaged)
    kept = restore(made.path, cell, at=LATER)

    assert kept is not None
    assert kept.read_bytes() == damaged
    assert shelf.digest(cell) == before


def test_a_ledger_with_a_damaged_page_can_be_restored(cell: Path) -> None:
    before = shelf.digest(cell)
    made = make_backup(cell, at=NOW)
    content = cell.read_bytes()
    cell.write_bytes(content[: len(content) // 2])
    restore(made.path, cell, at=LATER)

    assert shelf.digest(cell) == before


@contextmanager
def change_in_the_log_alone(cell: Path) -> Iterator[None]:
    """Change 3 is committed, but somebody reads: it stays in the -wal file, as in a crash."""
    with closing(sqlite3.connect(cell, isolation_level=None)) as reader:
        reader.execute("PRAGMA journal_mode = WAL")
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM change").fetchone()
        count(cell, 3)
        yield


def test_what_is_only_in_the_log_is_kept_too(cell: Path) -> None:
    made = make_backup(cell, at=NOW)
    with change_in_the_log_alone(cell):
        newer = shelf.digest(cell)
        kept = restore(made.path, cell, at=LATER)

    assert kept is not None
    assert shelf.digest(kept) == newer
    assert state(cell)[0] == 2


def test_the_log_of_a_damaged_ledger_moves_aside_with_it(
    cell: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Left in place it would be played into the restored ledger."""
    monkeypatch.setattr(backup_module, "_sound", lambda _: False)
    made = make_backup(cell, at=NOW)
    with change_in_the_log_alone(cell):
        newer = shelf.digest(cell)
        kept = restore(made.path, cell, at=LATER)
        left = companions(cell)

    assert kept is not None
    assert left == []
    assert shelf.digest(kept) == newer
    assert state(cell)[0] == 2


def test_whoever_reads_meanwhile_sees_the_old_ledger_or_the_new(cell: Path) -> None:
    made = make_backup(cell, at=NOW)
    count(cell, 3)
    with open_ledger(cell) as reader:
        question = "SELECT max(number) FROM change"
        before = reader.db.exec_driver_sql(question).scalar()
        restore(made.path, cell, at=LATER)
        after = reader.db.exec_driver_sql(question).scalar()

    assert (before, after) == (3, 3)
    assert state(cell)[0] == 2


def test_restoring_waits_for_a_writer_no_longer_than_told(cell: Path) -> None:
    made = make_backup(cell, at=NOW)
    with open_ledger(cell, write=True), pytest.raises(LedgerBusy):
        restore(made.path, cell, at=LATER, busy_milliseconds=100)

    assert state(cell)[0] == 2


def test_a_spoiled_backup_does_not_touch_the_ledger(cell: Path) -> None:
    made = make_backup(cell, at=NOW)
    made.path.write_bytes(made.path.read_bytes()[:9_000])
    before = cell.read_bytes()

    with pytest.raises(BackupUnusable, match="hỏng hoặc không phải") as caught:
        restore(made.path, cell, at=LATER)

    assert caught.value.exit_code == 1
    assert cell.read_bytes() == before


def test_a_backup_that_is_not_there_is_told(cell: Path) -> None:
    with pytest.raises(BackupUnusable, match="không có tệp này"):
        restore(cell.with_name("khong co.db"), cell, at=LATER)


def test_two_restores_in_one_second_do_not_overwrite_what_the_first_kept(cell: Path) -> None:
    made = make_backup(cell, at=NOW)
    restore(made.path, cell, at=LATER)

    with pytest.raises(LedgerExists):
        restore(made.path, cell, at=LATER)
