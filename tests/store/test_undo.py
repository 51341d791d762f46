"""Taking back: what a change said goes, what it replaced returns, what is needed stays."""

from pathlib import Path
from time import process_time

import pytest

from partyroll.model import ExitKind, Reason
from partyroll.read.facts import ReadFile, UnitRef
from partyroll.store.ledger import open_ledger
from partyroll.store.refusals import CannotUndo, NothingToUndo
from partyroll.store.undo import Kept, last_undoable
from store import papers, shelf


def last(path: Path) -> int:
    with open_ledger(path) as ledger:
        return last_undoable(ledger)


def cards(path: Path) -> dict[str, str]:
    """Return the card of everyone in the ledger."""
    return dict(
        shelf.ask(
            path, "SELECT full_name, card_no FROM person_version WHERE change_out IS NULL"
        )
    )


def letters(path: Path) -> dict[str, str]:
    """Return the dues letters of everyone in the book."""
    rows = shelf.ask(
        path,
        "SELECT full_name, letters FROM book_line AS l JOIN person_version AS p"
        " ON p.person_id = l.person_id AND p.change_out IS NULL WHERE l.change_out IS NULL",
    )
    return dict(rows)


def new_book(*written: tuple[str, str]) -> ReadFile:
    rows = [papers.letters(text, name, row) for row, (name, text) in enumerate(written, 2)]
    return papers.file(papers.dues(*rows), name="dang phi.xlsx")


# --- Which change -------------------------------------------------------------------------
def test_the_last_change_is_taken_back_first(cell: Path) -> None:
    assert last(cell) == 2


def test_after_an_undo_the_change_before_is_next(cell: Path) -> None:
    shelf.take_back(cell, 2)

    assert last(cell) == 1


def test_when_everything_is_taken_back_nothing_is_left_to_undo(cell: Path) -> None:
    shelf.take_back(cell, 2)
    shelf.take_back(cell, 1)

    with pytest.raises(NothingToUndo, match="không còn thay đổi nào"):
        last(cell)


def test_an_empty_ledger_has_nothing_to_undo(ledger_path: Path) -> None:
    with pytest.raises(NothingToUndo):
        last(ledger_path)


def test_an_undo_cannot_be_undone(cell: Path) -> None:
    shelf.take_back(cell, 2)

    with pytest.raises(CannotUndo, match="hãy nhập lại tệp"):
        shelf.take_back(cell, 3)


def test_a_change_cannot_be_undone_twice(cell: Path) -> None:
    shelf.take_back(cell, 2)

    with pytest.raises(CannotUndo, match="đã hoàn tác ở thay đổi số 3"):
        shelf.take_back(cell, 2)


def test_a_number_nobody_gave_cannot_be_undone(cell: Path) -> None:
    with pytest.raises(CannotUndo, match="không có thay đổi này"):
        shelf.take_back(cell, 9)


def test_a_refused_undo_writes_nothing(cell: Path) -> None:
    with pytest.raises(CannotUndo):
        shelf.take_back(cell, 9)

    assert shelf.ask(cell, "SELECT count(*) FROM change") == [(2,)]


# --- In reverse order ---------------------------------------------------------------------
def test_undoing_the_book_leaves_the_people(cell: Path) -> None:
    undone = shelf.take_back(cell, 2)

    assert letters(cell) == {}
    assert set(cards(cell)) == {papers.AN, papers.BINH, papers.CHI}
    assert undone.kept == ()


def test_a_corrected_row_returns_to_what_it_was(cell: Path) -> None:
    shelf.record(cell, new_book((papers.AN, "UUUUUUUUUUUU"), (papers.BINH, "UUU.PPPPPPPP")))
    undone = shelf.take_back(cell, 3)

    assert letters(cell)[papers.AN] == "PPPPPPPPPPPP"
    assert (undone.closed, undone.reopened) == (2, 1)  # the row and the file; the row


def test_a_row_put_back_says_when_it_was_first_said(cell: Path) -> None:
    shelf.record(cell, new_book((papers.AN, "UUUUUUUUUUUU"), (papers.BINH, "UUU.PPPPPPPP")))
    shelf.take_back(cell, 3)

    rows = shelf.ask(cell, "SELECT said_in, change_in FROM book_line WHERE change_out IS NULL")
    assert sorted(rows) == [(2, 2), (2, 4)]


def test_undone_step_by_step_nothing_is_left(cell: Path, empty_ledger: Path) -> None:
    shelf.record(cell, new_book((papers.AN, "UUUUUUUUUUUU")))
    shelf.take_back(cell, 3)
    shelf.take_back(cell, 2)
    shelf.take_back(cell, 1)

    assert shelf.digest(cell) == shelf.digest(empty_ledger)
    assert shelf.broken(cell) == []


def test_what_was_known_before_an_undo_stays_readable(cell: Path) -> None:
    shelf.take_back(cell, 2)
    with open_ledger(cell, known_at=2) as ledger:
        known = ledger.db.exec_driver_sql(
            "SELECT count(*) FROM book_line WHERE change_in <= 2 AND change_out > 2"
        ).scalar()

    assert known == 2


# --- Out of order -------------------------------------------------------------------------
def test_people_whom_a_later_book_names_stay_with_their_place(cell: Path) -> None:
    undone = shelf.take_back(cell, 1)

    assert set(cards(cell)) == {papers.AN, papers.BINH}
    assert set(undone.kept) == {
        Kept("assignment", 2),
        Kept("person_version", 2),
        Kept("unit_version", 1),
    }


def test_people_kept_for_a_book_go_with_the_book(cell: Path, empty_ledger: Path) -> None:
    shelf.take_back(cell, 1)
    shelf.take_back(cell, 2)

    assert shelf.digest(cell) == shelf.digest(empty_ledger)


def test_a_row_corrected_later_stays_corrected(cell: Path) -> None:
    shelf.record(cell, new_book((papers.AN, "UUUUUUUUUUUU"), (papers.BINH, "UUU.PPPPPPPP")))
    undone = shelf.take_back(cell, 2)

    assert letters(cell) == {papers.AN: "UUUUUUUUUUUU"}
    assert Kept("book_line", 1) in undone.kept


def test_a_word_whose_change_was_taken_back_does_not_return(cell: Path) -> None:
    shelf.record(cell, new_book((papers.AN, "UUUUUUUUUUUU"), (papers.BINH, "UUU.PPPPPPPP")))
    shelf.take_back(cell, 2)
    shelf.take_back(cell, 3)

    assert letters(cell) == {}


def test_a_wrong_word_is_corrected_though_a_book_came_later(ledger_path: Path) -> None:
    right = papers.someone(papers.AN, birth_date=papers.day("1980-02-03"))
    wrong = papers.someone(papers.AN, birth_date=papers.day("1980-02-03"), note="nhầm")
    shelf.record(ledger_path, papers.file(papers.roster(right)))
    shelf.record(ledger_path, papers.file(papers.roster(wrong)))
    shelf.record(ledger_path, new_book((papers.AN, "PPPPPPPPPPPP")))
    undone = shelf.take_back(ledger_path, 2)

    notes = shelf.ask(ledger_path, "SELECT note FROM person_version WHERE change_out IS NULL")
    assert notes == [(None,)]
    assert undone.kept == ()


def test_after_any_undo_the_next_import_works(cell: Path) -> None:
    shelf.take_back(cell, 1)
    number = shelf.record(cell, papers.file(papers.roster(papers.someone(papers.CHI))))

    assert number == 4
    assert papers.CHI in cards(cell)


def test_a_unit_above_stays_while_a_unit_below_is_needed(ledger_path: Path) -> None:
    below = UnitRef("Chi bộ thôn Đông", parents=("Đảng bộ xã Mẫu",))
    shelf.record(ledger_path, papers.file(papers.roster(papers.someone(papers.AN), unit=below)))
    shelf.record(ledger_path, papers.file(papers.headcounts(9, unit=below)))
    shelf.take_back(ledger_path, 1)

    names = shelf.ask(ledger_path, "SELECT name FROM unit_version WHERE change_out IS NULL")
    assert {name for (name,) in names} == {"Đảng bộ xã Mẫu", "Chi bộ thôn Đông"}


def test_a_unit_returns_to_where_it_stood_before_it_was_put_under_another(
    cell: Path,
) -> None:
    before = shelf.digest(cell)
    below = UnitRef("Chi bộ thôn Đông", parents=("Đảng bộ xã Mẫu",))
    people = [papers.someone(name, row) for row, name in enumerate(papers.CARDS, start=2)]
    number = shelf.record(cell, papers.file(papers.roster(*people, unit=below)))
    assert number == 3
    adopted = shelf.ask(
        cell, "SELECT count(parent_id) FROM unit_version WHERE change_out IS NULL"
    )
    shelf.take_back(cell, 3)

    assert adopted == [(1,)]
    assert shelf.digest(cell) == before


def test_an_exit_with_its_reasons_is_taken_back_whole(cell: Path) -> None:
    before = shelf.digest(cell)
    reasons = tuple(Reason)[:2]
    leaving = papers.leaving(papers.AN, reasons=reasons, decision_date=papers.day("2024-05-06"))
    shelf.record(cell, papers.file(papers.exits(leaving)))
    shelf.take_back(cell, 3)

    assert shelf.digest(cell) == before


def test_someone_known_only_from_an_exits_list_goes_with_it(cell: Path) -> None:
    leaving = papers.leaving("Phạm Thử Dung", kind=ExitKind.DIED)
    shelf.record(cell, papers.file(papers.exits(leaving)))
    shelf.take_back(cell, 3)

    assert "Phạm Thử Dung" not in cards(cell)


def test_a_payment_keeps_its_book_and_its_person(ledger_path: Path) -> None:
    shelf.record(ledger_path, new_book((papers.AN, "PPPPPPPPPPPP")))
    shelf.record(ledger_path, new_book((papers.AN, "PPPPPPPPPPPU")))
    undone = shelf.take_back(ledger_path, 1)

    assert letters(ledger_path) == {papers.AN: "PPPPPPPPPPPU"}
    assert {kept.table for kept in undone.kept} >= {"book", "book_line", "person_version"}


def test_an_undo_is_a_change_like_any_other(cell: Path) -> None:
    undone = shelf.take_back(cell, 2)

    assert (undone.change.number, undone.change.undoes, undone.undone) == (3, 2, 2)
    assert undone.change.note == "hoàn tác thay đổi số 2"
    assert shelf.broken(cell) == []


@pytest.mark.slow
def test_undoing_many_people_takes_no_longer_than_importing_them(ledger_path: Path) -> None:
    """Out of order too: each row is looked for by a key, never among all others."""
    names = [f"Nguyễn Thử {number:05}" for number in range(10_000)]
    cards = [f"099{number:09}" for number in range(10_000)]
    people = [
        papers.someone(name, row, card_no=card)
        for row, (name, card) in enumerate(zip(names, cards, strict=True), start=2)
    ]
    lines = [
        papers.letters("PPPPUUPPPPPP", name, row, card_no=card)
        for row, (name, card) in enumerate(zip(names, cards, strict=True), start=2)
    ]
    started = process_time()
    shelf.record(ledger_path, papers.file(papers.roster(*people)))
    shelf.record(ledger_path, papers.file(papers.dues(*lines)))
    imported = process_time()
    shelf.take_back(ledger_path, 1)
    shelf.take_back(ledger_path, 2)

    assert process_time() - imported < imported - started
