"""What a term report counts: exits in the units of their day, and declared figures."""

from datetime import date
from pathlib import Path

import pytest

from partyroll.model import ExitKind, ExitRecord, Headcount, Reason, Status
from partyroll.store.figures import exits, headcounts
from partyroll.store.ledger import open_ledger
from store import papers, shelf

TODAY = date(2025, 6, 30)
either_tree = pytest.mark.parametrize("structure", ["then", "now"])


def exits_of(path: Path, structure: str = "then") -> dict[str, ExitRecord]:
    with open_ledger(path) as ledger:
        return {e.full_name: e for e in exits(ledger, structure=structure, today=TODAY)}


@either_tree
def test_a_removal_is_counted_in_its_unit(cell: Path, structure: str) -> None:
    row = papers.leaving(decision_no="1-QĐ", decision_date=papers.day("2024-05-06"))
    shelf.record(cell, papers.file(papers.exits(row)))
    record = exits_of(cell, structure)[papers.AN]

    assert (record.kind, record.unit_path) == (ExitKind.REMOVED, ("Chi bộ thôn Đông",))
    assert (record.decision_no, str(record.decision_date)) == ("1-QĐ", "2024-05-06")


def test_an_exit_without_a_reason_is_unstated(cell: Path) -> None:
    shelf.record(cell, papers.file(papers.exits(papers.leaving(reasons=()))))

    assert exits_of(cell)[papers.AN].reasons == (Reason.UNSTATED,)


def test_moving_away_is_an_exit_of_its_own_kind(cell: Path) -> None:
    row = papers.leaving(kind=ExitKind.OUT, event_date=papers.day("2024-05"), reason_text="đi")
    shelf.record(cell, papers.file(papers.exits(row)))
    record = exits_of(cell)[papers.AN]

    assert (record.kind, str(record.event_date), record.reason_text) == (
        ExitKind.OUT,
        "2024-05",
        "đi",
    )


def test_an_exit_stated_by_a_roster_counts(cell: Path) -> None:
    rows = [
        papers.someone(papers.AN, 2, status=Status.REMOVED, status_date=papers.day("2024")),
        papers.someone(papers.BINH, 3, status=Status.OUT),
        papers.someone(papers.CHI, 4),
    ]
    shelf.record(cell, papers.file(papers.roster(*rows)))
    kinds = {name: record.kind for name, record in exits_of(cell).items()}

    assert kinds == {papers.AN: ExitKind.REMOVED, papers.BINH: ExitKind.OUT}


def test_nobody_left_is_an_empty_list(cell: Path) -> None:
    assert exits_of(cell) == {}


@either_tree
def test_declared_figures_are_read_by_unit_and_year(cell: Path, structure: str) -> None:
    shelf.record(cell, papers.file(papers.headcounts(30, 31), name="so lieu.xlsx"))
    with open_ledger(cell) as ledger:
        found = list(headcounts(ledger, structure=structure, today=TODAY))

    assert [(f.unit_path, f.year, f.number) for f in found] == [
        (("Chi bộ thôn Đông",), 2023, 30),
        (("Chi bộ thôn Đông",), 2024, 31),
    ]
    assert isinstance(found[0], Headcount)
    assert (found[0].source.file, found[0].source.cell) == ("so lieu.xlsx", "C2")
