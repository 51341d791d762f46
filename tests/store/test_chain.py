"""Every change is chained to the one before: what is changed behind the ledger is found."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Column, MetaData, Text

from partyroll.store import digests, schema
from partyroll.store.chain import GENESIS, broken_links, head
from partyroll.store.contradictions import file_is_whole
from partyroll.store.history import history
from partyroll.store.ledger import open_ledger
from store import every_table, papers, shelf
from trials import trials


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
    monkeypatch.setattr(digests, "BY_NAME", tuple(tables))

    assert shelf.broken(busy_cell) == []


def _texts() -> list[tuple[str, str]]:
    tables = (*schema.FACTS, *schema.IDENTITIES, schema.change)
    return [(table.name, column.name) for table in tables for column in table.c]


@trials(10, many=30)
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
