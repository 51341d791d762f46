"""Two rosters, a ledger that holds the first, and how long importing the second takes."""

import shutil
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from crash import offices


@dataclass(frozen=True, slots=True)
class Office:
    """A folder with a ledger that holds the first roster; the second is at hand."""

    folder: Path
    first: Path
    second: Path
    seconds: float

    @property
    def ledger(self) -> Path:
        return self.folder / "partyroll.db"


@pytest.fixture(scope="session")
def model_office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """The office to copy, made once."""
    folder = tmp_path_factory.mktemp("office")
    first = offices.write_roster(folder / "mot.xlsx", rows=50)
    second = offices.write_roster(folder / "hai.xlsx", first=1_000)
    trial = folder / "trial"
    trial.mkdir()
    shutil.copyfile(second, trial / "hai.xlsx")
    assert offices.run(folder, "import", first).acknowledged
    started = time.monotonic()
    assert offices.run(trial, "import", "hai.xlsx").acknowledged
    return Office(folder, first, second, time.monotonic() - started)


@pytest.fixture
def office(model_office: Office, tmp_path: Path) -> Office:
    """A copy of the office."""
    made = Office(tmp_path, model_office.first, model_office.second, model_office.seconds)
    shutil.copyfile(model_office.ledger, made.ledger)
    return made
