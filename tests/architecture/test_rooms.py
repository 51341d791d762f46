import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]

# One forbidden import for each contract: where it is planted, and what it asks for.
PLANTS = {
    "Rooms: data flows one way": ("model/people.py", "partyroll.rules"),
    "SQL stays in the ledger room": ("rules/review.py", "sqlalchemy"),
    "Only the command line talks to the terminal": ("tasks/importing.py", "rich"),
    "Only the reading room opens workbooks": ("tasks/importing.py", "openpyxl"),
    "Only the writing room makes workbooks": ("report/bands.py", "xlsxwriter"),
    "pandas pivots in the report room and nowhere else": ("rules/limits.py", "pandas"),
}


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    shutil.copy(PROJECT / "pyproject.toml", tmp_path)
    shutil.copytree(
        PROJECT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__")
    )
    return tmp_path


def verdicts(project: Path) -> str:
    """Return what the import linter says of the package under `project`."""
    linter = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run(
        [linter, "--no-cache", "--no-logo"],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(project / "src"), "COLUMNS": "120"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return result.stdout


def test_every_contract_is_kept(copied: Path) -> None:
    said = verdicts(copied)

    assert f"Contracts: {len(PLANTS)} kept, 0 broken." in said, said


def test_every_contract_has_a_plant() -> None:
    linter = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["tool"]
    names = {contract["name"] for contract in linter["importlinter"]["contracts"]}

    assert names == set(PLANTS)


@pytest.mark.parametrize("contract", PLANTS)
def test_a_forbidden_import_breaks_its_contract(copied: Path, contract: str) -> None:
    place, wanted = PLANTS[contract]
    file = copied / "src" / "partyroll" / place
    file.write_text(f"{file.read_text('utf-8')}\nimport {wanted}\n", "utf-8")
    said = verdicts(copied)

    assert f"{contract} BROKEN" in said, said
