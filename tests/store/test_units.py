"""The tree of units, as of a day."""

from datetime import date
from pathlib import Path

import pytest

from partyroll.read.facts import UnitRef
from partyroll.store import schema
from partyroll.store.changes import begin_change
from partyroll.store.ledger import open_ledger
from partyroll.store.units import UnitHistory, Units
from store import papers, shelf

COMMUNE = "Đảng bộ xã Mẫu"
TODAY = date(2025, 6, 30)


@pytest.fixture
def tree(ledger_path: Path) -> Units:
    """A commune of two cells, and a cell apart."""
    units = (
        UnitRef("Chi bộ thôn Đông", parents=(COMMUNE,)),
        UnitRef("Chi bộ thôn Tây", parents=(COMMUNE,)),
        UnitRef("Chi bộ Trạm Y tế"),
    )
    people = zip(papers.CARDS, units, strict=True)
    rows = [papers.someone(name, row, unit=unit) for row, (name, unit) in enumerate(people, 2)]
    shelf.record(ledger_path, papers.file(papers.roster(*rows, unit=None)))
    with open_ledger(ledger_path) as ledger:
        return UnitHistory(ledger).on(TODAY)


def named(tree: Units, name: str) -> str:
    return next(unit.unit_id for unit in tree if unit.name == name)


def test_every_unit_stands_in_the_tree_once(tree: Units) -> None:
    names = sorted(unit.name for unit in tree)

    assert names == ["Chi bộ Trạm Y tế", "Chi bộ thôn Tây", "Chi bộ thôn Đông", COMMUNE]


def test_a_path_goes_from_the_highest_unit_down(tree: Units) -> None:
    assert tree.path(named(tree, "Chi bộ thôn Đông")) == (COMMUNE, "Chi bộ thôn Đông")


def test_below_a_commune_are_its_cells_and_itself(tree: Units) -> None:
    below = {tree.name(unit_id) for unit_id in tree.below(named(tree, COMMUNE))}

    assert below == {COMMUNE, "Chi bộ thôn Đông", "Chi bộ thôn Tây"}


def test_below_a_cell_is_the_cell(tree: Units) -> None:
    cell = named(tree, "Chi bộ Trạm Y tế")

    assert tree.below(cell) == {cell}


def test_no_unit_has_no_name_and_no_path(tree: Units) -> None:
    assert (tree.name(None), tree.path(None), tree.name("x")) == ("", (), "")


def test_a_unit_has_the_name_of_the_day(ledger_path: Path) -> None:
    shelf.record(ledger_path, papers.file(papers.headcounts(9)))
    with open_ledger(ledger_path, write=True) as ledger:
        [unit_id] = ledger.db.exec_driver_sql("SELECT unit_id FROM unit").scalars()
        change = begin_change(ledger, "import", actor="thử", at=shelf.NOW)
        renamed = {
            "unit_id": unit_id,
            "name": "Chi bộ tổ dân phố 1",
            "name_key": "x",
            "kind": "CELL",
            "valid_from": "2025-07-01",
        }
        change.open(schema.unit_version, [renamed])
        change.finish()
        history = UnitHistory(ledger)

        assert history.on(date(2025, 6, 30)).name(unit_id) == "Chi bộ thôn Đông"
        assert history.on(date(2025, 7, 1)).name(unit_id) == "Chi bộ tổ dân phố 1"
