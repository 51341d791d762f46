"""Ledgers for the tests of the ledger's own room."""

import shutil
from pathlib import Path

import pytest

from store import every_table, papers, shelf

CELL = papers.file(
    papers.roster(
        papers.someone(papers.AN, 2, birth_date=papers.day("1980-02-03")),
        papers.someone(papers.BINH, 3, birth_date=papers.day("1975")),
        papers.someone(papers.CHI, 4, birth_date=papers.day("1990-05")),
    ),
    name="danh sach.xlsx",
)
BOOK = papers.file(
    papers.dues(
        papers.letters("PPPPPPPPPPPP", papers.AN, 2),
        papers.letters("UUU.PPPPPPPP", papers.BINH, 3),
    ),
    name="dang phi.xlsx",
)


@pytest.fixture(scope="session")
def empty_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger without facts, to copy."""
    return shelf.empty(tmp_path_factory.mktemp("empty"))


@pytest.fixture(scope="session")
def cell_ledger(empty_ledger: Path) -> Path:
    """A cell of three people (change 1) and its dues book of 2024 (change 2), to copy."""
    path = Path(shutil.copyfile(empty_ledger, empty_ledger.with_name("cell.db")))
    shelf.record(path, CELL)
    shelf.record(path, BOOK)
    return path


@pytest.fixture(scope="session")
def busy_ledger(cell_ledger: Path) -> Path:
    """A cell with four changes: three imports and the undo of the last."""
    path = Path(shutil.copyfile(cell_ledger, cell_ledger.with_name("busy.db")))
    shelf.record(path, papers.file(papers.headcounts(3, 4)), at=shelf.NOW + shelf.HOUR)
    shelf.take_back(path, 3, at=shelf.NOW + 2 * shelf.HOUR)
    return path


@pytest.fixture(scope="session")
def full_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with one row in every table, to copy."""
    path = shelf.empty(tmp_path_factory.mktemp("full"))
    every_table.fill(path)
    return path


@pytest.fixture
def ledger_path(empty_ledger: Path, tmp_path: Path) -> Path:
    """A ledger without facts."""
    return Path(shutil.copyfile(empty_ledger, tmp_path / "partyroll.db"))


@pytest.fixture
def cell(cell_ledger: Path, tmp_path: Path) -> Path:
    """A cell of three people (change 1) and its dues book of 2024 (change 2)."""
    return Path(shutil.copyfile(cell_ledger, tmp_path / "partyroll.db"))


@pytest.fixture
def busy_cell(busy_ledger: Path, tmp_path: Path) -> Path:
    """The busy cell, to try things on."""
    return Path(shutil.copyfile(busy_ledger, tmp_path / "partyroll.db"))
