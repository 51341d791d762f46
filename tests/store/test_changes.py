"""A change is numbered inside its transaction and sealed at its end."""

from pathlib import Path

import pytest

from partyroll.store import schema
from partyroll.store.changes import begin_change
from partyroll.store.history import history
from partyroll.store.ledger import open_ledger
from store import papers, shelf


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


def test_a_change_that_writes_nothing_knows_it(cell: Path) -> None:
    with open_ledger(cell, write=True, dry_run=True) as ledger:
        change = begin_change(ledger, "import", actor="thử", at=shelf.NOW)
        empty_at_first = change.empty
        change.open(schema.unit, [{"unit_id": "U9", "origin_key": "x"}])

        assert (empty_at_first, change.empty) == (True, False)
        change.finish()
