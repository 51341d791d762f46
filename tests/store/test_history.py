"""History tells who changed what and when, and what was known at a moment."""

from pathlib import Path

import pytest

from partyroll.store.history import change_known_at, history
from partyroll.store.ledger import open_ledger
from store import shelf


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
