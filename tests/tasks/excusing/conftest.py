"""A desk with a small cell whose book somebody kept."""

import shutil
from contextlib import chdir
from pathlib import Path

import pytest

from e2e.books import AN, BINH, CHI, dues_rows, roster, workbook
from e2e.desk import NOW, Desk, desk
from partyroll.cli.run import main

__all__ = ["desk"]
PAID = "x" * 12
OWING = "x-xxx-xx-xxx"  # February, June, September


@pytest.fixture(scope="session")
def cell_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three people; An left three months of 2024 unpaid, September with words in the cell."""
    folder = tmp_path_factory.mktemp("cell")
    rows = [list(row) for row in dues_rows({AN[0]: OWING, BINH[0]: PAID, CHI[0]: PAID})]
    rows[2][11] = "nghỉ ốm"
    files = [roster(folder), workbook(folder / "dues.xlsx", {"A": rows})]
    with chdir(folder):
        assert main(["--quiet", "import", *map(str, files)], now=NOW) == 0
    return folder / "partyroll.db"


@pytest.fixture
def cell(desk: Desk, cell_ledger: Path) -> Desk:
    """A desk with a copy of the cell's ledger."""
    shutil.copyfile(cell_ledger, desk.ledger)
    return desk
