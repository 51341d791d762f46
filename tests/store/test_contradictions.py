"""What cannot be true at once."""

from pathlib import Path

from partyroll.store.contradictions import declared_by_unit, shared_numbers
from partyroll.store.ledger import open_ledger
from store import papers, shelf


def test_a_card_carried_by_two_people_is_found(cell: Path) -> None:
    shelf.edit(cell, "UPDATE person_version SET card_no = '099000000009' WHERE row < 4")
    with open_ledger(cell) as ledger:
        [found] = shared_numbers(ledger)

    assert (found.column, found.number, len(found.person_ids)) == ("card_no", "099000000009", 2)


def test_an_identity_number_carried_by_two_people_is_found(cell: Path) -> None:
    shelf.edit(cell, "UPDATE person_version SET national_id = '099000000009'")
    with open_ledger(cell) as ledger:
        [found] = shared_numbers(ledger)

    assert (found.column, len(found.person_ids)) == ("national_id", 3)


def test_people_without_a_number_share_none(cell: Path) -> None:
    with open_ledger(cell) as ledger:
        assert list(shared_numbers(ledger)) == []


def test_declared_figures_by_unit_and_year(cell: Path) -> None:
    shelf.record(cell, papers.file(papers.headcounts(30, 31)))
    with open_ledger(cell) as ledger:
        [(unit_id,)] = shelf.ask(cell, "SELECT unit_id FROM unit")

        assert declared_by_unit(ledger) == {(unit_id, 2023): 30, (unit_id, 2024): 31}
