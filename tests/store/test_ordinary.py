"""Ordinary people: nothing is known of them but a roster's row, a unit, and rows in books."""

from collections.abc import Collection, Sequence
from pathlib import Path

import pytest
from sqlalchemy import Table

from partyroll.store import cases as of_cases
from partyroll.store import ordinary
from partyroll.store import people as of_people
from partyroll.store.ledger import Ledger, open_ledger
from store import papers

_ROWS = {"person_version", "assignment", "book_line", "book_note"}


def test_whatever_else_is_read_of_somebody_makes_them_no_ordinary_one(
    cell: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: set[str] = set()
    by_person = of_people.by_person

    def noted(
        ledger: Ledger,
        table: Table,
        ids: Sequence[str] | None,
        years: Collection[int] | None = None,
    ) -> of_people.Rows:
        read.add(table.name)
        return by_person(ledger, table, ids, years)

    monkeypatch.setattr(of_people, "by_person", noted)
    monkeypatch.setattr(of_cases, "by_person", noted)
    with open_ledger(cell) as ledger:
        everyone = [person.person_id for person in of_people.people(ledger)]
        looked = list(of_cases.cases(ledger, everyone, [2024]))

    assert looked
    assert read - _ROWS == {table.name for table in ordinary.BESIDE}


def test_ordinary_people_are_read_as_everybody_is(cell: Path) -> None:
    with open_ledger(cell) as ledger:
        known = {person.person_id: person for person in of_people.people(ledger)}
        homes = {person_id: one.stays[0].unit_id for person_id, one in known.items()}
        found = {one.person_id: one for one in ordinary.ordinary_people(ledger, homes)}

    assert found == known
    assert {one.full_name for one in found.values()} == {*papers.CARDS}
