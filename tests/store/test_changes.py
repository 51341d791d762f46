"""A change is numbered inside its transaction, sealed, and chained to the one before."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Column, MetaData, Text

from partyroll.store import changes, schema
from partyroll.store.changes import (
    GENESIS,
    begin_change,
    broken_links,
    change_known_at,
    head,
    history,
)
from partyroll.store.contradictions import file_is_whole
from partyroll.store.ledger import open_ledger
from store import every_table, papers, shelf


@pytest.fixture(scope="module")
def busy_ledger(cell_ledger: Path) -> Path:
    """A cell with four changes: three imports and the undo of the last."""
    path = Path(shutil.copyfile(cell_ledger, cell_ledger.with_name("busy.db")))
    shelf.record(path, papers.file(papers.headcounts(3, 4)), at=shelf.NOW + shelf.HOUR)
    shelf.take_back(path, 3, at=shelf.NOW + 2 * shelf.HOUR)
    return path


@pytest.fixture
def busy_cell(busy_ledger: Path, tmp_path: Path) -> Path:
    """The busy cell, to try things on."""
    return Path(shutil.copyfile(busy_ledger, tmp_path / "partyroll.db"))


# --- Numbers ------------------------------------------------------------------------------
def test_changes_are_numbered_from_one_without_gaps(busy_cell: Path) -> None:
    with open_ledger(busy_cell) as ledger:
        numbers = [record.number for record in history(ledger)]

    assert numbers == [4, 3, 2, 1]


def test_the_number_of_a_change_that_failed_is_given_again(cell: Path) -> None:
    with pytest.raises(RuntimeError):
        fail_inside_a_change(cell)
    with open_ledger(cell, write=True) as ledger:
        number = begin_change(ledger, "import", actor="thử", at=shelf.NOW).number

    assert number == 3


def fail_inside_a_change(path: Path) -> None:
    with open_ledger(path, write=True) as ledger:
        begin_change(ledger, "import", actor="thử", at=shelf.NOW).finish()
        raise RuntimeError


def test_a_clock_set_back_does_not_disturb_the_order(cell: Path) -> None:
    shelf.record(cell, papers.file(papers.headcounts(3)), at=shelf.NOW - 9_999 * shelf.HOUR)
    with open_ledger(cell) as ledger:
        newest = next(history(ledger))

    assert newest.number == 3
    assert shelf.broken(cell) == []


def test_history_tells_which_change_took_which_back(busy_cell: Path) -> None:
    with open_ledger(busy_cell) as ledger:
        undo, taken_back, *_ = history(ledger)

    assert (undo.kind, undo.undoes, undo.undone_by) == ("undo", 3, None)
    assert (taken_back.kind, taken_back.undoes, taken_back.undone_by) == ("import", None, 4)


def test_history_tells_who_when_and_with_which_file(cell: Path) -> None:
    with open_ledger(cell) as ledger:
        book = next(history(ledger))

    assert (book.actor, book.at, book.note) == ("thử", "2025-06-30T09:00:00", "dang phi.xlsx")


@pytest.mark.parametrize(("hours", "known"), [(-1, 0), (0, 2), (1, 3), (99, 4)])
def test_what_was_known_at_a_moment(busy_cell: Path, hours: int, known: int) -> None:
    with open_ledger(busy_cell) as ledger:
        assert change_known_at(ledger, shelf.NOW + hours * shelf.HOUR) == known


def test_a_change_that_writes_nothing_knows_it(cell: Path) -> None:
    with open_ledger(cell, write=True, dry_run=True) as ledger:
        change = begin_change(ledger, "import", actor="thử", at=shelf.NOW)
        empty_at_first = change.empty
        change.open(schema.unit, [{"unit_id": "U9", "origin_key": "x"}])

        assert (empty_at_first, change.empty) == (True, False)
        change.finish()


# --- The chain ----------------------------------------------------------------------------
def test_an_empty_ledger_has_no_head(ledger_path: Path) -> None:
    with open_ledger(ledger_path) as ledger:
        assert head(ledger) == GENESIS


def test_every_change_moves_the_head(busy_cell: Path) -> None:
    with open_ledger(busy_cell) as ledger:
        hashes = [record.hash for record in history(ledger)]

        assert head(ledger) == hashes[0]
        assert len(set(hashes)) == 4


def test_an_honest_ledger_has_no_broken_link(busy_cell: Path) -> None:
    with open_ledger(busy_cell) as ledger:
        assert broken_links(ledger) == []
        assert file_is_whole(ledger)


@pytest.mark.parametrize(
    ("tampering", "found"),
    [
        ("UPDATE book_line SET letters = 'PPPPPPPPPPPP'", [2]),
        ("UPDATE person_version SET full_name = 'Nguyễn Thử Em' WHERE row = 2", [1]),
        ("UPDATE person_version SET note = '' WHERE row = 2", [1]),
        ("UPDATE person_version SET on_roster = 0 WHERE row = 2", [1]),
        ("UPDATE book_line SET source_id = NULL", [2]),
        ("UPDATE book_line SET row = row + 1", [2]),
        ("UPDATE book_line SET said_in = 1", [2]),
        ("DELETE FROM book_line WHERE row = 3", [2]),
        ("UPDATE declared SET change_out = NULL", [4]),
        ("UPDATE declared SET change_out = change_out + 1 WHERE row = 2", [4]),
        ("UPDATE declared SET said_in = 1, change_in = 1", [1, 3]),
        ("UPDATE book_line SET change_out = 4", [4]),
        ("UPDATE person SET person_uid = 'x'", [1]),
        ("UPDATE source SET sha256 = 'x' WHERE file_name = 'dang phi.xlsx'", [2]),
        ("UPDATE change SET at = '2020-01-01T00:00:00' WHERE number = 2", [2]),
        ("UPDATE change SET actor = 'khác' WHERE number = 3", [3]),
        ("UPDATE change SET note = '' WHERE number = 1", [1]),
        ("UPDATE change SET undoes = NULL", [4]),
        ("UPDATE change SET hash = 'x' WHERE number = 1", [1, 2]),
        ("DELETE FROM change WHERE number = 2", [3]),
        ("DELETE FROM change WHERE number = 1", [2]),
    ],
)
def test_editing_history_breaks_the_chain(
    busy_cell: Path, tampering: str, found: list[int]
) -> None:
    shelf.edit(busy_cell, tampering)

    assert shelf.broken(busy_cell) == found


def test_two_changes_that_swap_places_break_the_chain(busy_cell: Path) -> None:
    shelf.edit(
        busy_cell,
        "UPDATE change SET number = 99 WHERE number = 1",
        "UPDATE change SET number = 1 WHERE number = 2",
        "UPDATE change SET number = 2 WHERE number = 99",
    )

    assert shelf.broken(busy_cell) == [1, 2, 3]


def test_a_row_slipped_into_an_old_change_breaks_the_chain(busy_cell: Path) -> None:
    shelf.edit(
        busy_cell,
        "INSERT INTO missing_mark (ledger_id, row_id, person_id, said_in, change_in)"
        " SELECT ledger_id, 'x', person_id, 1, 1 FROM person LIMIT 1",
    )

    assert shelf.broken(busy_cell) == [1]


def test_a_tail_cut_off_cleanly_is_not_found(cell: Path) -> None:
    """Only the head code on the last signed paper tells: that is why it is printed."""
    shelf.record(cell, papers.file(papers.headcounts(3)))
    shelf.edit(
        cell,
        "DELETE FROM declared",
        "DELETE FROM source_sheet WHERE change_in = 3",
        "DELETE FROM source WHERE change_in = 3",
        "DELETE FROM change WHERE number = 3",
    )

    assert shelf.broken(cell) == []


def test_a_tail_cut_off_with_its_rows_left_is_found(cell: Path) -> None:
    shelf.record(cell, papers.file(papers.headcounts(3)))
    shelf.edit(cell, "DELETE FROM change WHERE number = 3")

    with open_ledger(cell) as ledger:
        assert not file_is_whole(ledger)


def test_a_ledger_under_another_name_is_found(cell: Path) -> None:
    shelf.edit(cell, "UPDATE ledger SET ledger_id = 'x'")

    with open_ledger(cell) as ledger:
        assert not file_is_whole(ledger)


def test_guards_taken_away_are_found(cell: Path) -> None:
    shelf.edit(cell)

    with open_ledger(cell) as ledger:
        assert not file_is_whole(ledger)


def test_one_column_more_does_not_break_old_links(
    busy_cell: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with shelf.raw(busy_cell) as db:
        db.execute("ALTER TABLE person_version ADD COLUMN nickname TEXT")
    wider = schema.person_version.to_metadata(MetaData())
    wider.append_column(Column("nickname", Text))
    tables = [wider if t.name == "person_version" else t for t in every_table.BY_NAME]
    monkeypatch.setattr(changes, "_BY_NAME", tuple(tables))

    assert shelf.broken(busy_cell) == []


def _texts() -> list[tuple[str, str]]:
    tables = (*schema.FACTS, *schema.IDENTITIES, schema.change)
    return [(table.name, column.name) for table in tables for column in table.c]


@settings(deadline=None, max_examples=30)
@given(st.sampled_from(_texts()), st.sampled_from(["x", "0", "", "99"]))
def test_any_cell_changed_behind_the_ledger_is_found(
    full_ledger: Path, place: tuple[str, str], word: str
) -> None:
    """Whatever the cell: the chain breaks, or SQLite itself refuses the word."""
    path = shelf.copy_of(full_ledger)
    column_now = shelf.on(*place, "SELECT COLUMN FROM TABLE")
    before = shelf.ask(path, column_now)
    try:
        shelf.edit(path, shelf.on(*place, "UPDATE TABLE SET COLUMN = 'WORD'", word))
    except shelf.DatabaseError:
        return
    if shelf.ask(path, column_now) != before:
        assert shelf.broken(path) or shelf.ask(path, "PRAGMA foreign_key_check")
